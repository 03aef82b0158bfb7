"""What changed between two sets of answers, by the name of each answer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.path import AnswerPath
from unbarred.answers.path import Item as Step
from unbarred.answers.values import Plain
from unbarred.documents.comparing.aligning import Item, align
from unbarred.documents.comparing.changes import Kind
from unbarred.documents.comparing.sentences import sentences

_LONG_DATE = "%B %d, %Y"
_DATES = ("%Y-%m-%d", "%m/%d/%Y", _LONG_DATE)
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])\.?m\.?", re.IGNORECASE)
_YES = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}
_ABOUT = {"interview": "the interview", "jurisdiction": "the place", "as_of": "the day of the papers"}


@dataclass(frozen=True)
class AnswerChange:
    """One answer that changed, or one thing of a list that is new or gone.

    `name` is its name in the newer set, or in the older if it is gone there; `name_before` is another
    only for a thing of a list that stands elsewhere now. `before` and `after` are in words. `sentences`
    has what changed in a long answer: before and after of each sentence.
    """

    kind: Kind
    name: str
    before: str
    after: str
    name_before: str = ""
    sentences: tuple[tuple[str, str], ...] = ()


def answer_changes(before: AnswerSet, after: AnswerSet) -> list[AnswerChange]:
    """Return what changed, in the order of the newer set; what is only written otherwise did not.

    `2026-11-21` and `11/21/2026` are one day, `true` and `yes` one answer. Things of a list are paired
    by what they say: one that was taken out changes none of those behind it.
    """
    return [*_about(before, after), *_answers(before.answers, after.answers)]


def with_day_first(answers: AnswerSet) -> AnswerSet:
    """Return answers of a place that writes the day before the month, each such day turned round."""
    plain = {
        name: _DAY_FIRST.sub(r"\2/\1/\3", value)
        if isinstance(value, str) and _DAY_FIRST.fullmatch(value.strip())
        else value
        for name, value in answers.answers.items()
    }
    return replace(answers, answers=plain)


def shown(value: Plain) -> str:
    """Return an answer as one would say it."""
    if value is None:
        return "left for later"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value) if value else "none"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    meant = _meant(value)
    if isinstance(meant, datetime.date):
        return f"{meant:%B} {meant.day}, {meant.year}"
    return str(value)


def _about(before: AnswerSet, after: AnswerSet) -> Iterator[AnswerChange]:
    for key, words in _ABOUT.items():
        old, new = getattr(before, key), getattr(after, key)
        if old != new:
            one, other = (shown(str(each)) if each else "" for each in (old, new))
            yield AnswerChange(_kind(one, other), words, one, other)


def _answers(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> Iterator[AnswerChange]:
    old, new = _grouped(before), _grouped(after)
    for root in dict.fromkeys([*new, *old]):
        left, right = old.get(root, {}), new.get(root, {})
        if "" in left or "" in right:
            yield from _one_by_one(left.get("", {}), right.get("", {}), "", "")
        old_things = [each for each in left if each]
        new_things = [each for each in right if each]
        pairs = align(
            [Item(_item_words(left[each])) for each in old_things],
            [Item(_item_words(right[each])) for each in new_things],
        )
        for at, to in pairs:
            one = old_things[at] if at is not None else ""
            other = new_things[to] if to is not None else ""
            yield from _things(left, right, one, other)


def _grouped(answers: Mapping[str, Plain]) -> dict[str, dict[str, dict[str, Plain]]]:
    """Return the answers by root and, in a list, by its thing: `children` has `children[0]`; else ""."""
    found: dict[str, dict[str, dict[str, Plain]]] = {}
    for name, value in answers.items():
        path = AnswerPath.parse(name)
        first = path.steps[0] if path.steps else None
        is_thing = isinstance(first, Step) and isinstance(first.key, int)
        thing = str(AnswerPath(path.root, path.steps[:1])) if is_thing else ""
        found.setdefault(path.root, {}).setdefault(thing, {})[name.removeprefix(thing)] = value
    return found


def _things(
    left: Mapping[str, Mapping[str, Plain]], right: Mapping[str, Mapping[str, Plain]], one: str, other: str
) -> Iterator[AnswerChange]:
    if one and other:
        yield from _one_by_one(left[one], right[other], one, other)
    elif one:
        yield AnswerChange(Kind.GONE, one, _item_words(left[one]), "")
    else:
        yield AnswerChange(Kind.NEW, other, "", _item_words(right[other]))


def _item_words(thing: Mapping[str, Plain]) -> str:
    return "; ".join(
        f"{name.strip('.')}: {shown(value)}" if name else shown(value) for name, value in thing.items()
    )


def _one_by_one(
    left: Mapping[str, Plain], right: Mapping[str, Plain], one: str, other: str
) -> Iterator[AnswerChange]:
    for key in dict.fromkeys([*right, *left]):
        if key not in right:
            yield AnswerChange(Kind.GONE, one + key, shown(left[key]), "")
        elif key not in left:
            yield AnswerChange(Kind.NEW, other + key, "", shown(right[key]))
        elif _meant(left[key]) != _meant(right[key]):
            before, after = shown(left[key]), shown(right[key])
            moved = one + key if one != other else ""
            yield AnswerChange(Kind.CHANGED, other + key, before, after, moved, _by_sentence(before, after))


def _by_sentence(before: str, after: str) -> tuple[tuple[str, str], ...]:
    old, new = ([each.strip() for each in sentences(text)] for text in (before, after))
    if len(old) == len(new) == 1:
        return ()
    pairs = [
        (old[left] if left is not None else "", new[right] if right is not None else "")
        for left, right in align([Item(each) for each in old], [Item(each) for each in new])
    ]
    return tuple(pair for pair in pairs if pair[0] != pair[1])


def _kind(before: str, after: str) -> Kind:
    if before and after:
        return Kind.CHANGED
    return Kind.NEW if after else Kind.GONE


def _meant(value: Plain) -> object:
    """Return what an answer means, whatever way it is written; a file does not know its field."""
    if isinstance(value, bool):
        return shown(value)
    if value is None:
        return None
    if isinstance(value, int | float):
        return Decimal(repr(value))
    if isinstance(value, list):
        return tuple(value)
    text = value.strip()
    if text.casefold() in _YES:
        return _YES[text.casefold()]
    return _day(text) or _time(text) or _number(text) or value.replace("\r\n", "\n").rstrip()


def _day(text: str) -> datetime.date | None:
    for form in _DATES:
        try:
            return datetime.datetime.strptime(text, form).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    return None


def _time(text: str) -> str | None:
    match = _TIME.fullmatch(text)
    if match is None or not 1 <= int(match[1]) <= 12:
        return None
    return f"{int(match[1]) % 12 + 12 * (match[3] in 'pP'):02d}:{match[2]}"


def _number(text: str) -> Decimal | None:
    """Return the number that is written; a number with a zero in front is a name, such as a docket's."""
    plain = text.removeprefix("$")
    if not re.fullmatch(r"-?(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?", plain):
        return None
    plain = plain.replace(",", "")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None
