"""How each kind of field is asked and answered, without any terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from every_field import CHOICES, EVERY_FIELD, MOMENTS, NUMBERS, PATHS, SETTLED, TEXTS, choices
from scripted import Scripted
from scripted_screens import END, Step
from sitter import Sitter

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind, NotAfter, Screen, ScreenKind
from unbarred.terminal.showing import is_left, to_read
from unbarred.terminal.view import Line, Pick


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder she is in, with two files."""
    (tmp_path / "letter.txt").write_text("Dear sir")
    (tmp_path / "two words.txt").write_text("Dear madam")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sit(*screens: Screen) -> tuple[Sitter, Scripted]:
    conversation = Scripted(script=(*map(Step, screens), Step(END)))
    return Sitter(conversation), conversation


def only(field: Field) -> Screen:
    return Screen("only", ScreenKind.QUESTION, "X", fields=(field,))


def line(sitter: Sitter) -> Line:
    assert isinstance(sitter.view.entry, Line)
    return sitter.view.entry


def given(conversation: Scripted) -> dict[str, AnswerValue]:
    return {name: value for each in conversation.answered() for name, value in each.given.items()}


def prompts(screen: Screen, replies: Sequence[str]) -> list[str]:
    sitter, _ = sit(screen)
    return [line(sitter).prompt, *(line(sitter).prompt for reply in replies if sitter.reply(reply))]


def test_every_kind_says_what_to_type() -> None:
    assert prompts(TEXTS, ["Ana", "secret", "a@example.org"]) == [
        "Name",
        "Password (not shown while you type)",
        "Email",
        "Your court's site, for example https://www.example.org",
    ]
    assert prompts(NUMBERS, ["1", "1", "1"]) == [
        "Children (from 0 to 20)",
        "Weight",
        "Money owed",
        "Number (from 0 to 100, in steps of 10)",
    ]
    assert prompts(MOMENTS, ["1/2/1980", "6 am"]) == [
        "Birth date, for example 3/14/2031",
        "Time, for example 2:30 pm",
        "The hearing, for example 3/14/2031 2:30 pm",
    ]


def test_every_kind_has_a_field_here() -> None:
    assert {field.kind for step in EVERY_FIELD for field in step.screen.fields} == set(FieldKind) - {
        FieldKind.NOTE
    }


def test_a_password_is_never_to_be_read() -> None:
    sitter, conversation = sit(TEXTS)
    sitter.reply("Ana", "abc")
    assert line(sitter) == Line("Password (not shown while you type)", is_secret=True)
    assert "short" in sitter.view.problem
    sitter.reply("=s")
    assert "abc" not in repr(sitter.view)
    sitter.reply("secret", "a@example.org")
    assert "secret" not in repr([sitter.view.said, sitter.view.lead])
    sitter.reply("https://x.org")
    assert given(conversation)["secret"] == "secret"
    rows = [said.answer for group in sitter.view.groups for row in group.rows for said in row.said]
    assert "typed, not shown" in rows
    assert "secret" not in rows


def test_a_time_reads_and_edits_in_the_way_of_its_example() -> None:
    field = Field("at", FieldKind.DATE_TIME, hint="14/3/2031 14:30")
    sitter, conversation = sit(only(field))
    sitter.reply("15/3/2031 09:05")
    assert to_read(field, given(conversation)["at"]) == "15 March 2031, 09:05"
    sitter.reply("b")
    assert line(sitter).prefill == "15/3/2031 09:05"


@pytest.mark.parametrize(
    ("replies", "answer"),
    [
        (["2"], "sister"),
        (["daughter"], "daughter"),
        (["my aunt"], "my aunt"),
        (["4", "my aunt"], "my aunt"),
        (["something", "Mo"], "Mo"),
        (["mo", "4", "mo"], "mo"),
        (["4", "b", "1"], "mother"),
        (["12", "4", "12"], "12"),
    ],
)
def test_words_of_her_own_stand_beside_the_choices(replies: list[str], answer: str) -> None:
    sitter, conversation = sit(replace(CHOICES, fields=CHOICES.fields[2:3]))
    sitter.reply(*replies)
    assert given(conversation) == {"kin": answer}


def test_own_words_from_before_are_offered_again() -> None:
    sitter, _ = sit(replace(CHOICES, fields=CHOICES.fields[2:3]))
    sitter.reply("my *aunt*", "b")
    assert isinstance(sitter.view.entry, Pick)
    assert sitter.view.entry.options[-1].label == r"Something else: my \*aunt\*"
    assert sitter.view.entry.chosen == {4}
    sitter.reply("4")
    assert line(sitter).prefill == "my *aunt*"


def test_a_word_near_a_choice_is_asked_about() -> None:
    sitter, _ = sit(replace(CHOICES, fields=CHOICES.fields[2:3]))
    assert sitter.reply("Mo").problem.startswith("“Mo” is close to 1, Mother. Type 1 if that is it.")


