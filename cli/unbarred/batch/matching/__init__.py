"""Which column of a sheet is which answer, and what its cells mean."""
