"""How each kind of field is asked, and what its reply is read as."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Conversation, Field, FieldKind, Problem, Screen, read_field
from unbarred.terminal.choosing import NONE, NotChosen, read_choice
from unbarred.terminal.drafts import Draft
from unbarred.terminal.prose import bare
from unbarred.terminal.showing import to_edit
from unbarred.terminal.view import Entry, Line, Option, Pick, Writing
from unbarred.terminal.words import problems, prompts

_PICKED = (FieldKind.YES_NO, FieldKind.ONE_OF, FieldKind.SOME_OF)
_LONGEST_LABEL_IN_PROMPT = 44
_EXAMPLE_DATE = "3/14/2031"


def entry_for(conversation: Conversation, field: Field, start: AnswerValue | None, typed: str) -> Entry:
    """Return how `field` is asked, starting from `start` or from what was `typed` and not accepted."""
    if field.kind in _PICKED:
        return _pick(field, start, typed)
    if field.kind is FieldKind.AREA:
        return Writing(_draft(conversation, field, start, typed))
    return Line(_prompt(field), to_edit(field, start), typed)


def lead_for(screen: Screen, field: Field, shown: Sequence[Field]) -> tuple[str, ...]:
    """Return the Markdown that stands between the screen's text and the field: notes, label, last words."""
    place = shown.index(field)
    start = max((at + 1 for at, each in enumerate(shown[:place]) if each.takes_answer), default=0)
    is_last = not any(each.takes_answer for each in shown[place + 1 :])
    after = [each.label for each in shown[place + 1 :]] if is_last else []
    label = "" if _label_is_prompt(field) else field.label
    texts = [
        *(each.label for each in shown[start:place]),
        *after,
        *([screen.under] if is_last else []),
        label,
    ]
    return tuple(text for text in texts if text)


def raw_answer(field: Field, reply: str, as_of: datetime.date | None) -> AnswerValue | Problem:
    """Read what was typed for `field`. Raises `NotChosen` where it does not say which choice."""
    if field.kind not in _PICKED:
        return read_field(field, reply, as_of=as_of)
    pick = _pick(field)
    if not reply.strip():
        numbers = [option.number for option in pick.options]
        message = problems.choose_number if field.required else problems.choose_number_or_later
        raise NotChosen(message(min(numbers), max(numbers)))
    chosen = read_choice(pick, reply)
    return read_field(field, reply if chosen is None else _value(field, chosen), as_of=as_of)


def _value(field: Field, chosen: frozenset[int]) -> object:
    if field.kind is FieldKind.YES_NO:
        return 1 in chosen
    values = [field.choices[number - 1].value for number in sorted(chosen - {NONE})]
    return values if field.kind is FieldKind.SOME_OF else values[0]


def _pick(field: Field, start: AnswerValue | None = None, typed: str = "") -> Pick:
    several = field.kind is FieldKind.SOME_OF
    return Pick(_pick_prompt(field), _options(field), several, _chosen(field, start), typed)


def _options(field: Field) -> tuple[Option, ...]:
    if field.kind is FieldKind.YES_NO:
        return (Option(1, prompts.yes()), Option(2, prompts.no()))
    options = [Option(place, each.label, each.help) for place, each in enumerate(field.choices, 1)]
    if field.kind is FieldKind.SOME_OF and field.none_label:
        options.append(Option(NONE, field.none_label))
    return tuple(options)


def _chosen(field: Field, start: AnswerValue | None) -> frozenset[int]:
    if start is None or start is LATER:
        return frozenset()
    if field.kind is FieldKind.YES_NO:
        return frozenset({1 if start else 2})
    values = start if isinstance(start, tuple) else (start,)
    if not values:
        return frozenset({NONE}) if field.none_label else frozenset()
    return frozenset(place for place, each in enumerate(field.choices, 1) if each.value in values)


def _pick_prompt(field: Field) -> str:
    if field.kind is FieldKind.YES_NO:
        return prompts.prompt_yes_no()
    if field.kind is FieldKind.ONE_OF:
        return prompts.prompt_one()
    return prompts.prompt_some_or_none() if field.none_label else prompts.prompt_some()


def _draft(conversation: Conversation, field: Field, start: AnswerValue | None, typed: str) -> Draft:
    text = typed or conversation.draft(field.name) or to_edit(field, start)
    return Draft(text, lambda written: conversation.keep_draft(field.name, written))


def _prompt(field: Field) -> str:
    name = bare(field.label).rstrip(":") if _label_is_prompt(field) else _KIND_PROMPTS[field.kind]()
    example = field.hint or (_EXAMPLE_DATE if field.kind is FieldKind.DATE else "")
    return prompts.with_example(name, example) if example else name


def _label_is_prompt(field: Field) -> bool:
    """A short label that is no question stands where the answer is typed, not above it."""
    label = bare(field.label)
    is_short = 0 < len(label) <= _LONGEST_LABEL_IN_PROMPT and "\n" not in field.label
    in_line = field.kind not in (*_PICKED, FieldKind.AREA)
    return in_line and is_short and not label.endswith(("?", ".", "!"))


_KIND_PROMPTS = {
    FieldKind.TEXT: prompts.prompt_text,
    FieldKind.INTEGER: prompts.prompt_number,
    FieldKind.NUMBER: prompts.prompt_number,
    FieldKind.CURRENCY: prompts.prompt_amount,
    FieldKind.DATE: prompts.prompt_date,
    FieldKind.EMAIL: prompts.prompt_email,
}
