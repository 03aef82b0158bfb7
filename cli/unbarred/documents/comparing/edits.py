"""What was done to a text to make another of it, by the word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from unbarred.documents.comparing.aligning import Item, align, matcher
from unbarred.documents.comparing.sentences import sentences

# A word, a space, or one other sign; an object in the text is a sign of its own.
_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|[^\S\n\t\f]+|.", re.DOTALL)

_ALIKE = 0.5
"""How much two sentences share before their words are compared; spaces count too."""

_WORD_AND_SPACE = re.compile(r"\S+\s+")
_LONGEST = 1000
"""Letters of a sentence that is compared word by word as it is."""
_WORDS_IN_PORTION = 32
"""About so many words are in each portion of a longer one."""


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
    old, new = (list(_portions(text)) for text in (before, after))
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


def _portions(text: str) -> Iterator[str]:
    """Yield sentences; one without an end in sight is cut, and at the same words wherever they stand.

    Where it is cut depends on the words alone: one put in far ahead moves no cut behind it.
    """
    for sentence in sentences(text):
        begin = 0
        for word in _WORD_AND_SPACE.finditer(sentence) if len(sentence) > _LONGEST else ():
            if crc32(word.group().encode()) % _WORDS_IN_PORTION == 0:
                yield sentence[begin : word.end()]
                begin = word.end()
        if begin < len(sentence):
            yield sentence[begin:]


def _by_the_word(before: str, after: str, at: int, to: int) -> Iterator[Edit]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    starts, begins = _offsets(old, at), _offsets(new, to)
    matched = matcher(old, new)
    if matched.ratio() < _ALIKE:
        yield Edit(starts[0], starts[-1], begins[0], begins[-1], same=False)
        return
    stretches = matched.get_opcodes()
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
