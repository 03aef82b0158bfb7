"""The rich face: draws each view over the whole window and sends back what is typed."""

from __future__ import annotations

import asyncio
import errno
import signal
from dataclasses import replace

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from unbarred.terminal.commands import DONE_WRITING, USE_EDITOR, Command, command_of, literal
from unbarred.terminal.editor import EditorFailed, edit, own_editor
from unbarred.terminal.ending import Ending
from unbarred.terminal.full.body import Marks
from unbarred.terminal.full.choices import Choices
from unbarred.terminal.full.completing import complete
from unbarred.terminal.full.drawing import Size
from unbarred.terminal.full.entry import EntryControl
from unbarred.terminal.full.keys import key_bindings
from unbarred.terminal.full.starting import prompt_of, starting_text
from unbarred.terminal.full.style import STYLE
from unbarred.terminal.full.window import Window
from unbarred.terminal.view import Line, Pause, Pick, Reply, Turn, View, Writing
from unbarred.terminal.words import writing

_GONE = (errno.EIO, errno.EBADF, errno.EPIPE, errno.ENXIO)
"""What writing to a terminal says when nobody is at the other end any more."""

_SECONDS_TO_KEEP = 1.0


class FullFace:
    """Shows the views of a sitting in a full window.

    Replies are sent, and the next view is taken, inside the handling of one
    key. So every key that was typed ahead meets the view it was meant for.
    """

    def __init__(self, turns: Turn[Ending], source: Input | None = None, out: Output | None = None) -> None:
        self._turns = turns
        self._view = next(turns)
        self._choices: Choices | None = None
        self._failure: Exception | None = None
        self._keeping: asyncio.TimerHandle | None = None
        self.is_kept = False
        self._buffer = Buffer(multiline=True)
        self._entry = EntryControl(self._buffer, lambda: self.is_kept)
        self._window = Window(self._view, self._entry, self._marks, self._size)
        self._app: Application[Ending] = Application(
            layout=self._window.layout,
            key_bindings=key_bindings(self),
            style=STYLE,
            include_default_pygments_style=False,
            full_screen=True,
            input=source,
            output=out,
        )
        # How long Escape may be the start of another key, in seconds.
        self._app.ttimeoutlen = 0.05
        self._buffer.on_text_changed += lambda buffer: self._changed()
        self._buffer.on_cursor_position_changed += lambda buffer: self._moved()
        self._app.before_render += lambda app: self._say_what_enter_does()
        self._show(self._view, keeps_place=False)

    def run(self) -> Ending:
        """Go through the whole sitting; return how it ended."""
        try:
            return self._app.run(pre_run=self._watch_signals)
        except EOFError:
            return Ending.INTERRUPTED
        except OSError as failure:
            if failure is self._failure or failure.errno not in _GONE:
                raise
            return Ending.INTERRUPTED
        finally:
            self._flush()
            self._turns.close()

    # What the keys ask.

    @property
    def is_writing(self) -> bool:
        return isinstance(self._view.entry, Writing)

    @property
    def takes_ticks(self) -> bool:
        entry = self._view.entry
        return isinstance(entry, Pick) and entry.several and not self._buffer.text

    # What the keys call for.

    def enter(self) -> None:
        if self.is_writing:
            self._end_line()
        elif not self._reply().strip() and self._window.has_more_below:
            self._window.page(1)
        else:
            self._send(self._reply())

    def go_on(self) -> None:
        if self.is_writing:
            self._take_line(literal(self._line))
            self._send(self._buffer.text)
        elif isinstance(self._view.entry, Line) and self._view.entry.is_path:
            self._complete(self._view.entry)
        else:
            self.enter()

    def go_back(self) -> None:
        self._send(Command.BACK)

    def help(self) -> None:
        self._send(Command.HELP)

    def arrow(self, step: int) -> None:
        if self.is_writing:
            self._entry.move_rows(step)
        elif self._choices is not None and self._choices.are_listed:
            self._buffer.reset()
            self.is_kept = False
            self._window.bring_in_sight(self._choices.move(step))
        else:
            self._window.line(step)

    def edge(self, *, end: bool) -> None:
        self._entry.move_to_edge(end=end)

    def page(self, step: int) -> None:
        self._window.page(step)

    def tick(self) -> None:
        if self._choices is not None:
            self._choices.toggle()

    def type_over(self, text: str) -> None:
        self._buffer.text = ""
        self._buffer.insert_text(text)

    def paste(self, text: str) -> None:
        """Take pasted text as it is; on a single line, its line ends become blanks."""
        if self.is_writing:
            self._buffer.insert_text(text)
        elif self.is_kept:
            self.type_over(" ".join(text.split("\n")).strip())
        else:
            self._buffer.insert_text(" ".join(text.split("\n")).strip())

    def interrupt(self) -> None:
        self._end(Ending.INTERRUPTED)

    def suspend(self) -> None:
        self._flush()
        self._app.suspend_to_background()

    def _complete(self, entry: Line) -> None:
        """Complete the path that is typed as far as it is certain; say what it could go on with."""
        completed = complete(self._buffer.text, entry.accepts)
        self.is_kept = False
        if completed.text != self._buffer.text:
            self._buffer.document = Document(completed.text, len(completed.text))
        else:
            self._view = replace(self._view, problem="", notice=completed.said)
            self._window.show(self._view, keeps_place=True)

    # A long answer.

    @property
    def _line(self) -> str:
        return self._buffer.document.current_line

    def _end_line(self) -> None:
        """Begin a new line, unless what stands alone on this one is a full stop or a command."""
        alone = self._line.strip().lower()
        command = command_of(self._line, has_actions=self._view.page.has_actions)
        if command is None and alone not in (DONE_WRITING, USE_EDITOR):
            self._take_line(literal(self._line))
            self._buffer.insert_text("\n")
        elif command is not None or alone == DONE_WRITING:
            self._take_line(None)
            self._send(command or self._buffer.text)
        elif editor := own_editor():
            self._take_line(None)
            self._app.create_background_task(self._edit_elsewhere(editor))
        else:
            self._buffer.insert_text("\n")

    def _take_line(self, instead: str | None) -> None:
        """Put `instead` in the place of the line the cursor is on; None takes the line out."""
        if instead == self._line:
            return
        lines = self._buffer.text.split("\n")
        row = self._buffer.document.cursor_position_row
        lines[row : row + 1] = [] if instead is None else [instead]
        place = len("\n".join(lines[: row + (instead is not None)]))
        self._buffer.document = Document("\n".join(lines), place)

    async def _edit_elsewhere(self, editor: str) -> None:
        entry = self._view.entry
        assert isinstance(entry, Writing)
        try:
            text = await run_in_terminal(lambda: edit(entry.draft.text, editor))
        except EditorFailed as failure:
            self._show(replace(self._view, problem=writing.editor_failed(failure.name)), keeps_place=True)
        else:
            self._buffer.document = Document(text, len(text))

    # Showing and sending.

    def _show(self, view: View, *, keeps_place: bool) -> None:
        self._view = view
        entry = view.entry
        self._choices = Choices(entry) if isinstance(entry, Pick) else None
        self._entry.prompt = self._entry.full_prompt = prompt_of(entry)
        self._entry.is_secret = isinstance(entry, Line) and entry.is_secret
        text = starting_text(view)
        self._buffer.reset(Document(text, len(text)))
        self.is_kept = bool(text) and not isinstance(entry, Writing)
        self._window.show(view, keeps_place=keeps_place)

    def _say_what_enter_does(self) -> None:
        """Where all there is to do is read, Enter reads on until the end is in sight."""
        entry = self._view.entry
        if isinstance(entry, Pause | Line | Pick) and entry.while_more:
            self._entry.prompt = prompt_of(entry)
            if self._window.has_more_below:
                self._entry.prompt = f"{entry.while_more}: "

    def _reply(self) -> str:
        typed = self._buffer.text
        return typed if typed.strip() or self._choices is None else self._choices.reply()

    def _send(self, reply: Reply) -> None:
        try:
            self._flush()
            view = self._turns.send(reply)
        except StopIteration as end:
            self._end(end.value)
        except Exception as failure:  # noqa: BLE001 - handed whole to whoever called `run`
            self._failure = failure
            self._app.exit(exception=failure)
        else:
            self._show(view, keeps_place=view.asks_the_same_as(self._view))

    def _end(self, ending: Ending) -> None:
        if self._app.is_running and not self._app.is_done:
            self._app.exit(result=ending)

    def _changed(self) -> None:
        """Keep a long answer as it is typed; show the choice that typing points to."""
        self.is_kept = False
        if isinstance(self._view.entry, Writing):
            self._view.entry.draft.typed(self._buffer.text)
            self._keep_soon()
        elif ticked := self._marks().ticked:
            self._window.bring_in_sight(min(ticked))

    def _moved(self) -> None:
        self.is_kept = False

    def _keep_soon(self) -> None:
        if self._keeping is None:
            self._keeping = asyncio.get_running_loop().call_later(_SECONDS_TO_KEEP, self._keep)

    def _keep(self) -> None:
        self._keeping = None
        self._flush()

    def _flush(self) -> None:
        if isinstance(self._view.entry, Writing):
            self._view.entry.draft.flush()

    def _marks(self) -> Marks:
        return (
            Marks()
            if self._choices is None
            else self._choices.marks("" if self.is_kept else self._buffer.text)
        )

    def _size(self) -> Size:
        size = self._app.output.get_size()
        return Size(size.columns, size.rows)

    def _watch_signals(self) -> None:
        """Save and end when the line breaks or the computer shuts down."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), self._end, Ending.INTERRUPTED)
