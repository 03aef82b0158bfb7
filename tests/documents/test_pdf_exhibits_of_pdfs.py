"""A stranger's PDF becomes pages: what it shows stays, and what it does is left out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from made_pdfs import LETTER, add_page, annotated, arrow, encoded, paper, reopened, saved, text_field, words
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Pdf, Stream, String
from PIL import Image
from seen_pages import checked, drawn, points_up, seen, texts

from unbarred.documents.pdf import ExhibitRefused, exhibit_pages, page_count

FRAME = "3 w 2 2 {} {} re S "


def pages(folder: Path, content: bytes) -> bytes:
    path = folder / "exhibit.pdf"
    path.write_bytes(content)
    return checked(exhibit_pages(path, "letter", None))


def with_arrow(width: float, height: float, **said: object) -> bytes:
    """A PDF whose one page is filled by an upright arrow."""
    pdf = Pdf.new()
    picture = pdf.make_stream(
        encoded(arrow(300, 200), "JPEG", quality=95),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=300,
        Height=200,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    page = add_page(pdf, f"q {width} 0 0 {height} 0 0 cm /A Do Q", (width, height), **said)
    page.obj.Resources.XObject = Dictionary(A=picture)
    return saved(pdf)


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
def test_a_turned_page_stands_as_it_is_seen(tmp_path: Path, turn: int) -> None:
    across = (300, 200) if turn % 180 == 0 else (200, 300)
    pdf = reopened(with_arrow(*across))
    upright = {0: "", 90: "0 1 -1 0 200 0 cm", 180: "-1 0 0 -1 300 200 cm", 270: "0 -1 1 0 0 300 cm"}[
        turn % 360
    ]
    pdf.pages[0].obj.Contents = pdf.make_stream(f"q {upright} 300 0 0 200 0 0 cm /A Do Q".encode())
    pdf.pages[0].obj.Rotate = turn
    (page,) = seen(pages(tmp_path, saved(pdf)))
    assert points_up(page)


def test_only_what_the_crop_box_shows_is_seen(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(
        pdf,
        words("outside", 300, 740) + words("shown", 150, 450) + FRAME.format(608, 788),
        CropBox=Array([100, 400, 400, 600]),
        Rotate=90,
    )
    (page,) = seen(pages(tmp_path, saved(pdf)))
    left, top, right, bottom = drawn(page)
    assert right - left < 0.1, "the word stands upright on a page that was turned"
    assert bottom - top < 0.1, "the frame and the other word lie outside"


def test_a_page_measured_in_larger_units_has_its_real_size(tmp_path: Path) -> None:
    (page,) = seen(pages(tmp_path, with_arrow(150, 100, UserUnit=2)))
    left, _, right, _ = drawn(page)
    assert (right - left) * 612 == pytest.approx(300, abs=3)


def test_what_she_filled_in_stays_though_no_program_has_drawn_it(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, words("Name:", 40, 705))
    annotated(pdf, page, text_field("Jane Example", (100, 700, 300, 720)))
    made = pages(tmp_path, saved(pdf))
    assert texts(made) == ["Name: Jane Example"]
    assert "/AcroForm" not in reopened(made).Root


@pytest.mark.parametrize("asks_to_be_drawn", [False, True])
def test_what_she_filled_in_keeps_its_letters_or_is_refused(tmp_path: Path, asks_to_be_drawn: bool) -> None:
    def filled(name: str) -> bytes:
        pdf = Pdf.new()
        annotated(pdf, add_page(pdf, words("Name:", 40, 705)), text_field(name, (100, 700, 300, 720)))
        pdf.Root.AcroForm.NeedAppearances = asks_to_be_drawn
        return saved(pdf)

    assert texts(pages(tmp_path, filled("Zoë Żółć"))) == ["Name: Zoë Żółć"]
    with pytest.raises(ExhibitRefused, match="has letters that cannot be drawn here"):
        pages(tmp_path, filled("Ọlá Example"))


def test_remarks_are_drawn_as_they_look_and_hidden_ones_are_not(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, words("A sentence to mark."))
    stamp = pdf.make_stream(
        b"1 0 0 rg 0 0 100 100 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 100, 100])
    )
    annotated(
        pdf,
        page,
        Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([100, 100, 300, 300]), AP=Dictionary(N=stamp)
        ),
        Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([400, 100, 500, 200]), F=2, AP=Dictionary(N=stamp)
        ),
        Dictionary(
            Type=Name.Annot, Subtype=Name.Square, Rect=Array([100, 400, 200, 500]), C=Array([0, 0, 1]), F=4
        ),
    )
    (made,) = seen(pages(tmp_path, saved(pdf)), dpi=72)
    assert made.getpixel((200, 592)) == (255, 0, 0)
    assert made.getpixel((450, 642)) == (255, 255, 255)
    assert made.crop((95, 285, 205, 400)).getcolors() != [(110 * 115, (255, 255, 255))], "the square is drawn"


def test_what_acts_or_tells_of_others_is_left_out(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, words("Letter of support"))
    link = Dictionary(S=Name.Launch, F=String("secret.exe"))
    annotated(
        pdf,
        page,
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 612, 792]), A=link),
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.FileAttachment,
            Rect=Array([10, 10, 20, 20]),
            Contents=String("secret note"),
        ),
    )
    page.obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("secret()")))
    page.obj.PieceInfo = Dictionary(Secret=Dictionary(Private=String("secret")))
    page.obj.Metadata = pdf.make_stream(b"<x>secret</x>")
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("secret()"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("secret"), link])))
    pdf.attachments["secret.txt"] = b"secret"
    pdf.docinfo.Author = String("Secret Author")
    made = pages(tmp_path, saved(pdf))
    assert texts(made) == ["Letter of support"]
    with reopened(made) as opened:
        for each in opened.objects:
            told = each.stream_dict if isinstance(each, Stream) else each
            assert b"ecret" not in told.unparse(resolved=True)
            assert not isinstance(each, Stream) or b"ecret" not in each.read_bytes()
        assert set(opened.Root.keys()) == {"/Pages", "/Type"}
        assert set(opened.pages[0].obj.keys()) <= {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}


def test_a_photograph_inside_a_pdf_does_not_tell_where_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x10F] = "Secret Camera"
    pdf = reopened(with_arrow(300, 200))
    picture = pdf.pages[0].obj.Resources.XObject.A
    picture.write(encoded(arrow(300, 200), "JPEG", exif=exif), filter=Name.DCTDecode)
    content = saved(pdf)
    assert b"Secret Camera" in content
    assert b"Secret Camera" not in pages(tmp_path, content)


def test_a_hidden_layer_is_not_filed(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(
        pdf,
        "/OC /Hidden BDC "
        + words("privileged note", 100, 500)
        + " 0 0 100 100 re f EMC /OC /Shown BDC "
        + words("shown", 100, 600)
        + "EMC",
    )
    hidden, shown = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("h", "s"))
    page.obj.Resources.Properties = Dictionary(Hidden=hidden, Shown=shown)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([hidden, shown]), D=Dictionary(OFF=Array([hidden])))
    made = pages(tmp_path, saved(pdf))
    assert texts(made) == ["shown"]
    _, _, _, bottom = drawn(seen(made)[0])
    assert bottom < 0.5, "the square is not drawn"


def test_every_page_follows_in_order(tmp_path: Path) -> None:
    pdf = Pdf.new()
    for number, size in enumerate([LETTER, (595, 842), (792, 612), (612, 1008), (288, 432)], 1):
        add_page(pdf, FRAME.format(size[0] - 4, size[1] - 4) + words(f"page {number}", 100, 200), size)
    made = pages(tmp_path, saved(pdf))
    assert texts(made) == [f"page {number}" for number in range(1, 6)]
    for page in seen(made, dpi=72):
        left, top, right, bottom = drawn(page)
        assert min(left * 612, top * 792, (1 - right) * 612, (1 - bottom) * 792) > 15, "all can be printed"


def test_a_spread_in_small_print_is_split(tmp_path: Path) -> None:
    pdf = Pdf.new()
    halves = words("left half", 100, 400, 8) + words("right half", 900, 400, 8)
    add_page(pdf, halves + FRAME.format(1220, 788), (1224, 792))
    assert texts(pages(tmp_path, saved(pdf))) == ["left half", "right half"]


def test_a_pdf_locked_for_changes_only_is_taken(tmp_path: Path) -> None:
    locked = saved(reopened(paper("Letter")), encryption=Encryption(owner="guard", user=""))
    made = pages(tmp_path, locked)
    assert texts(made) == ["Letter"]
    assert not reopened(made).is_encrypted


def test_a_pdf_whose_end_was_lost_is_repaired(tmp_path: Path) -> None:
    content = saved(reopened(paper("Letter", "Second page")), object_stream_mode=ObjectStreamMode.disable)
    assert texts(pages(tmp_path, content[: content.index(b"xref")])) == ["Letter", "Second page"]


def test_a_torn_pdf_that_lost_what_a_page_showed_is_refused(tmp_path: Path) -> None:
    content = saved(reopened(paper("Letter", "Second page")), object_stream_mode=ObjectStreamMode.disable)
    with pytest.raises(ExhibitRefused, match="damaged and cannot be repaired"):
        pages(tmp_path, content[: content.rindex(b"6 0 obj")])


def test_a_pdf_with_lines_before_it_is_taken(tmp_path: Path) -> None:
    assert texts(pages(tmp_path, b"Received: by mail\r\n\r\n" + paper("Letter"))) == ["Letter"]


def test_the_same_pdf_gives_the_same_bytes(tmp_path: Path) -> None:
    content = paper("Letter", "Second page", size=(1400, 700))
    assert pages(tmp_path, content) == pages(tmp_path, content)


def test_a_pdf_without_pages_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    Pdf.new().save(out)
    with pytest.raises(ExhibitRefused, match="has no pages"):
        pages(tmp_path, out.getvalue())


def test_a_page_may_be_empty(tmp_path: Path) -> None:
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=LETTER)
    assert page_count(pages(tmp_path, saved(pdf))) == 1
