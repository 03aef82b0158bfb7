"""Writes the difference of two papers as tracked changes in the newer one."""
