"""What was done to a text to make another of it, by the word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from unbarred.documents.comparing.aligning import Item, align
from unbarred.documents.comparing.sentences import sentences

# A word, a space, or one other sign; an object in the text is a sign of its own.
_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|[^\S\n\t\f]+|.", re.DOTALL)

_ALIKE = 0.5
"""How much two sentences share before their words are compared; spaces count too."""


@dataclass(frozen=True)
class Edit:
    """One stretch of two texts: `before[start:end]` became `after[begin:stop]`, or `same` is true."""

    start: int
    end: int
    begin: int
    stop: int
    same: bool


def edits(before: str, after: str) -> list[Edit]:
    """Return the stretches of both texts in order, each as long as it can be, without empty ones.

    Sentences are laid side by side first: a long paragraph stays quick, and a sentence that is new
    altogether is not pieced together from words of the one it replaced.
    """
    found: list[Edit] = []
    for edit in _rough(before, after):
        if found and found[-1].same == edit.same:
            last = found[-1]
            found[-1] = Edit(last.start, edit.end, last.begin, edit.stop, edit.same)
        else:
            found.append(edit)
    return found


def _rough(before: str, after: str) -> Iterator[Edit]:
    old, new = sentences(before), sentences(after)
    at = to = 0
    for left, right in align([Item(each) for each in old], [Item(each) for each in new]):
        one = old[left] if left is not None else ""
        other = new[right] if right is not None else ""
        if one == other:
            yield Edit(at, at + len(one), to, to + len(other), same=True)
        elif one and other:
            yield from _by_the_word(one, other, at, to)
        else:
            yield Edit(at, at + len(one), to, to + len(other), same=False)
        at, to = at + len(one), to + len(other)


def _by_the_word(before: str, after: str, at: int, to: int) -> Iterator[Edit]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    starts, begins = _offsets(old, at), _offsets(new, to)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        yield Edit(starts[0], starts[-1], begins[0], begins[-1], same=False)
        return
    stretches = matcher.get_opcodes()
    for position, (tag, start, end, begin, stop) in enumerate(stretches):
        # A lone space between two changed words would make three changes of one.
        island = 0 < position < len(stretches) - 1 and not "".join(old[start:end]).strip(" ,;")
        same = tag == "equal" and not island
        yield Edit(starts[start], starts[end], begins[begin], begins[stop], same)


def _offsets(tokens: list[str], first: int) -> list[int]:
    found = [first]
    for token in tokens:
        found.append(found[-1] + len(token))
    return found
