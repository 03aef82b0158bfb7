"""Makes the pages of a whole packet: parts in order, right page numbers, one PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred.documents.packets import layout, linking, made_pages, manifest, places
from unbarred.documents.packets.arranging import said
from unbarred.documents.packets.converting import WORD, Converter, Source
from unbarred.documents.packets.layout import Lengths, Placed
from unbarred.documents.packets.plan import Exhibit, Kind, Made, Paper, Part, Plan
from unbarred.errors import UserError

if TYPE_CHECKING:
    from unbarred.documents.pdf import Section

_NUMBERED: tuple[Kind, ...] = ("exhibit list", "contents")
"""The parts that tell page numbers, and that are made when all others are."""


@dataclass(frozen=True)
class Pages:
    """The pages of a packet: its parts in their places, and its PDF."""

    placed: tuple[Placed, ...]
    pdf: bytes
    made: dict[Kind, bytes]
    """The Word files of the parts that were made from the others."""
    sheets: dict[str, bytes]
    """The Word files of the exhibits' cover sheets, by label."""
    read: Mapping[str, str]
    """The digests of what the pages were made of, by file."""


@dataclass
class _Parts:
    """The parts of one packet while its pages are made: what is known of them so far."""

    plan: Plan
    inside: list[Part]
    pdfs: dict[int, bytes]
    """The pages of each part by its place among `inside`, without an exhibit's cover sheet."""
    made: dict[Kind, bytes]
    sheets: dict[str, bytes]
    sheet_pdfs: dict[str, bytes]
    read: dict[str, str] = field(default_factory=dict)

    def source(self, folder: Path, part: Paper | Exhibit) -> Source:
        """Read the file of a part."""
        content = places.read(places.inside(folder, part.file))
        self.read[part.file] = manifest.digest(content)
        return Source(manifest.key(part), said(part), part.file, content)


def pages(folder: Path, plan: Plan, converter: Converter) -> Pages:
    """Make the pages of the packet in `folder`.

    Raises `UserError` for a file that is not there, lies outside or cannot be
    turned into pages, `OfficeMissing` and `OfficeFailed` where LibreOffice is needed.
    """
    inside = [part for part in plan.parts if plan.is_in(part)]
    if not any(isinstance(part, Paper | Exhibit) for part in inside):
        raise UserError(
            "The packet has no papers: there is nothing to make.", "Add one with: unbarred packet add"
        )
    parts = _Parts(plan, inside, {}, {}, {}, {})
    _convert_papers(folder, parts, converter)
    _convert_exhibits(folder, parts, converter)
    placed = _number(parts, converter)
    return Pages(placed, _joined(parts, placed), parts.made, parts.sheets, parts.read)


def _convert_papers(folder: Path, parts: _Parts, converter: Converter) -> None:
    """Make the pages of her papers, and of the made parts that tell no page numbers."""
    sources: dict[int, Source] = {}
    for place, part in enumerate(parts.inside):
        if isinstance(part, Paper):
            source = parts.source(folder, part)
            if Path(part.file).suffix.lower() == WORD:
                sources[place] = source
            else:
                parts.pdfs[place] = converter.exhibit(source)
        elif isinstance(part, Made) and part.kind not in _NUMBERED:
            makers = {"cover": made_pages.cover, "certificate of service": made_pages.certificate_of_service}
            parts.made[part.kind] = makers[part.kind](parts.plan)
            sources[place] = Source(manifest.key(part), part.title, "", parts.made[part.kind])
    parts.pdfs |= dict(zip(sources, converter.documents(list(sources.values())), strict=True))


def _convert_exhibits(folder: Path, parts: _Parts, converter: Converter) -> None:
    from unbarred.documents.pdf import page_count

    for place, part in enumerate(parts.inside):
        if not isinstance(part, Exhibit):
            continue
        pdf = parts.pdfs[place] = converter.exhibit(parts.source(folder, part))
        if parts.plan.options.sheets:
            parts.sheets[part.label] = made_pages.exhibit_sheet(parts.plan, part, page_count(pdf))
    sources = [
        Source(("sheet", label), f"The sheet of exhibit {label}", "", sheet)
        for label, sheet in parts.sheets.items()
    ]
    parts.sheet_pdfs = dict(zip(parts.sheets, converter.documents(sources), strict=True))


