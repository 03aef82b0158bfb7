"""The page `docs/interviews.md`: which interview is there for which place, and how far it was worked through.

It is made from the interviews, the law data and the worked examples; a test fails when it is stale.
Write it anew with: `python -m unbarred.sessions.interviews_page`
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import yaml

from unbarred import content, law
from unbarred.law import topics
from unbarred.sessions import catalogue
from unbarred.sessions.catalogue import Entry

PAGE = Path("docs") / "interviews.md"
WORKED = Path("tests") / "interviews" / "worked"
EXAMPLES = Path("examples")

_HEAD = """\
# Interviews and places

This page is made from the interviews, the law data and the worked examples. Do not write in it; make it anew
with `python -m unbarred.sessions.interviews_page`.

| | |
|---|---|
| **●** | made, with a worked example of the place: its packet was walked, read, and is kept word for word |
| ○ | made from the law data only: walked by the tests, and by nobody read for that place |
| no | the law of the place does not offer it; the interview says so, and what there is instead |
| | we hold nothing on it; `unbarred start` says who can help there |

For clemency one invented person's packet is also made in every place, and held against the law of each.
None of it has been checked by a lawyer of the place, unless the fact says so. What we hold of the law itself:
[law-coverage.md](law-coverage.md).
"""


class State(StrEnum):
    """How far an interview has come in a place; the value is what stands in the table."""

    WORKED = "**●**"
    DATA_ONLY = "○"
    NOT_OFFERED = "no"
    NOTHING_HELD = ""


def page(root: Path) -> str:
    """Return the text of the page about the project at `root`."""
    entries = catalogue.entries()
    worked = worked_examples(root)
    states = {entry.name: states_of(entry, worked.get(entry.name, set())) for entry in entries}
    return "\n".join([_HEAD, *_interviews(entries, states), *_table(states)]).rstrip() + "\n"


def worked_examples(root: Path) -> dict[str, set[str]]:
    """Return the places with a worked example, by interview."""
    found: dict[str, set[str]] = {}
    for path in (root / WORKED).rglob("*.yml"):
        found.setdefault(path.parent.relative_to(root / WORKED).as_posix(), set()).add(path.stem)
    for path in (root / EXAMPLES).glob("*.yml"):
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
        if given.get("jurisdiction"):
            found.setdefault(given["interview"], set()).add(given["jurisdiction"])
    return found


def states_of(entry: Entry, worked: set[str]) -> dict[str, State]:
    """Return how far the interview has come in each place, by slug."""
    return {place.slug: _state(entry, place.slug, worked) for place in law.places()}


def _state(entry: Entry, place: str, worked: set[str]) -> State:
    found = [topics.remedy(content.jurisdictions(), place, each) for each in entry.remedies]
    held = [each for each in found if each]
    if not held:
        return State.NOTHING_HELD
    if all(each.offered == "no" for each in held):
        return State.NOT_OFFERED
    return State.WORKED if place in worked else State.DATA_ONLY


_States = dict[str, dict[str, State]]


def _interviews(entries: list[Entry], states: _States) -> Iterator[str]:
    yield "## The interviews\n"
    yield "| interview | | places | worked through | from data only | not offered |"
    yield "|---|---|--:|--:|--:|--:|"
    for entry in entries:
        of_it = list(states[entry.name].values())
        counts = [of_it.count(each) for each in (State.WORKED, State.DATA_ONLY, State.NOT_OFFERED)]
        numbers = " | ".join(map(str, counts))
        yield f"| `{entry.name}` | {entry.title} | {len(entry.places)} | {numbers} |"
    yield ""


def _table(states: _States) -> Iterator[str]:
    yield "## By place\n"
    yield f"| place | | {' | '.join(f'`{name}`' for name in states)} |"
    yield f"|---|---|{':-:|' * len(states)}"
    for place in law.places():
        cells = [by_place[place.slug] for by_place in states.values()]
        if any(cells):
            yield f"| `{place.slug}` | {place.name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    (content.root() / PAGE).write_text(page(content.root()), encoding="utf-8")
