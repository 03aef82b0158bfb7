"""Making a packet with its public copy, and saying what was taken out of it."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.commands import packets
from unbarred.errors import UsageError

if TYPE_CHECKING:
    from unbarred.sessions import Session
    from unbarred.sessions.public_copy import PublicPacket
    from unbarred.sessions.redaction_list import ReadAgain, Redacted

_WIDEST = 100
"""So many columns at most."""

_MOST_PLACES = 12
"""So many places to read are named; the manifest has them all."""

_SHOWN = {
    "initials": "initials in their place",
    "year": "the year stays",
    "last four": "the last four digits stay",
    "city and state": "the town stays",
    "withheld": "nothing stays",
}


def exhibits(given: Sequence[str], *, public: bool) -> dict[str, Path]:
    """Return the files given as `LETTER=FILE` by their letters; raise `UsageError` for anything else."""
    if given and not public:
        raise UsageError("--redacted-exhibit is for a public copy.", "Give --public too.")
    found: dict[str, Path] = {}
    for each in given:
        letter, equals, file = each.partition("=")
        if not (letter and equals and file):
            raise UsageError(
                f"{each!r} does not say which exhibit it is.", "Write it as B=school-redacted.pdf."
            )
        found[letter.strip().upper()] = Path(file)
    return found


def make(
    session: Session,
    out: Path | None,
    exhibits: Mapping[str, Path],
    *,
    as_json: bool,
    again: bool,
    pdf: bool | None,
) -> None:
    """Write a packet and its public copy beside it, and report both; `again` and `pdf` as `packets.make`."""
    from unbarred.sessions.assembly import check_folder
    from unbarred.sessions.public_copy import folder_beside, make_public_copy

    folder = out if out is not None else packets.free_folder(session)
    # What lies in a folder that was free a moment ago is another window's.
    again = again and out is not None
    # Known before anything is written, so that there is not one without the other.
    check_folder(folder, again=again)
    made = make_public_copy(session, folder_beside(folder), exhibits, again=again)
    also = {"public_copy": as_data(made)}
    packets.make(session, folder, as_json=as_json, again=again, pdf=pdf, also=also)
    if not as_json:
        typer.echo("\n".join(_report(made)))
    if made.is_planned:
        _make_pdf(made.folder, pdf)


def _make_pdf(folder: Path, wanted: bool | None) -> None:
    from unbarred.documents import office
    from unbarred.documents.packets import making

    if wanted or (wanted is None and office.find() is not None):
        making.make(folder)


def as_data(made: PublicPacket) -> dict[str, object]:
    """Return what `--json` prints about a public copy."""
    from unbarred.sessions import redaction_list

    papers = [{"title": each.title, "file": each.file, "left_blank": each.left_blank} for each in made.papers]
    return {"folder": str(made.folder), "papers": papers, **redaction_list.as_data(made.listed)}


def _report(made: PublicPacket) -> Iterator[str]:
    """Yield the report's lines, no longer than the terminal is wide."""
    width = min(shutil.get_terminal_size().columns, _WIDEST) - 1
    for line in _said(made):
        indent = line[: len(line) - len(line.lstrip())]
        yield textwrap.fill(line, width, subsequent_indent=indent + "  ", break_long_words=False)


def _said(made: PublicPacket) -> Iterator[str]:
    listed = made.listed
    yield ""
    yield f"Its public copy is in {made.folder}/. What was taken out of it:"
    yield ""
    if not listed.redacted:
        yield "  Nothing. No answer that must not be seen stands in these papers."
    for each in listed.redacted:
        yield from (f"  {line}" for line in _redacted(each, listed.where))
    if listed.left_out:
        yield ""
        yield "Not part of the public copy; a sheet in its place says so:"
        yield from (f"  {each}" for each in listed.left_out)
    if listed.read_again:
        yield ""
        yield "Read these once more:"
        yield from (f"  {_place(each)}" for each in listed.read_again[:_MOST_PLACES])
        more = len(listed.read_again) - _MOST_PLACES
        if more > 0:
            yield f"  … and {more} more, which manifest.json in that folder names."
    if listed.also:
        yield ""
        yield "What else the rules of the place say:"
        yield from (f"  {fact.says} From: {fact.cited}." for fact in listed.also)
    yield ""
    yield "A machine knows only what you told it. Read every page before you hand it out."


def _redacted(each: Redacted, where: str) -> Iterator[str]:
    times = "once" if each.times == 1 else f"{each.times} times"
    yield f"{each.followed.kind}: {times}; {_SHOWN[each.followed.shown_as]}"
    rule = each.followed.rule
    if rule is None:
        yield "  Our own caution, not law: we hold no rule of this place on it."
        return
    yield f"  By {rule.cited}."
    if rule.caveat:
        yield f"  Note: {rule.caveat}"
    if not each.followed.binding:
        other = "courts" if where == "office" else "other offices"
        yield f"  That rule is for papers to {other}. We took it as a measure."


def _place(each: ReadAgain) -> str:
    paper = f"{each.paper}: " if each.paper else ""
    near = f" “… {each.near} …”" if each.near else ""
    return f"{paper}{each.why}{near}"
