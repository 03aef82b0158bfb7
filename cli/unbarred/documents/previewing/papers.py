"""What can be looked at, and its pages as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred import content
from unbarred.documents.packets import places, plan_file
from unbarred.errors import UserError

if TYPE_CHECKING:
    from unbarred.documents.office import Office

WORD, PDF, MARKDOWN = ".docx", ".pdf", ".md"
_SHARED = "shared"


@dataclass(frozen=True)
class Paper:
    """A file that has pages: Word, PDF, or the Markdown of a template."""

    path: Path

    @property
    def is_pdf(self) -> bool:
        """Whether it has its pages already."""
        return self.path.suffix.lower() == PDF


def papers_at(path: Path) -> list[Paper]:
    """Return the papers at `path`, a file or a packet's folder; raises `UserError` if there are none."""
    if path.is_dir():
        held = _whole_packet(path) or sorted(each for each in path.iterdir() if _is_paper(each))
        if not held:
            raise UserError(f"There is no paper in {path}.", "Papers are Word files (.docx) and PDFs.")
        return [Paper(each) for each in held]
    if not path.exists():
        raise UserError(f"There is no file {path}.", "Look at how its name is written.")
    if path.suffix.lower() not in (WORD, PDF, MARKDOWN):
        raise UserError(
            f"{path} has no pages to look at.",
            "Give a Word file (.docx), a PDF, the Markdown of a template (.md), or the folder of a packet.",
        )
    return [Paper(path)]


def _whole_packet(folder: Path) -> list[Path]:
    """Return the PDF of a packet, and the papers that go with it and are not filed; none if it has no PDF."""
    if not (folder / places.PDF).is_file():
        return []
    beside = plan_file.read(folder).beside if (folder / places.PLAN).is_file() else ()
    found = [places.within(folder, name) for name in sorted(beside)]
    return [folder / places.PDF, *filter(_is_paper, found)]


def _is_paper(path: Path) -> bool:
    return path.suffix.lower() in (WORD, PDF) and not path.name.startswith((".", "~$")) and path.is_file()


def as_pdf(papers: Sequence[Paper], office: Office | None = None) -> list[bytes]:
    """Return each paper as a PDF, what is none by `office`, or one started for it.

    A template is shown as it stands, with its tags. Raises `UserError` for a
    file that cannot be read, and what `Office` raises.
    """
    made = {paper: _read(paper.path) for paper in papers if paper.is_pdf}
    rest = [paper for paper in dict.fromkeys(papers) if not paper.is_pdf]
    if rest:
        made |= zip(rest, _converted(rest, office), strict=True)
    return [made[paper] for paper in papers]


def _converted(papers: Sequence[Paper], office: Office | None) -> list[bytes]:
    documents = [_composed(each.path) if _is_source(each) else _read(each.path) for each in papers]
    names = [str(each.path) for each in papers]
    if office is not None:
        return office.to_pdf(documents, names=names)
    from unbarred.documents.office import Office

    with Office() as started:
        return started.to_pdf(documents, names=names)


def _is_source(paper: Paper) -> bool:
    return paper.path.suffix.lower() == MARKDOWN


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UserError(f"Cannot read {path}: {reason}.", "Look at who may read it.") from error


def _composed(path: Path) -> bytes:
    """Return the DOCX of a template's Markdown, for the paper that is made first."""
    from unbarred.documents.composing import compose, compositions

    source = path.resolve()
    templates = _root_of(source)
    found = next((each for each in compositions(templates) if each.source == source), None)
    if found is None:
        raise UserError(
            f"{path} is a part of templates, not one by itself.", "Look at a template that uses it."
        )
    return compose(found.source, templates, found.paper, found.place)


def _root_of(source: Path) -> Path:
    """Return the folder of templates that `source` is in: ours, or the nearest that has shared parts."""
    ours = content.templates().resolve()
    if ours in source.parents:
        return ours
    return next((above for above in source.parents if (above / _SHARED).is_dir()), source.parent)
