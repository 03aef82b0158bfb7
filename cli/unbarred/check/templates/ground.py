"""What is checked together: templates, the interviews around them, and which makes which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unbarred import content
from unbarred.check.templates import sheets
from unbarred.check.templates.finding import Place, TemplateFinding
from unbarred.check.templates.interviews import Interview, Paper, read_interview
from unbarred.check.templates.markdown import shown
from unbarred.check.templates.own_papers import filled_by
from unbarred.check.templates.sheets import Sheet
from unbarred.documents.composing.composer import SHARED
from unbarred.engine import origins
from unbarred.engine.origins import Kind, Origin, package_form
from unbarred.engine.origins.surroundings import surroundings
from unbarred.errors import UsageError, nearest


@dataclass
class Ground:
    """Templates and interviews; `makes` has each paper with the template it is made from."""

    named: Path
    """The folder from which messages name files."""
    sheets: list[Sheet] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    makes: list[tuple[Interview, Paper, Sheet]] = field(default_factory=list)
    findings: list[TemplateFinding] = field(default_factory=list)
    only: frozenset[Path] = frozenset()
    """The files that were asked for; all if empty."""
    is_ours: bool = False

    def is_asked(self, sheet: Sheet) -> bool:
        """Say whether the template is one that was asked for."""
        files = {each.resolve() for each in (self.named / sheet.file, *sheet.targets, *sheet.shared)}
        return not self.only or bool(files & self.only)

    def place_of(self, sheet: Sheet) -> str:
        """Return the place that the template is made for, "" if it is for every place."""
        if not self.is_ours:
            return ""
        first = sheet.targets[0].relative_to(content.templates()).parts[0]
        return first if (content.jurisdictions() / first).is_dir() else ""


def of_content(only: Sequence[Path] = ()) -> Ground:
    """Return our own templates and interviews; `only` are the files that were asked for."""
    folder = content.templates()
    ground = Ground(folder.parent, only=frozenset(each.resolve() for each in only), is_ours=True)
    ground.sheets += sheets.composed(folder, ground.named)
    done = {target for sheet in ground.sheets for target in sheet.targets}
    for path in sorted(folder.rglob("*.docx")):
        if path not in done and not path.name.startswith(("~$", ".")):
            ground.sheets += sheets.written_in_word(path, ground.named)
    ground.interviews = [read_interview(origins.find(name)) for name in content.interview_names()]
    by_name: dict[str, list[Sheet]] = {}
    for sheet in ground.sheets:
        for target in sheet.targets:
            for name in _names(target.relative_to(folder)):
                by_name.setdefault(name, []).append(sheet)
    for interview in ground.interviews:
        for paper in interview.papers:
            found = [sheet for name in paper.ours for sheet in by_name.get(name, [])]
            for name in paper.ours:
                if name not in by_name:
                    ground.findings.append(_missing(paper, name, sorted(by_name), ground.named))
            ground.makes += [
                (interview, paper, sheet) for sheet in {id(each): each for each in found}.values()
            ]
    ground.findings += [*_not_made(ground), *_not_used(ground, folder)]
    return ground


def of_others(interviews: Sequence[Origin], files: Sequence[Path]) -> Ground:
    """Return somebody else's interviews with their templates, and `files`; nothing of them is run."""
    gathering = _Gathering(Ground(Path.cwd(), only=frozenset(each.resolve() for each in files)), files)
    for origin in interviews:
        gathering.take_in(origin)
    ground = gathering.ground
    if not files:
        ground.findings += _not_made(ground)
    return ground


