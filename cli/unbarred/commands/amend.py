"""`unbarred amend`: change earlier answers of a saved session from a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.commands import completing, trusting
from unbarred.errors import UserError, Where

if TYPE_CHECKING:
    from unbarred.answers.values import AnswerValue
    from unbarred.sessions.correcting import Corrected


def amend(
    name: str = typer.Argument(
        ..., autocompletion=completing.sessions, help="The session's name, or the end of it."
    ),
    answers: Path = typer.Option(..., "--answers", help="A file with only the answers that change."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Only say what would change."),
    as_json: bool = typer.Option(False, "--json", help="Print what changes as JSON, for other programs."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Change earlier answers of a saved session from a file.

    What depends on them is asked again, everything else is kept. If one of
    the answers is not accepted, none is changed.

    Example:  unbarred amend 7kqm --answers corrections.yml --dry-run
    """
    from unbarred.answers import answer_file
    from unbarred.commands import sitting
    from unbarred.sessions.correcting import correct

    given = answer_file.load(answers)
    with sitting.opened(name, trust=trust) as session:
        if given.interview not in ("", session.interview.name):
            raise UserError(
                f"These answers are for {given.interview}, not for {session.interview.name}.",
                where=Where(str(answers)),
            )
        found = correct(session, given.answers, dry_run=dry_run)
        resume = f"unbarred resume {session.tail}"
    if found.complaints:
        sitting.refuse(found.complaints, given, answers, as_json=as_json)
    if as_json:
        typer.echo(json.dumps(_as_data(found), indent=2, ensure_ascii=False))
    else:
        _tell(found, resume, dry_run=dry_run)


def _as_data(found: Corrected) -> dict[str, object]:
    from unbarred.answers.values import to_plain

    return {
        "changed": [
            {
                "name": each.name,
                "before": None if each.before is None else to_plain(each.before),
                "after": None if each.after is None else to_plain(each.after),
            }
            for each in found.changed
        ],
        "kept": found.kept,
        "dropped": sorted({name for each in found.dropped for name in each.given}),
        "asked": [field.name for each in found.asked for field in each.inputs],
    }


def _tell(found: Corrected, resume: str, *, dry_run: bool) -> None:
    if not found.changed:
        typer.echo("Nothing changes: these answers are the same already.")
        return
    typer.echo("This would change:" if dry_run else "Changed:")
    for each in found.changed:
        typer.echo(f"  {each.name}: {_in_words(each.before)} became {_in_words(each.after)}")
    typer.echo(f"Screens kept as they were: {found.kept}.")
    if found.dropped:
        names = dict.fromkeys(name for each in found.dropped for name in each.given)
        typer.echo(f"Set aside, for it no longer fits: {', '.join(names)}.")
    if found.asked:
        typer.echo("To be answered now:")
        for screen in found.asked:
            typer.echo(f"  {screen.heading or screen.id}")
    if not dry_run:
        typer.echo(f"Go on with: {resume}")


def _in_words(value: AnswerValue | None) -> str:
    from unbarred.answers.values import LATER, to_plain

    if value is None:
        return "nothing"
    if value is LATER:
        return "left for later"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(to_plain(value))
