"""Texts of screens as plain words, and what several wordings of one question have in common."""

from __future__ import annotations

import html
import re
from difflib import SequenceMatcher

LEFT_OUT = "…"
"""Stands where a question names an answer."""

_REMOVED = re.compile(r"<!--.*?-->|!\[[^\]]*\]\([^)]*\)|</?[A-Za-z][^<>]*>|\[/?[A-Z]{2,}[^\]]*\]", re.DOTALL)
_WITHIN_A_LINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>"
)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_TERM = re.compile(r"\{([^{}|\n]+)(?:\|([^{}\n]*))?\}")
_STARS = re.compile(r"(\*{1,3}|`+)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_LINES_BELOW = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_LINE_BEGINS = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?)", re.MULTILINE)
_BULLET = re.compile(r"^\s*[*+-]\s+", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PARTS = re.compile(r"\s+|\w+(?:[’'.\-]\w+)*|[^\w\s]")
_ALIKE = 0.5
"""Wordings that have a smaller share of their words in common are different questions."""


def plain(text: str) -> str:
    """Return Markdown, with its explained `{words}`, as plain text on one line."""
    return " ".join(_unmarked(text).split())


def paragraphs(text: str) -> str:
    """Return Markdown as plain text of paragraphs and items, one a line."""
    lines = re.split(r"\n\s*\n|\n(?=\s*(?:[*+-]|\d+\.)\s)", text)
    return "\n".join(line for line in (" ".join(_unmarked(each).split()) for each in lines) if line)


def _unmarked(text: str) -> str:
    text = _LINE_BEGINS.sub("", _BULLET.sub("- ", text))
    text = _LINK.sub(r"\1", _REMOVED.sub(" ", _WITHIN_A_LINE.sub("", text)))
    text = _TERM.sub(lambda match: match[2] or match[1], text)
    text = _LINES_BELOW.sub(r"\2", _STARS.sub(r"\2", text))
    # What nobody sees on a screen a cell would show, or obey.
    return "".join(
        sign if sign.isprintable() or sign.isspace() else " "
        for sign in html.unescape(_ESCAPED.sub(r"\1", text))
    )


def common(first: str, other: str) -> str:
    """Return `first` with “…” for the words that `other`, another wording of it, has not.

    Words that only one of them has are left out. Wordings with little in common are
    different questions: then `first` stays as it is.
    """
    if first == other:
        return first
    ours, theirs = _PARTS.findall(first), _PARTS.findall(other)
    found = SequenceMatcher(None, ours, theirs, autojunk=False)
    same = [ours[a : a + size] for a, _, size in found.get_matching_blocks()]
    words = sum(_is_word(each) for part in same for each in part)
    if words < _ALIKE * max(1, min(sum(map(_is_word, ours)), sum(map(_is_word, theirs)))):
        return first
    kept = [
        "".join(ours[start:end]) if kind == "equal" else LEFT_OUT if kind == "replace" else ""
        for kind, start, end, *_ in found.get_opcodes()
    ]
    return re.sub(rf"{LEFT_OUT}(?:\s*{LEFT_OUT})+", LEFT_OUT, " ".join("".join(kept).split()))


def _is_word(part: str) -> bool:
    return part[0].isalnum()
