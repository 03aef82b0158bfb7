"""`unbarred law schema`: the JSON schemas of the law files, for editors."""

from __future__ import annotations

import json

import typer

from unbarred.errors import UsageError, nearest


def schema(
    name: str = typer.Argument("", metavar="[FILE]", help="One of them, such as topic; all if not given."),
    as_json: bool = typer.Option(False, "--json", help="The same: a schema is JSON."),
) -> None:
    """Print the JSON schemas of law files, for editors.

    Example:  unbarred law schema topic
    """
    from unbarred.law.schema import schemas

    made = {key.removesuffix(".json"): json.loads(text) for key, text in schemas().items()}
    if name and name not in made:
        raise UsageError(
            f"There is no schema called {name!r}.",
            nearest(name, list(made)) or f"There are: {', '.join(made)}.",
        )
    typer.echo(json.dumps(made[name] if name else made, indent=2))
