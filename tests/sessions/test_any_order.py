"""Whatever she does in whatever order: what is in memory is what the disk gives back."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from small_interviews import FAMILY, Desk, said

from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine import LoadedInterview
from unbarred.screens import Field, FieldKind, Refused, Screen
from unbarred.sessions import Session

NAMES = st.sampled_from(["Mo", "Ana", "O’Neil", "a" * 21])
STORIES = st.sampled_from(["It was.", "One\n\n\tTwo", LATER])


def answers_to(field: Field, data: st.DataObject) -> AnswerValue:
    if field.kind is FieldKind.YES_NO:
        return data.draw(st.booleans())
    if field.kind is FieldKind.ONE_OF:
        return data.draw(st.sampled_from([each.value for each in field.choices]))
    if field.kind is FieldKind.DATE:
        return data.draw(st.one_of(st.just(LATER), st.dates()))
    return data.draw(STORIES if field.kind is FieldKind.AREA else NAMES)


def given_to(screen: Screen, data: st.DataObject) -> dict[str, AnswerValue]:
    return {field.name: answers_to(field, data) for field in screen.inputs}


class AnyOrder(RuleBasedStateMachine):
    """One session driven at random; after every step a second one is read from its disk."""

    parsed: LoadedInterview

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(self.folder, FAMILY)

    def teardown(self) -> None:
        self.desk.session.close()
        shutil.rmtree(self.folder)

    @precondition(lambda self: not self.desk.session.is_over)
    @rule(data=st.data())
    def submit(self, data: st.DataObject) -> None:
        screen = self.desk.session.screen
        given = given_to(screen, data)
        try:
            self.desk.session.submit(given)
        except Refused:
            assert self.desk.session.screen == screen
        else:
            assert self.desk.session.answered()[-1].number == len(self.desk.session.answered())

    @precondition(lambda self: not self.desk.session.is_over)
    @rule()
    def submit_what_was_given_before(self) -> None:
        session = self.desk.session
        given = session.given_before()
        if set(given) == {field.name for field in session.screen.inputs}:
            try:
                session.submit(given)
            except Refused:
                assert session.screen.inputs

    @rule()
    def back(self) -> None:
        before = said(self.desk.session)
        assert self.desk.session.back() is bool(before)
        assert said(self.desk.session) == before[:-1]
        if before:
            assert (self.desk.session.screen.id, dict(self.desk.session.given_before())) == before[-1]

    @precondition(lambda self: self.desk.session.answered())
    @rule(data=st.data())
    def amend(self, data: st.DataObject) -> None:
        session = self.desk.session
        before = said(session)
        chosen = data.draw(st.sampled_from(session.answered()))
        given = given_to(chosen.screen, data)
        try:
            preview = session.preview_amend(chosen.number, given)
        except Refused:
            assert said(session) == before
            return
        assert session.amend(chosen.number, given) == preview
        now = said(session)
        assert now[: chosen.number - 1] == before[: chosen.number - 1]
        assert now[chosen.number - 1] == (chosen.screen.id, given)
        assert preview.kept + len(preview.dropped) == len(before) - chosen.number

    @rule()
    def resume(self) -> None:
        self.desk.resume()

    @invariant()
    def the_disk_gives_back_what_is_in_memory(self) -> None:
        held = self.desk.session
        copy = self.folder / "copy"
        copy.mkdir()
        shutil.copy(self.desk.journal, copy)
        read = Session.resume(copy, lambda name: held.interview)
        try:
            assert picture(read) == picture(held)
            assert read.gone == ()
        finally:
            read.close()
            shutil.rmtree(copy)


def picture(session: Session) -> Any:
    return session.screen, session.number, said(session), dict(session.given_before())


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
