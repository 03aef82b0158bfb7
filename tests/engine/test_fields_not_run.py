"""Nothing a person gives is executed: not her words, not a journal or an action somebody wrote by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from one_field import Starter, asking
from one_of_each import NASTY

from unbarred.answers.path import AnswerPath
from unbarred.engine import LoadedInterview, Run, load_file
from unbarred.screens import Action, Refused, read_submission
from unbarred.sessions import Session

BEFORE = """
objects:
  - friend: Individual
---
mandatory: True
code: |
  harmed = []
  harm = lambda *given: harmed.append(given)
"""

FIELDS = """
question: Tell us
fields:
  - Words: answer
    required: False
  - Pick: pick
    input type: combobox
    choices: [Apple]
    required: False
  - First: friend.name.first
    required: False
  - Boxes: boxes
    datatype: checkboxes
    choices: [Apple, Pear]
---
event: over
question: |
  The end: ${ answer } ${ pick } ${ friend.name.first } ${ boxes.true_values() }
---
mandatory: True
code: |
  answer
  over
"""

HARM = (
    st.sampled_from(["harm()", "harm(1) or ''", "${ harm() }", "{{ harm() }}", "' + str(harm()) + '"]) | NASTY
)


@pytest.fixture(scope="module")
def interview(tmp_path_factory: pytest.TempPathFactory) -> LoadedInterview:
    path = tmp_path_factory.mktemp("harm") / "interview.yml"
    path.write_text(f"{BEFORE.strip()}\n---{FIELDS}", encoding="utf-8")
    return load_file(path)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=HARM, pick=HARM, first=HARM)
def test_words_are_only_words(interview: LoadedInterview, words: str, pick: str, first: str) -> None:
    run = Run(interview, {})
    given = {"answer": words, "pick": pick, "friend.name.first": first, "boxes": ["Apple"]}
    try:
        submission = read_submission(run.screen, given)
    except Refused:
        return
    run.answer(submission)
    assert run.value("harmed") == []
    for name in ("answer", "pick", "friend.name.first"):
        assert run.value(name) in (submission[name], "")


NAMES = st.sampled_from(
    [
        "harm()",
        "friend.__class__",
        "answer; harm()",
        "harmed",
        "harm",
        "_internal",
        "_internal['answered']",
        "url_args",
        "friend.name",
        "boxes['harm()']",
        "answer[harm()]",
        "__builtins__",
        "nav",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=NAMES | NASTY)
def test_only_what_the_screen_asks_can_be_given(interview: LoadedInterview, name: str) -> None:
    run = Run(interview, {})
    asked = {field.name for field in run.screen.inputs}
    given = dict.fromkeys(asked, None) | {"boxes": [], name: "x"}
    if name not in asked:
        with pytest.raises(Refused):
            read_submission(run.screen, given)
    # Even what comes past the reader sets nothing else.
    run.answer({each: value for each, value in given.items() if each == name})
    assert run.value("harmed") == []
    assert callable(run.value("harm"))


@pytest.mark.parametrize("name", ["harm()", "a;b", "a.__class__", "__import__('os')", "a[b]", "a[0", ""])
def test_a_name_that_is_no_variable_is_no_path(name: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        AnswerPath.parse(name)


ACTIONS = [
    Action("over", ""),
    Action("harm", "", {}),
    Action("_da_force_ask", "", {"variables": ["answer"]}),
    Action("_da_set", "", {"variables": [{"harmed": 1}]}),
    Action("_da_undefine", "", {"variables": ["harmed"]}),
]


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_that_is_not_offered_is_not_done(start: Starter, action: Action) -> None:
    run = start(asking("", BEFORE))
    before = run.screen
    with pytest.raises(Refused):
        run.act(action)
    assert run.screen == before
    assert run.value("harmed") == []


def test_an_action_with_other_arguments_is_not_done(start: Starter) -> None:
    run = start(asking("", BEFORE))
    run.answer({"answer": "a"})
    [offered] = run.screen.actions
    with pytest.raises(Refused):
        run.act(Action(offered.name, offered.label, {"more": "harm()"}))


Edit = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.mark.parametrize(
    "edit",
    [
        lambda event: event | {"answers": event["answers"] | {"harmed": "x"}},
        lambda event: event | {"answers": {"harm()": "x", **event["answers"]}},
        lambda event: event | {"answers": event["answers"] | {"friend.__class__": "x"}},
        lambda event: event | {"answers": event["answers"] | {"boxes": ["harm()"]}},
        lambda event: {
            "event": "acted",
            "screen": event["screen"],
            "action": "_da_set",
            "arguments": {"variables": [{"harmed": 1}]},
            "at": event["at"],
        },
    ],
)
def test_a_journal_edited_by_hand_gives_nothing_the_screen_does_not_ask(
    interview: LoadedInterview, tmp_path: Path, edit: Edit
) -> None:
    def find(name: str) -> LoadedInterview:
        return interview

    session = Session.begin(tmp_path / "session", "harm", {}, find)
    first = session.screen
    session.submit({"answer": "a", "pick": "b", "friend.name.first": "c", "boxes": ["Apple"]})
    session.close()
    journal = tmp_path / "session" / "journal.jsonl"
    lines = journal.read_text(encoding="utf-8").splitlines()
    lines[-1] = json.dumps(edit(json.loads(lines[-1])))
    journal.write_text("\n".join(lines) + "\n", encoding="utf-8")

    resumed = Session.resume(tmp_path / "session", find)
    assert resumed.screen == first
    assert resumed.run.value("harmed") == []
    assert len(resumed.gone) == 1
    resumed.close()
