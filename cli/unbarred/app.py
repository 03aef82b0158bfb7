"""The command line: its commands, and the one place where errors are shown."""

from __future__ import annotations

import io
import sys

import typer

from unbarred import __version__
from unbarred.errors import ExitCode, UserError

app = typer.Typer(
    name="unbarred",
    help=(
        "Guided legal interviews that end in ready-to-file papers, for women in prison and the people "
        "who help them.\n\n"
        "Start with:  unbarred start clemency/commutation\n\n"
        "What you answer stays on this computer, in a folder only you can read."
    ),
    epilog=(
        "Exit status: 0 done, 1 something in the input must be mended, 2 the command is not right, "
        "3 an interview or the law data cannot be read, 4 a saved session is missing or in use, "
        "70 a fault of unbarred's own, 130 stopped and saved."
    ),
    # Rich help takes twice as long to start and reads worse aloud.
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"unbarred {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_show_version, is_eager=True, help="Show the version and stop."
    ),
) -> None:
    """Take the options that stand before a command."""


def _register() -> None:
    from unbarred.commands import (
        amend,
        assemble,
        batch,
        check,
        compare,
        doctor,
        export,
        fill,
        interviews,
        law,
        packet,
        preview,
        resume,
        review,
        start,
        template,
    )

    app.command("interviews")(interviews.interviews)
    app.command("start")(start.start)
    app.command("resume")(resume.resume)
    app.command("review")(review.review)
    app.command("amend")(amend.amend)
    app.command("assemble")(assemble.assemble)
    app.command("fill")(fill.fill)
    app.command("preview")(preview.preview)
    app.add_typer(packet.app, name="packet")
    app.add_typer(batch.app, name="batch")
    app.add_typer(law.app, name="law")
    app.add_typer(check.app, name="check")
    app.add_typer(export.app, name="export")
    app.add_typer(template.app, name="template")
    app.command("compare")(compare.compare)
    app.command("doctor")(doctor.doctor)


_register()


def main() -> None:
    """Run the program; every error ends in a sentence on stderr and a documented exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A letter that a terminal does not have is shown by its number, and ends nothing.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app()
    except UserError as error:
        _show(error)
        sys.exit(error.code)
    except KeyboardInterrupt:
        _say("Stopped.")
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has gone, as in `unbarred interviews | head -1`.
        sys.stderr.close()
        sys.exit(ExitCode.DONE)
    except Exception as error:  # noqa: BLE001  (the last door: what is not foreseen must not quote an answer)
        _say(f"unbarred met a fault of its own. Nothing you answered is lost. {_report(error)}")
        sys.exit(ExitCode.BUG)


def _show(error: UserError) -> None:
    """Show an error to the person, and below it the lines of the file it speaks of.

    Where content is at fault and another program asked with `--json`, that program is told as well.
    """
    _say(f"{error}\n{error.excerpt}" if error.excerpt else str(error))
    if error.code is ExitCode.CONTENT and "--json" in sys.argv[1:]:
        import json

        typer.echo(json.dumps({"error": error.as_data()}, indent=2, ensure_ascii=False))


def _say(text: str) -> None:
    typer.echo(text, err=True)


def _report(error: Exception) -> str:
    """Write where the fault happened to a file, without any value: a message could quote an answer.

    Returns a sentence that says where the report is.
    """
    import traceback

    from unbarred import private_files, settings

    lines = [f"unbarred {__version__}, Python {sys.version}", type(error).__name__]
    lines += [
        f"{frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    path = settings.home() / "fault-report.txt"
    try:
        private_files.make_folder(path.parent)
        private_files.write(path, ("\n".join(lines) + "\n").encode())
    except private_files.CannotWrite as fault:
        return f"No report could be made. {fault}"
    return f"A report is in {path}"


if __name__ == "__main__":
    main()
