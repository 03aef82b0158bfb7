"""Packs a document and the parts that stand beside it as a DOCX."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from unbarred.documents.errors import TemplateFault
from unbarred.documents.word.package import CONTENT_TYPES, Part, read_package, write_package
from unbarred.documents.word.wordml import UTF8, W

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAKER = "unbarred"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def pack(document: bytes, beside: Mapping[str, tuple[str, bytes]], title: str, language: str) -> bytes:
    """Return the DOCX of `document`; the same bytes each time.

    `beside` has the kind (`styles`, `footer`) and content of each part by its file's name;
    the first is relationship `rId1` of the document, the next `rId2`.
    """
    contents = {
        CONTENT_TYPES: _content_types({name: kind for name, (kind, _) in beside.items()}),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": _properties(title, language),
        "docProps/app.xml": _program(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(
            {
                f"rId{number}": (f"{_OFFICE}/{kind}", name)
                for number, (name, (kind, _)) in enumerate(beside.items(), start=1)
            }
        ),
    }
    contents |= {f"word/{name}": content for name, (_, content) in beside.items()}
    return write_package({name: Part.of(content) for name, content in contents.items()})


def is_composed(path: Path) -> bool:
    """Say whether the DOCX at `path` is as it was packed here: what saves it anew writes its own name in."""
    try:
        program = read_package(path.read_bytes(), path.name).get("docProps/app.xml")
    except (OSError, TemplateFault):
        return False
    return program is not None and program.content == _program()


def settings_part() -> bytes:
    """Return `word/settings.xml`."""
    # Without this Word shows a document of today in the manner of 2007.
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    return _xml(
        f'<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/>'
        f'<w:compat>{mode} w:val="15"/></w:compat></w:settings>'
    )


def _content_types(kinds: Mapping[str, str]) -> bytes:
    parts = {f"/word/{name}": f"{_WORD}.{kind}+xml" for name, kind in kinds.items()}
    parts["/word/document.xml"] = f"{_WORD}.document.main+xml"
    parts["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    parts["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(parts.items())
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return _xml(f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>')


def _package_relationships() -> bytes:
    properties = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _relationships(
        {
            "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
            "rId2": (properties, "docProps/core.xml"),
            "rId3": (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        }
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>')


def _properties(title: str, language: str) -> bytes:
    """Return the properties: what it is and in which language; nobody's name and no day."""
    core = f"{_PACKAGE}/metadata/core-properties"
    return _xml(
        f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{language}</dc:language>"
        "</cp:coreProperties>"
    )


def _program() -> bytes:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return _xml(f'<Properties xmlns="{namespace}"><Application>{_MAKER}</Application></Properties>')


def _xml(source: str) -> bytes:
    return (UTF8 + source).encode()
