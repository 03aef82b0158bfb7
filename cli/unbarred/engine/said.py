"""What the person said in a run, so that her own words are known in a text that is made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unbarred.documents.drafting import Answers

_PLAIN = re.compile(r"[^\W_]+(?:[ ,]+[^\W_]+)*")
"""Words in which Markdown sees nothing but words."""

_SHORTEST = 3
"""Letters. What is shorter is known only where it stands alone: `-` is in any text."""


class Said:
    """The words that were given in one run."""

    def __init__(self) -> None:
        self._new: list[str] = []
        self._whole: set[str] = set()
        self._within: set[str] = set()
        self._pattern: re.Pattern[str] | None = None

    def __deepcopy__(self, memo: object) -> Said:
        """A copy of an interview's variables speaks of the same words."""
        return self

    def take_in(self, submission: Mapping[str, object]) -> None:
        """Remember the texts that were given on one screen."""
        self._new += [answer for answer in submission.values() if isinstance(answer, str)]

    def hold_in(self, text: str, answers: Answers) -> str:
        """Return `text` with places for the words in it that were said, which `answers` holds from now on."""
        self._look_at_new()
        if text.strip() in self._whole:
            return answers.hold(text.strip()) if text.strip() else text
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: answers.hold(found.group()), text)

    def _look_at_new(self) -> None:
        """Learn what was said since the last paper: only papers need it."""
        from unbarred.documents.filling.marks import clean

        for answer in self._new:
            whole = clean(answer).strip()
            self._whole.add(whole)
            # Functions of docassemble take an answer's lines apart.
            lines = {part.strip() for part in (whole, *whole.split("\n"))}
            self._within |= set(filter(_is_awkward, lines))
        if self._new and self._within:
            longest_first = sorted(self._within, key=lambda words: (-len(words), words))
            self._pattern = re.compile("|".join(map(_alone, longest_first)))
        self._new = []


def _is_awkward(words: str) -> bool:
    return len(words) >= _SHORTEST and _PLAIN.fullmatch(words) is None


def _alone(words: str) -> str:
    """Return a pattern for `words` that are not part of a longer word."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return f"{before}{re.escape(words)}{after}"
