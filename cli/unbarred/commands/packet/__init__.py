"""`unbarred packet`: papers and exhibits in order, in one folder and as one PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from unbarred.commands.packet import add, hand_over, make, move, new, parts, replace, show


class _FoldersToo(TyperGroup):
    """A group in which a folder that is no command is shown: `unbarred packet packet-2026-11-21`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        if args and args[0] not in self.commands and Path(args[0]).is_dir():
            args = ["show", *args]
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_FoldersToo,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Put papers and exhibits in order, as one PDF with right page numbers.\n\n"
        "A packet is the folder that an interview ends in, or one made with: unbarred packet new\n\n"
        "Examples:  unbarred packet show packet-2026-11-21, unbarred packet make packet-2026-11-21"
    ),
)
app.command("show")(show.show)
app.command("make")(make.make)
app.command("add")(add.add)
app.command("replace")(replace.replace)
app.command("leave-out")(parts.leave_out)
app.command("take-in")(parts.take_in)
app.command("move")(move.move)
app.command("zip")(hand_over.hand_over)
app.command("new")(new.new)
