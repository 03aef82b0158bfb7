"""Finds numbers, however their figures are set apart, and words and addresses of e-mail as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbarred.documents.redacting.folding import Folded, fold
from unbarred.documents.redacting.secrets import Secret, withheld
from unbarred.documents.redacting.text import Found, is_apart

_SHOWN = 4
"""Figures that stay at the end."""

_SHORTEST = 3
"""A shorter number is found everywhere, and cannot be looked for."""

_WORD = re.compile(r"\b[^\W\d_]{3,}\b|[()#:]")
"""What is no part of a number beside which it was typed: `SSN 123-45-6789`, `12345678 (bank)`."""

_EXTENSION = re.compile(r"\b(?:x|ext|extension)\b.*")
_TELEPHONE = re.compile(r"\+?\d(?:[ .\-/()]*\d){6,}")
_ABROAD = r"(?:(?:\+|\b00)\d{1,3}[ .\-]*)?(?:\(?0\)?[ .\-]*)?\(?"
_LONGEST_CODE = 3
"""Figures of the longest code of a country."""

_LOOKS_LIKE_SOCIAL_SECURITY = re.compile(r"(?<![\d\-])\d{3}([\- .])\d{2}\1\d{4}(?![\d\-])")
_SHAPE = "a number that looks like a Social Security number, which no answer told us of"


class _PatternFinder:
    """Looks for what one pattern finds."""

    def __init__(self, kind: str, instead: str, pattern: re.Pattern[str] | None) -> None:
        self.kind = kind
        self._instead = instead
        self._pattern = pattern

    @property
    def is_blind(self) -> bool:
        """Say whether there is nothing, or too little, to look for."""
        return self._pattern is None

    def find(self, text: Folded) -> Iterator[Found]:
        """Yield each place where it stands."""
        for match in self._pattern.finditer(text.text) if self._pattern else ():
            if is_apart(text, *match.span(), digits=True):
                yield Found(*match.span(), self._instead, self.kind)


class NumberFinder(_PatternFinder):
    """Looks for one number of figures, or of figures and letters."""

    def __init__(self, secret: Secret, number: str) -> None:
        figures = _figures_of(_WORD.sub(" ", fold(number)) if re.search(r"\d", number) else fold(number))
        shown = secret.shown_as == "last four" and len(figures) > _SHOWN
        super().__init__(
            secret.kind,
            _ending(figures) if shown else withheld(secret.kind),
            _apart(figures, r"[ .\-/_]*") if len(figures) >= _SHORTEST else None,
        )


class TelephoneFinder(_PatternFinder):
    """Looks for the numbers of one answer, at home and from abroad."""

    def __init__(self, secret: Secret, answer: str) -> None:
        typed = _EXTENSION.sub("", fold(answer))
        numbers = [match[0] for match in _TELEPHONE.finditer(typed)] or [typed]
        patterns = [_telephone(each) for each in numbers if len(_figures_of(each)) >= _SHORTEST]
        pattern = re.compile("|".join(patterns)) if patterns else None
        super().__init__(secret.kind, withheld(secret.kind), pattern)


class ShapeFinder:
    """Looks for what is written like a Social Security number."""

    def __init__(self, kind: str, shown_as: str) -> None:
        self.kind = kind
        self._shown_as = shown_as

    def find(self, text: Folded) -> Iterator[Found]:
        """Yield each place where such a number stands."""
        for match in _LOOKS_LIKE_SOCIAL_SECURITY.finditer(text.text):
            shown = self._shown_as == "last four"
            instead = _ending(list(match[0])) if shown else withheld(self.kind)
            yield Found(*match.span(), instead, self.kind, _SHAPE)


class WordsFinder(_PatternFinder):
    """Looks for words as they stand, such as an e-mail address."""

    def __init__(self, secret: Secret, words: str) -> None:
        parts = fold(words).split()
        pattern = re.compile(" +".join(map(re.escape, parts))) if parts else None
        super().__init__(secret.kind, withheld(secret.kind), pattern)


def _figures_of(text: str) -> list[str]:
    return [each for each in text if each.isalnum()]


def _apart(figures: list[str], gap: str) -> re.Pattern[str]:
    return re.compile(gap.join(map(re.escape, figures)))


def _telephone(number: str) -> str:
    """Return the pattern of a number with or without the code of its country, and the 0 before an area."""
    figures = _figures_of(number)
    gap = r"[ .\-/()]*"
    coded = 0
    if number.startswith("+") or figures[:2] == ["0", "0"]:
        figures = figures[2:] if figures[0] == "0" else figures
        coded = _LONGEST_CODE
    elif figures[0] == "0" or (len(figures) == 11 and figures[0] == "1"):
        figures = figures[1:]
    # How long the code of the country is, is not known: each of its figures may be missing.
    coded = min(coded, max(0, len(figures) - 7))
    optional = "".join(f"(?:{re.escape(each)}{gap})?" for each in figures[:coded])
    return f"{_ABROAD}{optional}{gap.join(map(re.escape, figures[coded:]))}"


def _ending(figures: list[str]) -> str:
    return f"ending in {''.join(figures[-_SHOWN:]).upper()}"
