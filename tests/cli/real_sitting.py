"""A sitting with the real program in a terminal window, typed as a person would type it."""

from __future__ import annotations

import json
import sys
import termios
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pty_window import PATIENCE, Window

from unbarred.answers import answer_file
from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import AnsweredScreen, Field, FieldKind
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

PROGRAM = Path(sys.executable).with_name("unbarred")
ERASE_LINE = "\x15"


class RealSitting(Window):
    """The program in a window; what it has kept is read from its journal."""

    def __init__(self, desk: Path, home: Path, *arguments: str, plain: bool, **window: Any) -> None:
        self.is_plain = plain
        self._home = home
        self._count: dict[str, int] = {}
        options = ["--plain"] if plain else []
        # The window's own size counts, not the one that whoever runs the tests may have set.
        super().__init__([str(PROGRAM), *arguments, *options], desk, COLUMNS="0", LINES="0", **window)

    @property
    def journal(self) -> Path | None:
        """The journal of the only session."""
        return next(iter(self._home.glob("sessions/*/journal.jsonl")), None)

    @property
    def name(self) -> str:
        """The last letters of the session's name."""
        assert self.journal is not None
        return self.journal.parent.name.rpartition("-")[2]

    def events(self, kind: str) -> list[dict[str, Any]]:
        """The events of one kind so far."""
        lines = self.journal.read_bytes().split(b"\n")[:-1] if self.journal else []
        return [event for event in map(json.loads, lines) if event["event"] == kind]

    def answer(self, screens: Iterable[AnsweredScreen]) -> None:
        """Answer screen after screen, each as soon as the one before is on the disk."""
        for each in screens:
            self.type_in(each)
            self.wait_for("answered")

    def type_in(self, answered: AnsweredScreen) -> None:
        """Type what was given on a screen."""
        self.enter(*keystrokes(answered.screen.inputs, answered.given) or [""])

    def enter(self, *texts: str) -> None:
        """Type each text in place of what stands there."""
        self._count = {kind: len(self.events(kind)) for kind in ("answered", "withdrawn", "amended")}
        for text in texts:
            if not self.is_plain:
                self.press(ERASE_LINE)
            self.type(*text.split("\n"))

    def hide_what_is_typed(self) -> None:
        """Let the terminal show only what the program writes, and the ends of the lines that are typed."""
        attributes = termios.tcgetattr(self.child.child_fd)
        attributes[3] = attributes[3] & ~termios.ECHO | termios.ECHONL
        termios.tcsetattr(self.child.child_fd, termios.TCSANOW, attributes)

    def answer_unhurried(self, screens: Iterable[AnsweredScreen]) -> None:
        """Answer as `answer` does, but type nothing before it is asked for: each line stays by itself."""
        for each in screens:
            fields = [field for field in each.screen.inputs if field.name in each.given]
            for field, text in zip(fields, keystrokes(fields, each.given), strict=True):
                self.enter_unhurried(text, has_prompt=field.kind is not FieldKind.AREA)
            if not fields:
                self.enter_unhurried("")

    def enter_unhurried(self, text: str, *, has_prompt: bool = True) -> None:
        """Type `text` once its prompt stands there (a long answer has none), and see its lines taken."""
        end = time.monotonic() + PATIENCE
        while self._take() or (has_prompt and not self.raw.endswith(b": ")):
            assert time.monotonic() < end, "no prompt:\n" + "\n".join(self.lines)
        written = len(self.raw)
        self.enter(text)
        while self.raw[written:].count(b"\n") <= text.count("\n"):
            assert time.monotonic() < end, "nothing happens:\n" + "\n".join(self.lines)
            self._take()

    def wait_for(self, kind: str) -> None:
        """Wait until another event of this kind is on the disk."""
        end = time.monotonic() + PATIENCE
        while len(self.events(kind)) <= self._count[kind]:
            assert time.monotonic() < end, f"no {kind}:\n" + "\n".join(self.lines)
            self._take()


def keystrokes(fields: Iterable[Field], given: Mapping[str, AnswerValue]) -> list[str]:
    """Return the lines to type for the fields of a screen."""
    return [_line(field, given[field.name]) for field in fields if field.name in given]


def _line(field: Field, value: AnswerValue) -> str:
    if value is LATER:
        return "l"
    if field.kind is FieldKind.YES_NO:
        return "1" if value else "2"
    if field.kind is FieldKind.ONE_OF:
        return str([choice.value for choice in field.choices].index(str(value)) + 1)
    if field.kind is FieldKind.AREA:
        return f"{value}\n."
    return str(value)


def rosas_screens(rosa: Path) -> list[AnsweredScreen]:
    """Return the screens the invented person answers, in order, and what she gives."""
    given = answer_file.load(rosa)
    session = Session.in_memory(given.interview, {"place": given.jurisdiction, "as_of": str(given.as_of)})
    assert fill(session, given.answers) == []
    return list(session.answered())
