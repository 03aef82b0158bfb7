"""The explained words of a screen, which an author marks as `{term}` or `{term|as shown}`."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from unbarred.screens import Field

_TERM = re.compile(r"\{([^{}|\n]+)(?:\|([^{}\n]*))?\}")


class Terms:
    """Finds the explained words of a screen while its texts are marked for the front end."""

    def __init__(self, status: Any) -> None:
        question = status.question
        explained = dict(question.interview.terms.get("*", {}))
        explained.update(question.interview.terms.get(question.language, {}))
        self._known = {term.lower(): str(info["definition"]) for term, info in explained.items()}
        self._known.update(
            (term.lower(), str(info["definition"])) for term, info in status.extras.get("terms", {}).items()
        )
        self.found: dict[str, str] = {}

    def mark(self, text: str | None) -> str:
        """Return `text` with `{term|shown}` as `{shown}`, and remember the explanation."""
        return _TERM.sub(self._mark_one, (text or "").strip())

    def mark_field(self, each: Field) -> Field:
        if "{" not in each.label + each.help:
            return each
        return dataclasses.replace(each, label=self.mark(each.label), help=self.mark(each.help))

    def _mark_one(self, match: re.Match[str]) -> str:
        term = " ".join(match[1].lower().split())
        if term not in self._known:
            return match[0]
        shown = match[2] or match[1]
        self.found[shown.lower()] = self._known[term].strip()
        return "{" + shown + "}"
