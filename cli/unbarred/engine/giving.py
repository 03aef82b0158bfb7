"""Gives a screen's answers to an interview, in the steps and the order of docassemble's own server.

First every variable is set, then the author's checks run, then what depends
on a changed variable is forgotten. Nothing a person gives is executed: names
are those the screen itself asks for, by parsed path.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from unbarred.answers.path import AnswerPath
from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine.assign import assign, lookup
from unbarred.engine.objects import UNDEFINED, ObjectMaker, Unfit
from unbarred.engine.translate import NOTHING_TO_CHOOSE, Binding, Translated
from unbarred.screens import FieldKind, Problem, Refused, Submission, answered_field

_UPLOADED = (FieldKind.FILES, FieldKind.SIGNATURE)
"""Kinds whose blank an author's check is never asked about."""


class Giving:
    """One submission on its way into the variables of a run."""

    def __init__(self, interview: Any, status: Any, variables: dict[str, Any], maker: ObjectMaker) -> None:
        self._interview = interview
        self._status = status
        self._variables = variables
        self._maker = maker
        self._old: dict[str, Any] = {}
        """What the variables that are set now held before; those that were not defined are left out."""
        self._set: list[str] = []

    def give(self, translated: Translated, submission: Submission) -> Any:
        """Set the variables; return docassemble's question that must come next, or None.

        Raises `Refused` with the problems an author's own checks found; the
        variables may be half set then.
        """
        row = translated.row
        with self._appending():
            self._give_fields(translated, submission)
        next_question = self._press(translated, submission)
        if row is not None and not row.is_last(bool(row.more and submission.get(row.more.name))):
            self._forget_dependent(translated)
            return None
        if next_question is None:
            self._finish(translated)
        return next_question

    @contextmanager
    def _appending(self) -> Iterator[None]:
        """Let the list that is collected here, if one is, grow by the rows that are answered."""
        collected = self._status.extras.get("list_collect", False)
        if collected is False:
            yield
            return
        collected._allow_appending()
        try:
            yield
        finally:
            collected._disallow_appending()

    def _give_fields(self, translated: Translated, submission: Submission) -> None:
        problems = []
        for binding in translated.bindings:
            try:
                if binding.is_given:
                    if binding.given is NOTHING_TO_CHOOSE or binding.field.is_shown(submission):
                        self._give_unasked(binding)
                elif binding.name in submission and self._is_for(translated, binding, submission):
                    self._give(binding, submission[binding.name])
            except Unfit as unfit:
                problems.append(Problem(binding.name, unfit.message))
        if problems:
            raise Refused(tuple(problems))

    def _is_for(self, translated: Translated, binding: Binding, submission: Submission) -> bool:
        """Say whether it is this field that was answered; there can be two for one variable."""
        same = [each for each in translated.bindings if each.field.name == binding.field.name]
        return len(same) == 1 or answered_field(translated.screen, binding.name, submission) == binding.field

    def _give(self, binding: Binding, answer: AnswerValue) -> None:
        existing = self._lookup(binding.name)
        made = self._maker.variable(binding, answer, existing)
        if made is UNDEFINED:
            return
        if binding.check is not None and not (answer is LATER and binding.field.kind in _UPLOADED):
            self._check(binding, self._maker.to_check(binding, answer, made))
        self._assign(binding, made, existing)

    def _give_unasked(self, binding: Binding) -> None:
        given, existing = binding.given, self._lookup(binding.name)
        if given is NOTHING_TO_CHOOSE:
            given = self._maker.of_no_choice(binding, existing)
        if given is not UNDEFINED:
            self._assign(binding, given, existing)

    def _check(self, binding: Binding, value: Any) -> None:
        """Run the author's own check of one field."""
        function = eval(binding.check["compute"], self._variables)  # noqa: S307  (the interview's own code)
        try:
            is_accepted = function(value)
        # Whatever error an author's check raises is its way to refuse, as on a server.
        except Exception as error:
            raise Unfit(str(error) or _NOT_ACCEPTED) from error
        if not is_accepted:
            raise Unfit(_NOT_ACCEPTED)

    def _assign(self, binding: Binding, value: Any, existing: Any) -> None:
        for name in dict.fromkeys((binding.saveas, binding.name)):
            if existing is not UNDEFINED:
                self._old[name] = existing
            self._set.append(name)
        assign(self._variables, AnswerPath.parse(binding.name), value)

    def _press(self, translated: Translated, submission: Submission) -> Any:
        buttons = translated.buttons
        if buttons is None or buttons.field.name not in submission:
            return None
        press = buttons.presses[str(submission[buttons.field.name])]
        if press.sets:
            assign(self._variables, AnswerPath.parse(press.sets), True)
            self._set.append(press.sets)
        elif press.leads_to is None and not press.only_refreshes:
            self._variables["_internal"]["answers"][buttons.question] = press.number
        return press.leads_to

    def _finish(self, translated: Translated) -> None:
        question = self._status.question
        question.mark_as_answered(self._variables)
        self._forget_events()
        if translated.row is not None:
            self._complete_list()
        if question.validation_code:
            self._validate(question, translated)
        self._forget_dependent(translated)

    def _complete_list(self) -> None:
        """The rows are all there: say so where docassemble would ask for it next."""
        collected = self._status.extras["list_collect"]
        if self._status.extras.get("list_collect_is_final") and collected.auto_gather:
            if collected.ask_number:
                collected.target_number = len(collected.elements)
            else:
                collected.there_is_another = False

    def _validate(self, question: Any, translated: Translated) -> None:
        from docassemble.base.error import DAError, DAValidationError

        try:
            exec(question.validation_code, self._variables)  # noqa: S102  (the interview's own code)
        except DAValidationError as error:
            raise Refused((self._problem(error, translated),)) from error
        except Exception as error:
            # What an author raises by hand refuses, as on a server; any other is a fault of the code itself.
            if type(error) not in (Exception, DAError, AssertionError):
                raise
            raise Refused((Problem("", str(error) or _NOT_ACCEPTED),)) from error

    def _problem(self, error: Any, translated: Translated) -> Problem:
        """The problem an author found, with its field by the name it has on the screen."""
        known = {binding.saveas: binding.name for binding in translated.bindings}
        known |= {binding.name: binding.name for binding in translated.bindings}
        return Problem(known.get(str(error.field), ""), str(error) or _NOT_ACCEPTED)

    def _forget_events(self) -> None:
        """Take what is answered now off docassemble's list of what is still to be asked."""
        from unbarred.engine.context import SESSION

        stack = self._variables["_internal"]["event_stack"].get(SESSION, [])
        sought = {self._status.orig_sought, *self._set}
        while stack and stack[0].get("action") in sought:
            stack.pop(0)

    def _forget_dependent(self, translated: Translated) -> None:
        """Undefine what depends on the variables that were set, and run what is to run on a change."""
        interview, dirty = self._interview, self._variables["_internal"]["dirty"]
        if not (dirty or interview.invalidation_todo or interview.onchange_todo or translated.row):
            return
        for name, old in self._names_for_dependencies(translated):
            if name in interview.invalidation_todo or name in interview.onchange_todo:
                interview.invalidate_dependencies(name, self._variables, self._old | old)
            dirty.pop(name, None)

    def _names_for_dependencies(self, translated: Translated) -> Iterator[tuple[str, dict[str, Any]]]:
        for name in dict.fromkeys(self._set):
            yield name, {}
        row = translated.row
        if row is None:
            return
        iterator = self._status.extras["list_iterator"]
        # What an author says of `fruit[i].name` holds for this row of the list.
        self._variables[iterator] = row.number
        here, anywhere = f"{row.list_name}[{row.number}]", f"{row.list_name}[{iterator}]"
        for name in dict.fromkeys(self._set):
            if here in name:
                general = name.replace(here, anywhere)
                yield general, {general: self._old[name]} if name in self._old else {}

    def _lookup(self, name: str) -> Any:
        path = AnswerPath.parse(name)
        if not path.steps:
            return self._variables.get(path.root, UNDEFINED)
        try:
            return lookup(self._variables, path)
        # An undefined variable raises what its holder raises, docassemble's own search for it too.
        except Exception:  # noqa: BLE001
            return UNDEFINED


_NOT_ACCEPTED = "This is not accepted. Look at it again."
