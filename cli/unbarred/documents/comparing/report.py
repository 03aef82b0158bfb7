"""Tells what changed between packets and between answers, line by line, and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from unbarred.documents.comparing.answers import AnswerChange
from unbarred.documents.comparing.changes import Change, Kind
from unbarred.documents.comparing.packets import PacketChanges, PaperChanges
from unbarred.documents.comparing.wording import in_words, where
from unbarred.quoting import one_line

_NOTHING = "Nothing changed."
_LONGEST = 200
"""Letters of an answer that are shown where its name says enough."""


def packet_in_words(found: PacketChanges) -> Iterator[str]:
    """Yield the lines that tell what changed between two packets."""
    every = [*found.papers, *found.exhibits]
    same = sum(each.kind is None for each in every)
    lines = [*found.made_from, *found.plan]
    if found.other_order:
        lines.append("The papers stand in another order.")
    for paper in every:
        lines += _named(paper)
    for paper in every:
        if paper.kind is Kind.CHANGED:
            lines += ["", *paper_in_words(paper)]
    yield from lines or [_NOTHING]
    if lines and same:
        yield ""
        yield "1 paper is the same." if same == 1 else f"{same} papers are the same."


def _named(paper: PaperChanges) -> Iterator[str]:
    """Yield whether a paper is new, gone, or called otherwise."""
    before, after = paper.before, paper.after
    if before is None:
        yield f"{paper.title} is new ({paper.file})."
        return
    if after is None:
        yield f"{paper.title} is gone ({paper.file})."
        return
    if before.title != after.title:
        yield f"{after.title} was called {before.title}."
    if before.file != after.file:
        yield f"The file {before.file} is {after.file} now."


def paper_in_words(paper: PaperChanges) -> Iterator[str]:
    """Yield the lines that tell what changed in one paper."""
    if paper.kind is None:
        yield f"{paper.title}: {_NOTHING.lower()}"
    elif paper.changes:
        yield f"{paper.title}:"
        yield from (f"  {in_words(each)}" for each in paper.changes)
    elif paper.after is not None and paper.after.is_word:
        yield f"{paper.title}: the words are the same; the looks, or the numbers of blank lines, are not."
    else:
        yield f"{paper.title}: the file is another now."


def answers_in_words(found: Sequence[AnswerChange], labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines that tell what changed between two sets of answers.

    `labels` has the question of an answer by its name, where it is known.
    """
    for each in found:
        label = labels.get(each.name, "")
        name = f"{one_line(label, _LONGEST)} ({each.name})" if label else each.name
        moved = f", before {each.name_before}" if each.name_before else ""
        if each.sentences:
            yield f"{name}{moved}:"
            yield from (f"  {_sentence(before, after)}" for before, after in each.sentences)
        else:
            yield f"{name}{moved}: {_sentence(each.before, each.after)}"
    if not found:
        yield _NOTHING


def _sentence(before: str, after: str) -> str:
    if not before:
        return f"new: “{after}”"
    if not after:
        return f"taken out: “{before}”"
    return f"“{before}” became “{after}”"


def packet_as_data(found: PacketChanges) -> dict[str, Any]:
    """Return in plain JSON types what changed between two packets."""
    return {
        "papers": [paper_as_data(each) for each in found.papers],
        "exhibits": [paper_as_data(each) for each in found.exhibits],
        "other_order": found.other_order,
        "made_from": list(found.made_from),
        "plan": list(found.plan),
    }


def paper_as_data(paper: PaperChanges) -> dict[str, Any]:
    """Return in plain JSON types what changed in one paper."""
    before, after = paper.before, paper.after
    return {
        "change": str(paper.kind) if paper.kind else None,
        "title": after.title if after else None,
        "title_before": before.title if before else None,
        "file": after.file if after else None,
        "file_before": before.file if before else None,
        "changes": [_change_as_data(each) for each in paper.changes],
    }


def _change_as_data(change: Change) -> dict[str, Any]:
    place = asdict(change.place)
    return {
        "change": str(change.kind),
        "before": change.before,
        "after": change.after,
        "where": where(change.place),
        "place": {key: value for key, value in place.items() if value not in ("", 0, None)},
        "words": in_words(change),
    }


def answers_as_data(found: Sequence[AnswerChange], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return in plain JSON types what changed between two sets of answers."""
    return [
        {
            "change": str(each.kind),
            "name": each.name,
            "name_before": each.name_before or each.name,
            "label": labels.get(each.name),
            "before": each.before,
            "after": each.after,
        }
        for each in found
    ]
