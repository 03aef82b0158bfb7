"""The public copy of a packet: the same papers, without what the public must not see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, cast

from unbarred import private_files
from unbarred.documents.packets import Exhibit, Made, Paper, Plan, manifest, places, plan_file
from unbarred.documents.packets.manifest import PaperMade
from unbarred.documents.redacting import (
    MARK,
    HoldsAnotherFile,
    Lookout,
    Tally,
    public_copy,
    without_its_past,
)
from unbarred.errors import UsageError
from unbarred.sessions import left_out, planning, redaction_list
from unbarred.sessions.assembly import check_folder
from unbarred.sessions.measure import Measure
from unbarred.sessions.packet_files import finished_papers
from unbarred.sessions.private_answers import private_answers
from unbarred.sessions.redaction_list import RedactionList

if TYPE_CHECKING:
    from unbarred.engine.papers import Paper as Written
    from unbarred.law.redaction import PrivateKind, Where
    from unbarred.sessions.session import Session

FILED_WITH = "filed with"
"""In an interview's metadata: whether its papers go to a `court`, as without it, or to an `office`."""

_SOCIAL_SECURITY: PrivateKind = "social security number"
_SUFFIX = "(public copy)"
_PLAIN_TEXT = ("md", "txt")
_NOT_REDACTED = "A machine cannot take private things out of it."


@dataclass(frozen=True)
class PublicPacket:
    """The public copy that was written: its folder, its papers in order, and what was done to them."""

    folder: Path
    papers: tuple[PaperMade, ...]
    listed: RedactionList
    is_planned: bool = False
    """Whether one PDF can be made of it."""


@dataclass
class _Made:
    """What is made so far, in order."""

    parts: list[Paper | Exhibit] = field(default_factory=list)
    papers: list[PaperMade] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def free(self, name: str, extension: str) -> str:
        """Return a name that no other file has: of `letter-Tanya` and `letter-Titus` both are `letter-T.`."""
        taken = {each.casefold() for each in self.contents}
        names = (
            f"{name}{number} {_SUFFIX}.{extension}" for number in chain([""], map(" {}".format, count(2)))
        )
        return next(each for each in names if each.casefold() not in taken)

    def add(self, title: str, file: str, content: bytes, left_blank: int = 0) -> None:
        """Add a paper of our own making."""
        self.parts.append(Paper(file, title))
        self.papers.append(PaperMade(title, file, manifest.digest(content), left_blank))
        self.contents[file] = content


def folder_beside(folder: Path) -> Path:
    """Return where the public copy of the packet in `folder` goes."""
    # `.` and `..` are called by no name of their own.
    named = folder if folder.name not in ("", "..") else folder.resolve()
    return named.with_name(f"{named.name}-public")


def make_public_copy(
    session: Session,
    folder: Path,
    redacted_exhibits: Mapping[str, Path] | None = None,
    *,
    again: bool = False,
) -> PublicPacket:
    """Write the public copy of what a finished interview files to `folder`, whole or not at all.

    `redacted_exhibits` are files, by the exhibit's letter, out of which a person has taken what must not be
    seen; for every other exhibit a sheet says that it is left out. `again` as `check_folder` has it.
    Raises `UserError` if the interview is not at its end, if a secret would still be in a paper, or is in
    the text of a redacted exhibit.
    """
    check_folder(folder, again=again)
    measure = Measure(session.place, _filed_with(session), session.as_of)
    private = private_answers(session, measure)
    shape = (_SOCIAL_SECURITY, measure.shown_as(_SOCIAL_SECURITY))
    lookout = Lookout(private.secrets, private.stays, shape)
    written = finished_papers(session)
    plan = planning.planned(session, written)
    filed = {paper.file for paper in plan.papers} if plan else {each.file for each in written}
    made = _Made()
    for paper in written:
        if paper.file in filed:
            _add_paper(made, paper, lookout, session)
    for exhibit in left_out.exhibits(plan, redacted_exhibits or {}):
        _add_exhibit(made, exhibit, lookout, session)
    # A question may call somebody by her name.
    headings = [lookout.redacted(each) for each in private.read_again]
    listed = redaction_list.listed(
        made.tallies, measure, lookout.blind, headings, made.pictures, made.left_out
    )
    if plan:
        made.contents[places.PLAN] = plan_file.write(_public_plan(plan, made, lookout))
    made.contents[places.MANIFEST] = _manifest(session, made, listed)
    with private_files.replacing_folder(folder) as new:
        for file, content in made.contents.items():
            (new / file).write_bytes(content)
    return PublicPacket(folder, tuple(made.papers), listed, is_planned=plan is not None)


