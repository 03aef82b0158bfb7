"""`unbarred start`: begin an interview."""

from __future__ import annotations

from pathlib import Path

import typer

from unbarred.commands import completing, packets, trusting
from unbarred.errors import UsageError


def start(
    interview: str = typer.Argument(
        ..., help="The interview, such as clemency/commutation.", autocompletion=completing.interviews
    ),
    place: str | None = typer.Option(
        None,
        "--in",
        autocompletion=completing.places,
        metavar="PLACE",
        help="The place, such as us-ny; asked if not given.",
    ),
    answers: Path | None = typer.Option(
        None,
        "--answers",
        metavar="FILE",
        help="Take all answers from this file (YAML or JSON) and ask nothing.",
    ),
    source: str | None = typer.Option(
        None,
        "--from",
        autocompletion=completing.sessions,
        metavar="EARLIER",
        help="Use answers again: of a saved session (the end of its name), or from a file.",
    ),
    out: Path | None = typer.Option(
        None, "--out", metavar="DIR", help="Put the papers in this new or empty folder [packet-<day>]."
    ),
    pdf: bool | None = packets.PDF,
    public: bool = typer.Option(
        False, "--public", help="With --answers: make a public copy too, in a folder beside it: DIR-public."
    ),
    plain: bool = typer.Option(
        False, "--plain", help="One line at a time: no colour, no boxes, no moving cursor."
    ),
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="Date the papers and the law as of this day."
    ),
    as_json: bool = typer.Option(False, "--json", help="With --answers: print what came of it as JSON."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Begin an interview and make its papers.

    Every screen is saved before the next appears. To stop, press s; to go on
    another day, type: unbarred resume

    INTERVIEW is one of ours, or any docassemble interview: a YAML file, a
    package's folder, or an installed package's interview.

    Examples:

      unbarred start clemency/commutation --in us-ny

      unbarred start clemency/commutation --answers examples/rosa-example.yml --out packet

      unbarred start clemency/pardon --from 7kqm

      unbarred start docassemble.demo:data/questions/hello.yml
    """
    from unbarred.commands import sitting

    if answers is not None and source is not None:
        raise UsageError(
            "--answers and --from do not go together.",
            "--answers takes all answers from a file and asks nothing; --from asks what is new.",
        )
    if answers is not None:
        sitting.unattended(
            interview, place, answers, out, as_of, as_json=as_json, trust=trust, pdf=pdf, public=public
        )
    elif public:
        raise UsageError(
            "--public is for answers from a file.", "Once the interview is over: unbarred assemble --public"
        )
    else:
        sitting.begin(interview, place, out, as_of, source=source, plain=plain, trust=trust, pdf=pdf)
