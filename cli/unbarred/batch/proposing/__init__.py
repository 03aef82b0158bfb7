"""Proposing which column of a foreign sheet is which answer, for a person to read and confirm."""
