"""What can be done on a screen besides answering it, and what a screen says besides asking."""

from __future__ import annotations

from dataclasses import replace

from every_field import ACTIONS, AGAIN, CALLED, FAMILY, HOBBY, LEFT, REFUSED
from scripted import Scripted
from scripted_screens import END, Step
from sitter import Sitter

from unbarred.terminal.commands import Command
from unbarred.terminal.ending import Ending
from unbarred.terminal.plain_lines import question_lines
from unbarred.terminal.prose import bare
from unbarred.terminal.view import Line, Option, Pick


def sit(*steps: Step) -> tuple[Sitter, Scripted]:
    conversation = Scripted(script=steps or ACTIONS)
    return Sitter(conversation), conversation


def test_a_screen_to_read_shows_its_actions_at_once() -> None:
    sitter, conversation = sit()
    view = sitter.reply("Ana")
    assert isinstance(view.entry, Pick)
    assert view.entry.options == (Option(1, REFUSED.label), Option(2, AGAIN.label))
    assert view.entry.prompt == "Type a number, or press Enter for “That is all”"
    assert view.lead[-1] == "Papers made here: A list of your family."
    assert not view.page.has_actions
    assert sitter.reply("1").problem == "Ana cannot be deleted now."
    assert sitter.reply("3").problem == "There is no number 3 here. Type a number from 1 to 2."
    assert sitter.reply("zebra").problem == "Type a number from 1 to 2, or press Enter to go on."
    assert sitter.reply("2").page.heading == CALLED.heading
    assert conversation.answered() == []
    assert sitter.reply("Ann", "").page.heading == HOBBY.heading


def test_a_question_offers_its_actions_by_a_key_and_by_the_menu() -> None:
    sitter, _ = sit()
    sitter.reply("Ana", "")
    assert sitter.view.page.has_actions
    listed = sitter.reply("a")
    assert isinstance(listed.entry, Pick)
    assert [option.number for option in listed.entry.options] == [1, 2, 0]
    assert sitter.reply("2").problem == "Ana cannot be deleted now."
    assert sitter.reply("0").page.heading == HOBBY.heading
    menu = sitter.reply("00")
    assert isinstance(menu.entry, Pick)
    assert [option.number for option in menu.entry.options] == [1, 2, 3, 4, 5, 6, 0]
    assert sitter.reply("6", "1").page.heading == CALLED.heading
    assert isinstance(sitter.view.entry, Line)
    assert sitter.view.entry.prefill == "Ana"


def test_the_help_of_a_screen_with_actions_names_the_key_and_hands_it_on() -> None:
    sitter, _ = sit()
    sitter.reply("Ana", "")
    assert "`a` shows what else can be done" in sitter.reply("?").page.text
    assert sitter.reply("a").page.heading == "What else can be done here"


def test_the_letter_is_an_answer_where_there_are_no_actions() -> None:
    sitter, conversation = sit(Step(FAMILY), Step(HOBBY), Step(END))
    sitter.reply("", "=a")
    assert conversation.answered()[-1].given == {"hobby": "a"}
    sitter.reply("1")
    assert sitter.reply("a").page.heading == "Your answers"
    assert conversation.answered()[-1].given == {"hobby": "a"}


def test_an_end_and_an_exit_have_actions_too() -> None:
    again = AGAIN.__class__("again", "Change your hobby", {"screen": "hobby"})
    end = END.__class__("end", END.kind, "Done", actions=(again,))
    sitter, _ = sit(Step(HOBBY), Step(end))
    assert sitter.reply("Reading").page.has_actions
    assert sitter.reply("a", "1").page.heading == HOBBY.heading
    sitter, _ = sit(Step(CALLED), Step(LEFT))
    sitter.reply("Ana")
    assert bare(" ".join(sitter.view.lead)) == (
        "On a web server you would be sent to: https://court.example.org/a_b_c; unbarred does not follow it."
    )
    assert sitter.reply("1").page.heading == CALLED.heading
    sitter.reply("Ana", "")
    assert sitter.ending is Ending.EXIT


def test_an_address_of_the_server_is_not_for_her() -> None:
    sitter, _ = sit(Step(replace(LEFT, link="unbarred:login", actions=(), continue_label="Bye")))
    assert "another of its pages" in sitter.view.lead[-1]
    assert sitter.view.entry.prompt == "Press Enter to close (“Bye”)"  # type: ignore[union-attr]


def test_what_is_said_once_is_said_once() -> None:
    sitter, _ = sit()
    assert sitter.view.page.notices == CALLED.notices
    assert sitter.reply("Ana").page.notices == ()


def test_where_nobody_may_go_back_that_is_said() -> None:
    sitter, _ = sit(Step(FAMILY), Step(CALLED), Step(END))
    sitter.reply("")
    assert "let nobody go back" in sitter.reply(Command.BACK).problem
    assert sitter.view.page.heading == CALLED.heading


def test_what_the_text_has_with_its_number_is_not_listed_again_if_that_says_nothing() -> None:
    table = "|Name|Do|\n|--|--|\n|Ana|<i class='fa fa-x'></i> Edit (1)|\n|Bo|Edit (2)|\n\nAdd (3)"
    actions = tuple(replace(AGAIN, label=label) for label in ("Edit", "<b>Edit</b>", "Add"))
    sitter, _ = sit(Step(CALLED), Step(replace(FAMILY, text=table, under="", actions=actions)), Step(END))
    entry = sitter.reply("Ana").entry
    assert isinstance(entry, Pick)
    assert [option.label for option in entry.listed] == ["Add"]
    assert question_lines(sitter.view, 80)[-1] == "3. Add"
    assert sitter.reply("2").page.heading == CALLED.heading
    sitter, _ = sit(Step(CALLED), Step(replace(HOBBY, text=table, actions=actions)), Step(END))
    assert "type a, press Enter, then type that number" in sitter.reply("Ana").page.text
    offered = sitter.reply("a")
    assert offered.page.text.startswith(table)
    assert isinstance(offered.entry, Pick)
    assert [option.number for option in offered.entry.listed] == [3, 0]
