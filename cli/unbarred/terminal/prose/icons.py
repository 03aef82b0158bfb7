"""Icons, such as `:trash:` or `<i class="fas fa-trash"></i>`: decoration, unless they stand for a word."""

from __future__ import annotations

import re

from unbarred.terminal.words.icons import name_of

_MARK = r"(?<![\w:/]):(?P<mark>[A-Za-z][\w-]*):(?![:/])"
_TAG = r"<i class=[\"'](?P<tag>[^\"'<>]*)[\"']>\s*</i>"
_ICON = rf"(?:{_MARK}|{_TAG})"

_ANY = re.compile(_MARK)
_ALONE = re.compile(rf"\s*{_ICON}\s*")
_NUMBERED = re.compile(rf"(?<!\w)(?<!\w ){_ICON}(?=(?:\s|&nbsp;|</\w+>)*\(\d+\))")
"""An icon and no word before the number of what it does."""

_WITHIN = re.compile(rf"(?<=\w\s){_MARK}(?=\s?\w)")
"""An icon within a sentence, such as `the rock :star:s`."""

_STYLES = frozenset({"fa", "fas", "far", "fab", "fal", "fad", "solid", "regular", "brands", "fw", "lg", "xl"})


def without_icons(text: str) -> str:
    """Return `text` without its icons; one that stands where a word should has its name instead."""
    if ":" not in text and "<i" not in text:
        return text
    if alone := _ALONE.fullmatch(text):
        return _name(alone)
    return _ANY.sub("", _WITHIN.sub(_word, _NUMBERED.sub(_name, text)))


def _word(match: re.Match[str]) -> str:
    """The name of a picture of the author's own; those of an icon font are only decoration here."""
    parts = re.split(r"[_-]", match["mark"].lower())
    return "" if _STYLES & set(parts[:2]) else " ".join(parts)


def _name(match: re.Match[str]) -> str:
    given = match["mark"] or match["tag"] or ""
    parts = [part for part in re.split(r"[\s_-]+", given.lower()) if part and part not in _STYLES]
    return name_of(parts)
