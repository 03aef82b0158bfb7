"""What another answer to an earlier question does: what is kept, what goes, what is asked again.

Nothing here changes a session; it is found out in runs that are thrown away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from unbarred.screens import (
    AnsweredScreen,
    Change,
    Changed,
    Conversation,
    Problem,
    Refused,
    Screen,
    Submission,
    read_submission,
)
from unbarred.sessions.records import Record, plain_answers
from unbarred.sessions.replay import Beginning, Replayed, Step, replay


@dataclass(frozen=True)
class Amendment:
    """An amendment that would be accepted, and what it would do."""

    given: Submission
    replayed: Replayed
    again: tuple[int, ...]
    """Numbers of records to ask again, because what they answered depends on what was changed."""
    change: Change


def amend_by_name(conversation: Conversation, name: str, raw: object) -> Change:
    """Give the answer `name` another value, wherever it was asked last; keep all that still holds.

    `raw` is text as typed, or a typed value. Raises `Refused` if nothing of that name was answered, or if
    the value is not accepted; then nothing has changed.
    """
    answered = next((each for each in reversed(conversation.answered()) if name in each.given), None)
    if answered is None:
        raise Refused((Problem(name, "Nothing of that name was answered yet."),))
    return conversation.amend(
        answered.number, read_submission(answered.screen, {**answered.given, name: raw})
    )


def amendment(
    beginning: Beginning,
    records: Sequence[Record],
    course: Sequence[Step],
    waiting: Screen,
    number: int,
    given: Submission,
) -> Amendment:
    """Return what giving step `number` (counted from 1) of `course` the answers `given` would do.

    `waiting` is the screen to which that course has led. Raises `Refused` if the interview
    does not accept them there.
    """
    step = course[number - 1]
    before = [records[each.record] for each in course[: number - 1]]
    replay(beginning, before).run.answer(given, records[step.record].at)
    changed = _changed(step.answered, given)
    again = _depending(beginning, records, course[number:], [each.name for each in changed])
    trial = list(records)
    trial[step.record] = replace(trial[step.record], answers=plain_answers(given), taken_from="")
    for each in again:
        trial[each] = replace(trial[each], withdrawn=True)
    replayed = replay(beginning, trial)
    # What comes after a question that is new waits until she has answered it, and then stands again.
    waits = bool(replayed.left_over or again or replayed.run.screen.id != waiting.id)
    foreseen = replay(beginning, trial, ahead=True) if waits else replayed
    still = {each.record for each in foreseen.steps}
    after = course[number:]
    dropped = tuple(each.answered for each in after if each.record not in still)
    asked = tuple(takewhile(lambda screen: screen.id != waiting.id, foreseen.guessed))
    change = Change(len(after) - len(dropped), dropped, changed, asked)
    return Amendment(given, replayed, again, change)


def _changed(answered: AnsweredScreen, given: Submission) -> tuple[Changed, ...]:
    names = dict.fromkeys([*answered.given, *given])
    return tuple(
        Changed(name, answered.given.get(name), given.get(name))
        for name in names
        if answered.given.get(name) != given.get(name)
    )


def _depending(
    beginning: Beginning, records: Sequence[Record], after: Sequence[Step], names: Sequence[str]
) -> tuple[int, ...]:
    """Return the records among `after` whose answers the interview says depend on the answers `names`."""
    if not names or not beginning.interview.has_dependencies:
        return ()
    run = replay(beginning, records).run
    forgotten = run.forgotten_with(names)
    return tuple(each.record for each in after if forgotten & {*each.answered.given})
