"""What several of the commands take."""

from __future__ import annotations

from pathlib import Path

import typer

FOLDER: Path = typer.Argument(..., metavar="DIR", help="The folder of the packet.")
PART: str = typer.Argument(
    ...,
    metavar="PART",
    help="An exhibit's label, a paper's number or title, or: cover, contents, exhibit-list, sheets, "
    "certificate-of-service.",
)
AS_JSON: bool = typer.Option(False, "--json", help="Print JSON for other programs.")
BEFORE: str = typer.Option("", "--before", metavar="PART", help="Put it right before this part.")
AFTER: str = typer.Option("", "--after", metavar="PART", help="Put it right after this part.")
