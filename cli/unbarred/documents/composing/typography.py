"""Binds words that a line may not end between, in what a template says itself.

What an answer says is left as it was typed; only the law's days and citations are bound too.
"""

from __future__ import annotations

import re

NO_BREAK = "\xa0"
# What stands for a tag of Jinja begins and ends with these; see `source.py`.
_TAG, _TAG_END = "\ue000", "\ue001"
_UNITS = "days?|weeks?|months?|years?|hours?|pages?|copies|copy"
_BOUND = re.compile(
    rf"(?<=[0-9{_TAG_END}])\ (?=(?:{_UNITS})\b)"
    rf"|(?<=§)\ "
    rf"|(?:(?<=\bMs\.)|(?<=\bMr\.)|(?<=\bMrs\.)|(?<=\bDr\.)|(?<=\bNo\.))\ "
    rf"|(?:(?<=\b[Ee]xhibit)|(?<=\b[Cc]onviction)|(?<=\b[Pp]age))\ (?=[0-9{_TAG}])"
)


_DAY = re.compile(r"(\{\{\s*law\.place\.day\(\w+(?:\.\w+)*\))\s*\}\}")
_SOURCE = re.compile(r"(\{\{\s*\w+(?:\.\w+)*\.cited)\s*\}\}")


def bind(words: str) -> str:
    """Return `words` with a space that no line ends at before units, after “§”, “Ms.” and “exhibit”."""
    return _BOUND.sub(NO_BREAK, words)


def bind_tag(tag: str) -> str:
    """Return `tag` such that no line ends inside the “21 November” or “§ 15” that it prints."""
    tag = _DAY.sub(r'\1|replace(" ", "\\u00a0", 1) }}', tag)
    return _SOURCE.sub(r'\1|replace("§ ", "§\\u00a0") }}', tag)
