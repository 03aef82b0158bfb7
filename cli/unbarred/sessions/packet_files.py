"""The files of a packet: the papers of a finished interview, their plan and their manifest, in memory."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from unbarred import content
from unbarred.errors import UsageError, UserError
from unbarred.sessions.sitting import Sitting

if TYPE_CHECKING:
    from unbarred.documents.packets import Plan
    from unbarred.engine.papers import Paper


MANIFEST = "manifest.json"


@dataclass(frozen=True)
class PaperFile:
    """One paper of a packet as it lies in the folder."""

    title: str
    file: str
    left_blank: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class AboutPacket:
    """The papers of a packet, in order, and what is left to do about it."""

    papers: tuple[PaperFile, ...]
    to_check: tuple[str, ...]
    """Facts of law that must be checked before filing, in words."""
    send_to: str = ""
    """The office that takes the papers; "" if the law data do not say."""
    is_planned: bool = False
    """Whether papers of it are filed, so that one PDF can be made of them."""

    @property
    def left_blank(self) -> int:
        """Places still to complete by hand, over all papers."""
        return sum(paper.left_blank for paper in self.papers)

    @property
    def open_first(self) -> str:
        """The file name of the paper that stands first in the folder."""
        return min(paper.file for paper in self.papers)


@dataclass(frozen=True, kw_only=True)
class PacketFiles:
    """What a packet's folder holds, by name, and what is said about it."""

    contents: Mapping[str, bytes]
    about: AboutPacket


@dataclass(frozen=True)
class Earlier:
    """An earlier packet whose place is taken: what she did with it, and her files in it."""

    plan: Plan | None = None
    made_then: frozenset[str] = frozenset()
    named_then: Mapping[str, str] | None = None
    """The titles of the exhibits that the interview named, by label; None if that was not written down."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Her exhibits, and what is kept of the pages, by name."""


def finished_papers(session: Sitting) -> list[Paper]:
    """Return the papers of an interview that is at its end; raise `UserError` if it is not, or makes none."""
    papers = session.run.papers()
    if not session.is_over:
        raise UserError(
            "There are no papers yet: some questions are still open.",
            f"Go on with: unbarred resume {session.tail}".rstrip(),
        )
    if not papers:
        raise UserError("With these answers the interview ends without papers.")
    return list(papers)


def packet_files(
    session: Sitting,
    *,
    draft: bool = False,
    earlier: Earlier | None = None,
    also: Mapping[str, Any] | None = None,
) -> PacketFiles:
    """Return the packet of a finished interview.

    A `draft` says so on every page; of what is `earlier` the exhibits, the order
    and what was left out stay. `also` is what the manifest says besides. Raises `UserError` if
    the interview is not at its end or makes no papers, `UsageError` if a paper would take the
    place of one that she added.
    """
    from unbarred.documents.packets import manifest, places, plan_file, renewing
    from unbarred.sessions import planning

    before = earlier or Earlier()
    papers = finished_papers(session)
    plan = planning.planned(session, papers)
    if draft:
        papers = [_as_draft(each) for each in papers]
        plan = plan and dataclasses.replace(plan, options=dataclasses.replace(plan.options, draft=True))
    _refuse_twins(papers, before)
    named = {each.label: each.title for each in plan.exhibits} if plan else {}
    if plan and before.plan:
        plan = renewing.renewed(before.plan, plan, before.made_then, before.named_then)
    # In somebody else's interview the same name means something else.
    law = session.run.value("law") if session.interview.is_ours else None
    written = tuple(_paper_file(each) for each in papers)
    made = [manifest.PaperMade(each.title, each.file, each.sha256, each.left_blank) for each in written]
    contents = {**before.files, **{each.file: each.content for each in papers}}
    if plan:
        contents[places.PLAN] = plan_file.write(plan)
    about = {**_provenance(session, papers, law), "exhibits": named, **(also or {})}
    known = manifest.with_papers(about, made)
    files = {name: manifest.digest(content) for name, content in contents.items() if name[0] != "."}
    contents[MANIFEST] = manifest.written(manifest.without_packet(known, files))
    office = law.office.name if law is not None and law.office and law.offered != "no" else ""
    to_check = tuple(fact.says for fact in law.to_check) if law is not None else ()
    said = AboutPacket(papers=written, to_check=to_check, send_to=office, is_planned=plan is not None)
    return PacketFiles(contents=contents, about=said)


def _refuse_twins(papers: Sequence[Paper], earlier: Earlier) -> None:
    """Raise `UsageError` if a paper would take the place of one that she added under its name."""
    for each in papers:
        if each.file in earlier.files:
            raise UsageError(
                f"The packet has a paper {each.file} that you added; the interview makes one of that name.",
                "Give a new folder with --out, so that nothing of it is lost.",
            )


def _as_draft(paper: Paper) -> Paper:
    """Return a Word file with the mark of a draft on every page; any other as it is."""
    from unbarred.documents.filling.drafts import as_draft

    if paper.extension != "docx":
        return paper
    return dataclasses.replace(paper, content=as_draft(paper.content, paper.file))


def _paper_file(paper: Paper) -> PaperFile:
    digest = hashlib.sha256(paper.content).hexdigest()
    return PaperFile(paper.title, paper.file, len(paper.blanks), digest)


def _provenance(session: Sitting, papers: Sequence[Paper], law: Any) -> dict[str, Any]:
    """Return what the manifest says of where the papers come from."""
    from unbarred.law import provenance

    return {
        "interview": session.interview.name,
        "place": session.place or None,
        "as_of": session.as_of.isoformat(),
        "papers": [],
        "check_before_filing": [_to_check(fact) for fact in law.to_check] if law is not None else [],
        "templates": {
            each.file: {"name": each.template.name, "sha256": content.digest(each.template)}
            for each in papers
            if each.template
        },
        "law": provenance.digests(law.place.slug, law.name) if law is not None else {},
    }


def _to_check(fact: Any) -> dict[str, str | None]:
    return {
        "id": fact.id,
        "says": fact.says,
        "source": str(fact.source),
        "cite": str(fact.cite) if fact.cite else None,
        "checked": str(fact.checked),
        "confidence": fact.confidence,
    }
