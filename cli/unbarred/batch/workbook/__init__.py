"""The workbook that a volunteer fills in: made from the interview."""
