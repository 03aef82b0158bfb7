"""`unbarred law`: how much is held, by place and topic."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from unbarred.law.browsing.coverage import Count

_NARROW = 110
"""Columns below which the table does not fit."""


def show(*, as_json: bool) -> None:
    """Print the table of places and topics, or the same as JSON."""
    from unbarred import content, law
    from unbarred.commands.law import printing
    from unbarred.law.browsing import coverage

    found = coverage.coverage(content.jurisdictions())
    if as_json:
        data = {
            slug: {topic: _as_data(each) for topic, each in topics.items()} for slug, topics in found.items()
        }
        printing.as_json(data)
        return
    names = {slug: law.place(slug).name for slug in found}
    if shutil.get_terminal_size().columns < _NARROW:
        _lines(found, names)
    else:
        _table(found, names)
    every = coverage.together(each for topics in found.values() for each in topics.values())
    typer.echo(
        f"\n{every.facts:,} facts in {len(found)} places: {every.confirmed:,} confirmed, "
        f"{every.facts - every.confirmed:,} recalled; {every.to_check:,} to check before filing. "
        f"Checked longest ago: {every.oldest}.\nMore: unbarred law PLACE, unbarred law PLACE TOPIC"
    )


def _table(found: dict[str, dict[str, Count]], names: dict[str, str]) -> None:
    from unbarred.law.browsing.coverage import together

    topics = sorted({topic for by_topic in found.values() for topic in by_topic})
    widths = [max(3, min(len(topic), 6)) for topic in topics]
    heads = " ".join(f"{topic[:width]:>{width}}" for topic, width in zip(topics, widths, strict=True))
    typer.echo(f"{'':<24} {heads}  facts  conf.  oldest")
    for slug, by_topic in found.items():
        whole = together(by_topic.values())
        cells = " ".join(
            f"{by_topic[topic].facts if topic in by_topic else '·':>{width}}"
            for topic, width in zip(topics, widths, strict=True)
        )
        label = f"{slug} {names[slug]}"[:24]
        typer.echo(f"{label:<24} {cells}  {whole.facts:>5}  {whole.confirmed:>5}  {whole.oldest}")


def _lines(found: dict[str, dict[str, Count]], names: dict[str, str]) -> None:
    from unbarred.commands.law import printing
    from unbarred.law.browsing.coverage import together

    for slug, by_topic in found.items():
        whole = together(by_topic.values())
        typer.echo(
            f"{slug}  {names[slug]}: {whole.facts} facts, {whole.confirmed} confirmed, oldest {whole.oldest}"
        )
        printing.paragraph(", ".join(f"{topic} {each.facts}" for topic, each in by_topic.items()), 4)


def _as_data(each: Count) -> dict[str, Any]:
    return {
        "facts": each.facts,
        "confirmed": each.confirmed,
        "recalled": each.facts - each.confirmed,
        "to_check": each.to_check,
        "oldest": each.oldest.isoformat(),
    }
