"""Composes one template, or all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from unbarred.documents.composing.body import Body, footer_part
from unbarred.documents.composing.markdown import read_blocks, read_line
from unbarred.documents.composing.numbering import numbering_part
from unbarred.documents.composing.packing import pack, settings_part
from unbarred.documents.composing.source import read_footer, read_settings, read_source
from unbarred.documents.composing.style import LANGUAGE, LETTER, PAPER, styles_part

SHARED = "shared"
_FOOTER_ID = "rId4"
"""The footer is the fourth of the parts beside the document."""


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
    beside = {
        "styles.xml": ("styles", styles_part(paper)),
        "numbering.xml": ("numbering", numbering_part(body.restarts)),
        "settings.xml": ("settings", settings_part()),
        "footer1.xml": ("footer", footer),
    }
    return pack(document, beside, source.settings.title, LANGUAGE[paper])