@pytest.mark.parametrize(
    ("labels", "typed", "answer"),
    [
        (("3", "4", "5"), "3", "3"),
        (("3", "4", "5"), "5", "5"),
        (("0", "1", "2"), "0", "0"),
        (("2", "1", "more"), "3", "more"),
        (("2", "1", "more"), "mo", "more"),
        (("2019", "2020", "Before 2019"), "2", "2020"),
        (("2019", "2020", "Before 2019"), "2019", "2019"),
        (("1", "2", "3"), "2", "2"),
    ],
)
def test_whoever_types_a_number_that_is_a_choice_means_it(
    labels: tuple[str, ...], typed: str, answer: str
) -> None:
    sitter, conversation = sit(only(Field("x", FieldKind.ONE_OF, choices=choices(*labels))))
    sitter.reply(typed)
    assert given(conversation) == {"x": answer}
    sitter.reply("b", typed)
    assert given(conversation) == {"x": answer}


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("4", ("school", "kitchen", "choir")),
        ("all of", ("school", "kitchen", "choir")),
        ("0", ()),
        ("1 3", ("school", "choir")),
    ],
)
def test_all_of_them_is_one_number(typed: str, chosen: tuple[str, ...]) -> None:
    sitter, conversation = sit(replace(CHOICES, fields=CHOICES.fields[3:4]))
    assert sitter.reply("1 4").problem.startswith("That number means all of them.")
    sitter.reply(typed)
    assert given(conversation) == {"work": chosen}


def test_how_many_may_be_chosen_is_said_first() -> None:
    sitter, _ = sit(replace(CHOICES, fields=CHOICES.fields[4:]))
    assert isinstance(sitter.view.entry, Pick)
    assert sitter.view.entry.prompt.endswith("(exactly 2 of them)")
    assert sitter.reply("1").problem == "Choose exactly 2, not 1."


def test_where_nothing_need_be_chosen_nothing_can_be() -> None:
    field = replace(CHOICES.fields[3], none_label="", required=False)
    sitter, conversation = sit(only(field))
    sitter.reply("0")
    assert given(conversation) == {"work": ()}


def test_what_the_others_decide_is_not_asked() -> None:
    sitter, conversation = sit(SETTLED)
    sitter.reply("1", "2")
    assert sitter.view.lead == ("Is there other money?",)
    sitter.reply("b")
    assert sitter.view.lead == ("Food stamps?",)
    sitter.reply("2", "2")
    assert given(conversation) == {"ssi": True, "snap": False, "neither": False, "more": False}


def test_a_field_that_a_later_one_brings_up_is_asked_after_it() -> None:
    sitter, conversation = sit(SETTLED)
    sitter.reply("1", "2", "1")
    assert line(sitter).prompt == "Amount in dollars"
    sitter.reply("50")
    assert given(conversation)["how_much"] == 50
    assert sitter.view.page.heading == "Your answers"


def test_fields_that_shut_each_other_out_come_to_an_end() -> None:
    first = Field("a", FieldKind.YES_NO, "A?", shown_when=(NotAfter(("b",)),))
    second = Field("b", FieldKind.YES_NO, "B?", shown_when=(NotAfter(("a",)),))
    sitter, conversation = sit(Screen("both", ScreenKind.QUESTION, "X", fields=(first, second)))
    sitter.reply("1")
    assert given(conversation) == {"a": True}


def test_several_files_are_one_path_a_line(desk: Path) -> None:
    field = replace(PATHS.fields[1], required=True)
    sitter, conversation = sit(only(field))
    assert line(sitter).prompt == "Path of the first file"
    assert sitter.reply("").problem.startswith("This needs an answer")
    assert "There is no file “nothing.txt”" in sitter.reply("nothing.txt").problem
    assert line(sitter).typed == "nothing.txt"
    assert sitter.reply("letter.txt").notice.startswith("1 file so far: letter.txt.")
    assert line(sitter).prompt == "Path of the next file, or press Enter to go on"
    assert sitter.reply("0").notice == "No files so far."
    sitter.reply("'two words.txt'", "letter.txt", "")
    assert given(conversation) == {"pictures": (str(desk / "two words.txt"), str(desk / "letter.txt"))}
    sitter.reply("b")
    assert sitter.view.notice.startswith("2 files so far: two words.txt, letter.txt.")
    sitter.reply("")
    assert to_read(field, given(conversation)["pictures"]) == "two words.txt, letter.txt"


@pytest.mark.parametrize("reply", ["", "l"])
def test_files_that_are_not_needed_can_be_left(reply: str) -> None:
    sitter, conversation = sit(only(PATHS.fields[1]))
    sitter.reply(reply)
    assert given(conversation) == {"pictures": LATER}


@pytest.mark.parametrize("reply", ["", "l"])
def test_a_signature_can_always_be_given_on_paper(reply: str) -> None:
    field = PATHS.fields[2]
    sitter, conversation = sit(only(field))
    assert line(sitter).prompt.startswith("Press Enter to sign on paper later")
    sitter.reply(reply)
    assert given(conversation) == {"signed": LATER}
    assert to_read(field, LATER) == "to be signed on paper"
    assert not is_left(field, LATER)
    assert "Nothing is left for later." in sitter.view.page.text


def test_which_files_are_taken_is_said_first(desk: Path) -> None:
    sitter, _ = sit(only(PATHS.fields[0]))
    assert sitter.view.lead[1].startswith("You can give: a file that ends in .txt or .pdf")
    sitter.reply("letter.txt", "b")
    assert line(sitter).prefill == str(desk / "letter.txt")


def test_a_refusal_of_what_is_not_asked_is_told_all_the_same() -> None:
    step = Step(SETTLED, check=lambda given: "Not so." if given["ssi"] else "")
    sitter = Sitter(Scripted(script=(step, Step(END))))
    sitter.reply("1", "2", "2")
    assert sitter.view.problem == "Not so."
