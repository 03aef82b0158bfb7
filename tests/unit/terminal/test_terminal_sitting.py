"""What is shown and what a reply means, without any terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted import Scripted
from scripted_screens import APPEAL, BORN, END, GO_ON, NAME, PLACE, STORY, TODAY, Step, at
from sitter import Sitter

from unbarred.answers.values import LATER
from unbarred.screens import Field, FieldKind, Screen, ScreenKind
from unbarred.terminal.commands import Command, command_of
from unbarred.terminal.drafts import Draft
from unbarred.terminal.ending import Ending
from unbarred.terminal.entries import entry_for
from unbarred.terminal.showing import to_edit, to_read
from unbarred.terminal.sitting import looking
from unbarred.terminal.view import Line, Pick, Reply, View, Writing


@given(
    st.lists(
        st.sampled_from(
            ["", "1", "2", "0", "l", "b", "c", "?", "00", "*", "5", "1 3", "al", "x", "6/1/1980", "99", "no"]
        ).map(lambda typed: command_of(typed) or typed if typed in ("b", "c", "l") else typed),
        max_size=60,
    )
)
def test_whatever_is_typed_there_is_always_a_next_view_or_an_end(replies: list[Reply]) -> None:
    sitter = Sitter(Scripted())
    for reply in replies:
        sitter.reply(reply)
        if sitter.ending is not None:
            assert sitter.ending in (Ending.FINISHED, Ending.EXIT, Ending.STOPPED)
            return
        assert sitter.view.page.heading


def test_a_screen_with_several_fields_asks_them_one_after_the_other() -> None:
    sitter = Sitter(Scripted(script=at(NAME)))
    first = sitter.view
    assert first.entry == Line("First name, for example Maria")
    second = sitter.reply("Ana")
    assert second.page is first.page
    assert [(said.label, said.answer) for said in second.said] == [("First name", "Ana")]
    third = sitter.reply("l")
    assert third.said[1].answer == "left for later"
    assert sitter.reply("Lee").page.heading == BORN.heading


def test_a_problem_keeps_what_was_typed() -> None:
    sitter = Sitter(Scripted(script=at(BORN)))
    view = sitter.reply("6/31/1980")
    assert view.problem == "That day does not exist: June has 30 days. Type the date again."
    assert isinstance(view.entry, Line)
    assert view.entry.typed == "6/31/1980"
    again = sitter.reply("?", "")
    assert isinstance(again.entry, Line)
    assert (again.entry.typed, again.problem) == ("6/31/1980", "")


def test_back_across_screens_starts_from_what_was_given() -> None:
    sitter = Sitter(Scripted(script=at(BORN)))
    sitter.reply("6/30/1980", "b")
    assert isinstance(sitter.view.entry, Line)
    assert sitter.view.entry.prefill == "6/30/1980"
    assert sitter.reply("b").problem == "This is the first question. There is nothing before it."


def test_a_change_in_the_middle_of_a_screen_comes_back_to_that_field() -> None:
    conversation = Scripted(script=at(PLACE))
    sitter = Sitter(conversation)
    sitter.reply("1", "0", "1", "My aunt")
    assert isinstance(sitter.view.entry, Line)
    assert sitter.view.entry.prompt == "Email"
    sitter.reply("c", "1", "2")
    assert sitter.view.notice == "Changed. All your other answers still stand."
    assert [said.answer for said in sitter.view.said] == ["Yes", "My aunt"]
    assert conversation.answered()[0].given == {"place": "albion"}


def test_a_field_that_is_no_longer_shown_gives_no_answer() -> None:
    conversation = Scripted(script=at(PLACE))
    sitter = Sitter(conversation)
    sitter.reply("1", "0", "1", "My aunt", "b", "b", "2")
    assert conversation.answered()[-1].given == {"has_helper": False}


def test_the_menu_does_what_the_letters_do() -> None:
    conversation = Scripted(script=at(APPEAL))
    sitter = Sitter(conversation)
    assert [option.number for option in _pick(sitter.reply("00")).options] == [1, 2, 3, 4, 5, 0]
    assert sitter.reply("7").problem == "There is no number 7 here. Type a number from 0 to 5."
    assert sitter.reply("1").page.heading == "Help"
    sitter.reply("")
    sitter.reply("*", "4")
    assert conversation.answered()[-1].given == {"appeal": LATER}
    sitter.reply(Command.MENU, "5")
    assert sitter.ending is Ending.STOPPED


def test_a_long_answer_starts_from_its_draft(tmp_path: Path) -> None:
    conversation = Scripted(tmp_path / "kept.json", at(STORY))
    conversation.keep_draft("story", "Half a sent")
    sitter = Sitter(conversation)
    assert isinstance(sitter.view.entry, Writing)
    assert sitter.view.entry.draft.text == "Half a sent"
    assert sitter.reply(Command.BACK).problem.startswith("This is the first question.")
    sitter.reply("s")
    assert conversation.answered()[-1].given == {"story": "s"}


def test_the_end_is_left_only_on_purpose() -> None:
    conversation = Scripted(script=at(GO_ON))
    sitter = Sitter(conversation)
    sitter.reply("1")
    assert sitter.view.page.heading == "Your answers"
    assert sitter.reply("l").problem.startswith("There is nothing here to leave for later.")
    assert sitter.reply("4").problem == "Type 1 to change that answer, or 0."
    assert sitter.reply("0").page.heading == "Make the papers now?"
    assert sitter.reply("2").page.heading == "Your answers"
    sitter.reply("b")
    assert sitter.view.page.heading == GO_ON.heading
    sitter.reply("1", "0", "1")
    assert sitter.ending is Ending.FINISHED


@pytest.mark.parametrize(("goes_on", "is_over"), [("1", True), ("2", True), ("", False)])
def test_a_look_at_the_answers_says_whether_questions_are_open(goes_on: str, is_over: bool) -> None:
    conversation = Scripted(script=at(GO_ON))
    Sitter(conversation).reply(goes_on)
    view = next(looking(conversation, TODAY))
    assert ("Not all questions have been asked yet." in view.page.text) is not is_over


def _pick(view: View) -> Pick:
    assert isinstance(view.entry, Pick)
    return view.entry


@pytest.mark.parametrize(
    ("kind", "hint", "typed", "read", "edited"),
    [
        (FieldKind.DATE, "", "3/14/2031", "March 14, 2031", "3/14/2031"),
        (FieldKind.DATE, "14/3/2031", "14/3/2031", "14 March 2031", "14/3/2031"),
        (FieldKind.CURRENCY, "", "1,200.5", "$1,200.50", "1200.5"),
        (FieldKind.INTEGER, "", "12", "12", "12"),
        (FieldKind.TEXT, "", "O’Neil", "O’Neil", "O’Neil"),
        (FieldKind.YES_NO, "", "yes", "Yes", ""),
    ],
)
def test_answers_read_and_edit_as_they_were_typed(
    kind: FieldKind, hint: str, typed: str, read: str, edited: str
) -> None:
    field = Field("x", kind, hint=hint)
    conversation = Scripted(script=_one(field))
    Sitter(conversation).reply(typed)
    value = conversation.answered()[0].given["x"]
    assert to_read(field, value) == read
    assert to_edit(field, value) == edited


def _one(field: Field) -> tuple[Step, ...]:
    return (Step(Screen("x", ScreenKind.QUESTION, "X", fields=(field,))), Step(END))


def test_long_answers_are_cut_in_a_review() -> None:
    field = Field("x", FieldKind.AREA)
    assert to_read(field, "one\ntwo") == "one two"
    assert to_read(field, "word " * 340).endswith("word … (340 words)")


@pytest.mark.parametrize(
    ("label", "hint", "prompt"),
    [
        ("First name", "", "First name"),
        ("First name:", "Maria", "First name, for example Maria"),
        ("What is your name?", "", "Answer"),
        ("", "", "Answer"),
    ],
)
def test_the_prompt_says_what_to_type(label: str, hint: str, prompt: str) -> None:
    entry = entry_for(Scripted(), Field("x", FieldKind.TEXT, label, hint=hint), None, "")
    assert entry == Line(prompt)


def test_a_draft_is_kept_at_most_once_a_second_and_at_the_end() -> None:
    kept: list[str] = []
    now = [0.0]
    draft = Draft("", kept.append, lambda: now[0])
    draft.typed("a")
    draft.typed("ab")
    assert kept == ["a"]
    now[0] = 1.5
    draft.typed("abc")
    draft.typed("abcd")
    assert kept == ["a", "abc"]
    draft.flush()
    draft.flush()
    assert kept == ["a", "abc", "abcd"]
