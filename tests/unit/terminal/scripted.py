"""A small interview held in memory, to sit the terminal's front end in front of.

A second implementation of `Conversation`: each answer is kept in a JSON file
before the call returns. Run as a program, it holds the sitting at the terminal
it is run in:

    python scripted.py KEPT_FILE [--plain] [--review] [--from SCREEN]
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from unbarred.answers.values import AnswerValue, to_plain
from unbarred.screens import (
    AnsweredScreen,
    Change,
    Choice,
    Document,
    Field,
    FieldKind,
    Problem,
    Refused,
    Screen,
    ScreenKind,
    Section,
    ShownWhen,
    Submission,
    read_submission,
)

Answers = Mapping[str, AnswerValue]
TODAY = datetime.date(2026, 11, 21)

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
    Field("helper", FieldKind.TEXT, "Who is it?", shown_when=ShownWhen("has_helper", True)),
    Field("email", FieldKind.EMAIL, "Email", required=False, shown_when=ShownWhen("has_helper", True)),
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


class Scripted:
    """A sitting with `SCRIPT`, or with other steps."""

    def __init__(self, kept: Path | None = None, script: Sequence[Step] = SCRIPT) -> None:
        self._script = script
        self._kept = kept
        self._given: dict[str, Submission] = {}
        self._before: dict[str, Submission] = {}
        self._drafts: dict[str, str] = {}
        if kept is not None and kept.exists():
            saved = json.loads(kept.read_text(encoding="utf-8"))
            self._drafts = saved["drafts"]
            for step in script:
                if step.screen.id in saved["given"]:
                    given = saved["given"][step.screen.id]
                    self._given[step.screen.id] = read_submission(step.screen, given)

    @property
    def screen(self) -> Screen:
        return self._waiting(self._given)

    @property
    def number(self) -> int:
        return len(self.answered()) + 1

    def submit(self, submission: Submission) -> None:
        screen = self.screen
        self._given[screen.id] = self._checked(screen, submission)
        self._before.pop(screen.id, None)
        self._drafts = {}
        self._save()

    def back(self) -> bool:
        answered = self.answered()
        if not answered:
            return False
        last = answered[-1].screen.id
        self._before[last] = self._given.pop(last)
        self._save()
        return True

    def given_before(self) -> Mapping[str, AnswerValue]:
        return self._before.get(self.screen.id, {})

    def answered(self) -> Sequence[AnsweredScreen]:
        asked = self._asked(self._given)
        return [AnsweredScreen(place, each, self._given[each.id]) for place, each in enumerate(asked, 1)]

    def amend(self, number: int, submission: Submission) -> Change:
        change = self.preview_amend(number, submission)
        changed = self.answered()[number - 1].screen
        self._given[changed.id] = submission
        for each in change.dropped:
            self._before[each.screen.id] = self._given.pop(each.screen.id)
        self._save()
        return change

    def preview_amend(self, number: int, submission: Submission) -> Change:
        answered = self.answered()
        changed = answered[number - 1].screen
        trial = {**self._given, changed.id: self._checked(changed, submission)}
        still = {screen.id for screen in self._asked(trial)}
        dropped = tuple(each for each in answered[number:] if each.screen.id not in still)
        return Change(len(answered) - number - len(dropped), dropped)

    def keep_draft(self, field: str, text: str) -> None:
        self._drafts[field] = text
        self._save()

    def draft(self, field: str) -> str | None:
        return self._drafts.get(field)

    def _checked(self, screen: Screen, submission: Submission) -> Submission:
        given = read_submission(screen, submission)
        step = next(each for each in self._script if each.screen.id == screen.id)
        if problem := step.check(given):
            raise Refused((Problem(screen.inputs[0].name, problem),))
        return given

    def _asked(self, given: Mapping[str, Submission]) -> list[Screen]:
        """The answered screens, in order, up to the one that waits."""
        asked: list[Screen] = []
        answers: dict[str, AnswerValue] = {}
        for step in self._script:
            if not step.when(answers):
                continue
            if step.screen.id not in given:
                break
            answers |= given[step.screen.id]
            asked.append(step.screen)
        return asked

    def _waiting(self, given: Mapping[str, Submission]) -> Screen:
        asked = {screen.id for screen in self._asked(given)}
        answers = {name: value for each in asked for name, value in given[each].items()}
        return next(
            step.screen for step in self._script if step.when(answers) and step.screen.id not in asked
        )

    def _save(self) -> None:
        if self._kept is None:
            return
        given = {
            name: {field: to_plain(value) for field, value in each.items()}
            for name, each in self._given.items()
        }
        text = json.dumps({"given": given, "drafts": self._drafts})
        fresh = self._kept.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self._kept)


def at(screen: Screen) -> tuple[Step, ...]:
    """The script from `screen` on."""
    if screen is WIDE:
        return (Step(WIDE),)
    place = next(number for number, step in enumerate(SCRIPT) if step.screen is screen)
    return (replace(SCRIPT[place], when=lambda answers: True), *SCRIPT[place + 1 :])


def main() -> None:
    from unbarred.terminal import hold, review

    options = sys.argv[2:]
    script = SCRIPT
    if "--from" in options:
        script = at(globals()[options[options.index("--from") + 1]])
    conversation = Scripted(Path(sys.argv[1]), script)
    front_end = review if "--review" in options else hold
    ending = front_end(conversation, plain="--plain" in options, as_of=TODAY)
    sys.stdout.write(f"Ended: {ending.value}\n")


if __name__ == "__main__":
    main()