def _number(parts: _Parts, converter: Converter) -> tuple[Placed, ...]:
    """Make the lists of page numbers, and return every part in its place."""
    from unbarred.documents.pdf import page_count

    lists = {
        part.kind: place
        for place, part in enumerate(parts.inside)
        if isinstance(part, Made) and part.kind in _NUMBERED
    }
    sheets = {label: page_count(sheet) for label, sheet in parts.sheet_pdfs.items()}
    counts = {place: page_count(pdf) for place, pdf in parts.pdfs.items()}

    def placed(lengths: Lengths) -> tuple[Placed, ...]:
        all_counts = counts | dict(zip(lists.values(), lengths, strict=True))
        return layout.placed(
            (part, all_counts[place], sheets.get(part.label, 0) if isinstance(part, Exhibit) else 0)
            for place, part in enumerate(parts.inside)
        )

    def measure(lengths: Lengths) -> Lengths:
        there = placed(lengths)
        for kind in lists:
            parts.made[kind] = (
                made_pages.contents(parts.plan, layout.listed(there))
                if kind == "contents"
                else made_pages.exhibit_list(parts.plan, there)
            )
        sources = [
            Source(("made", kind), parts.inside[place].title, "", parts.made[kind])
            for kind, place in lists.items()
        ]
        found = converter.documents(sources)
        parts.pdfs.update(zip(lists.values(), found, strict=True))
        return tuple(map(page_count, found))

    lengths = layout.settled(measure, (1,) * len(lists))
    for place, length in zip(lists.values(), lengths, strict=True):
        parts.pdfs[place] = _filled_up(parts.pdfs[place], length)
    return placed(lengths)


def _filled_up(pdf: bytes, length: int) -> bytes:
    """Return the PDF with empty pages at its end, up to `length`."""
    from unbarred.documents.pdf import page_count

    if page_count(pdf) >= length:
        return pdf
    import io

    import pikepdf

    from unbarred.documents.pdf.saving import saved

    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        _, _, width, height = document.pages[0].mediabox
        while len(document.pages) < length:
            document.add_blank_page(page_size=(float(width), float(height)))
        return saved(document)


def _joined(parts: _Parts, placed: Sequence[Placed]) -> bytes:
    from unbarred.documents.composing.style import LANGUAGE
    from unbarred.documents.pdf import join, stamp

    language = LANGUAGE[parts.plan.paper.lower()]
    whole = join(list(_sections(parts)), title=parts.plan.title, language=language)
    named: dict[Kind, list[Placed]] = {
        "contents": layout.listed(placed),
        "exhibit list": layout.exhibits(placed),
    }
    for kind, words in named.items():
        here = next((each for each in placed if each.part == Made(kind)), None)
        if here:
            entries = [linking.Entry(_as_listed(kind, each.part), each.first) for each in words]
            whole = linking.linked(whole, range(here.first, here.last + 1), entries)
    stamps = list(_stamps(parts.plan, layout.total(placed)))
    return stamp(whole, stamps) if any(stamps) else whole


def _sections(parts: _Parts) -> Iterator[Section]:
    from unbarred.documents.pdf import Section

    for place, part in enumerate(parts.inside):
        title = said(part)
        if isinstance(part, Exhibit) and part.label in parts.sheet_pdfs:
            yield Section(title, parts.sheet_pdfs[part.label])
            title = ""
        yield Section(title, parts.pdfs[place])


def _as_listed(kind: Kind, part: Part) -> str:
    """Return the words of a part's line in a list of page numbers."""
    return (
        f"{part.label} {part.title}" if kind == "exhibit list" and isinstance(part, Exhibit) else said(part)
    )


def _stamps(plan: Plan, count: int) -> Iterator[str | None]:
    """Yield what is stamped on each page."""
    from unbarred.documents.filling.drafts import LINE

    options = plan.options
    for number in range(1, count + 1):
        marks = [LINE] if options.draft else []
        marks += [f"Page {number} of {count}"] if options.stamp else []
        if options.bates:
            marks.append(f"{options.bates} {options.bates_from + number - 1:06}")
        yield "   ".join(marks) or None
