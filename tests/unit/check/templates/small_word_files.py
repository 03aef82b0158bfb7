"""Word files made on the spot, as small as Word takes them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {each: each for each in ("header", "footer", "footnotes", "comments", "styles")}


def run(words: str, form: str = "") -> str:
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*words: str) -> str:
    """A paragraph; each of `words` is a run of its own."""
    return f"<w:p>{''.join(each if each.startswith('<') else run(each) for each in words)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    made = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(cell)}</w:tc>' for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    grid = '<w:gridCol w:w="2000"/>' * max(map(len, rows))
    form = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{form}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl><w:p/>"


def word_file(
    *blocks: str,
    parts: dict[str, str] | None = None,
    links: str = "",
    properties: str = "",
    binary: dict[str, bytes] | None = None,
) -> bytes:
    """A DOCX with these blocks (text, or XML); `parts` below `word/` by name, without their root element."""
    beside = parts or {}
    body = "".join(each if each.startswith("<") else paragraph(each) for each in blocks)
    relationships, overrides = "", ""
    for number, name in enumerate(beside):
        kind = KINDS[name.rstrip("0123456789").removesuffix(".xml").rstrip("0123456789")]
        relationships += f'<Relationship Id="rIdP{number}" Type="{R}/{kind}" Target="{name}"/>'
        overrides += f'<Override PartName="/word/{name}" ContentType="{WORD}.{kind}+xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{properties}</cp:coreProperties>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relationships}{links}</Relationships>",
    }
    roots = {**KINDS, "header": "hdr", "footer": "ftr"}
    for name, content in beside.items():
        root = roots[name.removesuffix(".xml").rstrip("0123456789")]
        files[f"word/{name}"] = f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{root}>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        for name, held in (binary or {}).items():
            archive.writestr(name, held)
    return out.getvalue()


def save(folder: Path, name: str, *blocks: str, **more: object) -> Path:
    """Write such a file; return where it is."""
    path = folder / name
    path.write_bytes(word_file(*blocks, **more))  # type: ignore[arg-type]
    return path
