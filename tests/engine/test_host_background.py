"""Background actions are done in the foreground, on a copy of the variables, once they are looked at."""

from __future__ import annotations

from typing import Any

import pytest

from unbarred.engine.host import NotOffered

TASK = """
mandatory: True
code: |
  kept = [1]
  task = background_action({action})
  {after}
---
event: work
code: |
  kept.append(action_argument('more'))
  background_response(sum(kept))
---
event: save
code: |
  background_response_action('saved', total=sum(kept) + 1)
---
event: saved
code: |
  total = action_argument('total')
  background_response('done')
---
event: fail
code: |
  1 / 0
---
event: fail_told
code: |
  background_error_action('failed', where='there')
  1 / 0
---
event: failed
code: |
  problem = action_argument('error_type') + ' ' + action_argument('where')
  background_response()
---
event: ask
code: |
  background_response(detail)
---
question: What?
fields:
  - Detail: detail
---
mandatory: True
question: |
  ${{ told }}
"""

TOLD = {
    "value": ("'work', more=4", "told = task.get()", "5"),
    "ready": ("'work', more=4", "told = task.ready()", "True"),
    "on a copy": ("'work', more=4", "told = [task.get(), kept]", "[5, [1]]"),
    "result": (
        "'work', more=4",
        "told = [task.result().value, task.failed(), task.wait()]",
        "[5, False, True]",
    ),
    "state": (
        "'work', more=4",
        "told = [task.state(), task.status(), task.revoke()]",
        "['SUCCESS', 'SUCCESS', None]",
    ),
    "saved in the session": ("'save'", "told = [task.get(), total]", "['done', 2]"),
    "failed": ("'fail'", "told = [task.failed(), task.get()]", "[True, None]"),
    "why it failed": ("'fail'", "told = task.result().error_type", "ZeroDivisionError"),
    "told of failure": (
        "'fail_told'",
        "told = [task.failed(), problem]",
        "[True, 'ZeroDivisionError there']",
    ),
    "ends in a question": ("'ask'", "told = [task.failed(), task.result().error_message]", "[True, 'What?']"),
}


@pytest.mark.parametrize(("action", "after", "told"), TOLD.values(), ids=TOLD)
def test_what_comes_of_a_background_action(start: Any, action: str, after: str, told: str) -> None:
    assert start(TASK.format(action=action, after=after)).screen.heading == told


def test_an_action_nobody_asks_about_is_done_before_the_screen_is_shown(start: Any) -> None:
    text = TASK.format(action="'save'", after="told = 'Total'")
    run = start(text.replace("${ told }", "${ told } ${ showifdef('total') }").replace("${{", "${"))
    assert run.screen.heading == "Total 2"
    assert run.value("total") == 2


def test_it_may_be_started_where_code_runs_on_every_screen(start: Any) -> None:
    run = start(
        """
        initial: True
        code: |
          if not defined('task'):
            task = background_action('work')
        ---
        event: work
        code: |
          background_response(7)
        ---
        mandatory: True
        question: |
          ${ task.get() }
        """
    )
    assert run.screen.heading == "7"


def test_files_and_stores_are_the_same_in_the_background(start: Any) -> None:
    run = start(
        """
        objects:
          - f: DAFile
        ---
        mandatory: True
        code: |
          f.initialize(filename='a.txt')
          task = background_action('work')
          told = [task.get(), f.slurp(), DAStore('s').get('k')]
        ---
        event: work
        code: |
          f.write('written')
          DAStore('s').set('k', 1)
          background_response(f.number)
        ---
        mandatory: True
        question: |
          ${ told }
        """
    )
    assert run.screen.heading == "[1, 'written', 1]"


def test_a_background_action_object_waits_for_nothing(start: Any) -> None:
    run = start(
        """
        objects:
          - worker: BackgroundAction
        ---
        mandatory: True
        code: |
          told = worker.run('work', more=2)
        ---
        event: work
        code: |
          background_response(action_argument('more') + 1)
        ---
        mandatory: True
        question: |
          ${ told }
        """
    )
    assert run.screen.heading == "3"


def test_what_is_refused_in_the_background_is_refused(start: Any) -> None:
    with pytest.raises(NotOffered) as caught:
        start(
            """
            mandatory: True
            code: |
              task = background_action('work')
            ---
            event: work
            code: |
              send_email(to='a@example.com', subject='s', body='b')
              background_response()
            ---
            mandatory: True
            question: Over
            """
        )
    assert caught.value.service == "e-mail"
