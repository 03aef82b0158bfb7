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
    for entry in shown:
        _show(entry) if entry.is_ours else _show_others(entry)


def _show_others(entry: Entry) -> None:
    typer.echo(f"{entry.title}")
    if entry.description:
        typer.echo(f"    {entry.description}")
    typer.echo(f"    Start it with: unbarred start {shlex.quote(entry.name)}")


def _show(entry: Entry) -> None:
    typer.echo(f"{entry.name}   {entry.title}")
    typer.echo(f"    {entry.metadata.get('short title', '')}".rstrip())
    typer.echo(f"    Places: {_places(entry.places)}")
    if entry.metadata.get("time"):
        typer.echo(f"    Time: {entry.metadata['time']}")
    typer.echo(f"    Start it with: unbarred start {entry.name}")


def _places(slugs: tuple[str, ...]) -> str:
    if len(slugs) > _MOST_NAMED:
        return f"{len(slugs)}. Is yours among them?  unbarred interviews --in PLACE"
    return ", ".join(slugs) or "any"


def _as_data(entry: Entry) -> dict[str, object]:
    return {
        "name": entry.name,
        "title": entry.title,
        "description": entry.description,
        "topic": entry.topic,
        "remedies": list(entry.remedies),
        "places": list(entry.places),
    }
