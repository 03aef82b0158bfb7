"""Several PDFs become one."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from made_pdfs import add_page, annotated, arrow, encoded, paper, reopened, saved, words
from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, String
from seen_pages import checked, seen, texts

from unbarred.documents.office import Office
from unbarred.documents.pdf import PdfUnreadable, Section, exhibit_pages, join, stamp, text_of_pages


def outline(pdf: bytes) -> list[tuple[str, int, list[object]]]:
    """Bookmarks: title, page from 1, those below."""

    def listed(items: list[object]) -> list[tuple[str, int, list[object]]]:
        return [
            (item.title, pages.index(item.destination[0].objgen) + 1, listed(item.children)) for item in items
        ]

    with reopened(pdf) as opened:
        pages = [page.obj.objgen for page in opened.pages]
        return listed(opened.open_outline().root)


def structure(pdf: bytes) -> str:
    """The structure with its text, as poppler reads it."""
    done = subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, capture_output=True, check=True)
    lines = done.stdout.decode().splitlines()
    return "\n".join(line for line in lines if not line.strip().startswith("/"))


def tagged(*lines: str, role: str = "/P") -> bytes:
    """A PDF of one page that says of each line that it is a paragraph, under a name of its own."""
    pdf = Pdf.new()
    page = add_page(
        pdf,
        "".join(
            f"/Line <</MCID {number}>> BDC {words(line, 100, 700 - 20 * number)} EMC "
            for number, line in enumerate(lines)
        ),
    )
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
    elements = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Line, P=document, Pg=page.obj, K=number))
        for number in range(len(lines))
    ]
    document.K = Array(elements)
    page.obj.StructParents = 0
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=document,
            RoleMap=Dictionary(Line=Name(role)),
            ParentTree=Dictionary(Nums=Array([0, Array(elements)])),
        )
    )
    document.P = pdf.Root.StructTreeRoot
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return saved(pdf)


def test_pages_follow_in_order_and_each_title_is_a_bookmark() -> None:
    made = checked(
        join(
            [
                Section("Application", paper("one", "two")),
                Section("Exhibits", paper("three")),
                Section("A: Letter", paper("four"), 1),
                Section("B: Photograph", paper("five"), 1),
                Section("Enlarged", paper("six"), 2),
                Section("", paper("seven")),
                Section("Certificate of service – ñ", paper("eight")),
            ]
        )
    )
    assert texts(made) == "one two three four five six seven eight".split()
    assert outline(made) == [
        ("Application", 1, []),
        ("Exhibits", 3, [("A: Letter", 4, []), ("B: Photograph", 5, [("Enlarged", 6, [])])]),
        ("Certificate of service – ñ", 8, []),
    ]


def test_page_labels_count_on_except_where_a_section_has_its_own() -> None:
    made = join(
        [
            Section("Application", paper("1", "2")),
            Section("A", paper("3", "4"), label="A-"),
            Section("End", paper("5")),
        ]
    )
    with reopened(made) as opened:
        assert [page.label for page in opened.pages] == ["1", "2", "A-1", "A-2", "5"]


def test_the_whole_says_its_title_and_language_and_nothing_of_its_sources() -> None:
    source = reopened(paper("Letter"))
    source.docinfo.Author = String("Secret Author")
    source.pages[0].obj.PieceInfo = Dictionary(Secret=String("Secret"))
    with source.open_metadata() as records:
        records["dc:creator"] = ["Secret Author"]
    made = join([Section("Letter", saved(source))], title="Application of Jane Example", language="es")
    with reopened(made) as opened:
        assert dict(opened.docinfo.items()) == {"/Title": String("Application of Jane Example")}
        assert opened.Root.Lang == String("es")
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        for each in opened.objects:
            assert not isinstance(each, Dictionary) or b"ecret" not in each.unparse(resolved=True)


def test_the_same_sections_give_the_same_bytes() -> None:
    sections = [Section("One", tagged("a", "b")), Section("Two", paper("c"))]
    assert join(sections, title="T") == join(list(sections), title="T")


def test_tags_of_every_section_are_kept_apart() -> None:
    made = checked(
        join([Section("First", tagged("one", "two")), Section("Second", tagged("three", "four", role="/H1"))])
    )
    read = structure(made)
    assert read.split() == [
        *("Document Part".split()),
        *('"First" P (block) "one" P (block) "two"'.split()),
        *('Part "Second" H1 (block) "three" H1 (block) "four"'.split()),
    ]


def test_each_page_finds_its_own_elements_in_the_structure() -> None:
    made = join([Section("First", tagged("one", "two")), Section("Second", tagged("three"))])
    with reopened(made) as opened:
        parents = NumberTree(opened.Root.StructTreeRoot.ParentTree)
        assert sorted(parents) == [0, 1]
        for page in opened.pages:
            for element in parents[int(page.obj.StructParents)]:
                assert element.Pg.objgen == page.obj.objgen


def test_untagged_pages_among_tagged_ones_are_a_paragraph_or_a_named_figure(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(encoded(arrow(300, 200), "PNG"))
    photograph = exhibit_pages(tmp_path / "photo", "letter", None)
    made = join(
        [
            Section("Application", tagged("one")),
            Section("Letter", paper("two words")),
            Section("Photograph", photograph),
        ]
    )
    read = structure(checked(made))
    assert '"two words"' in read
    with reopened(made) as opened:
        (document,) = opened.Root.StructTreeRoot.K
        figure = document.K[2].K[0]
        assert Name.Figure == figure.S
        assert figure.Alt == String("Photograph, page 1 of 1")
        assert opened.Root.MarkInfo.Marked


def test_a_section_without_a_title_goes_on_with_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(encoded(arrow(300, 200), "PNG"))
    photograph = exhibit_pages(tmp_path / "photo", "letter", None)
    made = join(
        [
            Section("Exhibit A: School", tagged("Exhibit A")),
            Section("", photograph),
            Section("", tagged("end")),
        ]
    )
    assert structure(checked(made)).split() == [
        *('Document Part "Exhibit A: School" P (block) "Exhibit A"'.split()),
        *('Sect Figure "" Sect P (block) "end"'.split()),
    ]
    with reopened(made) as opened:
        (document,) = opened.Root.StructTreeRoot.K
        assert document.K[0].K[1].K[0].Alt == String("Exhibit A: School, page 1 of 1")


def test_no_tags_are_claimed_where_no_section_has_any() -> None:
    with reopened(join([Section("A", paper("one")), Section("B", paper("two"))])) as opened:
        assert "/StructTreeRoot" not in opened.Root
        assert "/MarkInfo" not in opened.Root


def test_marks_left_over_in_an_untagged_page_do_not_mix_with_new_ones() -> None:
    leftover = Pdf.new()
    add_page(leftover, f"/P <</MCID 0>> BDC {words('old mark')} EMC")
    made = checked(join([Section("A", tagged("one")), Section("B", saved(leftover))]))
    assert '"old mark"' in structure(made)
    assert texts(made) == ["one", "old mark"]


def test_links_within_a_section_lead_to_the_same_page_in_the_whole() -> None:
    source = Pdf.new()
    first, second = add_page(source, words("contents")), add_page(source, words("chapter"))
    named = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=String("chapter"))
    plain = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 9, 9, 18]), Dest=Array([second.obj, Name.Fit])
    )
    annotated(source, first, named, plain)
    source.Root.Names = Dictionary(
        Dests=Dictionary(Names=Array([String("chapter"), Array([second.obj, Name.Fit])]))
    )
    made = checked(join([Section("A", paper("one")), Section("B", saved(source))]))
    with reopened(made) as opened:
        by_name, by_page = opened.pages[1].Annots
        assert by_page.Dest[0].objgen == opened.pages[2].objgen
        assert opened.Root.Names.Dests.Names[1].D[0].objgen == opened.pages[2].objgen
        assert by_name.Dest == String("chapter")


def test_what_sections_share_is_there_once() -> None:
    picture = encoded(arrow(400, 300), "JPEG")

    def with_seal() -> bytes:
        pdf = Pdf.new()
        page = add_page(pdf, "q 100 0 0 75 100 100 cm /Seal Do Q")
        page.obj.Resources.XObject = Dictionary(
            Seal=pdf.make_stream(
                picture,
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=400,
                Height=300,
                ColorSpace=Name.DeviceRGB,
                BitsPerComponent=8,
                Filter=Name.DCTDecode,
            )
        )
        return saved(pdf)

    made = join([Section(str(number), with_seal()) for number in range(20)])
    assert len(made) < 2 * len(picture) + 8000
    assert len({page.tobytes() for page in seen(made)}) == 1


def test_a_section_that_is_no_pdf_is_named() -> None:
    with pytest.raises(PdfUnreadable, match="The PDF of “Letter” is damaged"):
        join([Section("Letter", b"no pdf")])


def test_papers_of_libreoffice_keep_headings_and_the_archive_s_claim(office: Office, tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("Statement", 1)
    document.add_paragraph("I was there.")
    document.save(str(tmp_path / "paper.docx"))
    (tmp_path / "photo").write_bytes(encoded(arrow(300, 200), "PNG"))
    (tmp_path / "print").write_bytes(encoded(arrow(300, 200).convert("CMYK"), "JPEG"))
    word = exhibit_pages(tmp_path / "paper.docx", "letter", office)
    photograph = exhibit_pages(tmp_path / "photo", "letter", office)
    made = join([Section("Statement", word), Section("Photograph", photograph)], title="Packet")
    made = checked(stamp(made, ["Page 1 of 2", "Page 2 of 2"]))
    assert re.search(r'H1 \(block\):?\s+"Statement"', structure(made))
    assert text_of_pages(made)[0].splitlines()[0] == "Statement"
    fonts = subprocess.run(["pdffonts", "-"], input=made, capture_output=True, check=True).stdout.decode()
    assert all(line.split()[-5] == "yes" for line in fonts.splitlines()[2:]), "every font is in the file"
    with reopened(made) as opened:
        assert opened.open_metadata().pdfa_status == "2B"
    printed = exhibit_pages(tmp_path / "print", "letter", office)
    with reopened(join([Section("Statement", word), Section("In print's colours", printed)])) as opened:
        assert "/OutputIntents" not in opened.Root, "nothing is claimed that does not hold"
