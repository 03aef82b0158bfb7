"""Composes one template, or all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from unbarred.documents.composing.body import Body
from unbarred.documents.composing.build import document_xml, element
from unbarred.documents.composing.markdown import read_blocks, read_line
from unbarred.documents.composing.numbering import numbering_part
from unbarred.documents.composing.packing import pack, settings_part
from unbarred.documents.composing.page import running_part, section
from unbarred.documents.composing.source import read_running, read_settings, read_source
from unbarred.documents.composing.style import LANGUAGE, LETTER, PAPER, styles_part

SHARED = "shared"


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
    settings = source.settings
    body = Body(settings, paper)
    made = element("body", *body.elements(read_blocks(source)))
    beside = {
        "styles.xml": ("styles", styles_part(paper)),
        "numbering.xml": ("numbering", numbering_part(body.restarts)),
        "settings.xml": ("settings", settings_part()),
    }
    for name, part in (("footer", settings.footer), ("header", settings.header)):
        if part:
            line = read_line(read_running(source, part, folders))
            beside[f"{name}1.xml"] = (name, running_part(name, line))
    ids = {name: f"rId{number}" for number, name in enumerate(beside, start=1)}
    made.append(section(paper, header_id=ids.get("header1.xml", ""), footer_id=ids.get("footer1.xml", "")))
    document = document_xml(element("document", made))
    return pack(document, beside, settings.title, LANGUAGE[paper])
