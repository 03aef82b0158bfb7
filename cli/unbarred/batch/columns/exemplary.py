"""Answers of an invented person, for a row that shows how a sheet is filled in."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Collection, Iterator, Mapping

from unbarred.answers.values import LATER, AnswerValue
from unbarred.batch.columns import naming
from unbarred.screens import (
    Action,
    Field,
    FieldKind,
    Problem,
    Refused,
    Screen,
    Submission,
    is_asked,
    read_field,
    read_submission,
    settled,
)
from unbarred.walking import Coverage, Curious, Ended, Ground, Manner, Path, walk_path
from unbarred.walking.values import Taste

_OWN_WORDS = "Her own words go here, as many as she likes."
_WORDS = "An example"

_MEANT = (
    (r"^(program|programme|course|class|training|workshop)(e?s)?: (name|title)", "Welding course"),
    (r": (name of the )?court( name)?$", "Anytown County Court"),
    (r": county$", "Example"),
    (r": (works for|employer|(name of the )?(organi[sz]ation|agency|office))$", "Example Legal Aid"),
    (r"^(helper|lawyer|attorney|advocate|notary)s?: (full )?name( text)?$", "Pat Invented"),
    (r"^(supporter|witness|reference|friend)(e?s)?: (full )?name( text)?$", "Ana Example"),
    (r"^child(ren)?: ((first|given) )?name$", "Luz"),
    (r"\bother names?\b", "Mary Example"),
    (r"e-?mail", "maria@clinic.example"),
    (r"phone|fax|mobile", "555-0100"),
    (r"\bzip\b|postal|postcode", "00000"),
    (r"address|street", "1 Nowhere Street, Anytown"),
    (r"city|town", "Anytown"),
    (r"first name|given name", "Maria"),
    (r"middle name", "Invented"),
    (r"last name|surname|family name", "Example"),
    (r"\byear\b", "2019"),
    (r"number\b|docket", "00-0000"),
    (r"\bwhen\b", "2019"),
    (r"\bfull name\b|: your name$|\bname text$", "Maria Example"),
    (r"^(|petitioner|applicant|client|person|user|defendant|parent|mother|partner): name$", "Maria Example"),
)
"""What labels, questions and names of answers speak of, after what it is of: `programs: Name`.

Nobody is called so. Where nobody knows of what something is the name, there is none here.
"""

_TERMS = tuple((re.compile(pattern, re.IGNORECASE), text) for pattern, text in _MEANT)
_DAYS = (datetime.date(2019, 3, 14), datetime.date(1986, 2, 28), datetime.date(2031, 3, 14))


def example(ground: Ground) -> dict[str, AnswerValue]:
    """Return answers by name that lead to the interview's end; empty if no way is found to one.

    Files are left out: nobody else has them. As many questions as can be are answered.
    """
    exits = []
    for is_yes in (True, False):
        path = walk_path(ground, _Exemplary(is_yes=is_yes, day=_day_of(ground)), Coverage())
        if path.ended is Ended.END:
            return _given(path)
        if path.ended is Ended.EXIT:
            exits.append(path)
    return _given(exits[0]) if exits else {}


def _given(path: Path) -> dict[str, AnswerValue]:
    files = {
        field.name
        for step in path.steps
        for field in step.screen.inputs
        if field.kind in (FieldKind.FILES, FieldKind.SIGNATURE)
    }
    return {
        name: value
        for name, value in path.answers.items()
        if name not in files and not naming.is_about_a_list(name)
    }


def _day_of(ground: Ground) -> datetime.date | None:
    given = ground.arguments.get("as_of")
    return datetime.date.fromisoformat(given) if given else None


class _Exemplary:
    """Gives every answer there is room for; of what is refused, others by chance, always the same ones."""

    def __init__(self, *, is_yes: bool, day: datetime.date | None) -> None:
        self._is_yes = is_yes
        self._day = day
        manner = Manner(Taste(surprise=0.0), homeward=False, acts=0.0)
        self._other = Curious(random.Random(0), Coverage(), manner)  # noqa: S311

    def tries(self, screen: Screen) -> int:
        """Try as many answers as by chance."""
        return self._other.tries(screen)

    def go_home(self) -> None:
        """From now on say no."""
        self._is_yes = False
        self._other.go_home()

    def action(self, screen: Screen) -> Action | None:
        """Answer; do nothing else."""
        return None

    def submission(self, screen: Screen, before: Submission, problems: Collection[Problem]) -> Submission:
        """Return exemplary answers that the screen takes."""
        if problems:
            return self._other.submission(screen, before, problems)
        given: dict[str, AnswerValue] = {}
        for number, field in enumerate(screen.inputs):
            if is_asked(screen, field, given):
                decided = settled(screen, field, given)
                given[field.name] = self._value(screen, field, number) if decided is None else decided
        shown = {
            each.name: given[each.name]
            for each in screen.inputs
            if each.name in given and is_asked(screen, each, given)
        }
        try:
            return read_submission(screen, shown, as_of=self._day)
        except Refused as refused:
            return self._other.submission(screen, shown, refused.problems)

    def _value(self, screen: Screen, field: Field, number: int) -> AnswerValue:
        asks_for_more = field.name.endswith(".there_is_another")
        if field.kind is FieldKind.YES_NO:
            return self._is_yes and not asks_for_more
        if asks_for_more:
            no = read_field(field, raw=False)
            return no if not isinstance(no, Problem) else field.choices[-1].value
        if field.kind in (FieldKind.FILES, FieldKind.SIGNATURE) and field.may_be_left:
            return LATER
        for raw in self._candidates(screen, field, number):
            read = read_field(field, raw, as_of=self._day)
            if not isinstance(read, Problem) and read is not LATER:
                return read
        return LATER

    def _candidates(self, screen: Screen, field: Field, number: int) -> Iterator[object]:
        yield field.hint
        if field.choices:
            yield field.choices[0].value if field.kind is FieldKind.ONE_OF else [field.choices[0].value]
            return
        yield from _BY_KIND.get(field.kind, _texts)(screen, field, number)
        yield field.minimum
        yield field.maximum


def _texts(screen: Screen, field: Field, number: int) -> Iterator[object]:
    *_, owner, last = ("", *field.name.split("."))
    owner, last = (each.partition("[")[0].replace("_", " ") for each in (owner, last))
    about = (f"{owner}: {field.label or screen.heading}", f"{owner}: {last}")
    words = next((text for said in about for term, text in _TERMS if term.search(said)), "")
    usual = _OWN_WORDS if field.kind is FieldKind.AREA else _WORDS
    yield words or usual
    yield (words or usual)[: field.max_length]
    yield from ("00000", "https://clinic.example", "maria@clinic.example", "a" * (field.min_length or 1))


def _numbers(screen: Screen, field: Field, number: int) -> Iterator[object]:
    # The larger of two numbers mostly comes second.
    yield from (number + 2, 1, 0)


_BY_KIND: Mapping[FieldKind, Callable[[Screen, Field, int], Iterator[object]]] = {
    FieldKind.INTEGER: _numbers,
    FieldKind.NUMBER: _numbers,
    FieldKind.CURRENCY: _numbers,
    FieldKind.DATE: lambda screen, field, number: iter(_DAYS),
    FieldKind.TIME: lambda screen, field, number: iter((datetime.time(9, 30),)),
    FieldKind.DATE_TIME: lambda screen, field, number: (
        datetime.datetime.combine(day, datetime.time(9, 30)) for day in _DAYS
    ),
}
