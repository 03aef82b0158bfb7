"""`unbarred law assess`: what a place's rules say of the person in an answer set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from unbarred.commands import completing

if TYPE_CHECKING:
    from unbarred.law.eligibility import Standing

_ORDER = ("likely", "not yet", "unknown", "no")


def assess(
    place: str = typer.Argument(
        ..., autocompletion=completing.places, metavar="PLACE", help="The place, such as us-ny."
    ),
    answers: Path = typer.Argument(..., metavar="ANSWERS", help="A file of answers, YAML or JSON."),
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="As of this day; today if not given."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print JSON for other programs."),
) -> None:
    """Hold the answers of a person against every remedy of a place.

    Each comes back as likely, not yet, unknown or no, with the rules behind it. Nothing
    is advice, and what is not known is never a no.

    Example:  unbarred law assess us-ny examples/rosa-example.yml
    """
    from unbarred import law
    from unbarred.answers import answer_file
    from unbarred.commands import days
    from unbarred.commands.law import printing
    from unbarred.law.about_a_person import known_from
    from unbarred.law.eligibility import standings

    where = law.place(place)
    given = answer_file.load(answers)
    day = days.given(as_of) or given.as_of or days.given_or_today(None)
    found = standings(where.slug, known_from(given.answers, where.slug, day), day)
    found = tuple(sorted(found, key=lambda each: _ORDER.index(each.verdict)))
    if as_json:
        printing.as_json(
            {"place": where.slug, "as_of": day.isoformat(), "remedies": [_data(each) for each in found]}
        )
        return
    printing.paragraph(f"{where.name}, as of {where.day(day)}: what the rules say of the person in {answers}")
    printing.paragraph("This tells what the rules say. It is not advice from a lawyer.")
    for each in found:
        _show(each)


def _show(standing: Standing) -> None:
    from unbarred.commands.law import printing

    remedy = standing.remedy
    on = f", from {remedy.place.day(standing.on)} on" if standing.on else ""
    typer.echo("")
    printing.paragraph(f"{remedy.title} ({remedy.name}){on}", first=f"{standing.verdict:<8} ")
    if remedy.offered == "no":
        for fact in remedy.summary:
            printing.paragraph(f"{fact.says} From: {fact.cited}.", 9)
    for result in standing.assessment.results:
        printing.paragraph(f"{result.line} From: {result.fact.cited}.", 9, f"{result.outcome}: ")


def _data(standing: Standing) -> dict[str, Any]:
    from unbarred.commands.law import printing

    return {
        "remedy": standing.remedy.name,
        "title": standing.remedy.title,
        "verdict": standing.verdict,
        "on": standing.on.isoformat() if standing.on else None,
        "missing": list(standing.missing),
        "conditions": [
            {
                "outcome": each.outcome,
                "on": each.on.isoformat() if each.on else None,
                "missing": each.missing or None,
                **printing.as_data(each.fact),
            }
            for each in standing.assessment.results
        ],
    }
