"""Finds numbers, however their figures are set apart, and words and addresses of e-mail as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbarred.documents.redacting.folding import Folded, fold
from unbarred.documents.redacting.secrets import Form, Secret, withheld
from unbarred.documents.redacting.text import Found, is_apart

_SHOWN = 4
"""Figures that stay at the end."""

_SHORTEST = 3
"""A shorter number is found everywhere, and cannot be looked for."""

_LOOKS_LIKE_SOCIAL_SECURITY = re.compile(r"(?<![\d\-])\d{3}([\- .])\d{2}\1\d{4}(?![\d\-])")
_SHAPE = "a number that looks like a Social Security number, which no answer told us of"


class NumberFinder:
    """Looks for one number of figures, or of figures and letters."""

    def __init__(self, secret: Secret, number: str) -> None:
        self.kind = secret.kind
        figures = [each for each in fold(number) if each.isalnum()]
        shown = secret.shown_as == "last four" and len(figures) > _SHOWN
        self._instead = _ending(figures) if shown else withheld(secret.kind)
        self._pattern = _figures(figures, secret.form) if len(figures) >= _SHORTEST else None

    @property
    def is_blind(self) -> bool:
        """Say whether the number is too short to be looked for."""
        return self._pattern is None

    def find(self, text: Folded) -> Iterator[Found]:
        """Yield each place where the number stands."""
        for match in self._pattern.finditer(text.text) if self._pattern else ():
            if is_apart(text, *match.span(), digits=True):
                yield Found(*match.span(), self._instead, self.kind)


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


class WordsFinder:
    """Looks for words as they stand, such as an e-mail address."""

    def __init__(self, secret: Secret, words: str) -> None:
        self.kind = secret.kind
        self._instead = withheld(secret.kind)
        parts = fold(words).split()
        self._pattern = re.compile(" +".join(map(re.escape, parts))) if parts else None

    @property
    def is_blind(self) -> bool:
        """Say whether there are no words."""
        return self._pattern is None

    def find(self, text: Folded) -> Iterator[Found]:
        """Yield each place where the words stand."""
        for match in self._pattern.finditer(text.text) if self._pattern else ():
            if is_apart(text, *match.span(), digits=True):
                yield Found(*match.span(), self._instead, self.kind)


def _figures(figures: list[str], form: Form) -> re.Pattern[str]:
    if form == "telephone":
        abroad = r"(?:(?:\+|\b00)\d{1,3}[ .\-]*)?\(?"
        return re.compile(abroad + r"[ .\-/()]*".join(map(re.escape, figures)))
    return re.compile(r"[ .\-/_]*".join(map(re.escape, figures)))


def _ending(figures: list[str]) -> str:
    return f"ending in {''.join(figures[-_SHOWN:]).upper()}"
