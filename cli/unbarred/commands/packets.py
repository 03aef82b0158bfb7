"""Making a packet and saying what came of it; shared by the commands that end in one."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.errors import UserError

if TYPE_CHECKING:
    from unbarred.documents.packets.making import Report
    from unbarred.sessions import Packet, Session

PDF_NAME = "packet.pdf"


PDF = typer.Option(
    None, "--pdf/--no-pdf", help="Make one PDF of what is filed too [if LibreOffice is found]."
)


def make(
    session: Session,
    out: Path | None,
    *,
    as_json: bool = False,
    plain: bool = False,
    again: bool = False,
    pdf: bool | None = None,
    draft: bool = False,
    also: Mapping[str, object] | None = None,
) -> None:
    """Write the packet of a finished session and report it; `again` if it may take an earlier one's place.

    `pdf` says whether one PDF is made too; None if it is where LibreOffice is
    found. The papers are there before that begins. A `draft` says so on every page. `also` is what JSON says
    besides. Raises `OfficeMissing` or `OfficeFailed`, after the report, if a PDF
    was wanted and could not be made.
    """
    packet = _made(session, out, again=again, draft=draft)
    try:
        report, fault = _pdf_of(packet, pdf)
    except KeyboardInterrupt:
        # The papers are there, and she has to know where.
        announce(packet, None, session, plain=plain)
        raise
    if as_json:
        typer.echo(json.dumps({**as_data(packet, report), **(also or {})}, indent=2, ensure_ascii=False))
    else:
        announce(packet, report, session, plain=plain)
    if fault:
        raise fault
    if report and report.budget and report.budget.over:
        show = shlex.join(["unbarred", "packet", "show", str(packet.folder)])
        typer.echo(f"Its PDF has more pages than are allowed: {show}", err=True)


def _made(session: Session, out: Path | None, *, again: bool, draft: bool) -> Packet:
    """Write the packet to `out`, or to the first folder that is free and stays so until it is written."""
    from unbarred.private_files import FolderTaken
    from unbarred.sessions import make_packet

    if out is not None:
        return make_packet(session, out, again=again, draft=draft)
    while True:
        try:
            return make_packet(session, free_folder(session), draft=draft)
        except FolderTaken:
            # Another window took that name meanwhile.
            continue


def _pdf_of(packet: Packet, wanted: bool | None) -> tuple[Report | None, UserError | None]:
    """Make the packet's PDF; return what came of it, or why there is none though one was wanted."""
    from unbarred import settings
    from unbarred.documents.office import OfficeMissing, find
    from unbarred.documents.packets import making

    if wanted is False or not packet.is_planned:
        return None, None
    try:
        if wanted is None and find() is None:
            if settings.office() != settings.NO_OFFICE:
                typer.echo(f"No PDF was made of the papers. {OfficeMissing()}", err=True)
            return None, None
        if sys.stderr.isatty():
            typer.echo("The papers are made. Their PDF takes a few seconds.", err=True)
        return making.make(packet.folder), None
    except UserError as fault:
        return None, fault


def do_without(session: Session, *, as_json: bool) -> None:
    """Report the end of an interview that makes no papers: what its last screen says."""
    session.finish()
    if as_json:
        ending = {"heading": session.screen.heading, "text": session.screen.text}
        typer.echo(
            json.dumps(
                {"folder": None, "papers": [], "pdf": None, "ending": ending}, indent=2, ensure_ascii=False
            )
        )
    else:
        said = [session.screen.heading, session.screen.text, "The interview is over. It makes no papers."]
        typer.echo("\n\n".join(part for part in said if part))


def free_folder(session: Session) -> Path:
    """Return `packet-<day>` in the current folder, or the first such name that is free."""
    day = session.as_of.isoformat()
    number = 1
    while True:
        folder = Path(f"packet-{day}" if number == 1 else f"packet-{day}-{number}")
        if not folder.exists():
            return folder
        number += 1


def announce(packet: Packet, report: Report | None, session: Session, *, plain: bool) -> None:
    """Say where the packet of `session` is and what is left to do, on stdout."""
    from unbarred import terminal
    from unbarred.terminal.words import leaving

    counted = _counted(report)
    is_kept = bool(session.tail) and session.interview.is_ours
    papers = [
        terminal.Paper(paper.title, pages=counted.get(paper.file), filename=paper.file)
        for paper in packet.papers
    ]
    terminal.announce(
        terminal.Packet(
            folder=str(packet.folder),
            papers=papers,
            blanks=packet.left_blank,
            to_check=len(packet.to_check),
            next_steps=(leaving.sign(), leaving.send(packet.send_to)) if packet.send_to else (),
            open_first=packet.open_first,
            pdf=PDF_NAME if report else "",
            pdf_pages=report.pages if report else 0,
            use_again=f"unbarred start INTERVIEW --from {session.tail}" if is_kept else "",
        ),
        plain=plain,
    )


def as_data(packet: Packet, report: Report | None) -> dict[str, object]:
    """Return what `--json` prints about a packet."""
    counted = _counted(report)
    return {
        "folder": str(packet.folder),
        "papers": [
            {
                "title": paper.title,
                "file": paper.file,
                "left_blank": paper.left_blank,
                "pages": counted.get(paper.file),
            }
            for paper in packet.papers
        ],
        "pdf": {"file": PDF_NAME, "pages": report.pages} if report else None,
        "left_blank": packet.left_blank,
        "check_before_filing": list(packet.to_check),
        "send_to": packet.send_to,
    }


def _counted(report: Report | None) -> dict[str, int]:
    """Return the pages of each paper that is in the PDF, by its file."""
    from unbarred.documents.packets import Paper

    placed = report.placed if report else ()
    return {each.part.file: each.pages for each in placed if isinstance(each.part, Paper)}
