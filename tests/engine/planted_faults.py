"""Bad interviews, each a small text with one fault, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import dedent

SECRET = "Quetzalcoatl 4711"
"""The answer that no message may tell."""

ASKED = """\
question: What is the word?
fields:
  - no label: answer
---
"""


@dataclass(frozen=True)
class Fault:
    """An interview that fails, what is said, and the text of the line it is said of."""

    name: str
    text: str
    says: str
    at: str
    """The line at fault, without its indent; "" where no line is known."""
    files: dict[str, str] = field(default_factory=dict)
    """What lies beside it."""
    file: str = "interview.yml"
    """The file in which the fault is."""


def reading(name: str, text: str, says: str, at: str = "", **more: object) -> Fault:
    """Return a fault that shows when the interview is read."""
    return Fault(name, dedent(text).lstrip("\n"), says, at, **more)  # type: ignore[arg-type]


def running(name: str, text: str, says: str, at: str = "", **more: object) -> Fault:
    """Return a fault that shows once the word is answered."""
    return Fault(name, ASKED + dedent(text).lstrip("\n"), says, at, **more)  # type: ignore[arg-type]
