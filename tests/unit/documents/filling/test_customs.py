"""Days, money, numbers and names as a place writes them."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

import pytest
from jinja2 import Environment, StrictUndefined

from unbarred.documents import Customs, TemplateFault, UndefinedAnswer, render

from .conftest import Template, paragraphs

ANSWERS = {
    "born": datetime.date(1984, 6, 30),
    "heard": datetime.datetime(2026, 11, 22, 14, 5),
    "owed": Decimal("1234.5"),
    "names": ["Ana", "Tom", "Eve"],
    "year": 2011,
    "nothing": None,
}
PAPER = (
    "Born {{ born }}, heard {{ heard }}.",
    "{{ owed }} is {{ owed | currency }} or {{ owed | currency(decimals=False) }} in {{ year }}.",
    "{{ names }}; {{ names | comma_and_list(joined_by='or') }}; {{ names[:2] | comma_and_list }}",
)


@pytest.mark.parametrize(
    ("customs", "expected"),
    [
        (
            Customs("US"),
            [
                "Born June 30, 1984, heard November 22, 2026, 2:05\u202fPM.",
                "1,234.5 is $1,234.50 or $1,234 in 2011.",
                "Ana, Tom, and Eve; Ana, Tom, or Eve; Ana and Tom",
            ],
        ),
        (
            Customs("KE"),
            [
                "Born 30 June 1984, heard 22 November 2026, 14:05.",
                "1,234.5 is Ksh1,234.50 or Ksh1,234 in 2011.",
                "Ana, Tom and Eve; Ana, Tom or Eve; Ana and Tom",
            ],
        ),
        (
            Customs("US", "es"),
            [
                "Born 30 de junio de 1984, heard 22 de noviembre de 2026, 2:05\u202fp.m..",
                "1,234.5 is $1,234.50 or $1,234 in 2011.",
                "Ana, Tom y Eve; Ana, Tom o Eve; Ana y Tom",
            ],
        ),
    ],
)
def test_a_paper_writes_as_its_place_does(customs: Customs, expected: list[str], template: Template) -> None:
    assert paragraphs(render(template(*PAPER), ANSWERS, customs=customs)) == expected


def test_the_caller_may_say_how_days_are_written(template: Template) -> None:
    customs = Customs("US", write_day=lambda day: f"the {day.day}th of {day:%B}")
    assert paragraphs(render(template("On {{ born }}."), ANSWERS, customs=customs)) == [
        "On the 30th of June."
    ]


def test_what_is_left_for_later_is_still_a_line_and_what_is_unknown_an_error(template: Template) -> None:
    rendered = render(template("Paid: {{ nothing | currency }}"), ANSWERS, customs=Customs("US"))
    assert [blank.label for blank in rendered.blanks] == ["Paid"]
    with pytest.raises(UndefinedAnswer, match="missing has no value"):
        render(template("{{ missing | currency }}"), ANSWERS, customs=Customs("US"))


def test_a_place_without_money_says_so(template: Template) -> None:
    with pytest.raises(TemplateFault, match="no money of its own"):
        render(template("{{ owed | currency }}"), ANSWERS, customs=Customs("UN"))


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("{{ nothing | upper }}", "_"),
        ("{{ nothing | title | trim }}", "_"),
        ("{{ nothing | replace('a', 'b') }}", "_"),
        ("{{ nothing | safe }}", "_"),
        ("{{ names[0] ~ ' & ' ~ nothing }}", "Ana & _"),
        ("{{ [names[0], nothing, '<a>\n'] | join(' & ') }}", "Ana & _ & <a>"),
        ("{{ [{'n': nothing}, {'n': 'B'}] | join(', ', attribute='n') }}", "_, B"),
        ("{{ [names[0], nothing] }}", "Ana and _"),
        ("{{ [names[0], nothing] | comma_and_list }}", "Ana and _"),
        ("{{ (nothing | upper) == 'NONE' }}", "False"),
    ],
)
def test_what_is_left_for_later_is_never_the_word_none(way: str, said: str, template: Template) -> None:
    rendered = render(template(f"So: {way}!"), ANSWERS, customs=Customs("US"))
    line = re.sub(r"_+ \(1\)", "_", paragraphs(rendered)[0])
    assert line.replace("\n", "") == f"So: {said}!"
    assert len(rendered.blanks) == said.count("_")


def test_an_engines_own_filters_are_asked_as_it_wrote_them(template: Template) -> None:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters |= {
        "join": lambda items, d="", attribute=None: f"{attribute}: {d.join(map(str, items))}",
        "capitalize": lambda words: words.title(),
    }
    path = template(
        "{{ names | join('; ') }}", "{{ names | join(d='; ', attribute='x') }}", "{{ 'a b' | capitalize }}"
    )
    assert paragraphs(render(path, ANSWERS, environment=environment)) == [
        "None: Ana; Tom; Eve",
        "x: Ana; Tom; Eve",
        "A B",
    ]