class _Gathering:
    """Gathers the interviews of somebody else and the templates they name; each file is read once."""

    def __init__(self, ground: Ground, files: Sequence[Path]) -> None:
        self.ground = ground
        self._files = files
        self._by_path: dict[Path, list[Sheet]] = {}
        for file in files:
            self._sheets_of(file)

    def take_in(self, origin: Origin) -> None:
        """Add an interview and what it makes; raise `UsageError` if that is none of the files asked for."""
        interview = read_interview(origin)
        self.ground.interviews.append(interview)
        known = templates_of(origin)
        for paper in interview.papers:
            self._pair(origin, interview, paper, known)
        if not self._files and origin.kind is not Kind.FILE:
            for path in known.values():
                self._sheets_of(path)
        if self._files and not any(made is interview for made, _, _ in self.ground.makes):
            told = f"{origin.label} makes no paper from {', '.join(sorted(self._given))}."
            raise UsageError(told, "Give the interview that does.")

    @property
    def _given(self) -> dict[str, Path]:
        return {each.name: each for each in self._files}

    def _pair(self, origin: Origin, interview: Interview, paper: Paper, known: dict[str, Path]) -> None:
        """Note which templates one paper is made from."""
        for name in paper.files:
            path = _named(origin, name, known) or self._given.get(Path(name).name)
            if path is None:
                near = [each.name for each in origin.path.parent.glob("*.docx")]
                missing = _missing(paper, name, sorted({*known, *near}), self.ground.named)
                self.ground.findings.append(missing)
            else:
                self.ground.makes += [(interview, paper, sheet) for sheet in self._sheets_of(path)]
        if not paper.is_known and len(self._files) == 1:
            # Which template it is cannot be told; it may be the one that was asked for.
            only = self._sheets_of(self._files[0])
            self.ground.makes += [(interview, paper, sheet) for sheet in only]

    def _sheets_of(self, path: Path) -> list[Sheet]:
        key = path.resolve()
        if key not in self._by_path:
            self._by_path[key] = sheets.written_in_word(path, self.ground.named)
            self.ground.sheets.extend(self._by_path[key])
        return self._by_path[key]


def templates_of(origin: Origin) -> dict[str, Path]:
    """Return the Word files that an interview of others may name, by their names."""
    if origin.kind is Kind.FILE:
        near = surroundings(origin.path).data["templates"]
        return {name: path for name, path in near.items() if path.suffix == ".docx"}
    folder = origin.folder / "data" / "templates"
    return {each.relative_to(folder).as_posix(): each for each in sorted(folder.rglob("*.docx"))}


def _named(origin: Origin, name: str, known: dict[str, Path]) -> Path | None:
    package, colon, inner = name.rpartition(":")
    if colon:
        found = package_form.installed(package) if package != origin.package else None
        folder = found.folder if found else origin.folder
        path = folder / "data" / "templates" / inner.removeprefix("data/templates/")
        return path if path.is_file() else None
    return known.get(name)


def _names(target: Path) -> Iterator[str]:
    """Yield what `template_for` may call the template at `target`, below `templates/`."""
    stem = target.with_suffix("").as_posix()
    for name in (stem, stem.removesuffix("-a4")):
        yield name
        if "/" in name:
            # A place's own: `us/clemency/application`.
            yield name.partition("/")[2]


def _missing(paper: Paper, name: str, known: Sequence[str], named: Path) -> TemplateFinding:
    place = Place(shown(Path(paper.where.source), named), paper.where.line or 0)
    mend = nearest(name, list(known), 1) or "Correct the name, or put the template there."
    return place.finding("missing template", f"The template {name} is not there.", mend)


def _not_made(ground: Ground) -> Iterator[TemplateFinding]:
    """Yield the templates that no interview makes a paper from, as far as that can be told."""
    if any(not paper.is_known for each in ground.interviews for paper in each.papers):
        return
    made = {id(sheet) for _, _, sheet in ground.makes}
    for sheet in ground.sheets:
        if id(sheet) not in made and not filled_by(sheet.file) and not sheet.is_part:
            message = "No interview makes a paper from this template."
            yield Place(sheet.file).finding(
                "not included", message, "Take it out if it is left over.", is_note=True
            )


def _not_used(ground: Ground, folder: Path) -> Iterator[TemplateFinding]:
    """Yield the shared parts that no template uses."""
    used = {part.resolve() for sheet in ground.sheets for part in sheet.shared}
    for part in sorted(folder.rglob("*.md")):
        if SHARED in part.relative_to(folder).parts and part.resolve() not in used and part.stem != "README":
            message = "No template uses this part."
            place = Place(shown(part, ground.named))
            yield place.finding("not included", message, "Take it out if it is left over.", is_note=True)
