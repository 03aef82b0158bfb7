"""The plain face: one line after another, for screen readers, simple terminals and logs.

Nothing moves the cursor, colours, or draws; a line that has been written stays.
"""

from __future__ import annotations

import select
import shutil
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from typing import TextIO

from unbarred.terminal.ending import Ending
from unbarred.terminal.interrupts import Interrupted, Interrupts
from unbarred.terminal.plain_lines import aids, kept, page_lines, question_lines, wrapped
from unbarred.terminal.plain_writing import write_long_answer
from unbarred.terminal.printable import printable
from unbarred.terminal.unechoed import unechoed
from unbarred.terminal.view import Line, Pick, Reply, Turn, View, Writing
from unbarred.terminal.words import prompts

_WIDEST = 80


class PlainFace:
    """Shows the views of a sitting as lines, and reads lines."""

    def __init__(self, turns: Turn[Ending], source: TextIO | None = None, out: TextIO | None = None) -> None:
        self._turns = turns
        self._source = source or sys.stdin
        self._out = out or sys.stdout
        self._interrupts = Interrupts(self._prompt_again)
        self._prompt = ""
        self._last: View | None = None

    def run(self) -> Ending:
        """Go through the whole sitting; return how it ended."""
        with self._interrupts.watched():
            try:
                return self._run()
            except Interrupted:
                self.say("")
                return Ending.INTERRUPTED
            finally:
                self._turns.close()

    def _run(self) -> Ending:
        view = next(self._turns)
        while True:
            self._show(view)
            self._last = view
            try:
                view = self._turns.send(self._reply(view))
            except StopIteration as end:
                ending: Ending = end.value
                return ending

    def say(self, text: str) -> None:
        """Write one paragraph."""
        self._write(wrapped(text, self._width) or [""])

    def read_line(self, prompt: str = "", *, is_secret: bool = False) -> str:
        """Write the prompt and read one line, without its end. Raises `Interrupted`.

        What is secret is not shown while it is typed.
        """
        *above, last = wrapped(f"{prompt}:", self._width - 1) if prompt else [""]
        self._write(above)
        self._prompt = f"{last} " if last else ""
        # Before the prompt, so that not even the first letters of a fast typist are shown.
        with unechoed(self._source) if is_secret else nullcontext():
            self._put(self._prompt)
            with self._interrupts.reading():
                line = self._source.readline()
        if not line:
            raise Interrupted
        if is_secret:
            self._put("\n")
        elif not self._source.isatty():
            # Nobody has typed this where it can be seen; a log is to show it all the same.
            self._put(line if line.endswith("\n") else f"{line}\n")
        return line.removesuffix("\n").removesuffix("\r")

    @property
    def more_is_waiting(self) -> bool:
        """Say whether something has been typed or pasted ahead."""
        return self._source.isatty() and bool(select.select([self._source], [], [], 0)[0])

    def _show(self, view: View) -> None:
        if not view.asks_the_same_as(self._last):
            is_new_page = self._last is None or view.page is not self._last.page
            parts = [
                page_lines(view, self._width) if is_new_page else [],
                question_lines(view, self._width),
                aids(view, self._width) if is_new_page else [],
            ]
            for part in filter(None, parts):
                self._write(["", *part])
        for text in filter(None, (view.notice, view.problem)):
            self.say(text)

    def _reply(self, view: View) -> Reply:
        entry = view.entry
        if isinstance(entry, Writing):
            return write_long_answer(self, entry.draft, has_actions=view.page.has_actions)
        keeps = kept(entry)
        if keeps:
            self.say(prompts.now_is(keeps))
        line = self.read_line(entry.prompt, is_secret=isinstance(entry, Line) and entry.is_secret)
        if keeps and not line.strip():
            return _as_typed(entry)
        return line

    def _prompt_again(self) -> None:
        """After Ctrl-Z and `fg`, show again what is asked."""
        self._put(f"\n{self._prompt}")

    def _write(self, lines: Sequence[str]) -> None:
        self._put("".join(f"{line}\n" for line in lines))

    def _put(self, text: str) -> None:
        encoding = self._out.encoding or "utf-8"
        try:
            self._out.write(printable(text).encode(encoding, "replace").decode(encoding))
            self._out.flush()
        except OSError as gone:
            raise Interrupted from gone

    @property
    def _width(self) -> int:
        return min(shutil.get_terminal_size().columns, _WIDEST)


def _as_typed(entry: Line | Pick | object) -> str:
    if isinstance(entry, Pick):
        return " ".join(str(number) for number in sorted(entry.chosen))
    return entry.prefill if isinstance(entry, Line) else ""
