"""`unbarred packet show`: what a packet holds and what is still to do about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.commands.packet import arguments, telling

if TYPE_CHECKING:
    from unbarred.documents.packets.status import PartStatus, Status

_STATES = {
    "left out": "left out",
    "to come": "to come",
    "replaced": "not needed",
    "not needed": "not needed",
}


def show(folder: Path = arguments.FOLDER, as_json: bool = arguments.AS_JSON) -> None:
    """Show the parts of a packet, their pages, and what is still to do before it is filed.

    Example:  unbarred packet show packet-2026-11-21
    """
    from unbarred.documents.packets.status import status

    found = status(folder)
    if as_json:
        typer.echo(json.dumps(_as_data(found), indent=2, ensure_ascii=False))
    else:
        _tell(found)


def _tell(status: Status) -> None:
    telling.paragraph(f"{status.plan.title}, in {status.folder}/")
    typer.echo("")
    telling.rows([_row(each) for each in status.parts])
    typer.echo("")
    for line in _summary(status):
        telling.paragraph(line)
    telling.awaited(status.plan, status.folder)
    if status.to_check:
        typer.echo("")
        telling.paragraph("Check before filing:")
        for fact in status.to_check:
            telling.item(fact)


def _row(each: PartStatus) -> tuple[str, str, str]:
    from unbarred.documents.packets.arranging import said

    title = said(each.part)
    if each.state != "in":
        on_paper = each.state == "to come" and getattr(each.part, "on_paper", False)
        return "on paper" if on_paper else _STATES[each.state], each.name, title
    if each.is_gone:
        return "file is gone", each.name, title
    if each.first is None or each.pages is None:
        return "not made yet", each.name, title
    notes = [title, telling.pages(each.pages)]
    if each.changed_by_hand:
        notes.append("changed by hand")
    return telling.span(each.first, each.pages), each.name, ", ".join(notes)


def _summary(status: Status) -> list[str]:
    lines = []
    if status.pages is None:
        lines.append(f"The PDF is not made yet. Make it with: {telling.command('make', status.folder)}")
    else:
        lines.append(f"{telling.pages(status.pages)}{_budget(status)}.")
        if not status.is_current:
            lines.append(
                "The packet has changed since its PDF was made. "
                f"Make it again with: {telling.command('make', status.folder)}"
            )
    if status.blanks:
        places = "1 place" if status.left_blank == 1 else f"{status.left_blank} places"
        where = ", ".join(f"{title} {count}" for title, count in status.blanks.items())
        lines.append(f"Still to complete by hand: {places} ({where}).")
    if status.beside:
        lines.append(f"In the folder, but not filed: {telling.listed(status.beside)}.")
    if status.unplanned:
        lines.append(f"In the folder, but not in the plan: {telling.listed(status.unplanned)}.")
    return lines


def _budget(status: Status) -> str:
    allowed = status.plan.options.pages
    if not allowed or status.pages is None:
        return ""
    if status.pages > allowed:
        return f", {status.pages - allowed} more than the {allowed} allowed"
    return f", of {allowed} allowed"


def _as_data(status: Status) -> dict[str, object]:
    return {
        "folder": str(status.folder),
        "title": status.plan.title,
        "parts": [
            {
                "part": each.name,
                "title": each.part.title,
                "state": each.state,
                "first_page": each.first if each.state == "in" else None,
                "pages": each.pages if each.state == "in" else None,
                "left_blank": each.left_blank,
                "changed_by_hand": each.changed_by_hand,
                "is_gone": each.is_gone,
                "is_current": each.is_current,
            }
            for each in status.parts
        ],
        "pages": status.pages,
        "pages_allowed": status.plan.options.pages,
        "is_current": status.is_current,
        "left_blank": status.left_blank,
        "check_before_filing": list(status.to_check),
        "not_filed": list(status.beside),
        "not_in_plan": list(status.unplanned),
    }
