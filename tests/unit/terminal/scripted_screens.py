"""The screens of a small interview with every kind of field, and when each is asked."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from unbarred.answers.values import AnswerValue
from unbarred.screens import (
    Choice,
    Document,
    Field,
    FieldKind,
    Screen,
    ScreenKind,
    Section,
    ShownWhen,
)

Answers = Mapping[str, AnswerValue]
TODAY = datetime.date(2026, 11, 21)

COUNTIES = [f"{start}{end}" for start in ("Ada", "Bron", "Clin", "Dut") for end in "abcdefghijklmno"]
YOU = Section("About you", 1, 3)
CASE = Section("Your case", 2, 3)
LAST = Section("The end", 3, 3)
TERMS = {
    "date of birth": "The day you were born. It is on your prison card.",
    "appeal": "Asking a higher court to look at the case again.",
}


@dataclass(frozen=True)
class Step:
    """A screen, when it is asked, and what its answers must keep to."""

    screen: Screen
    when: Callable[[Answers], bool] = lambda answers: True
    check: Callable[[Answers], str] = lambda answers: ""


def question(name: str, heading: str, *fields: Field, section: Section = YOU, **more: object) -> Screen:
    return Screen(name, ScreenKind.QUESTION, heading, fields=fields, section=section, terms=TERMS, **more)  # type: ignore[arg-type]


WELCOME = Screen(
    "welcome",
    ScreenKind.NOTE,
    "Welcome",
    "This helps you write a letter.\n\n- You can stop at any time.\n- Nothing is **lost**.",
    section=YOU,
    progress=0,
)
NAME = question(
    "name",
    "What is your name?",
    Field("first", FieldKind.TEXT, "First name", hint="Maria"),
    Field("middle", FieldKind.TEXT, "Middle name", required=False),
    Field("last", FieldKind.TEXT, "Last name"),
    text="As it stands in your court papers.",
    progress=10,
)
BORN = question(
    "born",
    "What is your {date of birth}?",
    Field(
        "born",
        FieldKind.DATE,
        hint="3/14/1985",
        maximum=TODAY,
        help="If you do not know the day, look at your prison card.",
    ),
    help=("We ask because the office looks people up by their birth date.",),
    progress=20,
)
PLACE = question(
    "place",
    "Where are you held?",
    Field(
        "place",
        FieldKind.ONE_OF,
        choices=(
            Choice("bedford", "Bedford Hills"),
            Choice("albion", "Albion"),
            Choice("taconic", "Taconic"),
            Choice("alden", "Alden, *a new one*", "Opened this year."),
        ),
    ),
)
DONE = question(
    "done",
    "What have you done inside?",
    Field(
        "done",
        FieldKind.SOME_OF,
        choices=tuple(
            Choice(each.lower(), each) for each in ("School", "Work", "Parenting", "Puppies", "Choir")
        ),
        none_label="None of these",
        required=False,
    ),
)
HELPER = question(
    "helper",
    "Does somebody help you?",
    Field("has_helper", FieldKind.YES_NO),
    Field("helper", FieldKind.TEXT, "Who is it?", shown_when=(ShownWhen("has_helper", True),)),
    Field("email", FieldKind.EMAIL, "Email", required=False, shown_when=(ShownWhen("has_helper", True),)),
)
APPEAL = question(
    "appeal", "Is an {appeal} under way?", Field("appeal", FieldKind.YES_NO, required=False), section=CASE
)
COURT = question("court", "Which court has the appeal?", Field("court", FieldKind.TEXT), section=CASE)
STORY = question(
    "story",
    "What happened?",
    Field("story", FieldKind.AREA, required=False, max_length=30_000),
    text="Tell it in your own words. What was going on in your life then?",
    section=CASE,
)
NUMBERS = question(
    "numbers",
    "Two numbers",
    Field("children", FieldKind.INTEGER, "How many children do you have?", minimum=Decimal(0)),
    Field("money", FieldKind.CURRENCY, "Money owed", required=False),
    section=CASE,
)
WIDE = question("wide", "“Ça va?” 漢字 · 🙂", Field("wide", FieldKind.TEXT, "Été"))
MANY = question(
    "county",
    "Which county?",
    Field(
        "county",
        FieldKind.ONE_OF,
        choices=tuple(Choice(f"c{number}", f"{name} County") for number, name in enumerate(COUNTIES)),
    ),
)
GO_ON = question("go_on", "Do you want to ask for this?", Field("go_on", FieldKind.YES_NO), section=LAST)
EXIT = Screen("exit", ScreenKind.EXIT, "That is fine", "You can come back another day.", section=LAST)
END = Screen(
    "end",
    ScreenKind.END,
    "Your answers",
    section=LAST,
    progress=100,
    documents=(Document("Letter", "1-letter"), Document("List of exhibits", "2-exhibits")),
)

SCRIPT = (
    Step(WELCOME),
    Step(NAME),
    Step(BORN),
    Step(PLACE),
    Step(DONE),
    Step(HELPER),
    Step(APPEAL),
    Step(COURT, when=lambda answers: answers.get("appeal") is True),
    Step(STORY),
    Step(NUMBERS, check=lambda given: "That is a lot of children." if given["children"] == 99 else ""),
    Step(GO_ON),
    Step(EXIT, when=lambda answers: answers.get("go_on") is False),
    Step(END),
)


def at(screen: Screen) -> tuple[Step, ...]:
    """The script from `screen` on."""
    if screen in (WIDE, MANY):
        return (Step(screen), Step(END))
    place = next(number for number, step in enumerate(SCRIPT) if step.screen is screen)
    return (replace(SCRIPT[place], when=lambda answers: True), *SCRIPT[place + 1 :])
