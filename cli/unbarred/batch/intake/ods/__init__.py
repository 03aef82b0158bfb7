"""Reading workbooks of LibreOffice (ODS)."""
