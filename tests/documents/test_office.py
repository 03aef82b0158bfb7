"""Word files become PDFs that are fit to be filed: whole, readable to all, the same each time."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from tempfile import gettempdir

import pikepdf
import pytest
from word_papers import changed, letter, smallest, with_field, with_picture_elsewhere

from unbarred.documents.office import Office, OfficeFailed
from unbarred.documents.pdf import page_count, text_of_pages
from unbarred.errors import UserError


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """Return the names of the fonts on the first page, and whether each is in the file."""
    found = {}
    for font in pdf.pages[0].Resources.Font.as_dict().values():
        plain = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        found[str(plain.BaseFont).partition("+")[2]] = any(
            key in plain.FontDescriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
        )
    return found


def test_a_paper_is_tagged_titled_and_has_its_fonts_and_bookmarks(office: Office) -> None:
    paper = letter("I ask for mercy.", title="Petition", headings=("Who I am", "What I ask"))
    (pdf,) = office.to_pdf([paper])
    assert "I ask for mercy." in text_of_pages(pdf)[0]
    with opened(pdf) as made:
        assert made.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in made.Root
        assert str(made.Root.Lang) == "en-US"
        assert made.Root.ViewerPreferences.DisplayDocTitle
        assert all(fonts(made).values())
        with made.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Who I am", "What I ask"]


def test_times_new_roman_is_set_in_type_of_the_same_widths(office: Office) -> None:
    (pdf,) = office.to_pdf([letter("In courtroom type.")])
    with opened(pdf) as made:
        known = ("LiberationSerif", "TimesNewRoman", "Tinos", "TeXGyreTermes", "NimbusRoman")
        assert all(name.startswith(known) for name in fonts(made)), fonts(made)


def test_for_the_archive_it_is_pdf_a_2b(office: Office) -> None:
    (pdf,) = office.to_pdf([letter("To be kept.", title="To be kept")], archival=True)
    with opened(pdf) as made:
        metadata = made.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
        assert metadata["dc:title"] == str(made.docinfo.Title) == "To be kept"
        assert metadata["pdf:Producer"] == str(made.docinfo.Producer)
        assert "/OutputIntents" in made.Root
        assert "/StructTreeRoot" in made.Root
        assert all(fonts(made).values())


def test_tags_are_left_out_where_they_are_not_wanted(office: Office) -> None:
    (pdf,) = office.to_pdf([letter("Plain.")], tagged=False)
    with opened(pdf) as made:
        assert "/StructTreeRoot" not in made.Root


def test_nothing_of_the_computer_or_its_clock_is_told(office: Office) -> None:
    for archival in (False, True):
        (pdf,) = office.to_pdf([letter("Quiet.", title="Quiet")], archival=archival)
        with opened(pdf) as made:
            assert set(made.docinfo.keys()) == {"/Title", "/Producer"}
            told = made.Root.Metadata.read_bytes()
            everything = b"".join(
                made.get_object(number, 0).unparse() for number in range(1, len(made.objects))
            )
        for word in (
            b"clerk",
            b"desk-17",
            b"LibreOffice",
            b"CreateDate",
            b"/CreationDate",
            gettempdir().encode(),
        ):
            assert word not in told + everything + pdf


@pytest.mark.parametrize("archival", [False, True])
def test_the_same_paper_gives_the_same_bytes(archival: bool, office: Office) -> None:
    papers = [letter(f"Paper {number}.", title="One", headings=("A",)) for number in range(3)]
    first = office.to_pdf(papers, archival=archival)
    assert office.to_pdf(papers, archival=archival) == first
    assert office.to_pdf(papers[1:2], archival=archival) == first[1:2]


def test_a_batch_comes_back_in_order(office: Office) -> None:
    papers = [letter(f"This is number {number}.") for number in range(12)]
    for number, pdf in enumerate(office.to_pdf(papers)):
        assert f"This is number {number}." in text_of_pages(pdf)[0]
    assert office.to_pdf([]) == []


def test_one_that_libreoffice_cannot_read_is_named_and_the_others_are_made(office: Office) -> None:
    papers = [letter("First."), smallest(), letter("Third.")]
    with pytest.raises(OfficeFailed, match="cannot make a PDF of the second paper") as failed:
        office.to_pdf(papers, names=["the first paper", "the second paper", "the third paper"])
    assert [pdf and text_of_pages(pdf)[0].strip() for pdf in failed.value.made] == ["First.", None, "Third."]


def test_threads_may_share_one(office: Office) -> None:
    papers = [letter(f"From thread {number}.") for number in range(4)]
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda paper: office.to_pdf([paper])[0], papers))
    assert made == office.to_pdf(papers)


def test_two_work_side_by_side(office: Office) -> None:
    with Office(office.found) as other, ThreadPoolExecutor(2) as threads:
        papers = [letter(f"Number {number}.") for number in range(3)]
        both = list(threads.map(lambda one: one.to_pdf(papers), (office, other)))
    assert both[0] == both[1]


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server on this computer: its address, and what it was asked for."""
    heard: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Listening) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()
        thread.join()


def test_nothing_is_fetched(asked: tuple[str, list[str]], office: Office) -> None:
    address, heard = asked
    fields = [
        with_field(f'INCLUDEPICTURE "{address}/a.png" \\d', "picture"),
        with_field(f'INCLUDETEXT "{address}/b.docx"', "words"),
        with_field(f'HYPERLINK "{address}/c"', "link"),
    ]
    for pdf in office.to_pdf(fields):
        assert page_count(pdf) == 1
    assert heard == []


@pytest.mark.parametrize("where", ["http://127.0.0.1:9/a.png", "file:///etc/hostname", "../other.png"])
def test_a_picture_that_is_only_linked_to_is_refused(where: str, office: Office) -> None:
    with pytest.raises(UserError, match="Exhibit B: It shows a picture that is not in it") as refused:
        office.to_pdf([letter("Well."), with_picture_elsewhere(where)], names=["Exhibit A", "Exhibit B"])
    assert refused.value.code == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not a Word document"),
        (b"%PDF-1.7 no", "This is a PDF"),
        (b"\x7fELF\x02\x01\x01", "not a Word document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "older Word"),
        (letter("Cut short.")[:-300], "not whole"),
        (
            changed(letter("Torn."), {"word/document.xml": lambda part: part[: len(part) // 2]}),
            "damaged in its part word/document.xml",
        ),
        (
            changed(
                letter("Unfolds."),
                {"docProps/app.xml": lambda _: b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'},
            ),
            "part docProps/app.xml has a document type of its own",
        ),
    ],
    ids=["nothing", "pdf", "program", "doc", "cut", "torn", "unfolds"],
)
def test_what_is_no_whole_word_file_never_reaches_libreoffice(
    content: bytes, says: str, office: Office
) -> None:
    with pytest.raises(UserError, match=says) as refused:
        office.to_pdf([letter("Well."), content])
    assert str(refused.value).startswith("Document 2 of 2: ")
    assert refused.value.code == 1
