"""Text as it is compared: without accents, capitals, invisible characters, kinds of dashes and spaces.

What was typed as `José` must be found as `JOSÉ`, as `Jose`, and with its accent as a
character of its own; what was typed with a plain hyphen also with one that does not break.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ`´′", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ł": "l",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)
_DROPPED = ("Mn", "Me", "Cf")


class Folded:
    """A text, and what of it each folded character comes from."""

    def __init__(self, text: str) -> None:
        self.original = text
        self._starts: list[int] = []
        pieces: list[str] = []
        for place, character in enumerate(text):
            folded = fold_character(character)
            if folded:
                pieces.append(folded)
                self._starts += [place] * len(folded)
        self.text = "".join(pieces)
        """The folded text."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the folded characters from `start` to before `end` stand in the original.

        Accents and invisible characters that follow the last one belong to it.
        """
        after = self._starts[end] if end < len(self._starts) else len(self.original)
        return self._starts[start], max(after, self._starts[end - 1] + 1)

    def character(self, place: int) -> str:
        """Return the original character of a folded one; "" outside of the text."""
        return self.original[self._starts[place]] if 0 <= place < len(self._starts) else ""


@cache
def fold_character(character: str) -> str:
    """Return `character` as it is compared: none, one or several."""
    # Small letters first: some marks below a letter become letters in capitals.
    folded = unicodedata.normalize("NFKD", character).casefold().translate(_ALIKE)
    # Names of files and bookmarks have an underscore where words have a space.
    return "".join(" " if each.isspace() or each == "_" else each for each in folded if not _is_dropped(each))


def fold(text: str) -> str:
    """Return `text` as it is compared."""
    return "".join(map(fold_character, text))


def _is_dropped(character: str) -> bool:
    return unicodedata.category(character) in _DROPPED


def has_case(character: str) -> bool:
    """Say whether a folded character is a letter of a script with capitals, which sets its words apart."""
    return character.isalpha() and character.upper() != character
