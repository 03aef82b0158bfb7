"""The list of saved sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from unbarred.sessions import SavedSession


def show() -> None:
    """Print the saved sessions, the last used first."""
    from unbarred.sessions import saved_sessions

    sessions = saved_sessions()
    if not sessions:
        typer.echo("There is nothing saved yet. Begin with: unbarred start clemency/commutation")
        return
    typer.echo("Saved sessions, the last used first:\n")
    for each in sessions:
        typer.echo(f"  {each.name}\n      {each.damage or _summary(each)}")
    sound = next((each for each in sessions if not each.damage), None)
    if sound:
        typer.echo(
            f"\nGo on with one by the end of its name: unbarred resume {sound.name.rpartition('-')[2]}"
        )


def _summary(saved: SavedSession) -> str:
    who = saved.person or "no name yet"
    answered = "1 screen" if saved.answered == 1 else f"{saved.answered} screens"
    state = "finished" if saved.finished else f"{answered} answered"
    return f"{who}, {saved.interview}{' in ' + saved.place if saved.place else ''}, {state}, {saved.last_day}"


def as_data() -> list[dict[str, object]]:
    """Return what `--json` prints."""
    from unbarred.sessions import saved_sessions

    return [
        {
            "name": each.name,
            "interview": each.interview,
            "place": each.place or None,
            "person": each.person,
            "answered": each.answered,
            "finished": each.finished,
            "last_day": each.last_day,
            "damage": each.damage,
        }
        for each in saved_sessions()
    ]
