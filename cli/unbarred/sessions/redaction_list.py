"""What was taken out of a public copy, by which rule, and what a person should read. It holds no secret."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from unbarred.documents.redacting import Tally
from unbarred.law.facts import Fact
from unbarred.sessions.measure import Followed, Measure


@dataclass(frozen=True)
class Redacted:
    """One kind of thing that was taken out: how often, of which files, and what was followed."""

    followed: Followed
    times: int
    papers: tuple[str, ...]


@dataclass(frozen=True)
class ReadAgain:
    """A place that a person should read: why, in which file, and the words around it in the public copy."""

    why: str
    paper: str = ""
    near: str = ""


@dataclass(frozen=True)
class RedactionList:
    """All that there is to say of a public copy, without what was taken out."""

    where: str
    """What the papers are for: a `court` or an `office`."""
    redacted: tuple[Redacted, ...]
    read_again: tuple[ReadAgain, ...]
    left_out: tuple[str, ...]
    """What is not part of the public copy; a sheet in its place says so."""
    also: tuple[Fact, ...] = ()
    """What else the place says of these papers."""


def listed(
    tallies: Mapping[str, Tally],
    measure: Measure,
    blind: Sequence[str],
    read_again: Sequence[str],
    pictures: Sequence[str],
    left_out: Sequence[str],
) -> RedactionList:
    """Return the list of what came of each file.

    `blind` are kinds with a thing too short to look for, `read_again` headings of questions whose answers
    may hold more than was found, `pictures` files with pictures.
    """
    kinds = dict.fromkeys(kind for tally in tallies.values() for kind in tally.times)
    redacted = [
        Redacted(
            measure.followed(kind),
            sum(tally.times.get(kind, 0) for tally in tallies.values()),
            tuple(file for file, tally in tallies.items() if kind in tally.times),
        )
        for kind in kinds
    ]
    again = [
        ReadAgain(f"{doubt.why[0].upper()}{doubt.why[1:]}.", file, doubt.near)
        for file, tally in tallies.items()
        for doubt in tally.doubts
    ]
    left = {file: tally.left_as_words for file, tally in tallies.items() if tally.left_as_words}
    again += [ReadAgain(_as_word(count), file) for file, count in left.items()]
    again += [ReadAgain(f"A {kind} is too short to be looked for.") for kind in blind]
    again += [
        ReadAgain(f"What you wrote under “{heading}” may tell where somebody lives.")
        for heading in read_again
    ]
    again += [
        ReadAgain("It has a picture, and a machine cannot see what a picture shows.", file)
        for file in pictures
    ]
    return RedactionList(
        measure.where, tuple(redacted), tuple(dict.fromkeys(again)), tuple(left_out), measure.also
    )


def as_data(found: RedactionList) -> dict[str, Any]:
    """Return the list in plain JSON types."""
    return {
        "filed_with": found.where,
        "redacted": [
            {
                "kind": each.followed.kind,
                "shown_as": each.followed.shown_as,
                "times": each.times,
                "papers": list(each.papers),
                "because": _because(each.followed),
                "rule": _rule(each.followed),
            }
            for each in found.redacted
        ],
        "read_again": [
            {"paper": each.paper or None, "why": each.why, "near": each.near or None}
            for each in found.read_again
        ],
        "left_out": list(found.left_out),
        "also": [{"says": fact.says, "from": fact.cited} for fact in found.also],
    }


def _because(followed: Followed) -> str:
    if followed.rule is None:
        return "our own caution, not law"
    return "law" if followed.binding else "a rule for other papers, taken as a measure"


def _rule(followed: Followed) -> dict[str, Any] | None:
    rule = followed.rule
    if rule is None:
        return None
    return {
        "id": rule.id,
        "says": rule.says,
        "cite": str(rule.cite) if rule.cite else None,
        "source": str(rule.source),
        "checked": str(rule.checked),
        "confidence": rule.confidence,
        "caveat": rule.caveat or None,
    }


def _as_word(count: int) -> str:
    times = "once" if count == 1 else f"{count} times"
    return f"A child's name is also an everyday word. In small letters it was left, {times}."
