"""`unbarred law PLACE`: what is held for a place, topic by topic."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from unbarred.commands.law import printing
from unbarred.law import files, topics
from unbarred.law.browsing import coverage, wording
from unbarred.law.browsing.coverage import Count
from unbarred.law.browsing.finding import held_topics
from unbarred.law.browsing.headings import TOPICS
from unbarred.law.browsing.holdings import Holding, holdings
from unbarred.law.jurisdictions import Place
from unbarred.law.remedies import RemedyText
from unbarred.law.words import counted


@dataclass(frozen=True)
class _Topic:
    count: Count | None
    """What the place itself says; None where only a place above does."""
    remedies: dict[str, RemedyText]
    """By key."""


def show(root: Path, place: Place, *, as_json: bool) -> None:
    """Print how much is held for `place` on each topic, and its remedies."""
    found = _topics(root, place.slug)
    if as_json:
        printing.as_json(_as_data(place, found))
        return
    above = [files.place(root, slug).name for slug in files.lineage(root, place.slug)[1:]]
    typer.echo(f"{place.name} ({place.slug})")
    if above:
        printing.paragraph(f"Below {', '.join(above)}. Its law holds here where a page says so.")
    for topic, held in found.items():
        sure = (
            f"{counted(held.count.facts, 'fact')}, {held.count.confirmed:,} confirmed"
            if held.count
            else f"from {' and '.join(above)}"
        )
        typer.echo(f"\n  {TOPICS.get(topic, topic.capitalize())}: {sure}")
        typer.echo(f"      unbarred law {place.slug} {topic}")
        for key, remedy in held.remedies.items():
            short = wording.OFFERED_SHORT.get(remedy.offered, "")
            printing.paragraph(f"{key}: {remedy.title}{f' ({short})' if short else ''}", 6, "- ")


def _topics(root: Path, slug: str) -> dict[str, _Topic]:
    held: dict[str, list[Holding]] = {}
    for each in holdings(root, slug):
        held.setdefault(each.topic, []).append(each)
    remedies: dict[str, dict[str, RemedyText]] = {}
    for name in topics.remedy_names(root, slug):
        topic, _, key = name.partition("/")
        text = topics.remedy(root, slug, name)
        if text is not None:
            remedies.setdefault(topic, {})[key] = text
    return {
        topic: _Topic(coverage.count(held[topic]) if topic in held else None, remedies.get(topic, {}))
        for topic in held_topics(root, slug)
    }


def _as_data(place: Place, found: dict[str, _Topic]) -> dict[str, Any]:
    return {
        "place": printing.as_data(place),
        "topics": {
            topic: {
                **(coverage.as_data(held.count) if held.count else {"facts": 0}),
                "remedies": {
                    key: {"title": remedy.title, "offered": remedy.offered}
                    for key, remedy in held.remedies.items()
                },
            }
            for topic, held in found.items()
        },
    }
