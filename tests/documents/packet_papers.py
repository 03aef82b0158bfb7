"""A packet of 60 pages with 12 exhibits of all kinds, and what a reader must find in its PDF."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import docx
from made_pdfs import paper
from PIL import Image, ImageDraw
from seen_pages import checked, texts

from unbarred.documents.packets import Exhibit, Paper, Plan, plan_file
from unbarred.documents.packets.beginning import begin
from unbarred.documents.packets.editing import Asked, add

TITLE = "Application for a shorter sentence"
PAPERS = {
    "1-Application": 5,
    "2-Personal-statement": 4,
    "3-Biography": 3,
    "4-Release-plan": 2,
    "5-Supporters": 1,
    "6-Medical-history": 3,
    "7-Affirmation": 1,
}
"""File and pages."""
EXHIBITS = (
    ("A", "School certificate", "docx", 2),
    (
        "B",
        "Letter from the chaplain, who has known me since the first winter and writes every month",
        "docx",
        1,
    ),
    ("C", "Court record", "pdf", 6),
    ("D", "Time computation", "pdf", 1),
    ("E", "Photograph of my children", "jpeg", 1),
    ("F", "Training certificate", "jpg", 1),
    ("G", "Award", "png", 1),
    ("H", "Drawing", "png", 1),
    ("I", "Medical record", "tiff", 4),
    ("J", "Order of protection", "tif", 1),
    ("K", "Offer of work & a room", "pdf", 3),
    ("L", "Programme records", "pdf", 3),
)
"""Label, title, ending, pages."""
PAGES = 60


@cache
def word(name: str, pages: int) -> bytes:
    """A Word file with so many pages; each says which it is. python-docx writes the time into it."""
    made = docx.Document()
    for number in range(1, pages + 1):
        made.add_paragraph(f"{name}: sheet {number} of {pages}")
        if number < pages:
            made.add_page_break()
    return bytes_of(made)


def bytes_of(made: object) -> bytes:
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


@cache
def exhibit_file(label: str, ending: str, pages: int) -> bytes:
    """A file of a kind; where it is a picture, nothing of it can be read as text."""
    if ending == "docx":
        return word(f"Within {label}", pages)
    if ending == "pdf":
        # One of them lies on its side.
        size = (792.0, 612.0) if label == "D" else (612.0, 792.0)
        return paper(
            *(f"Within {label}: sheet {number} of {pages}" for number in range(1, pages + 1)), size=size
        )
    pictures = [Image.new("RGB", (600, 900), "white") for _ in range(pages)]
    for picture in pictures:
        ImageDraw.Draw(picture).rectangle((100, 100, 500, 500), fill="black")
    out = io.BytesIO()
    if ending in ("tif", "tiff"):
        pictures[0].save(out, "TIFF", save_all=True, append_images=pictures[1:], dpi=(100, 100))
    else:
        pictures[0].save(out, "PNG" if ending == "png" else "JPEG", dpi=(100, 100))
    return out.getvalue()


def large_packet(desk: Path) -> Path:
    """The packet, planned but not made; her own files lie in `desk`."""
    papers = [desk / f"{name}.docx" for name in PAPERS]
    for path, pages in zip(papers, PAPERS.values(), strict=True):
        path.write_bytes(word(path.stem, pages))
    folder = desk / "packet"
    begin(folder, papers, title=TITLE, by="Rosa Example")
    for label, title, ending, pages in EXHIBITS:
        path = desk / f"scan-{label}.{ending}"
        path.write_bytes(exhibit_file(label, ending, pages))
        add(folder, [path], Asked(title, label))
    plan = plan_file.read(folder)
    served = plan_file.write(Plan(plan.title, plan.parts, by=plan.by, serve=("The court", "The prosecutor")))
    (folder / "packet.yml").write_bytes(served)
    return folder


def verify(folder: Path, pages: int) -> list[str]:
    """Hold every number in the contents and in the exhibit list against the page it names.

    Nothing of ours reads the PDF here. Return the text of each page.
    """
    pdf = checked((folder / "packet.pdf").read_bytes())
    found = texts(pdf)
    assert len(found) == pages
    for number, text in enumerate(found, start=1):
        assert f"Page {number} of {pages}" in text
    plan = plan_file.read(folder)
    inside = [part for part in plan.parts if plan.is_in(part)]
    contents = next(text for text in found if "Contents" in text.split()[:1])
    listing = next((text for text in found if text.startswith("List of exhibits")), "")
    before = 0
    for part in inside:
        match part:
            case Paper(file):
                first = named(contents, re.escape(part.title))
                begins = f"{Path(file).stem}: sheet 1 of"
            case Exhibit(label):
                first = named(contents, re.escape(f"Exhibit {label}: {part.title}"))
                begins = (
                    f"Exhibit {label} {part.title}" if plan.options.sheets else f"Within {label}: sheet 1"
                )
                # A long title goes on below its number.
                words = " ".join(part.title.split()[:2])
                row = re.search(rf"(?<!\S){label} {re.escape(words)}\D* (\d+)", listing)
                assert row, f"exhibit {label} is not listed"
                assert int(row[1]) == first
            case _:
                continue
        assert first > before, "parts stand in the order of the plan"
        before = first
        if plan.options.sheets or "Within" not in begins:
            assert begins in found[first - 1]
            assert begins not in found[first - 2]
    return found


def named(contents: str, title: str) -> int:
    """The page that the contents name for a title, which is a pattern."""
    line = re.search(rf"{title} ?\.{{3,}} ?(\d+)", contents)
    assert line, f"{title} is not in the contents"
    return int(line[1])
