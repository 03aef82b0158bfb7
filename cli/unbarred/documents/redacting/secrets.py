"""What must not be seen in a public copy, and what may be seen of it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

ShownAs = Literal["initials", "year", "last four", "city and state", "withheld"]
"""What is left: the initials of a name, the year of a day, the end of a number, the place of an address."""

Form = Literal["name", "day", "number", "address", "telephone", "words"]
"""How a thing is written, which decides how it is looked for."""


@dataclass(frozen=True)
class Name:
    """A person's name in its parts, each of one or more words; what is not known is empty."""

    given: str = ""
    middle: str = ""
    family: str = ""

    @classmethod
    def of(cls, full: str) -> Name:
        """Return the parts of a name written in one: `Ana Lucía Example` or `Example, Ana Lucía`."""
        before, comma, after = full.partition(",")
        if comma and after.strip():
            return cls(given=after.strip(), family=before.strip())
        words = full.split()
        if len(words) < 2:
            return cls(given=full.strip())
        return cls(given=words[0], middle=" ".join(words[1:-1]), family=words[-1])


@dataclass(frozen=True)
class Secret:
    """One thing that must not be seen.

    `kind` is what it is called in the list of what was redacted, such as `name of a child`;
    `value` a `Name` for names, a day for days, else text as it was typed.
    """

    kind: str
    form: Form
    value: Name | datetime.date | str
    shown_as: ShownAs = "withheld"


def withheld(kind: str) -> str:
    """Return what stands in place of a thing of which nothing is shown: `[home address withheld]`."""
    short = kind.partition(" of ")[0] if kind.startswith(("name of", "date of")) else kind
    return f"[{short} withheld]"


def identifier(instead: str) -> str:
    """Return what stands for a secret in a name that only the file uses, which has no spaces or points."""
    return re.sub(r"\W+", "_", instead).strip("_") or "withheld"
