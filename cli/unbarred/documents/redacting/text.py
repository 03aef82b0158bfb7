"""A passage to be looked through, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from unbarred.documents.redacting.folding import Folded, has_case


@dataclass(frozen=True)
class Found:
    """A stretch of folded text, what stands in its place, and why a person should read it, if she should."""

    start: int
    end: int
    instead: str
    kind: str
    doubt: str = ""


class Finder(Protocol):
    """Looks for one secret."""

    kind: str

    def find(self, text: Folded) -> Iterator[Found]:
        """Yield each place of `text` where the secret stands, in any order."""
        ...


def is_apart(text: Folded, start: int, end: int, *, digits: bool = False) -> bool:
    """Say whether the stretch is no part of a longer word, or with `digits` of a longer number.

    A capital inside a word begins a new one (`TanyaSchool`). Scripts that put no spaces
    between words have no such border.
    """
    return _ends_word(text, start, end, digits) and _begins_word(text, start, digits)


def _begins_word(text: Folded, start: int, digits: bool) -> bool:
    before, first = text.text[start - 1 : start], text.text[start]
    if digits and before.isdigit():
        return False
    if not (has_case(before) and has_case(first)):
        return True
    return text.character(start - 1).islower() and text.character(start).isupper()


def _ends_word(text: Folded, start: int, end: int, digits: bool) -> bool:
    after, last = text.text[end : end + 1], text.text[end - 1]
    if digits and after.isdigit():
        return False
    if not (has_case(after) and has_case(last)):
        return True
    whole_in_capitals = all(text.character(place).isupper() for place in range(start, end))
    return text.character(end).isupper() and not whole_in_capitals


def begins_sentence(text: Folded, start: int) -> bool:
    """Say whether a sentence begins at `start`, where a common word has a capital too."""
    before = text.text[:start].rstrip(" \"'(“«")
    return not before or before[-1] in ".!?:;"
