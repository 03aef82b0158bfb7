"""One run of an interview: the variables so far, the screen that waits, the papers at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from unbarred.answers.path import AnswerPath
from unbarred.engine import context, refusals, swallowed
from unbarred.engine.assign import assign
from unbarred.engine.block_errors import block_failed, locate
from unbarred.engine.datatypes import to_variable
from unbarred.engine.interview import LoadedInterview
from unbarred.engine.translate import Binding, Translated, translate
from unbarred.errors import UserError
from unbarred.screens import FieldKind, Problem, Refused, Screen, Submission


@dataclass(frozen=True)
class Paper:
    """A finished document: title, file name without ending, DOCX bytes, places left blank."""

    title: str
    filename: str
    content: bytes
    blanks: tuple[str, ...]


class Run:
    """Asks one interview's screens in turn.

    `arguments` reach the interview as docassemble's `url_args`. After a
    `Refused` or any other error the variables may be half set: start again and
    replay.
    """

    def __init__(self, interview: LoadedInterview, arguments: Mapping[str, str]) -> None:
        from docassemble.base.parse import get_initial_dict

        self.interview = interview
        self._reference = interview.reference
        self._variables: dict[str, Any] = get_initial_dict()
        self._variables["url_args"] = dict(arguments)
        self._status: Any = None
        self._translated: Translated | None = None
        with context.entered(self._reference) as held:
            self._held = held
        self._ask()

    @property
    def screen(self) -> Screen:
        """The screen that waits for an answer."""
        return self._current.screen

    @property
    def _current(self) -> Translated:
        assert self._translated is not None
        return self._translated

    def answer(self, submission: Submission) -> None:
        """Give the screen's answers and go on to the next screen.

        Raises `Refused` where the interview's own checks do not accept them.
        """
        question = self._status.question
        with self._inside():
            for name, binding in self._current.bindings.items():
                if binding.is_button:
                    assign(self._variables, AnswerPath.parse(name), True)
                elif name in submission:
                    assign(self._variables, AnswerPath.parse(name), _variable(binding, submission[name]))
            self._forget_event(set(submission))
            question.mark_as_answered(self._variables)
            if question.validation_code:
                self._validate(question)
        self._ask()

    def papers(self) -> tuple[Paper, ...]:
        """Return the finished documents of an end screen, in order."""
        found = []
        for attachment in self._status.attachments or []:
            number = attachment["file"].get("docx")
            if number is None:
                continue
            kept = self._held.unbarred_files.numbered(number)
            found.append(Paper(attachment["name"], attachment["filename"], kept.content, kept.blanks))
        return tuple(found)

    def value(self, name: str) -> Any:
        """Return the value of a variable, or None if it is not defined."""
        from unbarred.engine.assign import lookup

        try:
            return lookup(self._variables, AnswerPath.parse(name))
        except (KeyError, AttributeError, IndexError, NameError):
            return None

    def _ask(self) -> None:
        from docassemble.base.parse import InterviewStatus

        status = InterviewStatus(current_info=context.current_info(self._reference))
        with self._inside():
            self.interview.parsed.assemble(self._variables, status)
            self._status = status
            self._translated = translate(status, self._variables)

    def _validate(self, question: Any) -> None:
        from docassemble.base.error import DAValidationError

        try:
            exec(question.validation_code, self._variables)  # noqa: S102  (the interview's own code)
        except DAValidationError as error:
            field = getattr(error, "field", None)
            known = field if field in self._current.bindings else ""
            raise Refused((Problem(known or "", str(error)),)) from error

    def _forget_event(self, names: set[str]) -> None:
        stack = self._variables["_internal"]["event_stack"].get(context.SESSION, [])
        sought = {self._status.orig_sought} | names
        while stack and stack[0].get("action") in sought:
            stack.pop(0)

    @contextmanager
    def _inside(self) -> Iterator[None]:
        from docassemble.base.thread_context import global_context, user_dict_context

        with global_context(self._held), user_dict_context(self._variables):
            try:
                yield
            except Refused:
                self._refused()
                raise
            except UserError as error:
                self._refused()
                locate(self.interview, error)
                raise
            # Code of an interview may end the program (`exit()`); what was answered is kept first.
            except (Exception, SystemExit) as error:
                raise self._refused() or block_failed(self.interview, error) from error
        if refused := self._refused():
            raise refused

    def _refused(self) -> UserError | None:
        """Return what was refused in this step, or failed, without the interview taking notice."""
        refused, passed_over = refusals.take_first(), swallowed.take_first()
        if refused is not None:
            locate(self.interview, refused)
        elif passed_over is not None:
            return block_failed(self.interview, passed_over)
        return refused


def _variable(binding: Binding, value: Any) -> Any:
    made = to_variable(binding.field, value)
    if binding.inverted and isinstance(made, bool):
        return not made
    if binding.field.kind is FieldKind.ONE_OF and made is not None:
        return binding.choices[made]
    return made
