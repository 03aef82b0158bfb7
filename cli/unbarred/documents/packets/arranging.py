"""Changes the plan of a packet: a part added, replaced, moved, left out, taken in again."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from unbarred.documents.packets.plan import Exhibit, Made, Paper, Part, Plan
from unbarred.errors import UsageError, UserError, nearest
from unbarred.quoting import quoted

SHEETS = "sheets"
"""What the cover sheets of all exhibits are called together."""
_LETTERS = 26


def find(plan: Plan, name: str) -> Part:
    """Return the part that a person means by `name`.

    An exhibit by its label or title, a paper by its number, file or title, a
    part that is made by what it is called: `C`, `exhibit C`, `2`, `contents`.
    Raises `UsageError` with the nearest names if there is none, or several.
    """
    wanted = _plain(name)
    called = [called_by(plan, part) for part in plan.parts]
    meant = [part for part, own in zip(plan.parts, called, strict=True) if wanted == _plain(own)]
    if not meant:
        meant = [part for part in plan.parts if wanted in map(_plain, names(part))]
    if not meant:
        meant = [part for part in plan.parts if any(_plain(each).startswith(wanted) for each in names(part))]
    if len(meant) == 1:
        return meant[0]
    if meant:
        called = [called_by(plan, part) for part in meant]
        raise UsageError(f"{quoted(name)} can be more than one part.", f"Say which: {', '.join(called)}.")
    # Of names that differ in capitals only, the first is offered.
    known = {each.casefold(): each for part in plan.parts for each in reversed(list(names(part)))}
    raise UsageError(
        f"The packet has no part called {quoted(name)}.",
        nearest(name, list(known.values())) or f"Its parts are {', '.join(called)}.",
    )


def names(part: Part) -> Iterator[str]:
    """Yield what a part may be called, the most usual first."""
    match part:
        case Made(kind):
            yield kind.replace(" ", "-")
        case Exhibit(label):
            yield label
            yield f"exhibit {label}"
        case Paper(file):
            path = PurePosixPath(file)
            number = re.match(r"\d+(?=[-_. ])", path.name)
            if number:
                yield number.group()
            yield from (file, path.name, path.stem)
    yield part.title


def called_by(plan: Plan, part: Part) -> str:
    """Return the name that a person would type for a part of the plan, and that no other part has."""
    if not isinstance(part, Paper):
        return next(names(part))
    others = {_plain(_usual(each)) for each in plan.parts if each != part}
    return part.file if _plain(_usual(part)) in others else _usual(part)


def _usual(part: Part) -> str:
    """Return what a part is called as long as no other is called so."""
    return PurePosixPath(part.file).stem if isinstance(part, Paper) else next(names(part))


def said(part: Part) -> str:
    """Return what a part is called in a sentence: `Exhibit C: School certificate`."""
    return f"{part.heading}: {part.title}" if isinstance(part, Exhibit) else part.title


def exhibit(plan: Plan, label: str) -> Exhibit:
    """Return the exhibit with a label; `UsageError` with the nearest if there is none."""
    wanted = re.sub(r"^exhibit\s+", "", label.strip(), flags=re.IGNORECASE)
    for each in plan.exhibits:
        if each.label.casefold() == wanted.casefold():
            return each
    labels = [each.label for each in plan.exhibits]
    hint = f"There are {', '.join(labels)}." if labels else "Add it with: unbarred packet add"
    raise UsageError(f"There is no exhibit {label}.", nearest(wanted, labels) or hint)


def free_label(plan: Plan) -> str:
    """Return the next letter: the one after the last exhibit's; after Z come AA, AB."""
    taken = {each.label.upper() for each in plan.exhibits}
    number = 0
    while _letters(number) in taken:
        number += 1
    return _letters(number)


def with_exhibit(plan: Plan, new: Exhibit) -> Plan:
    """Return the plan with one more exhibit, after the last; one that is still to come gets its file.

    Raises `UserError` if there is one with that label and a file.
    """
    for each in plan.exhibits:
        if each.label.casefold() == new.label.casefold():
            if each.file:
                raise UserError(
                    f"There is an exhibit {each.label} already: {each.title}.",
                    "Give another label, or put the file in its place with: unbarred packet replace",
                )
            return replaced(plan, each, dataclasses.replace(new, label=each.label))
    last = [place for place, part in enumerate(plan.parts) if isinstance(part, Exhibit)]
    place = last[-1] + 1 if last else _before_the_certificate(plan)
    return _inserted(plan, place, new)


def with_paper(plan: Plan, new: Paper) -> Plan:
    """Return the plan with one more paper, after the last."""
    last = [place for place, part in enumerate(plan.parts) if isinstance(part, Paper)]
    first = [place for place, part in enumerate(plan.parts) if isinstance(part, Exhibit)]
    place = last[-1] + 1 if last else first[0] if first else _before_the_certificate(plan)
    return _inserted(plan, place, new)


def replaced(plan: Plan, old: Part, new: Part) -> Plan:
    """Return the plan with `new` in the place of `old`."""
    return dataclasses.replace(plan, parts=tuple(new if part is old else part for part in plan.parts))


def left_out(plan: Plan, name: str, *, out: bool = True) -> Plan:
    """Return the plan with the part called `name` left out, or taken in again if not `out`.

    `sheets` are the cover sheets of all exhibits.
    """
    if means_sheets(name):
        return dataclasses.replace(plan, options=dataclasses.replace(plan.options, sheets=not out))
    part = find(plan, name)
    if out and len([each for each in plan.parts if plan.is_in(each)]) == 1 and plan.is_in(part):
        raise UserError("It is the last part of the packet: without it there is nothing to file.")
    return replaced(plan, part, dataclasses.replace(part, left_out=out))


def moved(plan: Plan, name: str, *, before: str = "", after: str = "") -> Plan:
    """Return the plan with the part called `name` right before or after another."""
    part, other = find(plan, name), find(plan, before or after)
    if part is other:
        raise UsageError(f"{quoted(name)} and {quoted(before or after)} are the same part.")
    return beside(plan, part, other, after=not before)


def beside(plan: Plan, part: Part, other: Part, *, after: bool) -> Plan:
    """Return the plan with `part` right before or after `other`."""
    others = [each for each in plan.parts if each != part]
    place = others.index(other) + int(after)
    return dataclasses.replace(plan, parts=(*others[:place], part, *others[place:]))


def means_sheets(name: str) -> bool:
    """Say whether the cover sheets of all exhibits are meant, which are no part of their own."""
    return _plain(name) in (SHEETS, "exhibit sheets", "cover sheets")


def _before_the_certificate(plan: Plan) -> int:
    """Return the place at the end; a certificate of service comes last."""
    ends = bool(plan.parts) and plan.parts[-1] == Made("certificate of service")
    return len(plan.parts) - int(ends)


def _inserted(plan: Plan, place: int, part: Part) -> Plan:
    return dataclasses.replace(plan, parts=(*plan.parts[:place], part, *plan.parts[place:]))


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip().casefold()


def _letters(number: int) -> str:
    letters = chr(ord("A") + number % _LETTERS)
    return letters if number < _LETTERS else _letters(number // _LETTERS - 1) + letters
