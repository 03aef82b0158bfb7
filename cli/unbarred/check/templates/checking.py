"""Checks templates: each by itself, and against what the interviews that make them give."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from unbarred import content
from unbarred.check.templates import ground as grounds
from unbarred.check.templates import own_papers, statements
from unbarred.check.templates.asking import Asked, asked_by
from unbarred.check.templates.finding import Place, TemplateFinding
from unbarred.check.templates.ground import Ground
from unbarred.check.templates.interviews import Giver, Interview
from unbarred.check.templates.markdown import shown
from unbarred.check.templates.references import Need
from unbarred.check.templates.resolving import INTERVIEW, Problem, Resolver
from unbarred.check.templates.sheets import Sheet
from unbarred.check.templates.unused import unused
from unbarred.engine import origins, template_names
from unbarred.engine.origins import Origin, package_form
from unbarred.errors import UsageError


def check_templates(
    given: Sequence[Path] = (),
    interview: str = "",
    day: datetime.date | None = None,
    further: Callable[[Origin], Iterable[TemplateFinding]] = lambda origin: (),
) -> list[TemplateFinding]:
    """Return everything that is wrong with templates, by file and line; notes among it.

    `given` are DOCX files, Markdown of ours, or folders of others; all of our own templates if
    empty. `interview` names the one that fills them, where that is not to be seen from where
    they lie; `day` is the one whose law counts, today if not given. Nothing of an interview or a
    template is run, unless `further` does, which is asked what else it finds in each interview that
    makes one of them. Raises `UsageError` for what is not there.
    """
    ground = _ground([each.absolute() for each in given], interview)
    environment = template_names.environment()
    known = template_names.function_names()
    day = day or datetime.datetime.now().astimezone().date()
    resolvers = {id(each): Resolver(each, known, day) for each in ground.interviews}
    for resolver in resolvers.values():
        environment.filters |= dict.fromkeys(resolver.meanings.filters, str)
    asked = {id(sheet): list(_read(sheet, environment)) for sheet in ground.sheets}
    found = [*ground.findings] if not ground.only else []
    found += [
        finding
        for sheet in ground.sheets
        if ground.is_asked(sheet)
        for finding in (*sheet.faults, *(fault for part in asked[id(sheet)] for fault in part.faults))
    ]
    found += _not_given(ground, asked, resolvers)
    for sheet in ground.sheets:
        if ground.is_ours and ground.is_asked(sheet) and own_papers.filled_by(sheet.file):
            found += own_papers.not_given(sheet.file, asked[id(sheet)])
    if not ground.only:
        found += _unused(ground, asked)
    makers = {each.origin: None for each, _, sheet in ground.makes if ground.is_asked(sheet)}
    found += [finding for origin in makers for finding in further(origin)]
    # Of a Word file the findings stay in the order of its text.
    return sorted(dict.fromkeys(found), key=lambda each: (each.file, each.line, each.column))


def _ground(given: Sequence[Path], interview: str) -> Ground:
    for each in given:
        if not each.exists():
            raise UsageError(f"There is no {each}.")
    if interview:
        origin = origins.find(interview)
        if origin.kind is origins.Kind.OURS:
            return grounds.of_content(given)
        return grounds.of_others([origin], given)
    folder = content.templates()
    ours = [each for each in given if each.resolve().is_relative_to(folder)]
    if len(ours) == len(given):
        files = [file for each in given for file in ([each] if each.is_file() else each.rglob("*"))]
        return grounds.of_content(files)
    if ours:
        raise UsageError(
            "Our own templates and others cannot be checked at once.", "Check one after the other."
        )
    files = [each for each in given if each.is_file()]
    makers = [origin for each in given if each.is_dir() for origin in origins.interviews_at(str(each))]
    makers += [origin for file in files for origin in _beside(file)]
    return grounds.of_others(list({each.name: each for each in makers}.values()), files)


def _beside(file: Path) -> Iterator[Origin]:
    """Yield the interviews of the package that a template lies in."""
    for folder in file.parents:
        if folder.name == "templates" and folder.parent.name == "data":
            questions = folder.parent / "questions"
            if questions.is_dir():
                for path in package_form.interviews_in(questions):
                    yield origins.at(path)
            return


def _read(sheet: Sheet, environment: Environment) -> Iterator[Asked]:
    for tags in sheet.parts.values():
        parsed = statements.parse(tags, environment)
        asked = asked_by(parsed, environment, sheet.own_names)
        asked.faults[:0] = parsed.faults
        yield asked


_MOST_NAMED = 3
"""So many interviews with the same problem are named; the others are counted."""


@dataclass(frozen=True)
class _Said:
    """One problem in one place, whichever interview has it."""

    place: Place
    kind: str
    message: str
    mend: str
    is_note: bool


def _not_given(
    ground: Ground, asked: dict[int, list[Asked]], resolvers: dict[int, Resolver]
) -> Iterator[TemplateFinding]:
    said: dict[_Said, list[str]] = {}
    for interview, paper, sheet in ground.makes:
        if not ground.is_asked(sheet):
            continue
        resolver = resolvers[id(interview)]
        guard = interview.reached(paper.variable) if paper.variable else interview.reached_block(paper.chunk)
        for part in asked[id(sheet)]:
            for need, place in part.needs:
                if paper.is_open or need.reference.root in paper.fields:
                    continue
                for problem in resolver.problems(need, guard, place=ground.place_of(sheet)):
                    at = _at(problem, place, ground.named)
                    one = _Said(at, problem.kind, problem.message, problem.mend, problem.is_note)
                    by = said.setdefault(one, [])
                    if interview.origin.label not in by:
                        by.append(interview.origin.label)
    for one, by in said.items():
        message = one.message.replace(INTERVIEW, _named(by))
        yield one.place.finding(one.kind, message, one.mend, is_note=one.is_note)


def _named(interviews: Sequence[str]) -> str:
    """Return `a or b`, and of many only the first."""
    more = len(interviews) - _MOST_NAMED
    return " or ".join([*interviews[:_MOST_NAMED], *([f"{more} others"] if more > 0 else [])])


def _at(problem: Problem, place: Place, named: Path) -> Place:
    if problem.where is None:
        return place
    return Place(shown(Path(problem.where.source), named), problem.where.line or 0)


def _unused(ground: Ground, asked: dict[int, list[Asked]]) -> Iterator[TemplateFinding]:
    """Yield the answers that nothing uses in any of the interviews that ask for them."""
    wasted: dict[tuple[str, str, int], int] = {}
    asking: dict[tuple[str, str, int], int] = {}
    for interview in ground.interviews:
        by_templates = list(_needs(ground, asked, interview))
        left = {_key(each) for each in unused(interview, by_templates)}
        for giver in interview.givers:
            asking[_key(giver)] = asking.get(_key(giver), 0) + 1
        for key in left:
            wasted[key] = wasted.get(key, 0) + 1
    for key, times in wasted.items():
        path, file, line = key
        if times == asking[key]:
            message = f"{path.replace('[]', '[i]')} is asked, and nothing uses the answer."
            mend = "Use it in a template, or take the question out."
            yield Place(shown(Path(file), ground.named), line).finding(
                "asked but never used", message, mend, is_note=True
            )


def _key(giver: Giver) -> tuple[str, str, int]:
    return giver.path, giver.where.source, giver.where.line or 0


def _needs(ground: Ground, asked: dict[int, list[Asked]], interview: Interview) -> Iterable[Need]:
    for maker, _, sheet in ground.makes:
        if maker is interview:
            for part in asked[id(sheet)]:
                for need, _ in part.needs:
                    yield need
