"""The pages of a packet that are made from the others, as Word files: cover, contents, lists, sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from unbarred import content, templates
from unbarred.documents.packets.arranging import said
from unbarred.documents.packets.layout import Placed
from unbarred.documents.packets.plan import Exhibit, Kind, Plan

SHEET = "exhibit-sheet"
ENCLOSED, WILL_FOLLOW = "Enclosed", "Will follow"
_NO_PLACE = "any"
"""Stands for a place that has no templates of its own."""


def cover(plan: Plan) -> bytes:
    """Return the cover: what it is, whose, to whom."""
    return _filled(plan, "cover", {})


def contents(plan: Plan, listed: Sequence[Placed]) -> bytes:
    """Return the table of contents; `listed` are the parts that it names, in their places."""
    entries = [{"title": said(each.part), "page": each.first} for each in listed]
    return _filled(plan, "contents", {"entries": entries})


def exhibit_list(plan: Plan, placed: Sequence[Placed]) -> bytes:
    """Return the list of exhibits with the page on which each begins; also those that will follow."""
    pages = {id(each.part): each.first for each in placed}
    exhibits = [
        {
            "label": each.label,
            "title": each.title,
            "page": pages.get(id(each), ENCLOSED if each.on_paper else WILL_FOLLOW),
        }
        for each in plan.exhibits
        if not each.left_out
    ]
    return _filled(plan, "exhibit-list", {"exhibits": exhibits})


def exhibit_sheet(plan: Plan, exhibit: Exhibit, pages: int) -> bytes:
    """Return the cover sheet of an exhibit that has so many pages."""
    counted = "1 page" if pages == 1 else f"{pages} pages"
    about = {"label": exhibit.label, "title": exhibit.title, "counted": counted}
    return _filled(plan, SHEET, {"exhibit": about})


def certificate_of_service(plan: Plan) -> bytes:
    """Return the certificate of service, with a line for everyone who gets a copy."""
    return _filled(plan, "certificate-of-service", {})


def template(plan: Plan, name: Kind | str) -> Path:
    """Return the file of the template that serves the packet's place and paper."""
    wanted = f"packet/{name.replace(' ', '-')}"
    return content.templates() / templates.template_for(wanted, plan.place or _NO_PLACE, plan.paper)


def _filled(plan: Plan, name: str, more: dict[str, Any]) -> bytes:
    from unbarred.documents.filling.rendering import render

    packet = {
        "title": plan.title,
        "by": plan.by,
        "number": plan.number,
        "by_line": ", ".join(filter(None, (plan.by, plan.number))),
        "to": list(plan.to),
        "day": plan.day,
        "serve": list(plan.serve),
        "sworn": plan.sworn,
    }
    return render(template(plan, name), {"packet": packet, **more}).content
