"""What was said: typed answers, their names, and the files they are kept in."""
