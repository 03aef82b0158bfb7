"""A small interview held in memory, to sit the terminal's front end in front of.

A second implementation of `Conversation`: each answer is kept in a JSON file
before the call returns. Run as a program, it holds the sitting at the terminal
it is run in:

    python scripted.py KEPT_FILE [--plain] [--review] [--from SCREEN | --script SCRIPT]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import every_field
import scripted_screens
from scripted_screens import SCRIPT, TODAY, Step, at

from unbarred.answers.values import AnswerValue, to_plain
from unbarred.screens import (
    Action,
    AnsweredScreen,
    Change,
    Problem,
    Refused,
    Screen,
    Submission,
    read_submission,
)


class Scripted:
    """A sitting with `SCRIPT`, or with other steps."""

    def __init__(self, kept: Path | None = None, script: Sequence[Step] = SCRIPT) -> None:
        self._script = script
        self._kept = kept
        self._given: dict[str, Submission] = {}
        self._before: dict[str, Submission] = {}
        self._drafts: dict[str, str] = {}
        if kept is not None and kept.exists():
            saved = json.loads(kept.read_text(encoding="utf-8"))
            self._drafts = saved["drafts"]
            for step in script:
                if step.screen.id in saved["given"]:
                    given = saved["given"][step.screen.id]
                    self._given[step.screen.id] = read_submission(step.screen, given)

    @property
    def screen(self) -> Screen:
        return self._waiting(self._given)

    @property
    def number(self) -> int:
        return len(self.answered()) + 1

    def submit(self, submission: Submission) -> None:
        screen = self.screen
        self._given[screen.id] = self._checked(screen, submission)
        self._before.pop(screen.id, None)
        self._drafts = {}
        self._save()

    def act(self, action: Action) -> None:
        """Refuse what is to be refused; anything else has an earlier screen asked again."""
        if action.name == "refuse":
            raise Refused((Problem("", str(action.arguments["why"])),))
        again = str(action.arguments["screen"])
        self._before[again] = self._given.pop(again)
        self._save()

    def back(self) -> bool:
        answered = self.answered()
        if not answered:
            return False
        last = answered[-1].screen.id
        self._before[last] = self._given.pop(last)
        self._save()
        return True

    def given_before(self) -> Mapping[str, AnswerValue]:
        return self._before.get(self.screen.id, {})

    def answered(self) -> Sequence[AnsweredScreen]:
        asked = self._asked(self._given)
        return [AnsweredScreen(place, each, self._given[each.id]) for place, each in enumerate(asked, 1)]

    def amend(self, number: int, submission: Submission) -> Change:
        change = self.preview_amend(number, submission)
        changed = self.answered()[number - 1].screen
        self._given[changed.id] = submission
        for each in change.dropped:
            self._before[each.screen.id] = self._given.pop(each.screen.id)
        self._save()
        return change

    def preview_amend(self, number: int, submission: Submission) -> Change:
        answered = self.answered()
        changed = answered[number - 1].screen
        trial = {**self._given, changed.id: self._checked(changed, submission)}
        still = {screen.id for screen in self._asked(trial)}
        dropped = tuple(each for each in answered[number:] if each.screen.id not in still)
        return Change(len(answered) - number - len(dropped), dropped)

    def keep_draft(self, field: str, text: str) -> None:
        self._drafts[field] = text
        self._save()

    def draft(self, field: str) -> str | None:
        return self._drafts.get(field)

    def _checked(self, screen: Screen, submission: Submission) -> Submission:
        given = read_submission(screen, submission)
        step = next(each for each in self._script if each.screen.id == screen.id)
        if problem := step.check(given):
            raise Refused((Problem(screen.inputs[0].name, problem),))
        return given

    def _asked(self, given: Mapping[str, Submission]) -> list[Screen]:
        """The answered screens, in order, up to the one that waits."""
        asked: list[Screen] = []
        answers: dict[str, AnswerValue] = {}
        for step in self._script:
            if not step.when(answers):
                continue
            if step.screen.id not in given:
                break
            answers |= given[step.screen.id]
            asked.append(step.screen)
        return asked

    def _waiting(self, given: Mapping[str, Submission]) -> Screen:
        asked = {screen.id for screen in self._asked(given)}
        answers = {name: value for each in asked for name, value in given[each].items()}
        return next(
            step.screen for step in self._script if step.when(answers) and step.screen.id not in asked
        )

    def _save(self) -> None:
        if self._kept is None:
            return
        given = {
            name: {field: to_plain(value) for field, value in each.items()}
            for name, each in self._given.items()
        }
        text = json.dumps({"given": given, "drafts": self._drafts})
        fresh = self._kept.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self._kept)


def main() -> None:
    from unbarred.terminal import hold, review

    options = sys.argv[2:]
    script = SCRIPT
    if "--from" in options:
        script = at(getattr(scripted_screens, options[options.index("--from") + 1]))
    if "--script" in options:
        script = getattr(every_field, options[options.index("--script") + 1])
    conversation = Scripted(Path(sys.argv[1]), script)
    front_end = review if "--review" in options else hold
    ending = front_end(conversation, plain="--plain" in options, as_of=TODAY)
    sys.stdout.write(f"Ended: {ending.value}\n")


if __name__ == "__main__":
    main()
