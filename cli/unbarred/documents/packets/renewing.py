"""Takes what she did with a packet over to the packet that is made again from changed answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Container

from unbarred.documents.packets.plan import Exhibit, Made, Paper, Part, Plan


def renewed(old: Plan, new: Plan, made_then: Container[str]) -> Plan:
    """Return the plan `new` with the order, exhibits, options and left-out parts of `old`.

    `made_then` are the files of the papers that the interview made for `old`:
    those that it makes no more are gone, other papers are hers and stay.
    """
    kept = [each for part in old.parts if (each := _kept(part, new, made_then)) is not None]
    keys = {_key(part) for part in kept}
    for place, part in enumerate(new.parts):
        if _key(part) not in keys:
            kept.insert(_place(kept, new.parts[:place]), part)
            keys.add(_key(part))
    # A draft becomes the packet that is filed, or the other way round, as it is asked for now.
    options = dataclasses.replace(old.options, draft=new.options.draft)
    return dataclasses.replace(new, parts=tuple(kept), options=options)


def _kept(part: Part, new: Plan, made_then: Container[str]) -> Part | None:
    """Return an old part as it is in the new plan; None if it is gone."""
    again = next((each for each in new.parts if _key(each) == _key(part)), None)
    match part:
        case Made():
            return part
        case Paper():
            if again is not None:
                return dataclasses.replace(again, left_out=part.left_out)
            return None if part.file in made_then else part
        case Exhibit():
            if part.file:
                return part
            return dataclasses.replace(again, left_out=part.left_out) if again is not None else None


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
