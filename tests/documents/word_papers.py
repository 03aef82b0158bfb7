"""Small Word files to be turned into PDF."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from PIL import Image


def letter(*paragraphs: str, title: str = "", headings: tuple[str, ...] = ()) -> bytes:
    """Return a DOCX: a chapter for each of `headings`, then `paragraphs`."""
    made = docx.Document()
    made.core_properties.title = title
    made.core_properties.author = "desk-17\\jailhouse-clerk"
    made.core_properties.last_modified_by = "jailhouse-clerk"
    for heading in headings:
        made.add_heading(heading, 1)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph).runs[0].font.name = "Times New Roman"
    return _bytes(made)


def smallest(remark: bytes = b"") -> bytes:
    """Return a DOCX of one empty page, with `remark` where a zip file has room for one."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(
            "[Content_Types].xml", f'<Types><Override PartName="/d.xml" ContentType="{kind}"/></Types>'
        )
        made.writestr("d.xml", f'<w:document xmlns:w="{word}"><w:body/></w:document>')
        made.comment = remark
    return out.getvalue()


def with_picture_elsewhere(target: str) -> bytes:
    """Return a DOCX whose picture is a link to `target`."""
    made = docx.Document()
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(picture, "PNG")
    made.add_picture(picture)
    link = f'Target="{target}" TargetMode="External"'.encode()
    return changed(
        _bytes(made),
        {
            "word/document.xml": lambda part: part.replace(b"r:embed=", b"r:link="),
            "word/_rels/document.xml.rels": lambda part: part.replace(b'Target="media/image1.png"', link),
        },
    )


def with_field(code: str, shown: str) -> bytes:
    """Return a DOCX that shows `shown` for the field `code`."""
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve">{code}</w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{shown}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return changed(
        letter("Before."),
        {
            "word/document.xml": lambda part: part.replace(
                b"<w:p><w:r>", b"<w:p>" + field.encode() + b"<w:r>", 1
            )
        },
    )


def changed(content: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """Return the DOCX with some of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, changes[name](part) if name in changes else part)
    return out.getvalue()


def _bytes(made: object) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
