"""What is asked and then used by nothing: no template, no condition, no code, no other screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from unbarred.check.templates.interviews import Giver, Interview
from unbarred.check.templates.interviews.fields import GOING_ON
from unbarred.check.templates.references import Need, Reference

_OF_LISTS = frozenset(
    """there_are_any there_is_another there_is_one_other target_number is_complete gathered
    new_item_name new_item_value""".split()
)
"""What docassemble itself asks of a list."""
_LISTS = ("List", "Dict", "Set")
"""What the classes of docassemble end in that hold several things."""
_NAMED_IN_TEXT = re.compile(r"(?:defined|showifdef|value|define|need|forget|val)\(\s*[\"']([^\"']+)[\"']")
_WORD = re.compile(r"[A-Za-z_]\w*")


class Used:
    """The names that are used anywhere: by templates, and by the blocks of an interview."""

    def __init__(self, objects: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._whole: set[str] = set()
        self._objects = frozenset(objects)

    def take(self, needs: Iterable[Need]) -> None:
        """Note what is needed; what is called is used with all that is known of it."""
        for need in needs:
            steps = need.reference.steps
            self._words |= {need.reference.root, *(step.name for step in steps if step.kind == "attribute")}
            for number, step in enumerate(steps):
                if step.kind == "call" and number > 0:
                    self._whole.add(Reference(need.reference.root, steps[: number - 1]).path)
            if need.is_handed_over or need.reference.path in self._objects:
                # An object by itself is printed with whatever its class thinks fit.
                self._whole.add(need.reference.path)

    def take_text(self, text: str) -> None:
        """Note the names that are given as text: `defined('children')`."""
        for named in _NAMED_IN_TEXT.findall(text):
            self._words |= set(_WORD.findall(named))

    def __contains__(self, path: str) -> bool:
        last = _WORD.findall(path)[-1]
        return last in self._words or any(path.startswith((f"{each}.", f"{each}[")) for each in self._whole)


def unused(interview: Interview, by_templates: Iterable[Need]) -> Iterator[Giver]:
    """Yield the answers of an interview that nothing uses."""
    used = Used(
        each.path for each in interview.givers if each.kind == "objects" and not each.made.endswith(_LISTS)
    )
    used.take(by_templates)
    for chunk in interview.chunks:
        used.take(need for need in interview.uses_in(chunk) if not need.is_sought)
        used.take_text("\n".join(chunk.block.lines))
    for giver in interview.givers:
        name = giver.path.rpartition(".")[2]
        if giver.kind != "question" or giver.made == GOING_ON or name in _OF_LISTS:
            continue
        if giver.path.endswith("[]") or giver.path == "x":
            # Items are used through their list.
            continue
        if giver.path not in used:
            yield giver
