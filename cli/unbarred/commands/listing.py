"""The list of saved sessions."""

from __future__ import annotations

import typer


def show() -> None:
    """Print the saved sessions, the last used first."""
    from unbarred.sessions import saved_sessions

    sessions = saved_sessions()
    if not sessions:
        typer.echo("There is nothing saved yet. Begin with: unbarred start clemency/commutation")
        return
    typer.echo("Saved sessions, the last used first:\n")
    for each in sessions:
        who = each.person or "no name yet"
        state = "finished" if each.finished else f"{each.answered} screens answered"
        place = each.arguments.get("place", "")
        typer.echo(f"  {each.name}")
        typer.echo(
            f"      {who}, {each.interview}{' in ' + place if place else ''}, {state}, {each.last_day}"
        )
    typer.echo(
        f"\nGo on with one by the end of its name: unbarred resume {sessions[0].name.rpartition('-')[2]}"
    )


def as_data() -> list[dict[str, object]]:
    """Return what `--json` prints."""
    from unbarred.sessions import saved_sessions

    return [
        {
            "name": each.name,
            "interview": each.interview,
            "place": each.arguments.get("place"),
            "person": each.person,
            "answered": each.answered,
            "finished": each.finished,
            "last_day": each.last_day,
        }
        for each in saved_sessions()
    ]
