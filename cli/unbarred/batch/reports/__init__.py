"""What came of a batch: a report, and the rows that need attention."""
