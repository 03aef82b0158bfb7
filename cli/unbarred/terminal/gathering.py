"""Answers that take more than one reply: several files, and words of her own beside a list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from unbarred.answers.values import AnswerValue
from unbarred.screens import Field, Problem, read_field
from unbarred.terminal.commands import Command
from unbarred.terminal.picking import own_words
from unbarred.terminal.turning import ask
from unbarred.terminal.view import Line, Page, Turn, View
from unbarred.terminal.words import choosing, files

_TAKE_OUT = "0"


def gather_files(
    view: View, help_page: Page, field: Field, start: AnswerValue | None
) -> Turn[AnswerValue | Problem | Command]:
    """Ask for one path after the other until Enter alone; return them all, or the command that ended it.

    `view` is the field's own. A path that cannot be taken is asked again at once.
    """
    paths = start if isinstance(start, tuple) else ()
    problem, typed, notice = view.problem, "", view.notice or _so_far(paths)
    while True:
        prompt = files.prompt_next_file() if paths else files.prompt_first_file()
        entry = Line(prompt, typed=typed, is_path=True, accepts=field.accepts)
        reply = yield from ask(replace(view, entry=entry, problem=problem, notice=notice), help_page)
        problem, typed = "", ""
        if isinstance(reply, Command):
            return reply
        if not reply.strip():
            return paths or read_field(field, "")
        if reply.strip() == _TAKE_OUT and paths:
            paths, notice = (), files.files_taken_out()
            continue
        answer = read_field(field, [*paths, reply])
        if isinstance(answer, Problem):
            problem, typed, notice = answer.message, reply, ""
        else:
            assert isinstance(answer, tuple)
            paths, notice = answer, _so_far(answer)


def ask_own_words(
    view: View, help_page: Page, field: Field, start: AnswerValue | None
) -> Turn[str | Command]:
    """Ask for the words that stand for none of the choices; BACK is for going back to the list."""
    entry = Line(choosing.prompt_own_words(), own_words(field, start))
    return (yield from ask(replace(view, entry=entry, problem="", notice=""), help_page))


def _so_far(paths: tuple[str, ...]) -> str:
    return files.files_so_far(len(paths), ", ".join(Path(path).name for path in paths)) if paths else ""