def _filed_with(session: Session) -> Where:
    said = session.interview.metadata.get(FILED_WITH, "court")
    if said not in ("court", "office"):
        raise UsageError(
            f"{session.interview.name} says that its papers are filed with {said}.",
            f"Write `{FILED_WITH}: court` or `{FILED_WITH}: office` in its metadata.",
        )
    return cast("Where", said)


def _add_paper(made: _Made, paper: Written, lookout: Lookout, session: Session) -> None:
    title, name = lookout.redacted(paper.title), lookout.redacted(paper.filename)
    tally, extension, content, has_pictures = Tally(), paper.extension, b"", False
    if extension == "docx":
        try:
            copy = public_copy(paper.content, paper.file, lookout)
        except HoldsAnotherFile:
            content = b""
        else:
            content, tally, has_pictures = copy.content, copy.tally, bool(copy.pictures)
    elif extension in _PLAIN_TEXT:
        text = lookout.redacted(paper.content.decode("utf-8", "replace"), tally)
        content = f"{MARK}\n\n{text}".encode()
    if not content:
        extension, content = "docx", left_out.sheet(session, title, _NOT_REDACTED)
        made.left_out.append(title)
    file = made.free(name, extension)
    made.add(title, file, content, len(paper.blanks))
    made.tallies[file] = tally
    made.pictures += [file] * has_pictures


def _add_exhibit(made: _Made, exhibit: Exhibit, lookout: Lookout, session: Session) -> None:
    title = lookout.redacted(exhibit.title)
    if not exhibit.file:
        made.left_out.append(exhibit.heading)
        sheet = left_out.sheet(session, exhibit.heading, title)
        made.add(f"{exhibit.heading}, left out", made.free(exhibit.heading, "docx"), sheet)
        return
    redacted = Path(exhibit.file)
    content = without_its_past(places.read(redacted), exhibit.file)
    left_out.check_redacted(exhibit, content, lookout)
    file = made.free(exhibit.heading, redacted.suffix.lower().lstrip("."))
    made.parts.append(Exhibit(exhibit.label, title, file))
    made.contents[file] = content


def _public_plan(plan: Plan, made: _Made, lookout: Lookout) -> Plan:
    """Return the plan by which one PDF can be made of the public copy."""
    before = [part for part in plan.parts if isinstance(part, Made) and part.kind != "certificate of service"]
    after = [part for part in plan.parts if isinstance(part, Made) and part not in before]
    return replace(
        plan,
        title=f"{lookout.redacted(plan.title)} {_SUFFIX}",
        parts=(*before, *made.parts, *after),
        to=tuple(map(lookout.redacted, plan.to)),
        serve=tuple(map(lookout.redacted, plan.serve)),
        beside=(),
    )


def _manifest(session: Session, made: _Made, listed: RedactionList) -> bytes:
    known: dict[str, object] = {
        "interview": session.interview.name,
        "place": session.place or None,
        "as_of": session.as_of.isoformat(),
        "papers": [],
        "public_copy": redaction_list.as_data(listed),
    }
    files = {name: manifest.digest(content) for name, content in made.contents.items()}
    return manifest.written(manifest.without_packet(manifest.with_papers(known, made.papers), files))
