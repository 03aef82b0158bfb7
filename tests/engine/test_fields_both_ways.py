"""Whatever is answered comes back: from the variable, from the journal on the disk, from an answer file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from one_of_each import INTERVIEW, of_blank, submissions

from unbarred.answers.answer_file import Notation, dump, parse
from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.values import LATER, to_plain
from unbarred.engine import LoadedInterview, Run, load_file
from unbarred.screens import Screen, read_submission
from unbarred.sessions import Session


@pytest.fixture(scope="module")
def each(tmp_path_factory: pytest.TempPathFactory) -> LoadedInterview:
    """The interview with one field of each datatype."""
    path = tmp_path_factory.mktemp("each") / "each.yml"
    path.write_text(INTERVIEW, encoding="utf-8")
    return load_file(path)


FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # One example is a whole sitting: it is read as it is found.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@FEW
@given(data=st.data())
def test_what_was_answered_is_there_when_it_is_asked_again(
    each: LoadedInterview, data: st.DataObject
) -> None:
    run = Run(each, {})
    given = data.draw(submissions(run.screen))
    run.answer(read_submission(run.screen, given))
    run.act(run.screen.actions[0])
    for field in run.screen.inputs:
        answer = given[field.name]
        is_blank = answer in (LATER, ()) or (answer == "None" and not field.takes_other and field.choices)
        expected = of_blank(field) if is_blank else answer
        assert (field.name, field.default) == (field.name, expected)


def as_seen(run: Run, screen: Screen) -> dict[str, Any]:
    """What an interview sees of the variables; objects by their names."""
    return {field.name: plain(run.value(field.name)) for field in screen.inputs}


def plain(value: Any) -> Any:
    elements = getattr(value, "elements", None)
    if isinstance(elements, list):
        return [each.instanceName for each in elements]
    seen = elements if elements is not None else getattr(value, "instanceName", value)
    return (type(value).__name__, repr(seen))


@FEW
@given(data=st.data())
def test_resumed_from_the_disk_every_variable_is_the_same(each: LoadedInterview, data: st.DataObject) -> None:
    def find(name: str) -> LoadedInterview:
        return each

    with tempfile.TemporaryDirectory() as folder:
        session = Session.begin(Path(folder) / "session", "each", {}, find)
        screen = session.screen
        given = data.draw(submissions(screen))
        session.submit(given)
        before = as_seen(session.run, screen)
        session.close()
        resumed = Session.resume(Path(folder) / "session", find)
        assert resumed.is_over
        assert as_seen(resumed.run, screen) == before
        [step] = resumed.answered()
        assert dict(step.given) == given
        resumed.close()


@pytest.mark.parametrize("notation", Notation)
@FEW
@given(data=st.data())
def test_an_answer_file_gives_the_same_answers(
    each: LoadedInterview, notation: Notation, data: st.DataObject
) -> None:
    screen = Run(each, {}).screen
    given = data.draw(submissions(screen))
    answers = {name: to_plain(value) for name, value in given.items()}
    text = dump(AnswerSet(interview="each", answers=answers), notation)
    assert dict(read_submission(screen, parse(text, notation, "answers").answers)) == given
