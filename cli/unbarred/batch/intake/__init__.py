"""Reading what people have: workbooks, tables of text, lines of JSON, folders of answer sets."""
