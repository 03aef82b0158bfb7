"""Sittings that are killed at moments by chance; run as a program, prints what was found after each.

    python killed_sittings.py ANSWERS FOLDER ROUNDS SEED

The engine is started once. Each round forks a process that goes on with the
session at the plain terminal, with everything typed ahead, and kills it.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from real_sitting import keystrokes, rosas_screens

from unbarred.screens import AnsweredScreen
from unbarred.sessions import Session
from unbarred.terminal import hold

ARGUMENTS = {"place": "us-ny", "as_of": "2026-11-21"}
LONGEST = 0.1
"""Seconds. A killed sitting lives up to so long from its first screen on, and gets some ten screens far."""

ONE_IN = 8
"""One kill in so many comes before the first screen is shown."""


@dataclass(frozen=True)
class Found:
    """What one kill left."""

    shown: int
    """The number of the last screen that was shown."""
    kept: int
    """How many answered screens are on the disk."""
    are_right: bool
    """They are the first ones that were typed, the next one waits, and what was begun of it is offered."""


class Killing:
    """Sittings with one session after another, each killed again and again until it is through."""

    def __init__(self, screens: list[AnsweredScreen], folder: Path, seed: int) -> None:
        self._screens = screens
        self._typed = [(each.screen.id, dict(each.given)) for each in screens]
        self._folder = folder
        self._chance = random.Random(seed)
        self._count = 0
        self._begin()

    def round(self) -> Found:
        """Let the session be gone on with for a moment, kill it, and look at what is left."""
        if self._is_through:
            self._begin()
        before = self._done
        shown = self._sit_and_be_killed()
        with self._held() as session:
            kept = [(each.screen.id, dict(each.given)) for each in session.answered()]
            self._done = len(kept)
            are_right = kept == self._typed[: self._done] and self._is_next(session)
        # Making the papers at the end takes longer than a sitting lives here.
        self._is_through = self._done == before or self._done == len(self._screens)
        return Found(shown, self._done, are_right)

    def _is_next(self, session: Session) -> bool:
        """Say whether the session waits for what was being typed; note what was begun of it."""
        self._begun = {field.name for field in session.screen.inputs if session.draft(field.name) is not None}
        if self._done == len(self._screens):
            return session.is_over
        being_typed = self._screens[self._done]
        return session.screen.id == being_typed.screen.id and all(
            str(being_typed.given[name]).startswith(session.draft(name) or "") for name in self._begun
        )

    def _begin(self) -> None:
        self._count += 1
        self._done = 0
        self._is_through = False
        self._begun: set[str] = set()
        Session.begin(self._session, "clemency/commutation", ARGUMENTS).close()

    @property
    def _session(self) -> Path:
        return self._folder / f"session-{self._count}"

    @contextmanager
    def _held(self) -> Iterator[Session]:
        session = Session.resume(self._session)
        try:
            yield session
        finally:
            session.close()

    def _sit_and_be_killed(self) -> int:
        lines = [line for each in self._screens[self._done :] for line in self._lines(each)]
        out = self._folder / "out"
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{line}\n" for line in lines).encode())
        child = os.fork()
        if child == 0:
            self._sit(reading, out)
        os.close(reading)
        if self._chance.randrange(ONE_IN):
            _wait_for_output(out)
        time.sleep(self._chance.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(writing)
        numbers = re.findall(r"Screen (\d+)\.", out.read_text(errors="replace")) if out.exists() else []
        out.unlink(missing_ok=True)
        return max(map(int, numbers), default=0)

    def _sit(self, reading: int, out: Path) -> None:
        """Be the program that is killed."""
        os.dup2(reading, 0)
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        hold(Session.resume(self._session), plain=True)
        signal.pause()

    def _lines(self, answered: AnsweredScreen) -> list[str]:
        """What is typed for a screen; where a text was begun, 3 is to write it anew."""
        lines: list[str] = [] if answered.given else [""]
        for field in answered.screen.inputs:
            lines += ["3"] if field.name in self._begun else []
            lines += [line for text in keystrokes([field], answered.given) for line in text.split("\n")]
        return lines


def _wait_for_output(out: Path) -> None:
    end = time.monotonic() + 20
    while not (out.exists() and out.stat().st_size):
        if time.monotonic() > end:
            raise TimeoutError("the sitting shows nothing")
        time.sleep(0.001)


if __name__ == "__main__":
    answers, folder, rounds, seed = sys.argv[1:]
    killing = Killing(rosas_screens(Path(answers)), Path(folder), int(seed))
    sys.stdout.write(json.dumps([vars(killing.round()) for _ in range(int(rounds))]))
