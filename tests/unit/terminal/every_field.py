"""Screens with every kind of field, and screens with other things to do on them."""

from __future__ import annotations

from decimal import Decimal

from scripted_screens import END, Step

from unbarred.screens import (
    Action,
    Choice,
    Document,
    Field,
    FieldKind,
    Screen,
    ScreenKind,
    ShownWhen,
)


def asks(name: str, heading: str, *fields: Field, **more: object) -> Screen:
    return Screen(name, ScreenKind.QUESTION, heading, fields=fields, **more)  # type: ignore[arg-type]


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(label.lower(), label) for label in labels)


TEXTS = asks(
    "texts",
    "<b>Who</b> are you?",
    Field("name", FieldKind.TEXT, "Name"),
    Field("secret", FieldKind.PASSWORD, "Password", min_length=4),
    Field("email", FieldKind.EMAIL, "Email"),
    Field("site", FieldKind.URL, "Your court's site"),
)
STORY = asks("story", "What happened?", Field("story", FieldKind.AREA))
NUMBERS = asks(
    "numbers",
    "Some numbers",
    Field("children", FieldKind.INTEGER, "Children", minimum=Decimal(0), maximum=Decimal(20)),
    Field("weight", FieldKind.NUMBER, "Weight"),
    Field("owed", FieldKind.CURRENCY, "Money owed"),
    Field(
        "worry",
        FieldKind.INTEGER,
        "How worried are you?",
        minimum=Decimal(0),
        maximum=Decimal(100),
        step=Decimal(10),
    ),
)
MOMENTS = asks(
    "moments",
    "When?",
    Field("born", FieldKind.DATE, "Birth date"),
    Field("wakes", FieldKind.TIME, "When do you get up?"),
    Field("hearing", FieldKind.DATE_TIME, "The hearing"),
)
CHOICES = asks(
    "choices",
    "Choose",
    Field("helped", FieldKind.YES_NO, "Does somebody help you?"),
    Field("plea", FieldKind.ONE_OF, "How did you plead?", choices=choices("Guilty", "Not guilty")),
    Field(
        "kin",
        FieldKind.ONE_OF,
        "Who is nearest to you?",
        choices=choices("Mother", "Sister", "Daughter"),
        takes_other=True,
    ),
    Field(
        "work",
        FieldKind.SOME_OF,
        "What have you done?",
        choices=choices("School", "Kitchen", "Choir"),
        none_label="None of these",
        all_label="All of these",
    ),
    Field(
        "two",
        FieldKind.SOME_OF,
        "Your best two",
        choices=choices("Calm", "Kind", "Brave"),
        min_length=2,
        max_length=2,
    ),
)
SETTLED = asks(
    "settled",
    "What do you get?",
    Field("ssi", FieldKind.YES_NO, "SSI?"),
    Field("snap", FieldKind.YES_NO, "Food stamps?"),
    Field("neither", FieldKind.YES_NO, "None of these?", rules_out=("ssi", "snap")),
    Field("how_much", FieldKind.CURRENCY, "How much?", shown_when=(ShownWhen("more", True),)),
    Field("more", FieldKind.YES_NO, "Is there other money?"),
)
PATHS = asks(
    "paths",
    "Your papers",
    Field("letter", FieldKind.FILES, "A letter", accepts=(".txt", ".pdf")),
    Field("pictures", FieldKind.FILES, "Photographs", several=True, required=False),
    Field("signed", FieldKind.SIGNATURE, "Your signature"),
)
EVERY_FIELD = tuple(
    map(Step, (TEXTS, STORY, NUMBERS, MOMENTS, CHOICES, SETTLED, PATHS, END)),
)

REFUSED = Action("refuse", "Delete Ana", {"why": "Ana cannot be deleted now."})
AGAIN = Action("again", "Edit <i class='fas fa-pencil'></i> *your name*", {"screen": "called"})
CALLED = asks(
    "called",
    "What is your name?",
    Field("called", FieldKind.TEXT),
    notices=("Your list **was saved**.",),
    can_go_back=False,
    actions=(REFUSED,),
)
FAMILY = Screen(
    "family",
    ScreenKind.NOTE,
    "Your family",
    "Name | Age | Do\n-----|-----|---\nAna | 5 | Delete (1)\n",
    under="[Edit](unbarred:interview?action=e30) your name (2)",
    actions=(REFUSED, AGAIN),
    documents=(Document("A list of *your* family", "list"),),
    continue_label="That is all",
)
HOBBY = asks("hobby", "What do you like?", Field("hobby", FieldKind.TEXT), actions=(AGAIN, REFUSED))
LEFT = Screen(
    "left",
    ScreenKind.EXIT,
    "Go to the court's site",
    link="https://court.example.org/a_b_c",
    actions=(AGAIN,),
)
ACTIONS = tuple(map(Step, (CALLED, FAMILY, HOBBY, LEFT)))
