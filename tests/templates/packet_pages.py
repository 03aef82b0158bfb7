"""What the pages of a packet that are made from the others tell, of invented packets."""

from __future__ import annotations

from typing import Any

from odd_people import LONG, MARKUP, SCRIPTS

ENTRIES = ("Application for a shorter sentence", "Personal statement", "Exhibit A, Diploma, Example College")


def full(place: str) -> dict[str, Any]:
    """Return what the pages of a packet with everything in it are made from."""
    return _made(
        title="Application for commutation of sentence",
        by="Rosalind Marie Examplewood",
        number="DIN 00G0000",
        to=["The Example Office", "1 Model Street", "Sampleton, NY 00000"],
        day="November 21, 2026",
        serve=["The Example County District Attorney", "The Example Court"],
        sworn="I declare under penalty of perjury that this is true.",
        titles=ENTRIES,
    )


def sparse(place: str) -> dict[str, Any]:
    """Return what the pages of a packet are made from of which only the title is known."""
    return _made(title="Packet", by="", number="", to=[], day="", serve=[], sworn="", titles=[])


def odd(place: str) -> dict[str, Any]:
    """Return what is long, or hard to set."""
    return _made(
        title=f"{MARKUP} {SCRIPTS}",
        by=SCRIPTS,
        number=MARKUP,
        to=[SCRIPTS, MARKUP],
        day="the 31st",
        serve=[MARKUP, *(f"Party {count}" for count in range(9))],
        sworn=MARKUP,
        titles=[MARKUP, SCRIPTS, " ".join(LONG.split()), *(f"Paper {count}" for count in range(30))],
    )


def _made(*, by: str, number: str, titles: Any, **packet: Any) -> dict[str, Any]:
    exhibits = [
        {"label": chr(ord("A") + at % 26), "title": title, "page": at * 7 + 1 if at % 2 else "Will follow"}
        for at, title in enumerate(titles)
    ]
    return {
        "packet": {**packet, "by": by, "number": number, "by_line": ", ".join(filter(None, (by, number)))},
        "entries": [{"title": title, "page": at * 5 + 3} for at, title in enumerate(titles)],
        "exhibits": exhibits,
        "exhibit": {"label": "A", "title": titles[0] if titles else "", "counted": "2 pages"},
        "left_out": {"what": titles[0] if titles else "Exhibit A", "why": packet["sworn"]},
    }
