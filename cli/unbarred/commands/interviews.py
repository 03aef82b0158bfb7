"""`unbarred interviews`: what can be prepared."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import typer

from unbarred.commands import completing

if TYPE_CHECKING:
    from unbarred.sessions.catalogue import Entry

_MOST_NAMED = 8
"""So many places are named; more are counted."""


def interviews(
    at: str | None = typer.Argument(
        None,
        metavar="[PACKAGE]",
        help="A folder, a file or an installed docassemble package: show the interviews in it instead.",
    ),
    place: str | None = typer.Option(
        None,
        "--in",
        autocompletion=completing.places,
        metavar="PLACE",
        help="Only those for this place, such as us-ny.",
    ),
    topic: str | None = typer.Option(None, "--topic", help="Only those of this topic, such as clemency."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON list for other programs."),
) -> None:
    """Show what can be prepared, by topic and place; or what a package of somebody else holds.

    Nothing of a package is run for that.

    Examples:  unbarred interviews --in us-ny

      unbarred interviews docassemble.demo
    """
    from unbarred import law
    from unbarred.sessions import catalogue

    if place is not None:
        law.place(place)
    shown = [
        entry
        for entry in (catalogue.entries() if at is None else catalogue.entries_at(at))
        if (place is None or place in entry.places) and (topic is None or topic == entry.topic)
    ]
    if as_json:
        typer.echo(json.dumps([_as_data(entry) for entry in shown], indent=2, ensure_ascii=False))
        return
    if not shown:
        typer.echo("Nothing can be prepared for that yet. See everything with: unbarred interviews")
    others = [entry for entry in shown if not entry.is_ours]
    _show_ours([entry for entry in shown if entry.is_ours], place)
    for entry in others:
        _show_others(entry)


def _show_others(entry: Entry) -> None:
    typer.echo(f"{entry.title}")
    if entry.description:
        typer.echo(f"    {entry.description}")
    typer.echo(f"    Start it with: unbarred start {shlex.quote(entry.name)}")


def _show_ours(entries: list[Entry], place: str | None) -> None:
    """Print our interviews by topic, in lines that fit the window."""
    from unbarred.commands.law.printing import paragraph
    from unbarred.law.browsing.headings import TOPICS

    topic = ""
    for entry in entries:
        if entry.topic != topic:
            typer.echo(f"{TOPICS.get(entry.topic, entry.topic.capitalize())}\n")
            topic = entry.topic
        paragraph(entry.title, 2)
        typer.echo(f"      unbarred start {entry.name}{f' --in {place}' if place else ''}")
        time = str(entry.metadata.get("time", "")).partition(";")[0]
        said = [time.capitalize(), "" if place else _places(entry.places)]
        paragraph(" ".join(f"{each}." for each in said if each), 6)
        typer.echo("")
    if entries:
        paragraph("You can stop at any time, and go on another day.")
        if place is None:
            paragraph("What there is for a place: unbarred interviews --in PLACE")


def _places(slugs: tuple[str, ...]) -> str:
    if len(slugs) > _MOST_NAMED:
        return f"For {len(slugs)} places"
    return f"For {', '.join(slugs) or 'any place'}"


def _as_data(entry: Entry) -> dict[str, object]:
    return {
        "name": entry.name,
        "title": entry.title,
        "description": entry.description,
        "topic": entry.topic,
        "remedies": list(entry.remedies),
        "places": list(entry.places),
    }
