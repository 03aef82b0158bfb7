"""Looks at this installation and this machine, and says what is missing and how to get it."""

from unbarred.doctor.examination import examine
from unbarred.doctor.sign import Sign, State

__all__ = ["Sign", "State", "examine"]
