"""One screen's fields, asked one after the other."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Conversation, Field, Problem, Refused, Screen, Submission
from unbarred.terminal.choosing import NotChosen
from unbarred.terminal.commands import Command
from unbarred.terminal.entries import entry_for, lead_for, raw_answer
from unbarred.terminal.helping import help_page
from unbarred.terminal.showing import is_left, to_read
from unbarred.terminal.turning import ask
from unbarred.terminal.view import Page, Reply, Said, Turn, View
from unbarred.terminal.words import problems, prompts


class Attempt:
    """A screen being answered. It can be left (to change an earlier answer) and gone on with."""

    def __init__(
        self,
        conversation: Conversation,
        screen: Screen,
        page: Page,
        before: Mapping[str, AnswerValue],
        as_of: datetime.date | None = None,
    ) -> None:
        self.screen = screen
        self._conversation = conversation
        self._page = page
        self._start = dict(before)
        """What each field starts from: what was given before, then what is given now."""
        self._given: dict[str, AnswerValue] = {}
        self._as_of = as_of
        self._at = 0
        self._problems: dict[str, str] = {}
        self._typed = ""
        self.notice = ""

    def ask(self) -> Turn[Submission | Command]:
        """Ask what is left to ask; return all answers, or BACK from the first field, or CHANGE."""
        inputs = self.screen.inputs
        while self._at < len(inputs):
            field = inputs[self._at]
            if not self._is_shown(field):
                self._given.pop(field.name, None)
                self._at += 1
                continue
            reply = yield from self._ask_field(field)
            if reply is Command.CHANGE:
                return Command.CHANGE
            if reply is Command.BACK:
                if not self._step_back():
                    return Command.BACK
                continue
            self._take(field, reply)
        return dict(self._given)

    def refuse(self, refused: Refused) -> None:
        """Put each problem with its field; `ask` then goes on at the first of them."""
        names = [field.name for field in self.screen.inputs]
        self._problems = {}
        for problem in refused.problems:
            name = problem.field if problem.field in names else names[0]
            self._problems[name] = " ".join(filter(None, (self._problems.get(name), problem.message)))
        self._at = min(names.index(name) for name in self._problems)

    def say(self, problem: str) -> None:
        """Show `problem` when the field is asked again."""
        self._problems[self.screen.inputs[min(self._at, len(self.screen.inputs) - 1)].name] = problem

    def _ask_field(self, field: Field) -> Turn[Reply]:
        view = View(
            self._page,
            entry_for(self._conversation, field, self._start.get(field.name, field.default), self._typed),
            said=self._said_before(field),
            lead=lead_for(self.screen, field, self._shown()),
            problem=self._problems.pop(field.name, ""),
            notice=self.notice,
        )
        self.notice = self._typed = ""
        return (yield from ask(view, help_page(self._page, self.screen, field)))

    def _take(self, field: Field, reply: Reply) -> None:
        """Accept the reply and go to the next field, or keep the problem and stay."""
        if reply is Command.LATER:
            if field.required:
                self._problems[field.name] = problems.cannot_leave()
                return
            self._accept(field, LATER)
            return
        assert isinstance(reply, str)
        answer = self._read(field, reply)
        if isinstance(answer, Problem):
            self._problems[field.name] = answer.message
            self._typed = reply
        else:
            self._accept(field, answer)

    def _accept(self, field: Field, answer: AnswerValue) -> None:
        self._given[field.name] = self._start[field.name] = answer
        self._at += 1

    def _read(self, field: Field, reply: str) -> AnswerValue | Problem:
        try:
            return raw_answer(field, reply, self._as_of)
        except NotChosen as refusal:
            return Problem(field.name, refusal.message)

    def _step_back(self) -> bool:
        """Go to the field before that is shown; say whether there is one."""
        for place in range(self._at - 1, -1, -1):
            if self.screen.inputs[place].name in self._given:
                self._at = place
                return True
        return False

    def _shown(self) -> Sequence[Field]:
        return [field for field in self.screen.fields if self._is_shown(field)]

    def _is_shown(self, field: Field) -> bool:
        return field.is_shown(self._given)

    def _said_before(self, field: Field) -> tuple[Said, ...]:
        before = self.screen.inputs[: self.screen.inputs.index(field)]
        return tuple(self._said(each) for each in before if each.name in self._given)

    def _said(self, field: Field) -> Said:
        answer = self._given[field.name]
        if is_left(answer):
            return Said(field.label, prompts.left_for_later())
        return Said(field.label, to_read(field, answer))
