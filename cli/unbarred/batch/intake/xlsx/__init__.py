"""Reading workbooks of Excel (XLSX, XLSM), as any program writes them."""
