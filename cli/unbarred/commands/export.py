"""`unbarred export`: our content for other systems."""

from __future__ import annotations

import json
from pathlib import Path

import typer

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def export() -> None:
    """Make our interviews, templates and law into what other systems take.

    Example:  unbarred export docassemble
    """


@app.command("docassemble")
def docassemble(
    out: Path | None = typer.Option(
        None, "--out", metavar="FILE.zip", help="A new file, or an untouched earlier export."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was made as JSON."),
) -> None:
    """Make a package that a docassemble server installs, with all interviews, templates and law.

    It holds nothing that anybody answered. How to install it stands in its README.md.

    Example:  unbarred export docassemble --out unbarred.zip
    """
    from unbarred import publishing
    from unbarred.law.words import counted

    path = out if out is not None else Path(publishing.archive_name())
    publishing.check_place(path)
    package = publishing.server_package()
    digest = publishing.write_archive(path, package.files)
    if as_json:
        made = {
            "file": str(path),
            "sha256": digest,
            "interviews": list(package.interviews),
            "templates": list(package.templates),
            "places": list(package.places),
            "modules": list(package.modules),
            "requires": list(package.requirements),
        }
        typer.echo(json.dumps(made, indent=2, ensure_ascii=False))
        return
    held = f"{counted(len(package.interviews), 'interview')}, {counted(len(package.templates), 'template')}"
    typer.echo(f"{path}: {held}, the law of {counted(len(package.places), 'place')}.")
    typer.echo("On a docassemble server, give it to Package Management. More is in its README.md.")
