"""The explained words of a screen, marked as `{term}` or `{term|as shown}`, or found by themselves."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from unbarred.engine.translate.language import language_of
from unbarred.screens import Field

_TERM = re.compile(r"\{([^{}|\n]+)(?:\|([^{}\n]*))?\}")

_NOT_A_WORD = r"\{[^{}\n]*\}|\]\([^)\n]*\)|<[^>\n]*>|(?-i:\[[A-Z]+ [^\]\n]*\])"
"""What is marked already, addresses, and marks of HTML and docassemble."""


class Terms:
    """Finds the explained words of a screen while its texts are marked for the front end."""

    def __init__(self, status: Any) -> None:
        self._status = status
        self._found_by_themselves = _explained(status, "autoterms")
        self._by_itself = _pattern(self._found_by_themselves)
        self.found: dict[str, str] = {}

    @cached_property
    def _known(self) -> dict[str, str]:
        # Most screens have no such word.
        return {**self._found_by_themselves, **_explained(self._status, "terms")}

    def mark(self, text: str | None) -> str:
        """Return `text` with `{term|shown}` as `{shown}`, and remember the explanation."""
        marked = _TERM.sub(self._mark_one, (text or "").strip())
        return self._by_itself.sub(self._mark_by_itself, marked) if self._by_itself else marked

    def mark_field(self, each: Field) -> Field:
        """Return the field with its label and its help marked."""
        if not self._by_itself and "{" not in each.label + each.help:
            return each
        return dataclasses.replace(each, label=self.mark(each.label), help=self.mark(each.help))

    def _mark_one(self, match: re.Match[str]) -> str:
        term = " ".join(match[1].lower().split())
        if term not in self._known:
            return match[0]
        shown = match[2] or match[1]
        self.found[shown.lower()] = self._known[term].strip()
        return "{" + shown + "}"

    def _mark_by_itself(self, match: re.Match[str]) -> str:
        if match["term"] is None:
            return match[0]
        shown = " ".join(match["term"].split())
        self.found[shown.lower()] = self._known[shown.lower()].strip()
        return "{" + shown + "}"


def _explained(status: Any, kind: str) -> dict[str, str]:
    """The explanations of one kind of terms by the term in lower case; a question's own go first."""
    question = status.question
    of_interview = status.extras.get(f"interview_{kind}", getattr(question.interview, kind))
    if not of_interview and kind not in status.extras:
        return {}
    found: dict[str, str] = {}
    languages = ("*", language_of(question)) if of_interview else ()
    for explained in [*(of_interview.get(each, {}) for each in languages), status.extras.get(kind, {})]:
        found.update((term.lower(), str(told["definition"])) for term, told in explained.items())
    return found


def _pattern(terms: Mapping[str, str]) -> re.Pattern[str] | None:
    """A pattern that finds the terms in a text, the longest first, outside what is no word."""
    if not terms:
        return None
    words = "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in sorted(terms, key=len, reverse=True))
    return re.compile(rf"{_NOT_A_WORD}|\b(?P<term>{words})\b", re.IGNORECASE)
