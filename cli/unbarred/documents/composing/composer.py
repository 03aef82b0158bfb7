"""Composes one template, or all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unbarred.documents.composing.body import Body
from unbarred.documents.composing.build import document_xml, element
from unbarred.documents.composing.markdown import read_blocks, read_line
from unbarred.documents.composing.numbering import numbering_part
from unbarred.documents.composing.packing import is_composed, pack, settings_part
from unbarred.documents.composing.page import running_part, section
from unbarred.documents.composing.source import Source, read_running, read_settings, read_source
from unbarred.documents.composing.style import LANGUAGE, LETTER, PAPER, styles_part

SHARED = "shared"
README = "README.md"


@dataclass(frozen=True)
class Composition:
    """One DOCX to compose: from which Markdown, with whose parts, for which paper, and where it goes."""

    source: Path
    place: str
    """The place whose own parts come first; "" for every place."""
    paper: str
    target: Path


def sources(templates: Path) -> Iterator[Path]:
    """Yield the Markdown of every template below `templates`; shared parts and the README are none."""
    for path in sorted(templates.rglob("*.md")):
        if SHARED not in path.relative_to(templates).parts and path.name != README:
            yield path


def compositions(templates: Path) -> Iterator[Composition]:
    """Yield every DOCX that is composed of what lies below `templates`.

    A template stands beside its Markdown. One for every place is composed
    anew for each place that has a part of its own for it, unless that place has the
    whole document as its own: Markdown, or a DOCX made by hand.
    """
    found = list(sources(templates))
    own = _places(templates)
    for path in found:
        place = path.relative_to(templates).parts[0]
        yield from _beside(path, place if place in own else "", path)
    for place in own:
        for path in found:
            theirs = templates / place / path.relative_to(templates)
            if path.relative_to(templates).parts[0] in own or theirs in found:
                continue
            made = list(_beside(path, place, theirs))
            by_hand = any(each.target.exists() and not is_composed(each.target) for each in made)
            if not by_hand and _uses_parts_of(path, templates, place):
                yield from made


def compose_all(templates: Path) -> list[Path]:
    """Write every DOCX that is composed; return those whose bytes changed."""
    changed = []
    for each in compositions(templates):
        content = compose(each.source, templates, each.paper, each.place)
        if not each.target.exists() or each.target.read_bytes() != content:
            each.target.parent.mkdir(parents=True, exist_ok=True)
            each.target.write_bytes(content)
            changed.append(each.target)
    return changed


def compose(path: Path, templates: Path, paper: str = LETTER, place: str = "") -> bytes:
    """Return the DOCX of the template at `path` for `paper`; the same bytes each time.

    Parts come from the `shared` folder of `place`, then from `templates/shared`.
    Raises `ContentError` where the Markdown cannot be composed.
    """
    source, running = _read(path, templates, place)
    body = Body(source.settings, paper)
    made = element("body", *body.elements(read_blocks(source)))
    beside = {
        "styles.xml": ("styles", styles_part(paper, close=source.settings.spacing == "close")),
        "numbering.xml": ("numbering", numbering_part(body.restarts)),
        "settings.xml": ("settings", settings_part()),
    }
    for name, part in running.items():
        beside[f"{name}1.xml"] = (name, running_part(name, read_line(part)))
    ids = {name: f"rId{number}" for number, name in enumerate(beside, start=1)}
    made.append(section(paper, header_id=ids.get("header1.xml", ""), footer_id=ids.get("footer1.xml", "")))
    document = document_xml(element("document", made))
    return pack(document, beside, source.settings.title, LANGUAGE[paper])


def _places(templates: Path) -> list[str]:
    """Return the names of the places that have parts of their own."""
    return [folder.parent.name for folder in sorted(templates.glob(f"*/{SHARED}"))]


def _beside(path: Path, place: str, target: Path) -> Iterator[Composition]:
    """Yield what is made of the template at `path`: one DOCX if it names its paper, else one for each.

    `application.docx` is for letter, `application-a4.docx` for A4.
    """
    only = read_settings(path).paper
    for paper in [only] if only else PAPER:
        end = ".docx" if paper in (only, LETTER) else f"-{paper}.docx"
        yield Composition(path, place, paper, target.with_name(target.stem + end))


def _uses_parts_of(path: Path, templates: Path, place: str) -> bool:
    source, running = _read(path, templates, place)
    used = source.parts.union(*(part.parts for part in running.values()))
    return any(templates / place in part.parents for part in used)


def _read(path: Path, templates: Path, place: str) -> tuple[Source, dict[str, Source]]:
    """Return the template at `path`, and what stands at the `footer` and `header` of its pages."""
    folders = [templates / place / SHARED] if place else []
    folders.append(templates / SHARED)
    source = read_source(path, folders)
    named = {"footer": source.settings.footer, "header": source.settings.header}
    return source, {name: read_running(source, part, folders) for name, part in named.items() if part}
