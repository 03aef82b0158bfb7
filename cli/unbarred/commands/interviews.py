"""`unbarred interviews`: what can be prepared."""

from __future__ import annotations

import json

import typer

from unbarred.commands import completing

_MOST_NAMED = 8
"""So many places are named; more are counted."""


def interviews(
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
    """Show what can be prepared, by topic and place.

    Example:  unbarred interviews --in us-ny
    """
    from unbarred import law
    from unbarred.sessions import catalogue

    if place is not None:
        law.place(place)
    shown = [
        entry
        for entry in catalogue.entries()
        if (place is None or place in entry.places) and (topic is None or topic == entry.topic)
    ]
    if as_json:
        typer.echo(json.dumps([_as_data(entry) for entry in shown], indent=2, ensure_ascii=False))
        return
    if not shown:
        typer.echo("Nothing can be prepared for that yet. See everything with: unbarred interviews")
    for entry in shown:
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


def _as_data(entry: object) -> dict[str, object]:
    from unbarred.sessions.catalogue import Entry

    assert isinstance(entry, Entry)
    return {
        "name": entry.name,
        "title": entry.title,
        "description": entry.metadata.get("description", ""),
        "topic": entry.topic,
        "remedies": list(entry.remedies),
        "places": list(entry.places),
    }
