"""Fields that are answered by choosing: what is offered, what was chosen before, what a reply chooses."""

from __future__ import annotations

import datetime

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind, Problem, read_field
from unbarred.terminal.choosing import NONE, NotChosen, read_choice
from unbarred.terminal.numbering import numbers_of
from unbarred.terminal.prose import escaped
from unbarred.terminal.view import Option, Pick
from unbarred.terminal.words import choosing, problems, prompts

PICKED = frozenset({FieldKind.YES_NO, FieldKind.ONE_OF, FieldKind.SOME_OF})
"""The kinds that are answered by choosing."""


def pick_for(field: Field, start: AnswerValue | None = None, typed: str = "") -> Pick:
    """Return the choices of `field`, those in `start` being chosen already."""
    return Pick(
        _prompt(field),
        _options(field, start),
        several=field.kind is FieldKind.SOME_OF,
        chosen=_chosen(field, start),
        typed=typed,
        everything=_next_number(field) if field.kind is FieldKind.SOME_OF and field.all_label else None,
        other=_next_number(field) if field.takes_other else None,
    )


def own_words(field: Field, start: AnswerValue | None) -> str:
    """Return the answer in `start` if it is none of the choices but her own words."""
    if not field.takes_other or not isinstance(start, str):
        return ""
    return "" if any(choice.value == start for choice in field.choices) else start


def wants_own_words(field: Field, reply: str) -> bool:
    """Say whether `reply` chooses to answer with other words, which have yet to be typed."""
    if not field.takes_other or not reply.strip():
        return False
    pick = pick_for(field)
    try:
        return pick.other in (read_choice(pick, reply) or ())
    except NotChosen:
        return False


def picked_answer(field: Field, reply: str, as_of: datetime.date | None) -> AnswerValue | Problem:
    """Read what was typed for `field`. Raises `NotChosen` where it does not say which choice."""
    pick = pick_for(field)
    if not reply.strip():
        numbers = [option.number for option in pick.options]
        message = problems.choose_number_or_later if field.may_be_left else problems.choose_number
        raise NotChosen(message(min(numbers), max(numbers)))
    chosen = read_choice(pick, reply)
    return read_field(field, reply if chosen is None else _value(field, pick, chosen), as_of=as_of)


def _value(field: Field, pick: Pick, chosen: frozenset[int]) -> object:
    if field.kind is FieldKind.YES_NO:
        return 1 in chosen
    if pick.everything in chosen:
        return [choice.value for choice in field.choices]
    values = [
        choice.value
        for number, choice in zip(_numbers(field), field.choices, strict=True)
        if number in chosen
    ]
    return values if field.kind is FieldKind.SOME_OF else values[0]


def _numbers(field: Field) -> tuple[int, ...]:
    labels = [choice.label for choice in field.choices]
    return numbers_of(labels, zero_is_none=field.kind is FieldKind.SOME_OF)


def _next_number(field: Field) -> int:
    """The number behind those of the choices."""
    return max(_numbers(field), default=0) + 1


def _options(field: Field, start: AnswerValue | None) -> tuple[Option, ...]:
    if field.kind is FieldKind.YES_NO:
        return (Option(1, prompts.yes()), Option(2, prompts.no()))
    numbered = zip(_numbers(field), field.choices, strict=True)
    options = [Option(number, each.label, each.help) for number, each in numbered]
    next_number = _next_number(field)
    if field.takes_other:
        words = own_words(field, start)
        label = choosing.something_else_is(escaped(words)) if words else choosing.something_else()
        options.append(Option(next_number, label))
    if field.kind is FieldKind.SOME_OF and field.all_label:
        options.append(Option(next_number, field.all_label))
    if none := _none_label(field):
        options.append(Option(NONE, none))
    return tuple(options)


def _none_label(field: Field) -> str:
    """What choosing nothing is called; it is offered wherever nothing need be chosen."""
    if field.kind is not FieldKind.SOME_OF or field.none_label:
        return field.none_label if field.kind is FieldKind.SOME_OF else ""
    return "" if field.required or field.min_length else prompts.none_chosen()


def _chosen(field: Field, start: AnswerValue | None) -> frozenset[int]:
    if start is None or start is LATER:
        return frozenset()
    if field.kind is FieldKind.YES_NO:
        return frozenset({1 if start else 2})
    if own_words(field, start):
        return frozenset({_next_number(field)})
    values = start if isinstance(start, tuple) else (start,)
    if not values:
        return frozenset({NONE}) if _none_label(field) else frozenset()
    numbered = zip(_numbers(field), field.choices, strict=True)
    return frozenset(number for number, each in numbered if each.value in values)


def _prompt(field: Field) -> str:
    if field.kind is FieldKind.YES_NO:
        return prompts.prompt_yes_no()
    if field.kind is FieldKind.ONE_OF:
        return choosing.prompt_one_or_own_words() if field.takes_other else prompts.prompt_one()
    prompt = prompts.prompt_some_or_none() if _none_label(field) else prompts.prompt_some()
    least, most = field.min_length or 0, field.max_length
    if least > 1 or (most is not None and most < len(field.choices)):
        return prompts.with_count(prompt, least, most)
    return prompt
