"""Several PDFs become one: its bookmarks, its page numbers, its title and language."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.pdf.archival import claim, claims
from unbarred.documents.pdf.joining.sharing import share
from unbarred.documents.pdf.joining.tagging import Structure, is_tagged
from unbarred.documents.pdf.reading import text_of_pages
from unbarred.documents.pdf.refusals import PdfUnreadable
from unbarred.documents.pdf.saving import saved
from unbarred.documents.pdf.shown import LINKS_AND_TAGS, keep_only_shown

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf


@dataclass(frozen=True)
class Section:
    """A part of a packet.

    `title` is its bookmark; `""` gives none. `level` is how deep that
    bookmark stands: 1 lies under the last section of level 0. `label` is what
    a viewer puts before the section's own page numbers ("A-" gives A-1, A-2);
    without one its pages are numbered on as pages of the whole.
    """

    title: str
    pdf: bytes
    level: int = 0
    label: str = ""


def join(sections: Sequence[Section], *, title: str = "", language: str = "en-US") -> bytes:
    """Return one PDF with the pages of all sections in order.

    `title` is shown as the window's title; `language` is a tag such as `en-US`.
    Nothing else that the sources say of themselves is kept: no author, no
    date, no program. Tags are kept as `tagging` says; the whole claims to be
    PDF/A-2b if every section does. The same sections give the same bytes.
    Raises `PdfUnreadable` for a section that is no PDF.
    """
    import pikepdf

    whole = pikepdf.Pdf.new()
    structure = Structure(whole)
    starts, is_archival = [], bool(sections)
    for section in sections:
        starts.append(len(whole.pages))
        try:
            with pikepdf.Pdf.open(io.BytesIO(section.pdf)) as source:
                _add(whole, structure, source, section)
                is_archival = is_archival and claims(source)
        except pikepdf.PdfError as error:
            raise PdfUnreadable(f"The PDF of “{section.title}” is damaged.", "Make it anew.") from error
    structure.finish()
    share(whole)
    _bookmark(whole, sections, starts)
    _label(whole, sections, starts)
    _introduce(whole, title, language)
    if is_archival:
        claim(whole, title, language)
    return saved(whole)


def _add(whole: Pdf, structure: Structure, source: Pdf, section: Section) -> None:
    first = len(whole.pages)
    for page in source.pages:
        keep_only_shown(page, LINKS_AND_TAGS)
    whole.add_pages_from(source)
    if is_tagged(source):
        structure.add_tagged(source, first, section.title)
    else:
        words = [bool(text.strip()) for text in text_of_pages(section.pdf)]
        structure.add_untagged(first, words, section.title)


def _introduce(whole: Pdf, title: str, language: str) -> None:
    from pikepdf import Dictionary, String

    whole.Root.Lang = String(language)
    whole.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if title:
        whole.docinfo.Title = String(title)


def _bookmark(whole: Pdf, sections: Sequence[Section], starts: Sequence[int]) -> None:
    import pikepdf

    with whole.open_outline() as outline:
        open_at: list[pikepdf.OutlineItem] = []
        for section, start in zip(sections, starts, strict=True):
            if not section.title or start >= len(whole.pages):
                continue
            item = pikepdf.OutlineItem(section.title, start)
            del open_at[section.level :]
            (open_at[-1].children if open_at else outline.root).append(item)
            open_at.append(item)
    if any(section.title for section in sections):
        whole.Root.PageMode = pikepdf.Name.UseOutlines


def _label(whole: Pdf, sections: Sequence[Section], starts: Sequence[int]) -> None:
    from pikepdf import Array, Dictionary, Name, String

    ranges: list[int | Dictionary] = []
    for section, start in zip(sections, starts, strict=True):
        if section.label:
            ranges += [start, Dictionary(S=Name.D, P=String(section.label))]
        else:
            ranges += [start, Dictionary(S=Name.D, St=start + 1)]
    whole.Root.PageLabels = Dictionary(Nums=Array(ranges))
