"""Making a packet and saying what came of it; shared by the commands that end in one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from unbarred.sessions import Packet, Session


def make(
    session: Session, out: Path | None, *, as_json: bool = False, plain: bool = False, again: bool = False
) -> None:
    """Write the packet of a finished session and report it; `again` if it may take an earlier one's place."""
    from unbarred.sessions import make_packet

    packet = make_packet(session, out if out is not None else free_folder(session), again=again)
    if as_json:
        typer.echo(json.dumps(as_data(packet), indent=2, ensure_ascii=False))
    else:
        announce(packet, plain=plain)


def do_without(session: Session, *, as_json: bool) -> None:
    """Report the end of an interview that makes no papers: what its last screen says."""
    session.finish()
    if as_json:
        ending = {"heading": session.screen.heading, "text": session.screen.text}
        typer.echo(json.dumps({"folder": None, "papers": [], "ending": ending}, indent=2, ensure_ascii=False))
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


def announce(packet: Packet, *, plain: bool) -> None:
    """Say where the packet is and what is left to do, on stdout."""
    from unbarred import terminal
    from unbarred.terminal.words import leaving

    papers = [terminal.Paper(paper.title, filename=paper.file) for paper in packet.papers]
    terminal.announce(
        terminal.Packet(
            folder=str(packet.folder),
            papers=papers,
            blanks=packet.left_blank,
            to_check=len(packet.to_check),
            next_steps=(leaving.sign(), leaving.send(packet.send_to)) if packet.send_to else (),
            open_first=packet.open_first,
        ),
        plain=plain,
    )


def as_data(packet: Packet) -> dict[str, object]:
    """Return what `--json` prints about a packet."""
    return {
        "folder": str(packet.folder),
        "papers": [
            {"title": paper.title, "file": paper.file, "left_blank": paper.left_blank}
            for paper in packet.papers
        ],
        "left_blank": packet.left_blank,
        "check_before_filing": list(packet.to_check),
        "send_to": packet.send_to,
    }
