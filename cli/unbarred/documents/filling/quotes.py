"""Quotation marks that Word has curled inside a tag."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|[“”][^“”]*[“”]|[‘’][^‘’]*[‘’]")


def straightened(source: str) -> str:
    """Return a tag on one line, the quotes Word has curled made straight, but not those inside a text."""

    def straight(quoted: re.Match[str]) -> str:
        words = quoted.group()
        if words[0] in "“”":
            return f'"{words[1:-1]}"'
        return f"'{words[1:-1]}'" if words[0] in "‘’" else words

    return _QUOTED.sub(straight, source).replace("\xa0", " ").replace("\n", " ")
