"""`unbarred law stale`: what should be checked again."""

from __future__ import annotations

import typer


def stale(
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="As of this day; today if not given."
    ),
    older_than: int = typer.Option(
        365, "--older-than", min=0, metavar="DAYS", help="Checked longer ago than this many days."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print JSON for other programs."),
) -> None:
    """List the facts that nobody has checked for long, or whose day of review has come.

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
        review = f", to be checked again by {each.fact.review}" if each.fact.review else ""
        typer.echo(f"{each.fact.checked}  {each.address}{review}")
    what = "1 fact was" if len(found) == 1 else f"{len(found):,} facts were"
    typer.echo(f"{what} last checked more than {older_than} days before {day}, or due for review.")
