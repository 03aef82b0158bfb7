"""What an exploration found, in words for an author and as data for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from unbarred.answers import answer_file
from unbarred.answers.answer_file import Notation
from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.values import to_plain
from unbarred.law.words import counted
from unbarred.walking.branches import Branch
from unbarred.walking.exploring import Exploration, Found
from unbarred.walking.path import Ended, Step
from unbarred.walking.scripted import steps_of

_MOST_NAMED = 40
"""So many branches that were never taken are named; the others are counted."""

_PLAIN_ENDS = {Ended.END: "the end", Ended.EXIT: "an exit", Ended.CIRCLE: "going round in a circle"}


def in_words(found: Exploration, again: str) -> Iterator[str]:
    """Yield the report, line by line. `again` is the command by which an answer set is run."""
    yield (
        f"{counted(found.paths, 'path')} (seed {found.seed}), {counted(found.answered, 'screen')} answered, "
        f"{len(found.screens)} of them different."
    )
    yield ""
    yield "Where paths ended:"
    for (ended, screen), count in sorted(found.ends.items(), key=lambda each: -each[1]):
        yield f"  {count:>6}  {_PLAIN_ENDS.get(ended, ended)}{f', {screen}' if screen else ''}"
    if found.papers:
        yield "Papers made, and on how many paths:"
        yield from (f"  {count:>6}  {title}" for title, count in found.papers.most_common())
    yield from _branches(found)
    for number, each in enumerate(found.found, start=1):
        yield ""
        yield from _failure(number, each, again)
    yield ""
    yield f"{counted(len(found.found), 'failure')} to mend." if found.found else "Nothing failed."


def _branches(found: Exploration) -> Iterator[str]:
    never = found.never_taken
    if not never:
        yield f"Every branch was taken, {found.branches} in all: each choice, and what may be left for later."
        return
    yield f"Branches never taken, {len(never)} of {found.branches}:"
    screen = None
    for branch in never[:_MOST_NAMED]:
        if branch.screen != screen:
            yield f"  {branch.screen}"
        screen = branch.screen
        yield f"    {_named(branch)}"
    if len(never) > _MOST_NAMED:
        yield f"  and {len(never) - _MOST_NAMED} more; walk more paths with --paths"


def _named(branch: Branch) -> str:
    return f"{branch.field}: {branch.option}" if branch.field else f"the action {branch.option}"


def _failure(number: int, each: Found, again: str) -> Iterator[str]:
    failure = each.failure
    yield f"{number}. {failure.kind.capitalize()}, on {counted(each.times, 'path')}: {failure.message}"
    if failure.where:
        yield f"   {failure.where}"
    if failure.cause and failure.cause not in failure.message:
        yield f"   {failure.cause}"
    if not each.shortest.steps and not each.shortest.tried:
        yield "   It fails before anything is answered."
        return
    if each.is_reproduced:
        yield f"   The shortest answers with which it fails ({again}):"
        yield from (f"     {line}".rstrip() for line in _yaml(each.answers))
    else:
        yield "   The shortest way to it that was found; an answer set alone does not lead there:"
        for step in steps_of(each.shortest):
            yield f"     {_done(step)}"


def _yaml(answers: AnswerSet) -> list[str]:
    return answer_file.dump(answers, Notation.YAML).splitlines()


def _done(step: Step) -> str:
    if step.action is not None:
        return f"{step.screen.id}: the action {step.action.name} ({step.action.label})"
    given = ", ".join(f"{name} = {to_plain(value)!r}" for name, value in step.given.items())
    return f"{step.screen.id}: {given or 'go on'}"


def as_data(found: Exploration) -> dict[str, Any]:
    """Return the report in plain JSON types."""
    kinds = Counter(ended for (ended, _), count in found.ends.items() for _ in range(count))
    return {
        "interview": found.interview,
        "seed": found.seed,
        "paths": found.paths,
        "answered": found.answered,
        "screens": sorted(found.screens),
        "ends": dict(kinds),
        "end_screens": [
            {"ended": ended, "screen": screen, "paths": count}
            for (ended, screen), count in found.ends.items()
        ],
        "papers": dict(found.papers),
        "branches": found.branches,
        "never_taken": [branch._asdict() for branch in found.never_taken],
        "failures": [_failure_as_data(each) for each in found.found],
    }


def _failure_as_data(each: Found) -> dict[str, Any]:
    return asdict(each.failure) | {
        "paths": each.times,
        "reproduced_by_answers": each.is_reproduced,
        "answers": answer_file.dump(each.answers, Notation.YAML),
        "steps": [
            {
                "screen": step.screen.id,
                "action": step.action.name if step.action else None,
                "arguments": dict(step.action.arguments) if step.action else {},
                "answers": {name: to_plain(value) for name, value in step.given.items()},
            }
            for step in steps_of(each.shortest)
        ],
    }
