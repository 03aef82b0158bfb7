"""A long answer in plain mode: lines until a full stop alone."""

from __future__ import annotations

from typing import Protocol

from unbarred.terminal.commands import DONE_WRITING, USE_EDITOR, Command, command_of, literal
from unbarred.terminal.drafts import Draft
from unbarred.terminal.editor import EditorFailed, edit, own_editor
from unbarred.terminal.view import Reply
from unbarred.terminal.words import writing

_LONGEST_LINE = 4095
"""What a terminal takes as one line, in bytes; it drops the rest."""

_KEEP, _ADD, _NEW = "1", "2", "3"


class Lines(Protocol):
    """Where lines are read from and written to."""

    def say(self, text: str) -> None:
        """Write one paragraph."""

    def read_line(self, prompt: str = "") -> str:
        """Read one line. Raises `Interrupted`."""

    @property
    def more_is_waiting(self) -> bool:
        """Say whether something has been typed or pasted ahead."""


def write_long_answer(face: Lines, draft: Draft, *, has_actions: bool = False) -> Reply:
    """Read lines into the draft until a lone full stop or a command; return the text or the command.

    Whatever ends the writing, a broken line included, the draft is kept first.
    """
    try:
        reply = _offer(face, draft, has_actions) if draft.text.strip() else _ADD
        while reply in (_ADD, _NEW):
            if reply == _NEW:
                draft.typed("")
            reply = _lines(face, draft, has_actions)
            if reply == USE_EDITOR:
                _use_editor(face, draft)
                reply = _offer(face, draft, has_actions) if draft.text.strip() else _ADD
        return reply if isinstance(reply, Command) else draft.text
    finally:
        draft.flush()


def _offer(face: Lines, draft: Draft, has_actions: bool) -> Command | str:
    """Show what is written and ask what to do with it."""
    face.say(writing.written_so_far(draft.word_count))
    for line in draft.text.split("\n"):
        face.say(line)
    prompt = writing.keep_add_or_new()
    while True:
        reply = face.read_line(prompt).strip()
        if command := command_of(reply, has_actions=has_actions):
            return command
        if reply in (_KEEP, _ADD, _NEW):
            if reply == _ADD:
                face.say(writing.add_below())
            return reply
        if not reply:
            return _KEEP
        face.say(writing.keep_add_or_new_again())


def _lines(face: Lines, draft: Draft, has_actions: bool) -> Command | str:
    """Read lines into the draft; return what ended them: a command, the full stop, the call for an editor."""
    while True:
        line = face.read_line()
        bare = line.strip().lower()
        if bare == DONE_WRITING or (bare == USE_EDITOR and own_editor()):
            return bare
        if command := command_of(line, has_actions=has_actions):
            return command
        draft.typed(f"{draft.text}\n{literal(line)}" if draft.text else literal(line))
        if not face.more_is_waiting:
            draft.flush()
        if len(line.encode(errors="replace")) >= _LONGEST_LINE:
            face.say(writing.line_cut_off())


def _use_editor(face: Lines, draft: Draft) -> None:
    command = own_editor() or ""
    draft.flush()
    try:
        draft.typed(edit(draft.text, command))
    except EditorFailed as failure:
        face.say(writing.editor_failed(failure.name))
