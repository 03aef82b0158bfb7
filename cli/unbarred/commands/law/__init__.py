"""`unbarred law`: what is held of the law, and where each fact comes from."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from unbarred.commands.law import assess, changes, cite, coverage, schema, show, stale
from unbarred.errors import UsageError


class _PlacesToo(TyperGroup):
    """A group in which a word that is no command is a place: `unbarred law us-ny clemency`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        if args and args[0] not in self.commands:
            args = ["show", *args]
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Offer the commands, and the places too."""
        place = self.commands["show"].params[0]
        return [*super().shell_complete(ctx, incomplete), *place.shell_complete(ctx, incomplete)]


app = typer.Typer(
    cls=_PlacesToo,
    invoke_without_command=True,
    subcommand_metavar="[PLACE [TOPIC] | COMMAND]",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def law(
    context: typer.Context,
    as_json: bool = typer.Option(False, "--json", help="Print JSON for other programs."),
) -> None:
    """Show the law we hold: each fact with its source, its day, and how sure it is.

    Without a place, tell how much we hold for each; for one place, on which topics;
    for a topic, what the law says.

    Examples:  unbarred law, unbarred law us-ny, unbarred law us-ny clemency
    """
    if context.invoked_subcommand is None:
        coverage.show(as_json=as_json)
    elif as_json:
        raise UsageError("--json stands too early.", "Put it at the end of the command.")


app.command("show")(show.show)
app.command("assess")(assess.assess)
app.command("stale")(stale.stale)
app.command("cite")(cite.cite)
app.command("schema")(schema.schema)
app.command("diff")(changes.diff)
