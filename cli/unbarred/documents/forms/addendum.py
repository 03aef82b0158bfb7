"""The pages at the end of a form, for answers that its fields have no room for.

They are drawn here and not by LibreOffice: a form has to be filled on a
computer that has none, the letters are measured and embedded as in the fields,
and the same answers give the same bytes. The look is that of the house style:
a serif at 12 points, wide margins, no grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.fonts import Style, pictured
from unbarred.documents.fonts.breaking import broken
from unbarred.documents.fonts.drawing import Drawing, number
from unbarred.documents.fonts.lettering import Lettering, Line, visible
from unbarred.documents.forms.tagging import Tags

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

_SIZE, _TITLE_SIZE, _FOOT_SIZE = 12.0, 14.0, 10.0
_LEADING = 1.2
_SIDE, _TOP, _BOTTOM, _FOOT = 90.0, 72.0, 72.0, 40.0
_AFTER_TITLE, _BEFORE_ITEM, _AFTER_HEADING = 10.0, 16.0, 4.0
_LETTER = (612.0, 792.0)


@dataclass(frozen=True)
class Item:
    """One answer that stands on the addendum: its number, what it answers, the form's page, its words."""

    number: int
    label: str
    page: int
    words: str


@dataclass(frozen=True)
class Heading:
    """What the addendum is called, what it belongs to, and what stands at the foot of each page."""

    title: str
    to: str
    line: str


@dataclass(frozen=True)
class _Row:
    """A line on a page; `above` is the space before it, `part` the paragraph it belongs to."""

    line: Line
    size: float
    above: float
    part: int
    leftward: bool = False


def add_addendum(pdf: Pdf, items: Sequence[Item], heading: Heading, lettering: Lettering) -> None:
    """Add pages with `items` to the end of `pdf`; tagged where the form is. Raises `NoLetter`."""
    _Addendum(pdf, heading, lettering).add(items)


class _Addendum:
    def __init__(self, pdf: Pdf, heading: Heading, lettering: Lettering) -> None:
        self._pdf, self._heading, self._lettering = pdf, heading, lettering
        self._width, self._height = _sheet(pdf)
        self._faces = {
            bold: (lettering.house_face(Style("serif", bold)), lettering.standard_face(Style("serif", bold)))
            for bold in (False, True)
        }
        self._kinds: list[str] = []
        """The kind of tag of each paragraph, by its number."""

    def add(self, items: Sequence[Item]) -> None:
        pages = self._pages(self._rows(items))
        tags = Tags(self._pdf)
        section = tags.add("Sect") if tags.is_there else None
        parts = [tags.add(kind, section) for kind in self._kinds] if tags.is_there else []
        for count, rows in enumerate(pages, start=1):
            page = self._pdf.add_blank_page(page_size=(self._width, self._height)).obj
            self._draw(page, rows, f"{self._heading.title}, page {count} of {len(pages)}", tags, parts)

    def _rows(self, items: Sequence[Item]) -> list[_Row]:
        rows = self._paragraph(self._heading.title, "H1", 0, size=_TITLE_SIZE, is_bold=True)
        if self._heading.to:
            rows += self._paragraph(self._heading.to, "P", 2)
        before = _AFTER_TITLE
        for item in items:
            words = f"Item {item.number}. {item.label} (page {item.page})"
            rows += self._paragraph(words, "H2", before, is_bold=True)
            above = _AFTER_HEADING
            for paragraph in item.words.split("\n"):
                rows += self._paragraph(paragraph, "P", above)
                above = 0.0
            before = _BEFORE_ITEM
        return rows

    def _paragraph(
        self, text: str, kind: str, above: float, *, size: float = _SIZE, is_bold: bool = False
    ) -> list[_Row]:
        self._kinds.append(kind)
        style = Style("serif", is_bold)
        faces = self._lettering.faces_for(text, self._faces[is_bold], style)

        def line(words: str) -> Line:
            return self._lettering.line(words, faces, style)

        lines = broken(text, self._width - 2 * _SIDE, lambda words: line(words).width * size / 1000)
        leftward, part = pictured.runs_leftward(visible(text)), len(self._kinds) - 1
        # Whoever listens hears two words at the end of a line, not one.
        said = lines if leftward else [*(words + " " for words in lines[:-1]), lines[-1]]
        return [
            _Row(line(words), size, above if place == 0 else 0.0, part, leftward)
            for place, words in enumerate(said)
        ]

    def _pages(self, rows: Sequence[_Row]) -> list[list[_Row]]:
        """Return `rows` by page; a heading never stands alone at the foot of one."""
        room = self._height - _TOP - _BOTTOM
        pages: list[list[_Row]] = [[]]
        used = 0.0
        for row in rows:
            high = row.size * _LEADING + (row.above if pages[-1] else 0.0)
            if used + high > room and pages[-1]:
                carried: list[_Row] = []
                while len(pages[-1]) > 1 and self._kinds[pages[-1][-1].part].startswith("H"):
                    carried.insert(0, pages[-1].pop())
                pages.append(carried)
                used = sum(each.size * _LEADING for each in carried)
                high = row.size * _LEADING + (row.above if carried else 0.0)
            pages[-1].append(row)
            used += high
        return pages

    def _draw(
        self, page: Dictionary, rows: Sequence[_Row], foot: str, tags: Tags, parts: Sequence[Dictionary]
    ) -> None:
        drawing = Drawing(self._pdf)
        y, part = self._height - _TOP, -1
        for place, row in enumerate(rows):
            y -= row.size * _LEADING + (row.above if place else 0.0)
            if parts and row.part != part:
                if part >= 0:
                    drawing.add("EMC")
                part = row.part
                element = parts[part]
                drawing.add(f"{element.S} <</MCID {tags.mark(page, element)}>> BDC")
            x = self._width - _SIDE - row.line.width * row.size / 1000 if row.leftward else _SIDE
            drawing.line(row.line, x, y, row.size)
        if part >= 0:
            drawing.add("EMC")
        self._draw_foot(drawing, foot)
        page.Contents = self._pdf.make_stream(drawing.content())
        page.Resources = drawing.resources()

    def _draw_foot(self, drawing: Drawing, foot: str) -> None:
        right, left = self._foot_line(foot), self._foot_line(self._heading.line)
        drawing.add("/Artifact <</Type /Pagination>> BDC")
        end = number(self._width - _SIDE)
        drawing.add(f"q 0 G 0.75 w {number(_SIDE)} {number(_FOOT + 14)} m {end} {number(_FOOT + 14)} l S Q")
        drawing.line(right, self._width - _SIDE - right.width * _FOOT_SIZE / 1000, _FOOT, _FOOT_SIZE)
        room = self._width - 2 * _SIDE - (right.width + 2000) * _FOOT_SIZE / 1000
        size = min(_FOOT_SIZE, room * 1000 / left.width) if left.width else _FOOT_SIZE
        drawing.line(left, _SIDE, _FOOT, size)
        drawing.add("EMC")

    def _foot_line(self, text: str) -> Line:
        text = " ".join(text.split())
        faces = self._lettering.faces_for(text, self._faces[False], Style("serif"))
        return self._lettering.line(text, faces, Style("serif"))


def _sheet(pdf: Pdf) -> tuple[float, float]:
    """Return the size of the form's last page, upright, in points; Letter if that is no sheet."""
    box = [float(edge) for edge in pdf.pages[-1].mediabox]
    width, height = sorted((abs(box[2] - box[0]), abs(box[3] - box[1])))
    return (width, height) if 400 <= width <= 900 and 500 <= height <= 1300 else _LETTER
