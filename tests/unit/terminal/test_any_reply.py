"""Whatever is typed on whatever screen, something sensible comes next."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from every_field import ACTIONS, EVERY_FIELD, choices
from hypothesis import given
from hypothesis import strategies as st
from scripted import Scripted
from scripted_screens import END, Step
from sitter import Sitter

from unbarred.screens import Field, FieldKind, Screen, ScreenKind
from unbarred.terminal.commands import Command
from unbarred.terminal.full.body import Marks, body
from unbarred.terminal.full.choices import Choices
from unbarred.terminal.plain_lines import aids, kept, page_lines, question_lines
from unbarred.terminal.view import Pick, Reply, View
from unbarred.terminal.wrapping import width_of

LINES = (
    "|1|2|0|4|1 2|x|yes|=a|12.5|6 am|1/2/1980|3/14/2031 2 pm|a@b.org|https://x.org|b|c|l|a|?|00|6|/|~"
    "|\x1b[2J|mo|something"
)
TYPED = st.sampled_from(LINES.split("|")) | st.sampled_from(list(Command))


@pytest.mark.parametrize("script", [EVERY_FIELD, ACTIONS], ids=["fields", "actions"])
@given(replies=st.lists(TYPED, max_size=40), start=st.integers(0, 6))
def test_there_is_always_a_view_that_both_faces_can_show(
    script: Sequence[Step], replies: list[Reply], start: int
) -> None:
    sitter = Sitter(Scripted(script=script[start % len(script) :] if script is EVERY_FIELD else script))
    for reply in replies:
        if sitter.ending is not None:
            return
        show(sitter.view)
        sitter.reply(reply)


def show(view: View) -> None:
    lines = [*page_lines(view, 40), *question_lines(view, 40), *aids(view, 40), kept(view.entry)]
    assert not any("\x1b" in line for line in lines)
    assert all(width_of(line.plain) <= 40 for line in body(view, Marks(), 40).lines)
    if isinstance(view.entry, Pick):
        marked = Choices(view.entry)
        if marked.are_listed:
            marked.move(1)
        marked.reply()
        marked.marks("1 2")


COLOR = Field("color", FieldKind.ONE_OF, "Color", choices=choices("Red", "Blue"), required=False)
OTHER = Field("color", FieldKind.TEXT, "Another color")


@pytest.mark.parametrize(
    ("replies", "told"),
    [(["1"], [("Color", "Red")]), (["l", "mauve"], [("Another color", "mauve")])],
)
def test_two_fields_for_one_answer_are_told_as_one(replies: list[str], told: list[tuple[str, str]]) -> None:
    screen = Screen(
        "color", ScreenKind.QUESTION, "Your color", fields=(COLOR, OTHER, Field("why", FieldKind.TEXT))
    )
    sitter = Sitter(Scripted(script=(Step(screen), Step(END))))
    sitter.reply(*replies)
    assert [(said.label, said.answer) for said in sitter.view.said] == told
    sitter.reply("because")
    (group,) = sitter.view.groups
    assert [(said.label, said.answer) for said in group.rows[0].said][:-1] == told
