"""What changed between two papers, packets or sets of answers, and papers as text to be compared by git."""
