"""PDFs and pictures made on the spot, with what strangers' files have in them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageDraw

LETTER = (612.0, 792.0)


def saved(pdf: Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def reopened(content: bytes) -> Pdf:
    return Pdf.open(io.BytesIO(content))


def pictures_in(content: bytes) -> list[tuple[bytes, Image.Image]]:
    """The pictures of the first page: each as it is coded, and what it shows."""
    with reopened(content) as pdf:
        found = pdf.pages[0].get_images().values()
        return [(each.read_raw_bytes(), pikepdf.PdfImage(each).as_pil_image()) for each in found]


def add_page(pdf: Pdf, content: str, size: tuple[float, float] = LETTER, **said: object) -> pikepdf.Page:
    """Add a page that draws `content`, with Helvetica as F; `said` are its further entries."""
    page = pdf.add_blank_page(page_size=size)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(Font=Dictionary(F=font))
    page.obj.Contents = pdf.make_stream(content.encode("latin-1"))
    for key, value in said.items():
        page.obj[f"/{key}"] = value
    return page


def words(text: str, x: float = 100, y: float = 700, size: float = 12) -> str:
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n"


def paper(*texts: str, size: tuple[float, float] = LETTER, **said: object) -> bytes:
    """A PDF with one page for each text."""
    pdf = Pdf.new()
    for text in texts:
        add_page(pdf, words(text, 0.2 * size[0], 0.8 * size[1]), size, **said)
    return saved(pdf)


def annotated(pdf: Pdf, page: pikepdf.Page, *annotations: Dictionary) -> None:
    kept = [pdf.make_indirect(each) for each in annotations]
    page.obj.Annots = Array(kept)
    fields = [each for each in kept if each.Subtype == Name.Widget]
    if fields:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.Root.AcroForm = Dictionary(
            Fields=Array(fields), DR=Dictionary(Font=Dictionary(Helv=font)), DA=String("/Helv 12 Tf 0 g")
        )


def text_field(value: str, place: Sequence[float]) -> Dictionary:
    """A field that was filled in by a program that does not draw it."""
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("name"),
        V=String(value),
        Rect=Array(place),
        F=4,
        DA=String("/Helv 12 Tf 0 g"),
    )


def arrow(width: int, height: int) -> Image.Image:
    """A framed picture with a black arrow that points up, on white, and a red corner at its top left."""
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    line = max(2, width // 60)
    draw.rectangle([0, 0, width - 1, height - 1], outline="black", width=line)
    draw.polygon(
        [(width * 0.5, height * 0.1), (width * 0.3, height * 0.4), (width * 0.7, height * 0.4)], fill="black"
    )
    draw.rectangle([width * 0.45, height * 0.4, width * 0.55, height * 0.9], fill="black")
    draw.rectangle([line, line, width * 0.2, height * 0.2], fill="red")
    return picture


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
