"""How marked text looks. Every mark also shows without colour."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from prompt_toolkit.styles import Style

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from rich.text import Text

STYLE = Style.from_dict(
    {
        "place": "",
        "title": "bold",
        "strong": "bold",
        "em": "italic",
        "term": "underline",
        "code": "bold",
        "key": "bold",
        "problem": "bold ansired",
        "notice": "bold",
        "later": "bold",
        "marked": "bold",
        # Answers from before, or that were not accepted: the next key replaces them.
        "kept": "reverse",
    }
)


def fragments(line: Text) -> StyleAndTextTuples:
    """Return a line of marked text in the form that prompt_toolkit draws."""
    text = line.plain
    edges = sorted({0, len(text), *(edge for span in line.spans for edge in (span.start, span.end))})
    base = _class(line.style)
    return [
        (base + "".join(_class(span.style) for span in line.spans if span.start <= start and end <= span.end),
         text[start:end])
        for start, end in pairwise(edges)
    ]  # fmt: skip


def _class(style: object) -> str:
    return f"class:{style} " if style else ""
