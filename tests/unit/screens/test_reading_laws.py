"""What holds for every answer whatever: it is kept as given, and nothing typed breaks the reader."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.answers.answer_file import Notation, dump, parse
from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.values import LATER, AnswerValue, to_plain
from unbarred.screens import Choice, Field, FieldKind, Problem, read_field

LABELS = ("North, upper", "South; lower", "yes", "no", "12", "East")
CHOICES = tuple(Choice(f"v{place}", label) for place, label in enumerate(LABELS))

PRINTABLE = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff\u2028\u2029")
LINES = st.text(PRINTABLE).map(str.strip).filter(bool)
MONEY = st.decimals(min_value=0, max_value=10**9, places=2)
NUMBERS = st.integers(-(10**14), 10**14).flatmap(
    lambda digits: st.integers(0, 9).map(lambda places: Decimal(digits).scaleb(-places))
)

HERE = Path(__file__).parent
FILES = sorted(str(path) for path in HERE.glob("test_*.py"))
PICTURE = str(HERE.parents[2] / "docs" / "pictures" / "packet.png")

TO_THE_SECOND = st.times().map(lambda time: time.replace(microsecond=0))
DAYS = st.dates(min_value=datetime.date(1800, 1, 1))
PATHS = st.lists(st.sampled_from(FILES), min_size=1, unique=True).map(tuple)
VALUES = st.sampled_from([choice.value for choice in CHOICES])
URLS = st.builds(
    "https://{}.example/{}".format,
    st.from_regex("[a-z0-9]{1,9}", fullmatch=True),
    st.text(st.sampled_from("azé09?=&#%+.,:;@!~*'()/")),
)


def field(kind: FieldKind, **more: bool) -> Field:
    return Field("thing", kind, choices=CHOICES, none_label="None of these", required=False, **more)  # type: ignore[arg-type]


def is_no_choice(text: str) -> bool:
    return isinstance(read_field(field(FieldKind.ONE_OF), text), Problem)


ANSWERS: dict[FieldKind, st.SearchStrategy[AnswerValue]] = {
    FieldKind.TEXT: LINES,
    FieldKind.AREA: st.lists(LINES, min_size=1).map("\n".join),
    FieldKind.PASSWORD: st.text(PRINTABLE).filter(str.strip),
    FieldKind.EMAIL: st.just("ana@example.org"),
    FieldKind.URL: URLS,
    FieldKind.INTEGER: st.integers(-(10**14), 10**14),
    FieldKind.NUMBER: NUMBERS,
    FieldKind.CURRENCY: MONEY,
    FieldKind.DATE: DAYS,
    FieldKind.TIME: TO_THE_SECOND,
    FieldKind.DATE_TIME: st.builds(datetime.datetime.combine, DAYS, TO_THE_SECOND),
    FieldKind.YES_NO: st.booleans(),
    FieldKind.ONE_OF: VALUES | LINES.filter(is_no_choice),
    FieldKind.SOME_OF: st.sets(VALUES).map(lambda chosen: tuple(sorted(chosen))),
    FieldKind.FILES: PATHS,
    FieldKind.SIGNATURE: st.just((PICTURE,)),
}

OPEN = {kind: field(kind, takes_other=True, several=True) for kind in ANSWERS}
"""A field of each kind that takes all there is of it."""

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes()
    | st.times() | st.decimals() | st.binary() | st.characters(categories=("Cs", "Cc")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)  # fmt: skip

EACH_KIND = pytest.mark.parametrize("kind", list(ANSWERS))


def test_these_are_all_kinds_that_take_an_answer() -> None:
    assert set(ANSWERS) == set(FieldKind) - {FieldKind.NOTE}


@EACH_KIND
@given(st.data())
def test_an_answer_written_to_a_file_is_read_back_the_same(kind: FieldKind, data: st.DataObject) -> None:
    answer = data.draw(ANSWERS[kind])
    for notation in Notation:
        text = dump(AnswerSet(answers={"thing": to_plain(answer)}), notation)
        again = read_field(OPEN[kind], parse(text, notation, "file").answers["thing"])
        assert again == answer
        assert type(again) is type(answer)


@EACH_KIND
@pytest.mark.parametrize("notation", list(Notation))
def test_what_is_left_for_later_is_read_back_as_left(kind: FieldKind, notation: Notation) -> None:
    text = dump(AnswerSet(answers={"thing": to_plain(LATER)}), notation)
    assert read_field(OPEN[kind], parse(text, notation, "file").answers["thing"]) is LATER


@EACH_KIND
@given(st.data())
def test_an_answer_given_again_is_the_same(kind: FieldKind, data: st.DataObject) -> None:
    answer = data.draw(ANSWERS[kind])
    assert read_field(OPEN[kind], answer) == answer


@EACH_KIND
@given(ANYTHING, st.booleans())
def test_whatever_is_given_is_an_answer_or_a_problem_in_words(
    kind: FieldKind, raw: object, is_open: bool
) -> None:
    asked = OPEN[kind] if is_open else field(kind)
    read = read_field(asked, raw, as_of=datetime.date(2026, 11, 21))
    if isinstance(read, Problem):
        assert read.message[0].isupper() or read.message[0] == "“"
        assert read.message.isprintable()
    else:
        assert read_field(asked, to_plain(read)) == read


TIME_MARKS = st.text(st.sampled_from("0123456789:. apmT-/,hZ+"), max_size=20)


@pytest.mark.parametrize("kind", [FieldKind.DATE, FieldKind.TIME, FieldKind.DATE_TIME])
@given(TIME_MARKS)
def test_whatever_looks_like_a_time_is_one_or_a_problem(kind: FieldKind, raw: str) -> None:
    read = read_field(OPEN[kind], raw)
    assert isinstance(read, Problem) or read_field(OPEN[kind], to_plain(read)) == read


@given(st.dates(min_value=datetime.date(1800, 1, 1)))
def test_a_day_is_the_same_in_every_way_of_writing_it(day: datetime.date) -> None:
    month_first = Field("day", FieldKind.DATE, hint="3/14/2031")
    day_first = Field("day", FieldKind.DATE, hint="14/3/2031")
    spelled = day.strftime("%B")
    assert read_field(month_first, f"{day.month}/{day.day}/{day.year}") == day
    assert read_field(day_first, f"{day.day}/{day.month}/{day.year}") == day
    for which in (month_first, day_first):
        assert read_field(which, f"{spelled} {day.day}, {day.year}") == day
        assert read_field(which, f"{day.day} {spelled[:3]} {day.year}") == day
