"""Many clients at once: a spreadsheet with a row for each, and a packet for each row."""
