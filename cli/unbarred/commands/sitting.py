"""A sitting with an interview, from its first screen or a later one to its papers."""

from __future__ import annotations

import datetime
import json
import os
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from unbarred import private_files
from unbarred.commands import days, packets, public_copies, trusting
from unbarred.errors import ExitCode, UsageError, UserError, Where

if TYPE_CHECKING:
    from unbarred.answers.answer_set import AnswerSet
    from unbarred.sessions import Session
    from unbarred.sessions.catalogue import Entry
    from unbarred.sessions.unattended import Complaint


_UNTIL_SHE_READS = 0.5
"""Seconds in which the first screen is drawn, and nothing else may keep the processor."""


_MOST_NAMED = 8
"""So many answers that were not asked for are named; the others are counted."""


def begin(
    interview: str,
    place: str | None,
    out: Path | None,
    as_of: str | None,
    *,
    source: str | None,
    plain: bool,
    trust: bool,
    pdf: bool | None,
) -> None:
    """Start a session at the terminal and hold it to its end.

    `source` is an earlier session or a file whose answers are used again. `trust` is as `trusting.settle`
    takes it, `pdf` as `packets.make` does.
    """
    from unbarred.commands import using_again
    from unbarred.sessions import Session, arguments, catalogue, shelf
    from unbarred.sessions.earlier import NOTHING_EARLIER

    entry = catalogue.entry(interview)
    day = days.given(as_of)
    given = arguments.check(entry, place, day)
    _check_out(out)
    _check_terminal()
    trusting.settle(entry, trust=trust)
    earlier = NOTHING_EARLIER
    if source is not None:
        earlier = using_again.read(source, entry, given.get("place", ""), trust=trust)
    folder = shelf.new_folder(entry.name, datetime.datetime.now().astimezone().date())
    session = Session.begin(folder, entry.name, given, earlier=earlier)
    notice = using_again.notice(earlier) if source is not None else ""
    with _reading_ahead(entry, place, session.as_of):
        _hold(session, out, plain=plain, pdf=pdf, notice=notice)


@contextmanager
def _reading_ahead(entry: Entry, place: str | None, day: datetime.date) -> Iterator[None]:
    """While she reads the first screen, load what the law needs, and the places she may choose from."""
    from unbarred import law

    def read() -> None:
        law.preload()
        for remedy in entry.remedies:
            if not place:
                law.places(remedy)
            elif law.has(place, remedy):
                law.remedy(place, remedy, day)

    reader = threading.Timer(_UNTIL_SHE_READS, read)
    reader.daemon = True
    reader.start()
    try:
        yield
    finally:
        # A program that ends while a thread loads a library in C++ is aborted.
        reader.cancel()
        reader.join()


def go_on(name: str, out: Path | None, *, plain: bool, trust: bool, pdf: bool | None) -> None:
    """Continue a saved session at the terminal."""
    from unbarred.sessions import find_session

    find_session(name)
    _check_out(out)
    _check_terminal()
    with opened(name, trust=trust) as session:
        _tell_gone(session)
        _hold(session, out, plain=plain, pdf=pdf)


def look_over(name: str, *, plain: bool, trust: bool) -> None:
    """Show the answers of a saved session and let them be changed."""
    from unbarred.sessions import find_session
    from unbarred.terminal import Ending, review

    find_session(name)
    _check_terminal()
    with opened(name, trust=trust) as session:
        ending = review(session, plain=plain, as_of=session.as_of, resume_command=_resume(session))
        if ending is Ending.FINISHED and not session.is_over:
            typer.echo(f"Some questions are open. Answer them with: {_resume(session)}")


def answers_of(name: str, *, trust: bool) -> AnswerSet:
    """Return the answers of a saved session as an answer set."""
    from unbarred.sessions.export import answer_set

    with opened(name, trust=trust) as session:
        return answer_set(session)


