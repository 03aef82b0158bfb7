"""`unbarred review`: see and change the answers of a saved session."""

from __future__ import annotations

import typer

from unbarred.commands import completing, trusting


def review(
    session: str = typer.Argument(
        ..., autocompletion=completing.sessions, help="The session's name, or the end of it."
    ),
    plain: bool = typer.Option(
        False, "--plain", help="One line at a time: no colour, no boxes, no moving cursor."
    ),
    as_json: bool = typer.Option(
        False, "--json", help="Print the answers as an answer set, and change nothing."
    ),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """See the answers of a saved session, by section, and change any of them.

    Example:  unbarred review 7kqm
    """
    from unbarred.commands import sitting

    if as_json:
        from unbarred.answers.answer_file import Notation, dump

        typer.echo(dump(sitting.answers_of(session, trust=trust), Notation.JSON), nl=False)
    else:
        sitting.look_over(session, plain=plain, trust=trust)
