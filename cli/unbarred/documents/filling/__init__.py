"""Fills templates: Jinja tags in a DOCX and a person's answers become a paper."""
