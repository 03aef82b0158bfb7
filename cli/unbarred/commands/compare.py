"""`unbarred compare`: what changed between two packets, papers or sets of answers."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred import private_files
from unbarred.commands import completing, trusting
from unbarred.errors import UsageError, UserError

if TYPE_CHECKING:
    from unbarred.answers.answer_set import AnswerSet
    from unbarred.documents.comparing.packets import Paper, PaperChanges

    _Answers = tuple[str, AnswerSet, dict[str, str]]
    """What they are called, the answers, and what asked for each, where that is known."""

_ANSWERS = (".yml", ".yaml", ".json")
_WORDS = "what-changed.txt"


def compare(
    before: str = typer.Argument(
        ...,
        metavar="BEFORE",
        help="A packet's folder, a Word file, an answer file, or a saved session's name.",
        autocompletion=completing.sessions,
    ),
    after: str = typer.Argument(
        ..., metavar="AFTER", help="A later one of the same kind.", autocompletion=completing.sessions
    ),
    out: Path | None = typer.Option(
        None,
        "--out",
        metavar="PLACE",
        help="A new Word file with tracked changes; of packets a new folder with one for each changed paper.",
    ),
    questions: bool = typer.Option(
        False,
        "--questions",
        help="Name the answers of files by their questions too; the interview is run for that.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object for other programs."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Say in words what changed between two packets, two Word files, or two sets of answers.

    With --out the changes are tracked in Word as well: who accepts them all has the later paper, who
    refuses them all the earlier one.

    Examples:  unbarred compare packet packet-2 --out changes

    unbarred compare old.docx new.docx --out changes.docx

    unbarred compare monday.yml tuesday.yml
    """
    kinds = [_kind(each) for each in (before, after)]
    if kinds[0] != kinds[1]:
        raise UsageError(
            f"{before} is {kinds[0]}, and {after} is {kinds[1]}.", "Compare two things of one kind."
        )
    if out is not None:
        _check_place(out, is_folder=kinds[0] == "a packet")
    if kinds[0] == "a packet":
        _packets(Path(before), Path(after), out, as_json=as_json)
    elif kinds[0] == "a Word file":
        _papers(Path(before), Path(after), out, as_json=as_json)
    else:
        sets = [_answer_set(each, questions=questions, trust=trust) for each in (before, after)]
        _answers(sets, out, as_json=as_json)


def _kind(given: str) -> str:
    path = Path(given)
    if path.is_dir():
        return "a packet"
    if path.suffix.lower() == ".docx":
        return "a Word file"
    if path.suffix.lower() in _ANSWERS or not path.exists():
        return "a set of answers"
    raise UsageError(
        f"{given} is neither a packet, nor a Word file, nor a set of answers.",
        "Give a packet's folder, a file that ends in .docx, .yml or .json, or a saved session's name.",
    )


def _check_place(out: Path, *, is_folder: bool) -> None:
    if is_folder:
        from unbarred.sessions.assembly import check_folder

        if out.suffix.lower() == ".docx":
            raise UsageError(
                "Two packets give a Word file for each paper that changed.", "Give a new folder with --out."
            )
        check_folder(out)
        return
    if out.suffix.lower() != ".docx":
        raise UsageError("What is made is a Word file.", "Give --out a name that ends in .docx.")
    if out.exists():
        raise UsageError(f"{out} is there already.", "Give a new name with --out.")
    private_files.check_room(out.absolute())


def _packets(before: Path, after: Path, out: Path | None, *, as_json: bool) -> None:
    from unbarred.documents.comparing import packets, report

    newer = packets.read_packet(after)
    found = packets.packet_changes(packets.read_packet(before), newer)
    lines = list(report.packet_in_words(found))
    files = {}
    if out is not None:
        files = {
            each.after.file: _tracked(each, newer.day)
            for each in (*found.papers, *found.exhibits)
            if each.after and each.can_be_tracked
        }
        with private_files.replacing_folder(out) as folder:
            for name, content in {_WORDS: "\n".join([*lines, ""]).encode(), **files}.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
    if as_json:
        _print_json({**report.packet_as_data(found), "tracked": list(files)})
    else:
        _print(lines)
    if out is not None:
        typer.echo(f"\n{out}: {', '.join([_WORDS, *files])}.", err=True)


