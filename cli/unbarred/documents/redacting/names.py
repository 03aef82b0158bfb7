"""Finds a person's name: in full, in parts, turned round, in capitals, as an owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbarred.documents.redacting.everyday_words import EVERYDAY_WORDS, MONTHS
from unbarred.documents.redacting.folding import Folded, fold, has_case
from unbarred.documents.redacting.secrets import Name, Secret, withheld
from unbarred.documents.redacting.text import Found, begins_sentence, is_apart

_BETWEEN = r"[ \-]{1,2}"
"""Not more: a line to write on stands between two names, and is not part of one."""
_BETWEEN_NAMES = re.compile(r"""[\s.,;:/&+()\[\]{}<>"“”„«»\-]+""")
"""Between the names typed as one answer: `Tanya (Titi)`, `Tanya/Titi`, `Tanya, called "Titi"`."""
_NO_NAMES = frozenset("and or aka called known as goes by nickname nicknamed".split())
"""Words between names."""
_LETTER = "[a-z\u00df-\u024f\u0370-\u058f\u10a0-\u10ff\u1e00-\u1fff]"
"""A folded letter of a script with capitals."""

_CHILD = "name of a child"
"""Of children alone the family name is left: it is often that of whoever files the paper."""

_SENTENCE = "a name that is also an everyday word begins a sentence here"
_CAPITALS = "a name that is also an everyday word stands in capitals here"
_PLURAL = "an s hangs on a name here; it may be another name"
_OTHER = "another name follows here; it may be somebody else's, or a place's"
_MONTH = "a name that is also a month stands here"


class NameFinder:
    """Looks for one name."""

    def __init__(self, secret: Secret, name: Name) -> None:
        self.kind = secret.kind
        self._withheld = withheld(secret.kind) if secret.shown_as == "withheld" else ""
        given = [word for word in _words(name.given) + _words(name.middle) if _can_be_found(word)]
        if len(given) > 1:
            given.append("".join(given))
        if secret.kind != _CHILD:
            given += [word for word in _words(name.family) if _can_be_found(word)]
        family = _BETWEEN.join(map(_written, _words(name.family)))
        self._pattern = _pattern(given, family) if given else None

    @property
    def is_blind(self) -> bool:
        """Say whether the name is too short to be looked for: one letter."""
        return self._pattern is None

    def find(self, text: Folded) -> Iterator[Found]:
        """Yield each place where the name stands, the longest form of it."""
        for start, end, plural in self._places(text):
            if not _is_the_word(text, start, end):
                instead = self._instead(text, start, end) + ("'s" if plural else "")
                yield Found(start, end + plural, instead, self.kind, _doubt(text, start, end, plural))

    def left_as_words(self, text: Folded) -> int:
        """Return how often an everyday word was taken for the word and not for the name."""
        return sum(_is_the_word(text, start, end) for start, end, _ in self._places(text))

    def _places(self, text: Folded) -> Iterator[tuple[int, int, bool]]:
        """Yield from where to where it stands, and whether an s hangs on it."""
        for match in self._pattern.finditer(text.text) if self._pattern else ():
            start, end = match.span()
            if is_apart(text, start, end):
                yield start, end, False
            elif _may_have_s(match[0]) and text.text[end:].startswith("s") and is_apart(text, start, end + 1):
                yield start, end, True

    def _instead(self, text: Folded, start: int, end: int) -> str:
        whole = text.original[slice(*text.span(start, end))]
        return self._withheld or _initials(whole) or withheld(self.kind)


def _may_have_s(word: str) -> bool:
    """A forgotten apostrophe is looked for in words that are long, and nothing but names."""
    return len(word) >= 4 and word not in EVERYDAY_WORDS


def _is_the_word(text: Folded, start: int, end: int) -> bool:
    """Say whether what looks like a name is an everyday word, or a month in a date."""
    word = text.text[start:end]
    if word not in EVERYDAY_WORDS and len(word) > 2:
        return False
    return text.character(start).islower() or (word in MONTHS and _is_in_date(text.text, start, end))


def _doubt(text: Folded, start: int, end: int, plural: bool) -> str:
    word = text.text[start:end]
    if plural:
        return _PLURAL
    if _stands_before_a_name(text, start, end):
        return _OTHER
    if word not in EVERYDAY_WORDS:
        return ""
    if word in MONTHS:
        return _MONTH
    if all(text.character(place).isupper() for place in range(start, end)):
        return _CAPITALS
    return _SENTENCE if begins_sentence(text, start) else ""


def _stands_before_a_name(text: Folded, start: int, end: int) -> bool:
    """Say whether a word with a capital follows, as in `Albion Prison`, and not all is in capitals."""
    follows = text.text[end : end + 1] == " " and text.character(end + 1).isupper()
    return follows and text.character(end + 2).islower() and text.character(start).isupper()


def _words(part: str) -> list[str]:
    return [word for word in _BETWEEN_NAMES.split(fold(part)) if word.strip("'") and word not in _NO_NAMES]


def _written(word: str) -> str:
    """Return the pattern of one word, whose apostrophe is often left out."""
    return re.escape(word).replace("'", "'?")


def _can_be_found(word: str) -> bool:
    """One letter is an initial already; one sign of a script without letters is a whole name."""
    return len(word) > 1 or not has_case(word)


def _pattern(given: list[str], family: str) -> re.Pattern[str]:
    """Return the pattern of the name in any order and length."""
    word = "|".join(_written(each) for each in sorted(set(given), key=len, reverse=True))
    tail = rf"(?:{_BETWEEN}(?:{word})(?!{_LETTER}))*"
    before = ""
    if family:
        tail += rf"(?:(?:{_BETWEEN}{_LETTER}\.?(?!{_LETTER}))?{_BETWEEN}{family}(?!{_LETTER}))?"
        before = rf"(?:{family}, ?)?"
    return re.compile(rf"{before}(?:{word}){tail}")


def _initials(name: str) -> str:
    """Return `T.M.` for `Tanya Marie`, `E., T.` for `Example, Tanya`; "" in a script without capitals."""
    parts = []
    for part in name.split(","):
        words = [word.lstrip("'’") for word in re.split(r"[\s._\-‐‑–]+", part)]
        firsts = [word[0] for word in words if word]
        if not all(has_case(each.lower()) for each in firsts):
            return ""
        parts.append("".join(f"{each.upper()}." for each in firsts))
    return ", ".join(part for part in parts if part)


def _is_in_date(text: str, start: int, end: int) -> bool:
    """Say whether a month's name stands between figures of a date: `5 May 2020`, `May 5`."""
    after = re.match(r"[ .,\-]{1,3}\d", text[end:])
    before = re.search(r"\d(?:st|nd|rd|th)?(?: day)?(?: of)?[ .,\-]{1,2}$", text[:start])
    return bool(after or before)
