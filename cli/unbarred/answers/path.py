"""Names of answers: docassemble variable paths such as `children[0].name.first`.

A path is parsed, never executed: it is a name followed by attributes, whole
number indexes and quoted keys, and nothing else. Names with a leading
underscore are refused, because docassemble and Python keep their own things
under them.
"""

from __future__ import annotations

import ast
import keyword
import re
from dataclasses import dataclass
from functools import lru_cache

_KEPT = 4096
"""Names. The same few hundred are read for every screen; a sheet has as many columns."""

_FIRST = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_STEP = re.compile(
    r"""\.(?P<attribute>[A-Za-z][A-Za-z0-9_]*)
      | \[(?P<index>-?(?:0|[1-9][0-9]{0,5}))\]
      | \[(?P<key>'(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*")\]""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Attribute:
    """A step to an attribute, as in `.birthdate`."""

    name: str


@dataclass(frozen=True)
class Item:
    """A step to an item of a list (whole number) or a dictionary (text)."""

    key: int | str


Step = Attribute | Item


@dataclass(frozen=True)
class AnswerPath:
    """A parsed variable path."""

    root: str
    steps: tuple[Step, ...] = ()

    @classmethod
    @lru_cache(maxsize=_KEPT)
    def parse(cls, text: str) -> AnswerPath:
        """Parse `text`, or raise `ValueError` that says what is not a variable path."""
        first = _FIRST.match(text)
        if first is None or keyword.iskeyword(first.group()):
            raise ValueError(f"{text!r} is not the name of an answer")
        steps: list[Step] = []
        position = first.end()
        while position < len(text):
            step = _STEP.match(text, position)
            if step is None:
                raise ValueError(f"{text!r} is not the name of an answer")
            if step["attribute"] is not None:
                if keyword.iskeyword(step["attribute"]):
                    raise ValueError(f"{text!r} is not the name of an answer")
                steps.append(Attribute(step["attribute"]))
            elif step["index"] is not None:
                steps.append(Item(int(step["index"])))
            else:
                steps.append(Item(_unquoted(step["key"])))
            position = step.end()
        return cls(first.group(), tuple(steps))

    def __str__(self) -> str:
        written = self.root
        for step in self.steps:
            if isinstance(step, Attribute):
                written += f".{step.name}"
            elif isinstance(step.key, int):
                written += f"[{step.key}]"
            else:
                written += f"[{step.key!r}]"
        return written


def _unquoted(literal: str) -> str:
    """The text that a literal in quotes stands for; it is read, not run."""
    try:
        return str(ast.literal_eval(literal))
    except (SyntaxError, ValueError):
        raise ValueError(f"{literal} is not a key in quotes") from None
