"""From a finished interview to a folder of papers with a plan and a manifest."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unbarred import private_files
from unbarred.errors import UsageError, UserError
from unbarred.sessions.session import Session

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


@dataclass(frozen=True)
class Packet:
    """A packet that was written: its folder, its papers in order, what is left to do about it."""

    folder: Path
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


@dataclass(frozen=True)
class _Earlier:
    """An earlier packet whose place is taken: what she did with it, and her files in it."""

    plan: Plan | None = None
    made_then: frozenset[str] = frozenset()
    named_then: Mapping[str, str] | None = None
    """The titles of the exhibits that the interview named, by label; None if that was not written down."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Her exhibits, and what is kept of the pages, by name."""


def check_folder(folder: Path, *, again: bool = False) -> None:
    """Raise an error if a packet cannot go to `folder`: it must be new or empty.

    `again` lets it hold an earlier packet too, as long as none of its papers
    was touched since; exhibits that were added stay. Raises `UsageError` for
    what is in the way, `CannotWrite` if nothing can be made there.
    """
    from unbarred.documents.packets import holding, places

    private_files.restore(folder)
    if not folder.exists():
        private_files.check_room(folder)
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file, not a folder.", "Give another place with --out.")
    private_files.check_room(folder)
    held = {path.name for path in folder.iterdir()}
    if not held:
        return
    if not again or MANIFEST not in held:
        raise private_files.FolderTaken(folder)
    if places.PLAN in held:
        holding.existing(folder)
    if not _is_untouched(folder):
        raise UsageError(
            f"The papers in {folder} were changed or added to since they were made.",
            "Give a new folder with --out, so that nothing of it is lost.",
        )


def _is_untouched(folder: Path) -> bool:
    """Say whether nothing in a packet's folder would be lost: what is new is in its plan."""
    from unbarred.documents.packets import manifest, places

    try:
        known = manifest.read(folder)
        plan = _plan_of(folder)
    except UserError:
        return False
    if "papers" not in known:
        return False
    papers = manifest.papers(known)
    made = {paper.file: paper.sha256 for paper in papers}
    made |= {
        name: digest for name, digest in known.get("files", {}).items() if name in (places.PDF, places.DOCX)
    }
    hers = {places.PLAN, MANIFEST, *_hers(plan, {paper.file for paper in papers})}
    return all(
        name in hers or manifest.digest(places.read(folder / name)) == made.get(name)
        for name in places.files(folder)
    )


def _plan_of(folder: Path) -> Plan | None:
    from unbarred.documents.packets import places, plan_file

    return plan_file.read(folder) if (folder / places.PLAN).exists() else None


def _hers(plan: Plan | None, made: set[str]) -> list[str]:
    """Return the files of a packet that she added."""
    files = [paper.file for paper in plan.papers] if plan else []
    files += [exhibit.file for exhibit in plan.exhibits if exhibit.file] if plan else []
    return [file for file in files if file not in made]


def finished_papers(session: Session) -> list[Paper]:
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


def make_packet(session: Session, folder: Path, *, again: bool = False, draft: bool = False) -> Packet:
    """Write the papers of a finished interview to `folder`, whole or not at all.

    `again` allows it to take the place of an earlier packet: its exhibits, its
    order and what was left out of it stay. A `draft` says so on every page.
    Raises `UserError` if the interview is not at its end or makes no papers,
    else as `check_folder`.
    """
    from unbarred.documents.packets import manifest, places, plan_file, renewing
    from unbarred.sessions import planning

    check_folder(folder, again=again)
    papers = finished_papers(session)
    plan = planning.planned(session, papers)
    if draft:
        papers = [_as_draft(each) for each in papers]
        plan = plan and dataclasses.replace(plan, options=dataclasses.replace(plan.options, draft=True))
    earlier = _earlier(folder) if again else _Earlier()
    _refuse_twins(papers, earlier)
    named = {each.label: each.title for each in plan.exhibits} if plan else {}
    if plan and earlier.plan:
        plan = renewing.renewed(earlier.plan, plan, earlier.made_then, earlier.named_then)
    # In somebody else's interview the same name means something else.
    law = session.run.value("law") if session.interview.is_ours else None
    written = tuple(_paper_file(each) for each in papers)
    made = [manifest.PaperMade(each.title, each.file, each.sha256, each.left_blank) for each in written]
    contents = {**earlier.files, **{each.file: each.content for each in papers}}
    if plan:
        contents[places.PLAN] = plan_file.write(plan)
    known = manifest.with_papers({**_provenance(session, papers, law), "exhibits": named}, made)
    files = {name: manifest.digest(content) for name, content in contents.items() if name[0] != "."}
    contents[MANIFEST] = manifest.written(manifest.without_packet(known, files))
    with private_files.replacing_folder(folder, only_new=not again) as new:
        for name, content in contents.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
    session.finish()
    office = law.office.name if law is not None and law.office and law.offered != "no" else ""
    to_check = tuple(fact.says for fact in law.to_check) if law is not None else ()
    return Packet(folder, written, to_check, office, is_planned=plan is not None)


def _refuse_twins(papers: Sequence[Paper], earlier: _Earlier) -> None:
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


def _earlier(folder: Path) -> _Earlier:
    """Return what there is in `folder` to be taken over."""
    from unbarred.documents.packets import manifest, places

    plan = _plan_of(folder)
    if plan is None:
        return _Earlier()
    kept = (folder / places.KEPT).glob("*.pdf")
    known = manifest.read(folder)
    made = {paper.file for paper in manifest.papers(known)}
    files = {name: places.read(places.inside(folder, name)) for name in _hers(plan, made)}
    files |= {f"{places.KEPT}/{path.name}": places.read(path) for path in kept}
    return _Earlier(plan, frozenset(made), known.get("exhibits"), files)


def _provenance(session: Session, papers: Sequence[Paper], law: Any) -> dict[str, Any]:
    """Return what the manifest says of where the papers come from."""
    from unbarred.law import provenance

    return {
        "interview": session.interview.name,
        "place": session.place or None,
        "as_of": session.as_of.isoformat(),
        "papers": [],
        "check_before_filing": [_to_check(fact) for fact in law.to_check] if law is not None else [],
        "templates": {
            each.file: {"name": each.template.name, "sha256": _digest_of(each.template)}
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


def _digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
