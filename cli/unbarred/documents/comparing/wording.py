"""Tells changes in words."""

from __future__ import annotations

from collections.abc import Sequence

from unbarred.documents.comparing.changes import Change, Kind
from unbarred.documents.comparing.reading.walking import Place

_SHORT_STORIES = ("property", "header", "footer", "footnote", "endnote")
"""They are so short that one need not say which paragraph."""
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def in_words(change: Change, title: str = "") -> str:
    """Return a sentence: `In Application, paragraph 12: “…” became “…”.`; `title` names the paper."""
    place = where(change.place)
    return f"In {title}, {place}: {_happened(change)}" if title else f"{_capital(place)}: {_happened(change)}"


def where(place: Place) -> str:
    """Return where something stands, as one would say it: `paragraph 12`, `the footer, 1st paragraph`."""
    return ", ".join(filter(None, [_story(place.story), *_spot(place)]))


def _happened(change: Change) -> str:
    if change.kind is Kind.CHANGED:
        return _ended(f"“{change.before}” became “{change.after}”")
    if change.kind is Kind.NEW:
        return _ended(f"this is new: “{change.after}”")
    if change.kind is Kind.GONE:
        return _ended(f"this was taken out: “{change.before}”")
    if change.kind is Kind.MOVED and change.place_before is not None:
        return _ended(f"this was moved here from {where(change.place_before)}: “{change.after}”")
    words = f"in “{change.after}” " if change.after else ""
    return f"{words}a picture, a field or the sign of a note is another."


def _ended(sentence: str) -> str:
    """Return the sentence with a period, unless what it quotes at the end has one."""
    return sentence if sentence.rstrip("”’\"')").endswith((".", "!", "?")) else f"{sentence}."


def _story(name: str) -> str:
    if name in ("", "body"):
        return ""
    if name.startswith("property "):
        return f"the {name.removeprefix('property ')} in its properties"
    return f"the {name}" if name.startswith(("header", "footer")) else name


def _spot(place: Place) -> Sequence[str]:
    under = f"under “{place.heading}”" if place.heading else ""
    if place.row:
        table = f"the table {under}".strip()
        if not place.cell:
            return table, f"row {place.row}"
        return table, f"row {place.row}", f"“{place.column}”" if place.column else f"cell {place.cell}"
    if place.level is not None:
        return ("the heading" if place.level else "the title",)
    if place.number:
        return (f"paragraph {place.number}",)
    if place.story.startswith(_SHORT_STORIES) or not place.ordinal:
        return (under,)
    return (f"{_ordinal(place.ordinal)} paragraph {under}".strip(),)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
