"""`unbarred template`: what a template says, and what changed in it."""

from __future__ import annotations

from pathlib import Path

import typer

from unbarred.errors import ExitCode, UserError

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def template() -> None:
    """Read a template, or any Word file, as plain text.

    Example:  unbarred template text templates/clemency/application.docx
    """


@app.command("text")
def text(
    files: list[Path] = typer.Argument(..., metavar="FILE...", help="Word files (DOCX)."),
    numbered: bool = typer.Option(
        False, "--numbered", help="Number the paragraphs of lists as they are printed, not each with 1."
    ),
) -> None:
    """Print all that a Word file says, a line for each paragraph or row of a table.

    Properties, headers, footers, notes, comments and text boxes are there too, and every tag of a
    template is whole, however Word has split it. Git can show changes of Word files with it; how to
    set that up stands in docs/comparing.md.

    Example:  unbarred template text templates/clemency/application.docx
    """
    for file in files:
        if len(files) > 1:
            _print(f"===== {file}\n\n")
        _print(_text(file, counted=numbered))


@app.command("diff")
def diff(
    before: Path = typer.Argument(..., metavar="BEFORE", help="A Word file (DOCX)."),
    after: Path = typer.Argument(..., metavar="AFTER", help="A later version of it."),
) -> None:
    """Print what changed from one version of a template to another, as git would.

    Ends with status 1 if anything did.

    Example:  unbarred template diff old/application.docx templates/clemency/application.docx
    """
    from difflib import unified_diff

    old, new = (_text(file, counted=False).splitlines() for file in (before, after))
    lines = list(unified_diff(old, new, str(before), str(after), lineterm=""))
    _print("".join(f"{line}\n" for line in lines))
    if lines:
        raise typer.Exit(ExitCode.REFUSED)


def _print(text: str) -> None:
    """Print text in UTF-8, which git reads, and which has every letter a paper can have."""
    typer.echo(text.encode(), nl=False)


def _text(file: Path, *, counted: bool) -> str:
    from unbarred.documents.comparing.reading.readable import readable

    try:
        content = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UserError(f"{file} cannot be read: {reason}.") from error
    return readable(content, str(file), counted=counted)
