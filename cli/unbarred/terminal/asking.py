"""One screen's fields, asked one after the other."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import (
    Conversation,
    Field,
    FieldKind,
    Problem,
    Refused,
    Screen,
    Submission,
    is_asked,
    read_field,
    settled,
)
from unbarred.terminal.choosing import NotChosen
from unbarred.terminal.commands import Command
from unbarred.terminal.entries import entry_for, lead_for, raw_answer
from unbarred.terminal.gathering import ask_own_words, gather_files
from unbarred.terminal.helping import help_page
from unbarred.terminal.picking import wants_own_words
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
        self._brought_up: set[str] = set()
        """Fields that were asked out of order, because a later answer shows them."""
        self._goes_to_end = False
        """After this field, those behind it are not asked again."""
        self.notice = ""

    def ask(self) -> Turn[Submission | Command]:
        """Ask what is left to ask; return all answers, or BACK from the first field, or CHANGE, or ACT."""
        while (field := self._next()) is not None:
            outcome = yield from self._ask_field(field)
            if outcome in (Command.CHANGE, Command.ACT):
                assert isinstance(outcome, Command)
                return outcome
            if outcome is Command.BACK:
                if not self._step_back():
                    return Command.BACK
                continue
            self._take(field, outcome)
        return dict(self._given)

    def refuse(self, refused: Refused) -> None:
        """Put each problem with its field; `ask` then goes on at the first of them."""
        names = [field.name for field in self.screen.inputs]
        asked = [field.name for field in self.screen.inputs if self._must_ask(field)] or names
        self._problems = {}
        for problem in refused.problems:
            # A problem must be seen: one with what is not asked is told at what is.
            name = problem.field if problem.field in asked else asked[0]
            self._problems[name] = " ".join(filter(None, (self._problems.get(name), problem.message)))
        self._at = min(names.index(name) for name in self._problems)

    def say(self, problem: str) -> None:
        """Show `problem` when the field is asked again."""
        self._problems[self.screen.inputs[min(self._at, len(self.screen.inputs) - 1)].name] = problem

    def _next(self) -> Field | None:
        """The field to ask now: the next in order, then what later answers have brought up."""
        inputs = self.screen.inputs
        while self._at < len(inputs):
            if self._must_ask(inputs[self._at]):
                return inputs[self._at]
            self._at += 1
        for place, field in enumerate(inputs):
            is_open = self._must_ask(field) and field.name not in self._given
            # Once each: two fields that bring each other up would never come to an end.
            if is_open and field.name not in self._brought_up:
                self._brought_up.add(field.name)
                self._at, self._goes_to_end = place, True
                return field
        return None

    def _must_ask(self, field: Field) -> bool:
        """Say whether the field is asked; if not, see that its answer is what the others make it."""
        if not self._is_shown(field):
            # Another field can be there for the same answer.
            if not any(each.name == field.name and self._is_shown(each) for each in self.screen.inputs):
                self._given.pop(field.name, None)
            return False
        decided = settled(self.screen, field, self._given)
        if decided is not None:
            self._given[field.name] = decided
        return decided is None

    def _ask_field(self, field: Field) -> Turn[AnswerValue | Problem | Command]:
        start = self._start.get(field.name, field.default)
        page = help_page(self._page, self.screen, field)
        while True:
            view = View(
                self._page,
                entry_for(self._conversation, field, start, self._typed),
                said=self._said_before(field),
                lead=lead_for(self.screen, field, self._shown()),
                problem=self._problems.pop(field.name, ""),
                notice=self.notice,
            )
            self.notice = self._typed = ""
            if field.kind is FieldKind.FILES and field.several:
                return (yield from gather_files(view, page, field, start))
            reply: Reply = yield from ask(view, page)
            if isinstance(reply, str) and wants_own_words(field, reply):
                reply = yield from ask_own_words(view, page, field, start)
                if reply is Command.BACK:
                    continue
                return reply if isinstance(reply, Command) else read_field(field, reply, as_of=self._as_of)
            return reply if isinstance(reply, Command) else self._read(field, reply)

    def _take(self, field: Field, outcome: AnswerValue | Problem | Command) -> None:
        """Accept the answer and go to the next field, or keep the problem and stay."""
        if outcome is Command.LATER and not field.may_be_left:
            self._problems[field.name] = problems.cannot_leave()
        elif isinstance(outcome, Problem):
            self._problems[field.name] = outcome.message
        else:
            self._accept(field, LATER if isinstance(outcome, Command) else outcome)

    def _accept(self, field: Field, answer: AnswerValue) -> None:
        self._given[field.name] = self._start[field.name] = answer
        self._at = len(self.screen.inputs) if self._goes_to_end else self._at + 1
        self._goes_to_end = False

    def _read(self, field: Field, reply: str) -> AnswerValue | Problem:
        try:
            answer = raw_answer(field, reply, self._as_of)
        except NotChosen as refusal:
            answer = Problem(field.name, refusal.message)
        if isinstance(answer, Problem):
            self._typed = reply
        return answer

    def _step_back(self) -> bool:
        """Go to the field before that is asked; say whether there is one."""
        self._goes_to_end = False
        for place in range(self._at - 1, -1, -1):
            field = self.screen.inputs[place]
            if field.name in self._given and self._must_ask(field):
                self._at = place
                return True
        return False

    def _shown(self) -> Sequence[Field]:
        return [field for field in self.screen.fields if self._is_shown(field)]

    def _is_shown(self, field: Field) -> bool:
        return is_asked(self.screen, field, self._given)

    def _said_before(self, field: Field) -> tuple[Said, ...]:
        before = self.screen.inputs[: self.screen.inputs.index(field)]
        others = [each for each in before if each.name in self._given and each.name != field.name]
        by_name = {each.name: each for each in others if self._is_shown(each)}
        return tuple(map(self._said, by_name.values()))

    def _said(self, field: Field) -> Said:
        answer = self._given[field.name]
        if is_left(field, answer):
            return Said(field.label, prompts.left_for_later())
        return Said(field.label, to_read(field, answer))
