"""What an interview gives and asks for, read from its files as text: nothing of it is run."""

from unbarred.check.templates.interviews.giving import Giver
from unbarred.check.templates.interviews.interview import Interview, read_interview
from unbarred.check.templates.interviews.papers import Paper

__all__ = ["Giver", "Interview", "Paper", "read_interview"]
