"""What an interview draws by chance is drawn again in a replay, whichever way it draws."""

from __future__ import annotations

import random
from typing import Any

from unbarred.engine import Run

DRAWS = """
imports:
  - random
---
mandatory: True
code: |
  system = random.SystemRandom()
  def thing():
    made = DAObject()
    made.set_random_instance_name()
    return made
  first = [thing().instanceName, system.random(), system.choice(range(10 ** 9)), random.random()]
  word
  then = [thing().instanceName, system.randint(1, 10 ** 9)]
  done
---
question: Word
fields:
  - Word: word
---
event: done
question: ${ first } ${ then }
"""


def drawn(interview: Any, seed: int) -> str:
    run = Run(interview, {}, seed)
    system = random.SystemRandom()
    assert system.random() != system.random()
    run.answer({"word": "a"})
    return run.screen.heading


def test_the_same_is_drawn_again_and_something_else_by_another_run(start: Any) -> None:
    interview = start(DRAWS).interview
    state = random.getstate()
    assert drawn(interview, 7) == drawn(interview, 7) != drawn(interview, 8)
    assert random.getstate() == state
