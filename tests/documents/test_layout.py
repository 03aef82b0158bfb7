"""The pages of the invented people's papers look as they did.

When a change of the looks is meant: `pytest tests/documents/test_layout.py --update-golden`, then look
at the pictures before they are committed.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from page_layout import DPI, moved, small
from PIL import Image, ImageFilter

from unbarred.answers import answer_file
from unbarred.documents.office import Office
from unbarred.documents.pdf import pictures
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples"
FONT = "Liberation Serif"
PAGES = {
    "rosa-example": {"1-Application": (1, 2, 3), "5-Supporters": (1,), "7-Exhibits": (1,)},
    "joan-federal-example": {"1-Petition": (1, 4)},
    "maria-example in ke": {"1-Petition": (1,)},
}
"""Which pages of which papers are kept; of an example for any place, in one with paper of size A4."""


@pytest.fixture(scope="module")
def papers() -> Mapping[str, bytes]:
    """The papers whose pages are kept, by example and name."""
    if not shutil.which("fc-list") or FONT not in subprocess.check_output(["fc-list"], text=True):
        pytest.skip(f"the typeface {FONT} is not here, and with another every line is broken elsewhere")
    found = {}
    for example, wanted in PAGES.items():
        file, _, place = example.partition(" in ")
        given = answer_file.load(EXAMPLES / f"{file}.yml")
        starting = {"place": given.jurisdiction or place, "as_of": str(given.as_of)}
        session = Session.in_memory(given.interview, starting)
        assert fill(session, given.answers) == []
        for paper in session.run.papers():
            if paper.filename in wanted:
                found[f"{example}/{paper.filename}"] = paper.content
    return found


@pytest.fixture(scope="module")
def pages(papers: Mapping[str, bytes], office: Office) -> Mapping[str, list[bytes]]:
    """The pages of each paper, as pictures."""
    made = office.to_pdf(list(papers.values()))
    return {name: pictures(pdf, dpi=DPI) for name, pdf in zip(papers, made, strict=True)}


@pytest.mark.parametrize(
    ("name", "page"),
    [
        (f"{example}/{paper}", page)
        for example, wanted in PAGES.items()
        for paper, numbers in wanted.items()
        for page in numbers
    ],
)
def test_a_page_looks_as_it_did(
    name: str, page: int, pages: Mapping[str, list[bytes]], request: pytest.FixtureRequest
) -> None:
    made = pages[name]
    kept = GOLDEN / f"{name}-{page}-of-{len(made)}.png".replace(" ", "-")
    if request.config.getoption("--update-golden"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob(f"{Path(name).name}-{page}-of-*.png"):
            old.unlink()
        kept.write_bytes(small(made[page - 1]))
        pytest.skip("the picture was made anew")
    assert kept.exists(), f"{name} has {len(made)} pages now"
    assert moved(kept.read_bytes(), made[page - 1]) == []


def test_no_picture_is_large_or_left_over(pages: Mapping[str, list[bytes]]) -> None:
    kept = {path: path.stat().st_size for path in GOLDEN.rglob("*.png")}
    wanted = sum(len(numbers) for papers in PAGES.values() for numbers in papers.values())
    assert len(kept) == wanted
    assert max(kept.values()) < 15_000


def first(papers: Mapping[str, bytes]) -> docx.document.Document:
    return docx.Document(io.BytesIO(papers["rosa-example/1-Application"]))


def long(document: docx.document.Document) -> docx.text.paragraph.Paragraph:
    """The first paragraph that has some lines."""
    return next(each for each in document.paragraphs if len(each.text) > 150)


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_block_that_moves_by_a_line_is_seen(papers: Mapping[str, bytes], office: Office) -> None:
    whole, lower, wider, shorter = (first(papers) for _ in range(4))
    long(lower).paragraph_format.space_before = Pt(14)
    long(wider).paragraph_format.left_indent = Pt(60)
    fact = next(each for each in shorter.paragraphs if "\t" in each.text)
    fact._p.getparent().remove(fact._p)
    made = office.to_pdf([saved(each) for each in (whole, lower, wider, shorter)])
    as_it_was, *others = (pictures(pdf, dpi=DPI)[0] for pdf in made)
    assert moved(as_it_was, as_it_was) == []
    for other in others:
        assert moved(small(as_it_was), other)


def test_how_letters_are_drawn_is_no_layout(papers: Mapping[str, bytes], office: Office) -> None:
    (pdf,) = office.to_pdf([papers["rosa-example/1-Application"]])
    page = pictures(pdf, dpi=DPI)[0]
    poppler = subprocess.run(
        ["pdftoppm", "-r", str(DPI), "-f", "1", "-l", "1", "-png", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    ).stdout
    fine = Image.open(io.BytesIO(pictures(pdf, dpi=DPI * 4)[0])).convert("L")
    reduced = fine.resize(Image.open(io.BytesIO(page)).size, Image.Resampling.BICUBIC)
    softened = Image.open(io.BytesIO(page)).convert("L").filter(ImageFilter.GaussianBlur(0.6))
    out = [io.BytesIO() for _ in range(2)]
    reduced.save(out[0], "PNG")
    softened.save(out[1], "PNG")
    for other in (poppler, small(page), *(each.getvalue() for each in out)):
        assert moved(page, other) == []
