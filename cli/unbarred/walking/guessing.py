"""Guesses what a text is meant to be from what the screen says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbarred.screens import Field, Screen

_MEANT = (
    (r"e-?mail", ("rosa@clinic.example",)),
    (r"phone|fax|mobile|cell", ("(212) 555-0143", "+12125550143")),
    (r"zip|postal|postcode", ("12345", "10032-0001")),
    (r"social security|\bssn\b", ("123-45-6789",)),
    (r"\btime\b|o'?clock", ("10:30 AM", "23:15")),
    (r"\bdate\b|birthday|when\b", ("3/14/2001", "2031-12-01")),
    (r"\byear\b", ("2001",)),
    (r"number|how many|how much|amount|price|\bage\b|quantity|count", ("12", "3")),
    (r"url|web ?(site|page|address)|link", ("https://clinic.example/",)),
    (r"\bstate\b", ("NY",)),
    (r"country", ("US",)),
    (r"street|address", ("418 West 155th Street",)),
    (r"city|town", ("Springfield",)),
    (r"file ?name", ("paper.txt",)),
    (r"name\b", ("Rosa", "Rosa Delgado")),
)
"""What labels speak of, the more particular first, and what people type there."""

_QUOTED = re.compile(r"“([^”]{1,80})”|\"([^\"]{1,80})\"|`([^`]{1,80})`|'([^'\s][^']{0,79})'(?!\w)")
_TERMS = tuple((re.compile(pattern, re.IGNORECASE), texts) for pattern, texts in _MEANT)


def meant(field: Field) -> tuple[str, ...]:
    """Return texts of the kind that the field's label or name speaks of; none where that says nothing."""
    for about in (field.label, field.name.rpartition(".")[2].replace("_", " "), field.hint):
        for pattern, texts in _TERMS:
            if pattern.search(about):
                return texts
    return ()


def told(screen: Screen, refusal: str) -> tuple[str, ...]:
    """Return what the screen, or the message with which it refused an answer, holds in quotation marks."""
    texts = (screen.heading, screen.text, screen.under, refusal, *(each.label for each in screen.fields))
    return tuple(dict.fromkeys(quote for text in texts for quote in _quotes(" ".join(text.split()))))


def _quotes(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        yield next(group for group in found.groups() if group).strip()
