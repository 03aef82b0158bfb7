"""From a finished interview to a folder of papers with a manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unbarred import __version__, private_files
from unbarred.errors import UsageError, UserError
from unbarred.sessions.session import Session

if TYPE_CHECKING:
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

    @property
    def left_blank(self) -> int:
        """Places still to complete by hand, over all papers."""
        return sum(paper.left_blank for paper in self.papers)

    @property
    def open_first(self) -> str:
        """The file name of the paper that stands first in the folder."""
        return min(paper.file for paper in self.papers)


def check_folder(folder: Path, *, again: bool = False) -> None:
    """Raise an error if a packet cannot go to `folder`: it must be new or empty.

    `again` lets it hold an earlier packet too, as long as nothing in it was
    touched since. Raises `UsageError` for what is in the way, `CannotWrite` if
    nothing can be made there.
    """
    if not folder.exists():
        private_files.check_room(folder)
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file, not a folder.", "Give another place with --out.")
    private_files.check_room(folder)
    held = {path.name: path for path in folder.iterdir()}
    if not held:
        return
    if not again or MANIFEST not in held:
        raise UsageError(f"The folder {folder} is not empty.", "Give a new or an empty folder with --out.")
    if not _is_untouched(held):
        raise UsageError(
            f"The papers in {folder} were changed or added to since they were made.",
            "Give a new folder with --out, so that nothing of it is lost.",
        )


def _is_untouched(held: Mapping[str, Path]) -> bool:
    """Say whether a folder holds a packet as it was made, and nothing else."""
    try:
        papers = json.loads(held[MANIFEST].read_bytes())["papers"]
        digests = {paper["file"]: paper["sha256"] for paper in papers}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return held.keys() == {MANIFEST, *digests} and all(
        held[file].is_file() and hashlib.sha256(held[file].read_bytes()).hexdigest() == digest
        for file, digest in digests.items()
    )


def make_packet(session: Session, folder: Path, *, again: bool = False) -> Packet:
    """Write the papers of a finished interview to `folder`, whole or not at all.

    `again` allows it to take the place of an earlier packet. Raises `UserError`
    if the interview is not at its end or makes no papers, else as `check_folder`.
    """
    check_folder(folder, again=again)
    papers = session.run.papers()
    if not session.is_over:
        raise UserError(
            "There are no papers yet: some questions are still open.",
            f"Go on with: unbarred resume {session.tail}".rstrip(),
        )
    if not papers:
        raise UserError("With these answers the interview ends without papers.")
    written = tuple(_paper_file(paper) for paper in papers)
    # In somebody else's interview the same name means something else.
    law = session.run.value("law") if session.interview.is_ours else None
    to_check = tuple(law.to_check) if law is not None else ()
    manifest = _manifest(session, written, to_check)
    with private_files.replacing_folder(folder) as new:
        for paper, entry in zip(papers, written, strict=True):
            (new / entry.file).write_bytes(paper.content)
        text = json.dumps(manifest, indent=2, ensure_ascii=False)
        (new / MANIFEST).write_text(text + "\n", encoding="utf-8")
    session.finish()
    office = law.office.name if law is not None and law.office and law.offered != "no" else ""
    return Packet(folder, written, tuple(fact.says for fact in to_check), office)


def _paper_file(paper: Paper) -> PaperFile:
    digest = hashlib.sha256(paper.content).hexdigest()
    return PaperFile(paper.title, paper.file, len(paper.blanks), digest)


def _manifest(session: Session, papers: tuple[PaperFile, ...], to_check: tuple[Any, ...]) -> dict[str, Any]:
    return {
        "format": 1,
        "made_by": f"unbarred {__version__}",
        "interview": session.interview.name,
        "place": session.place or None,
        "as_of": session.as_of.isoformat(),
        "papers": [
            {"title": each.title, "file": each.file, "sha256": each.sha256, "left_blank": each.left_blank}
            for each in papers
        ],
        "check_before_filing": [
            {
                "id": fact.id,
                "says": fact.says,
                "source": str(fact.source),
                "cite": str(fact.cite) if fact.cite else None,
                "checked": str(fact.checked),
                "confidence": fact.confidence,
            }
            for fact in to_check
        ],
    }
