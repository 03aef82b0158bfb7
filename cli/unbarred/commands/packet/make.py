"""`unbarred packet make`: the packet as one PDF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.commands.packet import arguments, telling
from unbarred.errors import ExitCode

if TYPE_CHECKING:
    from unbarred.documents.packets import Plan
    from unbarred.documents.packets.budget import Reckoned
    from unbarred.documents.packets.making import Report


def make(
    folder: Path = arguments.FOLDER,
    pages: int | None = typer.Option(
        None, "--pages", metavar="N", min=0, help="The most pages it may have; 0 for any number."
    ),
    stamps: bool | None = typer.Option(None, "--stamps/--no-stamps", help="“Page 3 of 60” on every page."),
    bates: str | None = typer.Option(
        None, "--bates", metavar="PREFIX", help="A number on every page: PREFIX 000003; '' for none."
    ),
    docx: bool | None = typer.Option(None, "--docx/--no-docx", help="One Word file of all papers too."),
    archival: bool | None = typer.Option(
        None, "--archival/--no-archival", help="Make its papers for archives (PDF/A-2b)."
    ),
    as_json: bool = arguments.AS_JSON,
) -> None:
    """Make packet.pdf: cover, contents, papers and exhibits in order, with right page numbers.

    Only what changed is made again. What you set here is kept in packet.yml for
    the next time. With more pages than allowed the packet is made all the same,
    and the exit status is 1.

    Example:  unbarred packet make packet-2026-11-21 --pages 30
    """
    from unbarred.documents.packets import making

    wanted = making.Wanted(pages=pages, bates=bates, stamp=stamps, docx=docx, archival=archival)
    report = making.make(folder, wanted)
    if as_json:
        typer.echo(json.dumps(as_data(report), indent=2, ensure_ascii=False))
    else:
        _tell(report)
    if report.budget and report.budget.over:
        raise typer.Exit(ExitCode.REFUSED)


def as_data(report: Report) -> dict[str, object]:
    """Return what `--json` prints about a packet that was made."""
    from unbarred.documents.packets.arranging import called_by

    budget = report.budget
    return {
        "folder": str(report.folder),
        "pages": report.pages,
        "pages_allowed": budget.allowed if budget else None,
        "pages_too_many": budget.over if budget else 0,
        "parts": [
            {
                "part": called_by(report.plan, each.part),
                "title": each.part.title,
                "first_page": each.first,
                "pages": each.pages,
            }
            for each in report.placed
        ],
        "made_again": list(report.made_again),
        "kept": list(report.kept),
        "changed_by_hand": list(report.changed_by_hand),
        "left_blank": report.left_blank,
        "docx": report.docx,
    }


def _tell(report: Report) -> None:
    made = "packet.pdf and packet.docx are" if report.docx else "packet.pdf is"
    telling.paragraph(f"{made} made: {telling.pages(report.pages)}, in {report.folder}/")
    if report.made_again and report.kept:
        telling.paragraph(f"Made again: {telling.listed(report.made_again)}. The rest is as it was.")
    elif report.kept:
        telling.paragraph("No paper and no exhibit has changed since it was last made.")
    for name in report.changed_by_hand:
        telling.paragraph(f"{name} was changed by hand. The packet has it as it is now.")
    if report.left_blank:
        places = "1 place" if report.left_blank == 1 else f"{report.left_blank} places"
        telling.paragraph(f"Still to complete by hand: {places}.")
    telling.awaited(report.plan, report.folder)
    if report.budget and report.budget.over:
        typer.echo("")
        _tell_budget(report.budget, report.plan, report.folder)


def _tell_budget(budget: Reckoned, plan: Plan, folder: Path) -> None:
    from unbarred.documents.packets.arranging import SHEETS, called_by, said

    too_many = "1 page too many" if budget.over == 1 else f"{budget.over} pages too many"
    telling.paragraph(f"That is {too_many}: {budget.allowed} are allowed. The longest parts:")
    for each in budget.longest:
        telling.item(f"{said(each.part)}, {telling.pages(each.pages)}")
    if budget.can_go:
        telling.paragraph("What can be left out, if you want to, and what it saves:")
    for each in budget.can_go:
        command = telling.command("leave-out", folder, called_by(plan, each.part))
        telling.item(f"{telling.pages(each.pages)}: {command}")
    if budget.sheets:
        command = telling.command("leave-out", folder, SHEETS)
        telling.item(f"{telling.pages(budget.sheets)}, the exhibits' cover sheets: {command}")
