"""Takes what she did with a packet over to the packet that is made again from changed answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterator, Mapping, Sequence

from unbarred.documents.packets.arranging import free_label, with_exhibit
from unbarred.documents.packets.plan import Exhibit, Made, Paper, Part, Plan


def renewed(
    old: Plan, new: Plan, made_then: Container[str], named_then: Mapping[str, str] | None = None
) -> Plan:
    """Return the plan `new` with the order, exhibits, options and left-out parts of `old`.

    `made_then` are the files of the papers that the interview made for `old`:
    those that it makes no more are gone, other papers are hers and stay. `named_then` are the
    titles of the exhibits that it named, by their labels. A file follows the title to another
    label; an exhibit of hers whose label is wanted for another gets the next free one, at the end.
    """
    known = named_then or {}
    if named_then is None:
        named_then = {each.label: each.title for each in old.exhibits}
    again = {each.label: _carried(each, now, known) for each, now in _named_again(old, new, named_then)}
    hers = [
        each
        for each in old.exhibits
        if each.label not in again and (each.file or each.label not in named_then)
    ]
    taken = {each.label.casefold() for each in new.exhibits}
    stay = again | {each.label: each for each in hers if each.label.casefold() not in taken}
    kept = [each for part in old.parts if (each := _kept(part, new, made_then, stay)) is not None]
    keys = {_key(part) for part in kept}
    for place, part in enumerate(new.parts):
        if _key(part) not in keys:
            kept.insert(_place(kept, new.parts[:place]), part)
            keys.add(_key(part))
    for each in hers:
        if each.label not in stay:
            kept = _with_another_label(kept, each)
    # A draft becomes the packet that is filed, or the other way round, as it is asked for now.
    options = dataclasses.replace(old.options, draft=new.options.draft)
    return dataclasses.replace(new, parts=tuple(kept), options=options)


def _kept(part: Part, new: Plan, made_then: Container[str], stay: Mapping[str, Exhibit]) -> Part | None:
    """Return an old part as it is in the new plan; None if it does not stay in its place."""
    match part:
        case Made():
            return part
        case Paper():
            again = next((each for each in new.parts if _key(each) == _key(part)), None)
            if again is not None:
                return dataclasses.replace(again, left_out=part.left_out)
            return None if part.file in made_then else part
        case Exhibit():
            return stay.get(part.label)


def _named_again(old: Plan, new: Plan, named_then: Mapping[str, str]) -> Iterator[tuple[Exhibit, Exhibit]]:
    """Yield the old exhibits that the interview names again, each with what it is now."""
    waiting = list(new.exhibits)
    for each in old.exhibits:
        now = _now(each, waiting, named_then)
        if now is not None:
            waiting.remove(now)
            yield each, now


def _carried(old: Exhibit, now: Exhibit, named_then: Mapping[str, str]) -> Exhibit:
    """Return an old exhibit under its label of now; a title that is not the interview's is one she gave."""
    if not old.file:
        return dataclasses.replace(now, left_out=old.left_out)
    title = now.title if old.title == named_then.get(old.label) else old.title
    return dataclasses.replace(old, label=now.label, title=title)


def _now(old: Exhibit, new: Sequence[Exhibit], named_then: Mapping[str, str]) -> Exhibit | None:
    """Return the new exhibit that an old one is: by its title, or by its label if the title is a new one."""
    title = named_then.get(old.label, old.title).casefold()
    same = sorted(
        (each for each in new if each.title.casefold() == title), key=lambda each: each.label != old.label
    )
    if same:
        return same[0]
    retitled = (
        each
        for each in new
        if old.label in named_then and each.label == old.label and each.title not in named_then.values()
    )
    return next(retitled, None)


def _with_another_label(parts: list[Part], hers: Exhibit) -> list[Part]:
    """Return the parts with an exhibit behind the others, under the next free label."""
    so_far = Plan("", tuple(parts))
    return list(with_exhibit(so_far, dataclasses.replace(hers, label=free_label(so_far))).parts)


def _place(kept: list[Part], before: tuple[Part, ...]) -> int:
    """Return where a new part goes: right after the nearest of those before it that is there."""
    keys = [_key(part) for part in kept]
    for part in reversed(before):
        if _key(part) in keys:
            return keys.index(_key(part)) + 1
    return 0


def _key(part: Part) -> tuple[str, str]:
    match part:
        case Made(kind):
            return "made", kind
        case Paper(file):
            return "paper", file
        case Exhibit(label):
            return "exhibit", label.casefold()
