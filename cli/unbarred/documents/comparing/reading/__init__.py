"""Reads a Word file for people: what it says, part by part, and where each paragraph stands."""
