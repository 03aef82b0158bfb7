"""Pictures of pages, as files."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from unbarred import private_files
from unbarred.documents.previewing.pages import Pages
from unbarred.documents.previewing.papers import Paper, as_pdf, papers_at
from unbarred.errors import UserError, Where


@dataclass(frozen=True)
class Pictured:
    """A paper, how many pages it has, and the pictures that were made of it, in order."""

    paper: Path
    pages: int
    pictures: tuple[Path, ...]


def preview(
    paths: Sequence[Path], out: Path, *, dpi: float = 100, pages: Pages | None = None
) -> list[Pictured]:
    """Put a PNG of each page of the papers at `paths` into `out`, which only its owner can look into.

    Pictures that an earlier preview made of the same paper give way. Raises
    `UserError` for what has no pages, or if none has any of `pages`; `CannotWrite`; and
    what `Office` raises. Until all are made, nothing is written.
    """
    private_files.check_room(out)
    papers = [paper for path in paths for paper in papers_at(path)]
    pdfs = as_pdf(papers)
    wanted = pages or Pages()
    made = [_pictures(paper, pdf, dpi, wanted) for paper, pdf in zip(papers, pdfs, strict=True)]
    if not any(pictures for _, pictures in made):
        most = max(count for count, _ in made)
        raise UserError(f"No paper has such a page: the longest ends with page {most}.", "Ask for fewer.")
    private_files.make_folder(out)
    return [
        _written(paper, count, pictures, out / stem)
        for paper, stem, (count, pictures) in zip(papers, _stems(papers), made, strict=True)
    ]


def _pictures(paper: Paper, pdf: bytes, dpi: float, pages: Pages) -> tuple[int, dict[int, bytes]]:
    from unbarred.documents.pdf import PdfUnreadable, page_count, pictures

    try:
        count = page_count(pdf)
        wanted = pages.of(count)
        return count, dict(zip(wanted, pictures(pdf, dpi, wanted), strict=True))
    except PdfUnreadable as error:
        raise UserError(error.message, error.hint, Where(str(paper.path))) from error


def _written(paper: Paper, count: int, pictures: dict[int, bytes], stem: Path) -> Pictured:
    width = len(str(count))
    files = {stem.with_name(f"{stem.name}-page-{page:0{width}}.png"): png for page, png in pictures.items()}
    for path, png in files.items():
        private_files.write(path, png)
    for path in stem.parent.iterdir():
        if path not in files and re.fullmatch(rf"{re.escape(stem.name)}-page-\d+\.png", path.name):
            path.unlink()
    return Pictured(paper.path, count, tuple(files))


def _stems(papers: Sequence[Paper]) -> list[str]:
    """Return how the pictures of each paper are called: like it, numbered where two are called alike."""
    stems: list[str] = []
    # On some systems A and a are one file.
    taken: set[str] = set()
    for stem in (paper.path.stem for paper in papers):
        names = (f"{stem}-{number}" if number > 1 else stem for number in itertools.count(1))
        stems.append(next(name for name in names if name.casefold() not in taken))
        taken.add(stems[-1].casefold())
    return stems