def _papers(before: Path, after: Path, out: Path | None, *, as_json: bool) -> None:
    from unbarred.documents.comparing import packets, report

    found = packets.paper_changes(_paper(before), _paper(after))
    if out is not None:
        private_files.write(out, _tracked(found, None))
    if as_json:
        _print_json({**report.paper_as_data(found), "tracked": str(out) if out else None})
    else:
        _print(report.paper_in_words(found))


def _paper(path: Path) -> Paper:
    from unbarred.documents.comparing.packets import Paper

    try:
        return Paper(path.name, str(path), path.read_bytes())
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UserError(f"{path} cannot be read: {reason}.") from error


def _tracked(found: PaperChanges, day: datetime.date | None) -> bytes:
    from unbarred.documents.comparing.tracking.writing import tracked

    assert found.before is not None
    assert found.after is not None
    return tracked(found.before.content, found.after.content, (found.before.file, found.after.file), day)


def _answers(sets: list[_Answers], out: Path | None, *, as_json: bool) -> None:
    from unbarred.documents.comparing import report
    from unbarred.documents.comparing.answers import answer_changes

    (before, old, asked_then), (after, new, asked_now) = sets
    old, new = _days_as_its_place(old), _days_as_its_place(new)
    found, labels = answer_changes(old, new), {**asked_then, **asked_now}
    if out is not None:
        from unbarred.documents.comparing.listing import listing
        from unbarred.documents.comparing.tracking.writing import tracked

        private_files.write(out, tracked(listing(old), listing(new), (before, after), new.as_of))
    if as_json:
        data = report.answers_as_data(found, labels)
        _print_json({"answers": data, "tracked": str(out) if out else None})
    else:
        _print(report.answers_in_words(found, labels))


def _days_as_its_place(answers: AnswerSet) -> AnswerSet:
    """Return the answers with days such as 3/4/1980 read in the order of the place they are for."""
    from unbarred import law
    from unbarred.documents.comparing.answers import with_day_first

    days = {each.slug: each.days for each in law.places()} if answers.jurisdiction else {}
    return with_day_first(answers) if days.get(answers.jurisdiction) == "day first" else answers


def _answer_set(given: str, *, questions: bool, trust: bool) -> _Answers:
    """Return the answers of a file or saved session, and what asked for each, where that is known."""
    if Path(given).suffix.lower() in _ANSWERS:
        from unbarred.answers import answer_file

        answers = answer_file.load(Path(given))
        return given, answers, _questions(answers, given, trust=trust) if questions else {}
    from unbarred.commands import sitting
    from unbarred.sessions import export

    with sitting.opened(given, trust=trust) as session:
        return given, export.answer_set(session), export.questions(session)


def _questions(answers: AnswerSet, given: str, *, trust: bool) -> dict[str, str]:
    """Run the interview that the answers are for, as far as they go, and return what asks for each."""
    from unbarred.sessions import Session, arguments, catalogue, export
    from unbarred.sessions.unattended import fill

    if not answers.interview:
        raise UsageError(f"{given} does not say which interview it answers.", "Compare without --questions.")
    entry = catalogue.entry(answers.interview)
    starting = arguments.check(entry, answers.jurisdiction or None, answers.as_of)
    trusting.settle(entry, trust=trust)
    session = Session.in_memory(entry.name, starting)
    # What is wrong or missing in an old set of answers does not matter here.
    fill(session, answers.answers)
    return export.questions(session)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _print_json(data: object) -> None:
    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))
