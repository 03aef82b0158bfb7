"""Looking through the answers and changing one of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from unbarred.screens import AnsweredScreen, Conversation, Refused
from unbarred.terminal.asking import Attempt
from unbarred.terminal.commands import Command
from unbarred.terminal.helping import help_page
from unbarred.terminal.prose import bare, escaped
from unbarred.terminal.showing import said
from unbarred.terminal.turning import ask, choose
from unbarred.terminal.view import Group, Line, Option, Page, Pick, Row, Said, Turn, View
from unbarred.terminal.words import problems, prompts, reviews

_CHANGE, _KEEP = 1, 2
_GO_ON = "0"


@dataclass(frozen=True)
class Overview:
    """The answers so far, numbered from 1 as a person sees them."""

    groups: tuple[Group, ...]
    screens: tuple[AnsweredScreen, ...]
    """By number, from 1 on."""

    @property
    def later(self) -> tuple[int, ...]:
        """The numbers under which something is left for later."""
        rows = (row for group in self.groups for row in group.rows)
        return tuple(row.number for row in rows if any(each.is_later for each in row.said))

    @property
    def summary(self) -> str:
        """Say what is left for later, and what was taken over from an earlier sitting."""
        if not self.screens:
            return reviews.review_empty()
        later = self.later
        numbers = ", ".join(str(number) for number in later)
        left = reviews.some_later(len(later), numbers) if later else reviews.all_answered()
        return "\n\n".join([left, *self._taken_over()])

    def _taken_over(self) -> Iterator[str]:
        """Say for each earlier sitting which answers are from it."""
        by_source: dict[str, list[int]] = {}
        for number, each in enumerate(self.screens, 1):
            if each.taken_from:
                by_source.setdefault(each.taken_from, []).append(number)
        for source, numbers in by_source.items():
            yield reviews.taken_over(len(numbers), _runs(numbers), escaped(source))


def overview(conversation: Conversation) -> Overview:
    """Return what was answered so far; screens that were only to read are left out."""
    screens = tuple(each for each in conversation.answered() if each.given)
    numbered = list(enumerate(screens, 1))
    groups = [
        Group(title, tuple(_row(number, each) for number, each in part))
        for title, part in groupby(numbered, key=lambda pair: _section_title(pair[1]))
    ]
    return Overview(tuple(groups), screens)


def pick_answer(
    page: Page, seen: Overview, prompt: str, notice: str = ""
) -> Turn[AnsweredScreen | Command | None]:
    """Show the answers; return the one to change, BACK, ACT, or None to go on."""
    problem = ""
    while True:
        view = View(
            page,
            Line(prompt, while_more=reviews.or_read_on(prompt)),
            groups=seen.groups,
            problem=problem,
            notice=notice,
        )
        reply = yield from ask(view, help_page(page))
        notice = ""
        if reply in (Command.BACK, Command.ACT):
            assert isinstance(reply, Command)
            return reply
        if reply is Command.LATER:
            problem = problems.nothing_to_leave_in_list()
        elif isinstance(reply, Command):
            problem = problems.not_in_list(len(seen.screens))
        elif not reply.strip() or reply.strip() == _GO_ON:
            return None
        else:
            number = int(reply) if reply.strip().isdecimal() else 0
            if 1 <= number <= len(seen.screens):
                return seen.screens[number - 1]
            problem = problems.not_in_list(len(seen.screens))


def change_answer(
    conversation: Conversation, answered: AnsweredScreen, as_of: datetime.date | None
) -> Turn[str]:
    """Ask one answered screen again and amend it, if she confirms; return what has happened."""
    page = _page_of(answered)
    attempt = Attempt(conversation, answered.screen, page, answered.given, as_of)
    while True:
        given = yield from attempt.ask()
        if isinstance(given, Command) or given == dict(answered.given):
            return reviews.not_changed()
        try:
            change = conversation.preview_amend(answered.number, given)
            if change.dropped and not (yield from _confirm(page, change.dropped)):
                return reviews.not_changed()
            return reviews.changed(len(_asked(conversation.amend(answered.number, given).dropped)))
        except Refused as refused:
            attempt.refuse(refused)


def _confirm(page: Page, dropped: Sequence[AnsweredScreen]) -> Turn[bool]:
    asked = _asked(dropped)
    if not asked:
        return True
    rows = tuple(_row(number, each) for number, each in enumerate(asked, 1))
    options = (Option(_CHANGE, reviews.change_it()), Option(_KEEP, reviews.keep_it()))
    sure = Page(
        reviews.confirm_change_heading(),
        reviews.confirm_change_text(len(rows)),
        page.section,
        page.place,
        page.terms,
    )
    view = View(sure, Pick(prompts.prompt_one(), options), groups=(Group("", rows),))
    return (yield from choose(view, help_page(sure))) == _CHANGE


def _runs(numbers: Sequence[int]) -> str:
    """Return rising numbers in words: `1 to 4, 7, 8`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    long = [reviews.to_number(run[0], run[-1]) if len(run) > 2 else "" for run in runs]
    short = [", ".join(map(str, run)) for run in runs]
    return ", ".join(to or each for to, each in zip(long, short, strict=True))


def _asked(screens: Sequence[AnsweredScreen]) -> tuple[AnsweredScreen, ...]:
    return tuple(each for each in screens if each.given)


def _page_of(answered: AnsweredScreen) -> Page:
    screen = answered.screen
    section = screen.section
    title = prompts.section(section.title, section.number, section.count) if section else ""
    return Page(screen.heading, screen.text, title, prompts.changing(), screen.terms)


def _section_title(answered: AnsweredScreen) -> str:
    return answered.screen.section.title if answered.screen.section else reviews.elsewhere()


def _row(number: int, answered: AnsweredScreen) -> Row:
    each_said = said(answered.screen, answered.given)
    title = answered.screen.heading
    if len(each_said) == 1:
        only = each_said[0]
        each_said = (Said("" if title else only.label, only.answer, only.is_later),)
    return Row(number, bare(title), each_said)
