"""The templates to check: where each is written, its tags, and what is wrong with it by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from unbarred.check.templates.finding import Place, TemplateFinding
from unbarred.check.templates.markdown import read_markdown, shown
from unbarred.check.templates.statements import Written
from unbarred.documents import TemplateFault, compile_template
from unbarred.documents.composing import Composition, compose, compositions
from unbarred.documents.composing.composer import SHARED
from unbarred.documents.composing.source import read_settings
from unbarred.documents.examining import Flaw, Tag, examine
from unbarred.engine.origins import package_form
from unbarred.errors import ContentError, nearest

_PART_CALL = re.compile(r"include_docx_template\(\s*[\"']([^\"']+)[\"'](.*)\)", re.DOTALL)
_SETTING = re.compile(r"(\w+)\s*=(?!=)")
_TOLD = frozenset({"broken tag", "words beside a tag", "misplaced tag", "damaged", "missing part"})
"""Kinds of flaws that also keep a template from being filled."""
_MOST_PARTS = 60
"""So many parts of one template are looked into."""


@dataclass
class Sheet:
    """One template: where it is written, its DOCX files, its tags by part, what is wrong with it."""

    file: str
    """As messages name it: the Markdown if it is composed, else the DOCX."""
    targets: tuple[Path, ...]
    parts: dict[str, list[Written]]
    faults: list[TemplateFinding]
    own_names: frozenset[str] = frozenset()
    """Names that are set where the template is put into another."""
    is_part: bool = False
    """Whether it is put into another."""
    shared: set[Path] = field(default_factory=set)
    """The parts of Markdown it is composed of."""


def composed(templates: Path, named: Path) -> Iterator[Sheet]:
    """Yield every template below `templates` that is composed from Markdown, once for each place."""
    together: dict[tuple[Path, str], list[Composition]] = {}
    for each in compositions(templates):
        together.setdefault((each.source, each.place), []).append(each)
    for (source, place), made in together.items():
        yield _composed(source, place, made, templates, named)


def _composed(source: Path, place: str, made: list[Composition], templates: Path, named: Path) -> Sheet:
    folders = [templates / place / SHARED] if place else []
    folders.append(templates / SHARED)
    settings = read_settings(source)
    texts = {"document": source}
    sheet = Sheet(shown(source, named), tuple(each.target for each in made), {}, [])
    for name in ("header", "footer"):
        part = getattr(settings, name)
        found = next((folder / part for folder in folders if part and (folder / part).is_file()), None)
        if found is not None:
            texts[name] = found
            sheet.shared.add(found)
    for name, path in texts.items():
        text = read_markdown(path, folders, named)
        sheet.parts[name] = text.tags
        sheet.faults += text.faults
        sheet.shared |= text.parts
    for each in made:
        if not any(fault.kind == "missing part" for fault in sheet.faults):
            sheet.faults += _stale(each, templates, named)
        # Faults of Jinja are told by the line of the Markdown.
        sheet.faults += [
            finding for finding in _word_faults(each.target, named) if finding.kind != "broken tag"
        ]
    return sheet


def _stale(made: Composition, templates: Path, named: Path) -> Iterator[TemplateFinding]:
    target = Place(shown(made.target, named))
    mend = "Compose it again: poe templates"
    try:
        content = compose(made.source, templates, made.paper, made.place)
    except ContentError as fault:
        where = fault.where
        place = Place(shown(made.source, named), where.line or 0 if where else 0)
        yield place.finding("not composed", fault.message, fault.hint)
        return
    if not made.target.is_file():
        yield target.finding("stale", "It was never composed from its Markdown.", mend)
    elif made.target.read_bytes() != content:
        yield target.finding("stale", f"It is not what {shown(made.source, named)} says now.", mend)


# Many templates put in the same parts.
_examined = lru_cache(maxsize=64)(examine)


def written_in_word(path: Path, named: Path) -> list[Sheet]:
    """Return the template in the DOCX at `path`, and the parts that it puts in."""
    found: list[Sheet] = []
    _with_parts(path, named, None, found)
    return found


def _with_parts(path: Path, named: Path, given: frozenset[str] | None, found: list[Sheet]) -> None:
    """Add the template at `path` to `found`; `given` are the names set for it, None if it is no part."""
    file = shown(path, named)
    sheet = Sheet(file, (path,), {}, [], given or frozenset(), is_part=given is not None)
    found.append(sheet)
    try:
        examination = _examined(path.read_bytes(), path.name)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        sheet.faults.append(Place(file).finding("damaged", f"It cannot be read: {reason}."))
        return
    except TemplateFault as fault:
        sheet.faults.append(Place(file).finding("not usable", fault.message, fault.hint))
        return
    sheet.faults += [_of_flaw(file, flaw) for flaw in examination.flaws]
    for part, tags in examination.parts.items():
        sheet.parts[part] = []
        for tag in tags:
            _put_in(tag, path, named, found, sheet)
            sheet.parts[part].append(Written(tag.source, _place(file, tag)))
    if not any(each.kind in _TOLD for each in sheet.faults):
        sheet.faults += _beyond(path, file)


def _put_in(tag: Tag, path: Path, named: Path, found: list[Sheet], sheet: Sheet) -> None:
    """Read the part that a tag puts in, if it does."""
    call = _PART_CALL.search(tag.source)
    if call is None:
        return
    name = call.group(1)
    package, colon, inner = name.rpartition(":")
    part = path.parent / inner.removeprefix("data/templates/")
    if colon:
        home = package_form.installed(package)
        if home is None:
            message = f"It includes parts of {package}, which is not installed: they were not looked into."
            sheet.faults.append(Place(sheet.file).finding("missing part", message, is_note=True))
            return
        part = home.folder / "data" / "templates" / inner.removeprefix("data/templates/")
    if not part.is_file():
        known = [each.name for each in part.parent.glob("*.docx")]
        message = f"It includes the part {name}, which is not there."
        mend = nearest(inner, sorted(known), 1) or "Correct the name."
        sheet.faults.append(_place(sheet.file, tag).finding("missing part", message, mend))
    elif part not in {target for each in found for target in each.targets} and len(found) < _MOST_PARTS:
        _with_parts(part, named, frozenset(_SETTING.findall(call.group(2))), found)


def _beyond(path: Path, file: str) -> Iterator[TemplateFinding]:
    """Yield what only shows when the template is made ready to be filled."""
    try:
        compile_template(path)
    except TemplateFault as fault:
        yield Place(file).finding("not fillable", fault.message, fault.hint)
    except Exception as error:  # noqa: BLE001  (of a file from anywhere; what nobody foresaw is told too)
        message = f"It cannot be made ready to be filled ({type(error).__name__})."
        yield Place(file).finding("not fillable", message, "Save it anew in Word, as a Word document.")


def _word_faults(path: Path, named: Path) -> Iterator[TemplateFinding]:
    if not path.is_file():
        return
    file = shown(path, named)
    try:
        flaws = _examined(path.read_bytes(), path.name).flaws
    except (OSError, TemplateFault) as fault:
        yield Place(file).finding("not usable", str(fault))
        return
    yield from (_of_flaw(file, flaw) for flaw in flaws)


def _of_flaw(file: str, flaw: Flaw) -> TemplateFinding:
    return Place(file, within=str(flaw.spot) if flaw.spot else "").finding(flaw.kind, flaw.message, flaw.mend)


def _place(file: str, tag: Tag) -> Place:
    return Place(file, within=str(tag.spot))
