"""Each line of the contents and of the list of exhibits leads to its page, whatever letters it has."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
from packet_papers import word
from PIL import Image

from unbarred.documents.office import Office
from unbarred.documents.packets import beginning, editing, making

TITLES = ("Certi\ufb01cate of \ufb01ling", "Carta de mi mamá", "\u05e8\u05e9\u05d9\u05de\u05d4", "Award")
"""With joined letters, an accent, and letters that run from the right."""


def links(pdf: bytes, page: int) -> list[tuple[str, int]]:
    """The text under each link of a page, and the page (from 1) to which it leads."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        index = {each.objgen: number for number, each in enumerate(document.pages, start=1)}
        found = [
            ([float(side) for side in link.Rect], index[link.Dest[0].objgen])
            for link in document.pages[page - 1].get("/Annots", ())
        ]
    opened = pypdfium2.PdfDocument(pdf)
    text = opened[page - 1].get_textpage()
    said = [(text.get_text_bounded(*box), target) for box, target in found]
    text.close()
    opened.close()
    return said


def test_a_line_has_its_link_also_after_one_whose_letters_are_not_found(
    tmp_path: Path, office: Office
) -> None:
    paper = tmp_path / "petition.docx"
    paper.write_bytes(word("petition", 2))
    folder = tmp_path / "packet"
    # The heading of the contents has the words of their first line.
    beginning.begin(folder, [paper], title="Petition")
    Image.new("L", (60, 80)).save(tmp_path / "scan.png")
    for title in TITLES:
        editing.add(folder, [tmp_path / "scan.png"], editing.Asked(title))
    report = making.make(folder, office=office)
    firsts = {each.part.title: each.first for each in report.placed}
    pdf = (folder / "packet.pdf").read_bytes()
    for page in (2, 3):
        found = links(pdf, page)
        assert all(said.rstrip().endswith(str(target)) for said, target in found), found
        targets = [target for _, target in found]
        wanted = [firsts[title] for title in (TITLES[0], TITLES[1], TITLES[3])]
        assert [target for target in targets if target in wanted] == wanted
    assert firsts["Petition"] in [target for said, target in links(pdf, 2) if said.startswith("Petition")]
