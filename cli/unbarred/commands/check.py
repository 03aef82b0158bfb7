"""`unbarred check`: is the content sound?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.commands import completing, trusting
from unbarred.errors import ExitCode

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def check() -> None:
    """Check the content: everything that is wrong with it, with file, line and column.

    Example:  unbarred check jurisdictions
    """


@app.command("jurisdictions")
def jurisdictions(
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="As of this day; today if not given."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON list for other programs."),
) -> None:
    """Check the law data. Ends with status 1 if anything is wrong.

    Example:  unbarred check jurisdictions
    """
    from unbarred import content
    from unbarred.check import check_jurisdictions
    from unbarred.commands import days

    found = check_jurisdictions(content.jurisdictions(), days.given_or_today(as_of))
    _tell(found, len(found), as_json=as_json)


def _tell(found: Sequence[DataclassInstance], wrong: int, *, as_json: bool) -> None:
    """Print all that was found; end with a status that says whether anything of it is wrong."""
    from dataclasses import asdict

    if as_json:
        typer.echo(json.dumps([asdict(each) for each in found], indent=2, ensure_ascii=False))
    else:
        for each in found:
            typer.echo(str(each))
        typer.echo(f"{wrong} to mend." if wrong else "Nothing is wrong.")
    if wrong:
        raise typer.Exit(ExitCode.REFUSED)


@app.command("templates")
def templates(
    files: list[Path] | None = typer.Argument(
        None,
        metavar="FILE",
        help="Templates, or folders of others' interviews; all of our own templates if not given.",
        show_default=False,
    ),
    interview: str | None = typer.Option(
        None,
        "--interview",
        metavar="INTERVIEW",
        help="The interview that fills them: a name, a file, a folder.",
        autocompletion=completing.interviews,
    ),
    paths: int = typer.Option(
        0,
        "--paths",
        min=0,
        metavar="NUMBER",
        help="Also make the papers, on so many paths of each interview.",
    ),
    seed: int = typer.Option(1, "--seed", metavar="NUMBER", help="The same seed walks the same paths."),
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="As of this day; today if not given."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON list for other programs."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Check templates: their tags, what they ask for, and what they bring along.

    Nothing of a template or an interview is run, except with --paths. Ends with
    status 1 if anything is wrong; notes tell what may be left over.

    Example:  unbarred check templates

    Example:  unbarred check templates letter.docx --interview letter.yml
    """
    from unbarred.check.templates import TemplateFinding, check_templates, walk
    from unbarred.commands import days
    from unbarred.engine.origins import Origin
    from unbarred.sessions import catalogue

    day = days.given_or_today(as_of)

    def walked(origin: Origin) -> Iterable[TemplateFinding]:
        entry = catalogue.entry(origin.name)
        trusting.settle(entry, trust=trust)
        return walk(entry, day, paths, seed)

    found = check_templates(files or [], interview or "", day, *([walked] if paths else []))
    _tell(found, sum(not each.is_note for each in found), as_json=as_json)


@app.command("walk")
def walk(
    interview: str = typer.Argument(
        ..., help="The interview, such as clemency/commutation.", autocompletion=completing.interviews
    ),
    place: str | None = typer.Option(
        None,
        "--in",
        autocompletion=completing.places,
        metavar="PLACE",
        help="The place, such as us-ny; chosen by chance if not given.",
    ),
    paths: int = typer.Option(50, "--paths", min=1, metavar="NUMBER", help="How many paths to walk."),
    seed: int = typer.Option(1, "--seed", metavar="NUMBER", help="The same seed walks the same paths."),
    limit: int = typer.Option(300, "--limit", min=1, metavar="NUMBER", help="The most screens of a path."),
    replay: bool = typer.Option(
        False, "--replay", help="Resume each path that reached its end, and compare screens and papers."
    ),
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="As of this day; today if not given."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object for other programs."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Answer an interview by itself, on many paths, and tell what fails.

    For each failure it prints the shortest answers that lead to it. Ends with
    status 1 if anything failed.

    Example:  unbarred check walk clemency/commutation --in us-ny --paths 200 --seed 7
    """
    from unbarred.commands import days
    from unbarred.engine import load
    from unbarred.sessions import arguments, catalogue
    from unbarred.walking import Ground, explore, telling

    day = days.given_or_today(as_of)
    entry = catalogue.entry(interview)
    given = arguments.check(entry, place, day)
    trusting.settle(entry, trust=trust)
    found = explore(Ground(load(entry.name), given, limit), paths, seed, replay=replay)
    if as_json:
        typer.echo(json.dumps(telling.as_data(found), indent=2, ensure_ascii=False))
    else:
        for line in telling.in_words(found, f"unbarred start {interview} --answers FILE"):
            typer.echo(line)
    if found.found:
        raise typer.Exit(ExitCode.REFUSED)