def unattended(
    interview: str,
    place: str | None,
    answers: Path,
    out: Path | None,
    as_of: str | None,
    *,
    as_json: bool,
    trust: bool,
    pdf: bool | None,
    public: bool,
) -> None:
    """Make the papers from an answer file, or name everything that is missing or wrong in it."""
    from unbarred.answers import answer_file
    from unbarred.sessions import Session, arguments, catalogue
    from unbarred.sessions.unattended import fill, not_needed

    entry = catalogue.entry(interview)
    given = answer_file.load(answers)
    if given.interview and not entry.is_meant_by(given.interview):
        raise UserError(
            f"These answers are for {given.interview}, not for {entry.name}.", where=Where(str(answers))
        )
    day = days.given(as_of) or given.as_of
    starting = arguments.check(entry, place or given.jurisdiction or None, day)
    _check_out(out)
    trusting.settle(entry, trust=trust)
    session = Session.in_memory(entry.name, starting)
    complaints = fill(session, given.answers)
    if complaints:
        refuse(complaints, given, answers, as_json=as_json)
    if public:
        public_copies.make(session, out, {}, as_json=as_json, again=False, pdf=pdf)
    else:
        _make_papers(session, out, as_json=as_json, pdf=pdf)
    if unneeded := not_needed(session, given.answers):
        named = ", ".join(unneeded[:_MOST_NAMED])
        more = f" and {len(unneeded) - _MOST_NAMED} more" if len(unneeded) > _MOST_NAMED else ""
        typer.echo(f"Answers that were not asked for, and are not in these papers: {named}{more}.", err=True)


@contextmanager
def opened(name: str, *, trust: bool) -> Iterator[Session]:
    """Hold the saved session `name` for this program; `trust` as `trusting.settle` takes it."""
    from unbarred.sessions import Session, find_session

    folder = find_session(name)
    trusting.settle_session(folder, trust=trust)
    session = Session.resume(folder)
    try:
        yield session
    finally:
        session.close()


def _hold(session: Session, out: Path | None, *, plain: bool, pdf: bool | None, notice: str = "") -> None:
    from unbarred.terminal import Ending, hold

    command = _resume(session)
    ending = hold(session, plain=plain, as_of=session.as_of, resume_command=command, notice=notice)
    if ending is Ending.FINISHED:
        _make_papers(session, out, plain=plain, pdf=pdf)
    elif ending is Ending.INTERRUPTED:
        raise typer.Exit(ExitCode.INTERRUPTED)


def _make_papers(
    session: Session, out: Path | None, *, pdf: bool | None, as_json: bool = False, plain: bool = False
) -> None:
    """Make the packet; somebody else's interview may be meant to end without one."""
    if session.interview.is_ours or session.run.papers():
        packets.make(session, out, as_json=as_json, plain=plain, pdf=pdf)
    else:
        packets.do_without(session, as_json=as_json)


def _check_out(out: Path | None) -> None:
    from unbarred.sessions.assembly import check_folder

    if out is not None:
        check_folder(out)
    else:
        private_files.check_room(Path.cwd())


def _check_terminal() -> None:
    if not _can_be_typed_at():
        raise UsageError(
            "There is no keyboard to answer with.",
            "Run it in a terminal, or give the answers with --answers FILE.",
        )


def _can_be_typed_at() -> bool:
    """Say whether standard input is a terminal or something that lines can come from."""
    try:
        kind = os.fstat(0).st_mode
    except OSError:
        return False
    # /dev/null is a device as a terminal is, but nobody types there.
    return sys.stdin is not None and (sys.stdin.isatty() or not stat.S_ISCHR(kind))


def _tell_gone(session: Session) -> None:
    """Say which saved answers the interview, changed since then, does not ask for any more."""
    names = sorted({name for record in session.gone for name in record.answers})
    if names:
        typer.echo(f"This interview has changed. It no longer asks for: {', '.join(names)}.", err=True)


def refuse(complaints: list[Complaint], given: AnswerSet, path: Path, *, as_json: bool) -> NoReturn:
    """Say what must be mended in the answer set `given` from the file at `path`, and stop."""
    if as_json:
        data = [
            {"name": each.name, "question": each.question, "message": each.message} for each in complaints
        ]
        typer.echo(json.dumps({"problems": data}, indent=2, ensure_ascii=False))
    else:
        count = "One answer" if len(complaints) == 1 else f"{len(complaints)} answers"
        typer.echo(f"{path}: {count} must be mended. Nothing was written.", err=True)
        for each in complaints:
            where = given.where(each.name)
            place = f" (line {where.line})" if where and where.line else ""
            question = f" “{each.question}”" if each.question else ""
            typer.echo(f"  {each.name}{place}{question}: {each.message}", err=True)
    raise typer.Exit(ExitCode.REFUSED)


def _resume(session: Session) -> str:
    return f"unbarred resume {session.tail}"
