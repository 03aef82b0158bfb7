"""`unbarred law stale`: what should be checked again."""

from __future__ import annotations

import typer

from unbarred.law.words import counted

_YEAR = 365


def stale(
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="As of this day; today if not given."
    ),
    older_than: int = typer.Option(
        _YEAR,
        "--older-than",
        min=0,
        max=100_000,
        metavar="DAYS",
        help="Checked more than this many days ago.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print JSON for other programs."),
) -> None:
    """List the facts that are to be checked again.

    These are the facts that nobody has checked for long, and those whose day of review has come.

    Example:  unbarred law stale --older-than 180
    """
    from unbarred import content
    from unbarred.commands import days
    from unbarred.commands.law import printing
    from unbarred.law.browsing import stale as staleness

    day = days.given_or_today(as_of)
    found = staleness.stale(content.jurisdictions(), day, older_than)
    if as_json:
        printing.as_json([printing.held_as_data(each) for each in found])
        return
    for each in found:
        due = f", due for review since {each.fact.review}" if each.fact.due_for_review(day) else ""
        typer.echo(f"{each.fact.checked}  {each.address}{due}")
    ago = f"more than {counted(older_than, 'day')} before {day}"
    if found:
        were = "was" if len(found) == 1 else "were"
        typer.echo(f"{counted(len(found), 'fact')} {were} checked {ago}, or due for review by then.")
    else:
        typer.echo(f"No fact was checked {ago}, and none is due for review.")
