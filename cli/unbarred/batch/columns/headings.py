"""What stands above columns: plain words that tell each from all others of its sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from unbarred.batch.columns.sightings import Sighting
from unbarred.batch.columns.wording import LEFT_OUT

LONGEST = 84
"""Signs, as far as a heading is ours to shorten."""

_LONGEST_LABEL = 120


def headings(seen: Sequence[Sighting]) -> list[str]:
    """Return a heading for each column of a sheet, no two alike."""
    one_screen = len({each.screen for each in seen}) == 1 and len(seen) > 1
    short = [
        _heading(each, label, is_alone=one_screen) for each, label in zip(seen, _labels(seen), strict=True)
    ]
    return _apart(short, seen)


def _labels(seen: Sequence[Sighting]) -> list[str]:
    """Return the labels; one such as “and months” goes on from the label before it."""
    labels: list[str] = []
    for before, each in zip([None, *seen], seen, strict=False):
        goes_on = before is not None and before.screen == each.screen and each.label[:1].islower()
        labels.append(f"{labels[-1]} {LEFT_OUT} {each.label}" if goes_on and labels[-1] else each.label)
    return labels


def _heading(each: Sighting, label: str, *, is_alone: bool) -> str:
    if not label:
        return _cut(each.question, LONGEST) or _words_of(each.name)
    label = _cut(label, _LONGEST_LABEL)
    if is_alone or label.endswith("?") or not each.question or label == each.question:
        return label
    room = LONGEST - len(label) - 1
    if len(each.question) <= room:
        return f"{each.question} {label}"
    # Half a question that says little is worth less than the label alone.
    return f"{_cut(each.question, room)} {label}" if room > LONGEST // 3 else label


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rpartition(" ")[0].rstrip(" ,;:.…") + LEFT_OUT


def _words_of(name: str) -> str:
    words = name.replace(".", " ").replace("_", " ")
    return " ".join(
        "".join(sign if sign.isalnum() or sign == " " else " " for sign in words).split()
    ).capitalize()


def _apart(texts: list[str], seen: Sequence[Sighting]) -> list[str]:
    """Return the texts; to those that are alike the question is added, the section, or a number."""
    counts = Counter(map(str.casefold, texts))
    fuller = [
        text if counts[text.casefold()] == 1 else _fuller(text, each)
        for text, each in zip(texts, seen, strict=True)
    ]
    taken: set[str] = set()
    apart = []
    for text in fuller:
        number, unlike = 1, text
        while unlike.casefold() in taken:
            number += 1
            unlike = f"{text} ({number})"
        taken.add(unlike.casefold())
        apart.append(unlike)
    return apart


def _fuller(text: str, each: Sighting) -> str:
    if each.label and each.question not in text:
        return f"{_cut(each.question, LONGEST)} {text}"
    return f"{text} ({each.section})" if each.section else text
