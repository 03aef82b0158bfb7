"""How each kind of field is asked, and what its reply is read as."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from unbarred.answers.values import AnswerValue
from unbarred.screens import Conversation, Field, FieldKind, Problem, Screen, read_field
from unbarred.screens.reading.file_kinds import in_words
from unbarred.terminal.drafts import Draft
from unbarred.terminal.picking import PICKED, pick_for, picked_answer
from unbarred.terminal.prompting import label_is_prompt, prompt_for
from unbarred.terminal.prose import escaped
from unbarred.terminal.showing import to_edit
from unbarred.terminal.view import Entry, Line, Writing
from unbarred.terminal.words import files

_PATHS = (FieldKind.FILES, FieldKind.SIGNATURE)


def entry_for(conversation: Conversation, field: Field, start: AnswerValue | None, typed: str) -> Entry:
    """Return how `field` is asked, starting from `start` or from what was `typed` and not accepted."""
    if field.kind in PICKED:
        return pick_for(field, start, typed)
    if field.kind is FieldKind.AREA:
        return Writing(_draft(conversation, field, start, typed))
    is_secret = field.kind is FieldKind.PASSWORD
    return Line(
        prompt_for(field, start),
        to_edit(field, start),
        # Nobody could see what there is to mend.
        "" if is_secret else typed,
        is_secret=is_secret,
        is_path=field.kind in _PATHS,
        accepts=field.accepts,
    )


def lead_for(screen: Screen, field: Field, shown: Sequence[Field]) -> tuple[str, ...]:
    """Return the Markdown that stands between the screen's text and the field: notes, label, last words."""
    place = shown.index(field)
    start = max((at + 1 for at, each in enumerate(shown[:place]) if each.takes_answer), default=0)
    is_last = not any(each.takes_answer for each in shown[place + 1 :])
    after = [each.label for each in shown[place + 1 :]] if is_last else []
    label = "" if label_is_prompt(field) else field.label
    kinds = in_words(field.accepts) if field.kind is FieldKind.FILES and field.accepts else ""
    texts = [
        *(each.label for each in shown[start:place]),
        *after,
        *([screen.under] if is_last else []),
        label,
        files.taken(escaped(kinds)) if kinds else "",
    ]
    return tuple(text for text in texts if text)


def raw_answer(field: Field, reply: str, as_of: datetime.date | None) -> AnswerValue | Problem:
    """Read what was typed for `field`. Raises `NotChosen` where it does not say which choice."""
    if field.kind in PICKED:
        return picked_answer(field, reply, as_of)
    return read_field(field, reply, as_of=as_of)


def _draft(conversation: Conversation, field: Field, start: AnswerValue | None, typed: str) -> Draft:
    text = typed or conversation.draft(field.name) or to_edit(field, start)
    return Draft(text, lambda written: conversation.keep_draft(field.name, written))
