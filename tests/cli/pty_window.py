"""A terminal window to try a program in: what is typed goes in, what is seen comes out."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte

SCRIPTED = Path(__file__).parents[1] / "unit" / "terminal" / "scripted.py"
ENTER = "\r"
PATIENCE = 10.0


class Window:
    """A program running in a terminal of some size."""

    def __init__(
        self, command: Sequence[str], home: Path, *, columns: int = 80, rows: int = 24, **variables: str
    ) -> None:
        kept = {
            name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "EDITOR", "VISUAL")
        }
        environment = {**kept, "TERM": "xterm-256color", "HOME": str(home), "LANG": "C.UTF-8"}
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.child = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env={**environment, **variables},
            cwd=str(home),
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None

    @property
    def lines(self) -> list[str]:
        """The rows of the window as they stand, without the blanks at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The window's text with single blanks, as it reads whatever its width."""
        return " ".join(" ".join(self.lines).split())

    @property
    def column_of_cursor(self) -> int:
        return int(self._screen.cursor.x)

    def see(self, *texts: str) -> None:
        """Wait until all of `texts` can be read."""
        end = time.monotonic() + PATIENCE
        while not all(text in self.text for text in texts):
            assert time.monotonic() < end, f"{texts} not in\n" + "\n".join(self.lines)
            self._take()

    def rest(self) -> None:
        """Wait until nothing more is drawn."""
        while self._take():
            pass

    def lose(self, text: str) -> None:
        """Wait until `text` can no longer be read."""
        end = time.monotonic() + PATIENCE
        while text in self.text:
            assert time.monotonic() < end, f"{text} still in\n" + "\n".join(self.lines)
            self._take()

    def turn_pages_to(self, text: str) -> None:
        """Press Enter, as long as that moves through the text, until `text` can be read."""
        for _ in range(30):
            self.rest()
            if text in self.text:
                return
            self.press(ENTER)
        self.see(text)

    def type(self, *texts: str) -> None:
        """Type, and press Enter after each text."""
        for text in texts:
            self.press(text + ENTER)

    def press(self, keys: str) -> None:
        """Send keys as they are."""
        self.child.send(keys)

    def paste(self, text: str) -> None:
        """Paste as a terminal does that was asked to mark what is pasted."""
        self.press(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def send_signal(self, number: signal.Signals) -> None:
        self.child.kill(number)

    def wait(self) -> int | None:
        """Wait until the program has ended; return its status, or None if a signal ended it."""
        end = time.monotonic() + PATIENCE
        while self._take() or self.child.isalive():
            assert time.monotonic() < end, "still running:\n" + "\n".join(self.lines)
        self.child.close()
        return self.child.exitstatus

    def close(self) -> None:
        """Kill the program and wait until it is gone."""
        with contextlib.suppress(pexpect.ExceptionPexpect):
            self.child.close(force=True)
        # One that waits for a slow disk is gone only once that is done, and pexpect gives up before.
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < end, "killed, and still running"
            time.sleep(0.05)
        self.child.close(force=True)

    def _take(self) -> bool:
        """Take what the program has written; say whether there was anything."""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            written = self.child.read_nonblocking(65536, timeout=0.05)
            self.raw += written
            self._stream.feed(written)
            return True
        return False


def scripted(kept: Path, *options: str) -> list[str]:
    """The command that holds the scripted sitting and keeps it in `kept`."""
    return [sys.executable, str(SCRIPTED), str(kept), *options]


Open = Callable[..., Window]
"""Opens a window on the scripted sitting: its options, and what `Window` takes by name."""


@contextlib.contextmanager
def windows(kept: Path) -> Iterator[Open]:
    """Open windows on the scripted sitting that is kept in `kept`; all are closed at the end."""
    opened: list[Window] = []
    home = kept.parent / "home"
    home.mkdir(exist_ok=True)

    def start(*options: str, **more: Any) -> Window:
        opened.append(Window(scripted(kept, *options), home, **more))
        return opened[-1]

    try:
        yield start
    finally:
        for window in opened:
            window.close()


def given(kept: Path) -> dict[str, Any]:
    """All answers kept so far, by name."""
    answers: dict[str, Any] = {}
    for screen in json.loads(kept.read_text(encoding="utf-8"))["given"].values():
        answers |= screen
    return answers


def draft(kept: Path) -> str:
    """The story as far as it is kept."""
    return (
        str(json.loads(kept.read_text(encoding="utf-8"))["drafts"].get("story", "")) if kept.exists() else ""
    )
