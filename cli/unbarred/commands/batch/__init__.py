"""`unbarred batch`: many clients from a spreadsheet."""

import typer

from unbarred.commands.batch import run, sheet
from unbarred.commands.batch.map import map_columns

app = typer.Typer(
    name="batch",
    help="Packets for many clients, from a spreadsheet with a row for each.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("sheet")(sheet.sheet)
app.command("map")(map_columns)
app.command("run")(run.run)
