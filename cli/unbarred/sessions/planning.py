"""What of an interview's papers is filed, and in which order: the plan of its packet.

An interview of ours says in its variable `packet` what the packet is called,
whose it is, to whom it goes, and which papers are only for her. Of any other
interview's papers all are filed that can be turned into pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from unbarred.documents.packets import Exhibit, Made, Paper, Part, Plan
from unbarred.documents.packets.plan import PAPER_SIZES

if TYPE_CHECKING:
    from unbarred.engine.papers import Paper as Written
    from unbarred.sessions.sitting import Sitting

VARIABLE = "packet"
_PAGES_OF = ("docx", "pdf", "jpg", "jpeg", "png", "tif", "tiff")
"""Endings of papers that can be turned into pages."""


def planned(session: Sitting, papers: Sequence[Written]) -> Plan | None:
    """Return the plan of the packet that `papers` are; None if none of them is filed."""
    # In somebody else's interview the same name means something else.
    said = session.run.value(VARIABLE) if session.interview.is_ours else None
    if session.interview.is_ours and not isinstance(said, Mapping):
        return None
    about: Mapping[str, Any] = said or {}
    not_filed = set(about.get("not_filed", ()))
    filed = [each for each in papers if each.filename not in not_filed and each.extension in _PAGES_OF]
    if not filed:
        return None
    return Plan(
        title=str(about.get("title") or session.interview.title),
        parts=tuple(_parts(about, filed)),
        by=str(about.get("by", "")),
        number=str(about.get("number", "")),
        to=tuple(map(str, about.get("to", ()))),
        day=str(about.get("day", "")),
        place=session.place if session.interview.is_ours else "",
        paper=next((each for each in PAPER_SIZES if each == about.get("paper")), "letter"),
        serve=tuple(map(str, about.get("serve", ()))),
        sworn=str(about.get("sworn", "")) if about.get("serve") else "",
        beside=tuple(each.file for each in papers if each not in filed),
    )


def _parts(about: Mapping[str, Any], filed: Sequence[Written]) -> list[Part]:
    listing = about.get("list_of_exhibits")
    return [
        Made("cover"),
        Made("contents"),
        Made("exhibit list"),
        *(
            Paper(each.file, each.title, lists_exhibits=bool(listing) and each.filename == listing)
            for each in filed
        ),
        *(
            Exhibit(str(each["label"]), str(each["title"]), on_paper=bool(each["on_paper"]))
            for each in about.get("exhibits", ())
        ),
        Made("certificate of service"),
    ]
