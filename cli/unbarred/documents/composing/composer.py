"""Composes one template, or all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from unbarred.documents.composing.body import Body, footer_part
from unbarred.documents.composing.markdown import read_blocks, read_line
from unbarred.documents.composing.numbering import numbering_part
from unbarred.documents.composing.source import Settings, read_footer, read_settings, read_source
from unbarred.documents.composing.style import LANGUAGE, LETTER, PAPER, styles_part
from unbarred.documents.package import CONTENT_TYPES, Part, write_package
from unbarred.documents.wordml import UTF8, W

SHARED = "shared"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Parts of `word/` that stand beside the document: file, relationship, content type.
_BESIDE = {
    "rId1": ("styles.xml", "styles", f"{_WORD}.styles+xml"),
    "rId2": ("numbering.xml", "numbering", f"{_WORD}.numbering+xml"),
    "rId3": ("settings.xml", "settings", f"{_WORD}.settings+xml"),
    "rId4": ("footer1.xml", "footer", f"{_WORD}.footer+xml"),
}
_FOOTER_ID = "rId4"


def sources(templates: Path) -> Iterator[Path]:
    """Yield the Markdown of every template below `templates`; shared parts are none."""
    for path in sorted(templates.rglob("*.md")):
        if SHARED not in path.relative_to(templates).parts:
            yield path


def targets(path: Path) -> dict[str, Path]:
    """Return the DOCX files of the template at `path`, by the paper each is for.

    A template that names its `paper` is for that one; any other is for every paper:
    `application.docx` for letter, `application-a4.docx` for A4.
    """
    only = read_settings(path).paper
    if only:
        return {only: path.with_suffix(".docx")}
    return {
        paper: path.with_suffix(".docx") if paper == LETTER else path.with_name(f"{path.stem}-{paper}.docx")
        for paper in PAPER
    }


def compose_all(templates: Path) -> list[Path]:
    """Write the DOCX files beside every Markdown template; return those whose bytes changed."""
    changed = []
    for path in sources(templates):
        for paper, target in targets(path).items():
            content = compose(path, templates, paper)
            if not target.exists() or target.read_bytes() != content:
                target.write_bytes(content)
                changed.append(target)
    return changed


def compose(path: Path, templates: Path, paper: str = LETTER) -> bytes:
    """Return the DOCX of the template at `path` for `paper`; the same bytes each time.

    Parts come from the `shared` folder of its place, then from `templates/shared`.
    Raises `ContentError` where the Markdown cannot be composed.
    """
    above = [folder for folder in path.parents if folder.is_relative_to(templates)]
    folders = [folder / SHARED for folder in above]
    source = read_source(path, folders)
    body = Body(source.settings, paper)
    document = body.document(read_blocks(source), _FOOTER_ID)
    footer = footer_part(read_line(read_footer(source, folders)))
    contents = {
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": _properties(source.settings, LANGUAGE[paper]),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/styles.xml": styles_part(paper),
        "word/numbering.xml": numbering_part(body.restarts),
        "word/settings.xml": _settings(),
        "word/footer1.xml": footer,
    }
    return write_package({name: Part.of(content) for name, content in contents.items()})


def _content_types() -> bytes:
    parts = {f"/word/{name}": kind for name, _, kind in _BESIDE.values()}
    parts["/word/document.xml"] = f"{_WORD}.document.main+xml"
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
        }
    )


def _document_relationships() -> bytes:
    return _relationships({key: (f"{_OFFICE}/{kind}", name) for key, (name, kind, _) in _BESIDE.items()})


def _relationships(targets: dict[str, tuple[str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>')


def _properties(settings: Settings, language: str) -> bytes:
    """Return the properties: what it is and in which language; nobody's name and no day."""
    core = f"{_PACKAGE}/metadata/core-properties"
    return _xml(
        f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(settings.title)}</dc:title><dc:language>{language}</dc:language>"
        "</cp:coreProperties>"
    )


def _settings() -> bytes:
    # Without this Word shows a document of today in the manner of 2007.
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    return _xml(
        f'<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/>'
        f'<w:compat>{mode} w:val="15"/></w:compat></w:settings>'
    )


def _xml(source: str) -> bytes:
    return (UTF8 + source).encode()
