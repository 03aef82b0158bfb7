"""Word files in which words hide: in runs, boxes, fields, notes, names and properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text: str, form: str = "") -> str:
    """Return a run that says `text`."""
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """Return a paragraph of these runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def table(text: str) -> str:
    """Return a table with the text in its last cell."""
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    cells = cell.format(paragraph(run("Name"))) + cell.format(text)
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>{paragraph()}"


def box(inner: str) -> str:
    """Return a paragraph with a text box."""
    return paragraph(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
    )


def picture(description: str) -> str:
    """Return a paragraph with a drawing that has an alternative text."""
    about = (
        f'<wp:docPr id="1" name="Picture 1" descr={quoteattr(description)} title={quoteattr(description)}/>'
    )
    return paragraph(f"<w:r><w:drawing><wp:inline>{about}</wp:inline></w:drawing></w:r>")


def field(instruction: str) -> str:
    """Return a paragraph with a field whose instruction is split in two."""
    half = len(instruction) // 2
    parts = (instruction[:half], instruction[half:])
    marks = ("begin", "end")
    instructions = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>' for part in parts
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in marks)
    return paragraph(begin, instructions, end)


def story(tag: str, inner: str) -> str:
    """Return a header, footer or similar part."""
    return f"<w:{tag} {_NAMESPACES}>{inner}</w:{tag}>"


def package(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    links: Sequence[tuple[str, str, bool]] = (),
    comment: bytes = b"",
) -> bytes:
    """Return a Word file with this body and more parts; links are kinds, targets, and if they lead out."""
    more = dict(parts or {})
    kinds = {"header1": "header", "footer1": "footer", "footnotes": "footnotes", "comments": "comments"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.wordprocessingml.{kind}+xml"/>'
        for name, kind in kinds.items()
        if f"word/{name}.xml" in more
    )
    main = f"{_OFFICE}.wordprocessingml.document.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>'
    )
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target={quoteattr(target)}'
        f"{' TargetMode=' + quoteattr('External') if out else ''}/>"
        for number, (kind, target, out) in enumerate(links, start=1)
    )
    root = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    held: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{root}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{listed}</Relationships>',
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        **more,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = comment
        for name, content in held.items():
            archive.writestr(name, content)
    return file.getvalue()
