"""Reckons with conditions: does one follow from another, whatever the answers are?

A condition is made of atoms, each about one subject: `in_prison` is true, `kind == 'plea'`,
`law.exception is None`. A subject is taken for any value, but only for one at a time: what is
`'plea'` is not `'trial'`, and what is None is not true.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise, product
from math import prod
from typing import Final

_MOST_CASES = 4_000
_ITERATORS = frozenset("ijklmn")
_GENERIC = re.compile(r"(?<![\w.])x(?=[.\[]|$)")
_TURNED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.Gt(),
    ast.Gt: ast.Lt(),
    ast.LtE: ast.GtE(),
    ast.GtE: ast.LtE(),
    ast.Eq: ast.Eq(),
    ast.NotEq: ast.NotEq(),
}
"""What a comparison is with its sides changed."""
_CONTRARY: dict[type[ast.cmpop], ast.cmpop] = {ast.LtE: ast.Gt(), ast.GtE: ast.Lt()}


@dataclass(frozen=True)
class Atom:
    """One subject has one value, or any that counts as true."""

    subject: str
    value: object = None
    is_truth: bool = True


@dataclass(frozen=True)
class Not:
    """The opposite."""

    of: Condition


@dataclass(frozen=True)
class All:
    """All of these; nothing is asked if there are none."""

    of: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Some:
    """At least one of these; never if there are none."""

    of: tuple[Condition, ...] = ()


Condition = Atom | Not | All | Some
ALWAYS: Final[Condition] = All()
NEVER: Final[Condition] = Some()

# Any other value; one that counts as false, or as true.
_OTHER, _FALSE, _TRUE = object(), object(), object()
Case = dict[str, object]
Known = Mapping[str, Sequence[object]]


def both(first: Condition, second: Condition) -> Condition:
    """Return the condition that both hold."""
    if NEVER in (first, second):
        return NEVER
    kept = [each for part in (first, second) for each in (part.of if isinstance(part, All) else (part,))]
    unique = tuple(dict.fromkeys(kept))
    return unique[0] if len(unique) == 1 else All(unique)


def either(conditions: Sequence[Condition]) -> Condition:
    """Return the condition that one of these holds."""
    if ALWAYS in conditions:
        return ALWAYS
    unique = tuple(dict.fromkeys(each for each in conditions if each != NEVER))
    return unique[0] if len(unique) == 1 else Some(unique)


def opposite(condition: Condition) -> Condition:
    """Return the condition that `condition` does not hold."""
    if condition in (ALWAYS, NEVER):
        return NEVER if condition == ALWAYS else ALWAYS
    return condition.of if isinstance(condition, Not) else Not(condition)


def condition_of(expression: ast.expr, named: Callable[[ast.expr], str]) -> Condition:
    """Return what an expression asks; `named` says what a part of it is called."""
    match expression:
        case ast.Constant(value=value):
            return ALWAYS if value else NEVER
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return opposite(condition_of(operand, named))
        case ast.BoolOp(op=op, values=values):
            parts = [condition_of(each, named) for each in values]
            return either(parts) if isinstance(op, ast.Or) else reduce(both, parts, ALWAYS)
        case ast.Compare(left=left, ops=ops, comparators=others):
            pairs = zip(pairwise([left, *others]), ops, strict=True)
            return reduce(both, [_comparison(a, op, b, named) for (a, b), op in pairs], ALWAYS)
    return Atom(named(expression))


def _comparison(
    left: ast.expr, op: ast.cmpop, right: ast.expr, named: Callable[[ast.expr], str]
) -> Condition:
    if isinstance(left, ast.Constant) and not isinstance(right, ast.Constant) and type(op) in _TURNED:
        left, op, right = right, _TURNED[type(op)], left
    if type(op) in _CONTRARY:
        return opposite(_comparison(left, _CONTRARY[type(op)], right, named))
    if isinstance(op, ast.NotEq | ast.IsNot | ast.NotIn):
        kind = {ast.NotEq: ast.Eq, ast.IsNot: ast.Is, ast.NotIn: ast.In}[type(op)]
        return opposite(_comparison(left, kind(), right, named))
    subject = named(left)
    if isinstance(op, ast.In) and isinstance(right, ast.Tuple | ast.List | ast.Set):
        values = [each.value for each in right.elts if isinstance(each, ast.Constant)]
        if len(values) == len(right.elts):
            return either([Atom(subject, value, is_truth=False) for value in values])
    if isinstance(right, ast.Constant):
        if isinstance(op, ast.Eq | ast.Is):
            return Atom(subject, right.value, is_truth=False)
        if isinstance(op, ast.Gt) and right.value == 0 and subject in _ITERATORS:
            # An index of a list is 0 or more.
            return Not(Atom(subject, 0, is_truth=False))
    return Atom(named(ast.Compare(left=left, ops=[op], comparators=[right])))


def speaking_of(condition: Condition, owner: str) -> Condition:
    """Return a condition about a generic object `x` as one about `owner`."""
    match condition:
        case Atom():
            return replace(condition, subject=_GENERIC.sub(lambda _: owner, condition.subject))
        case Not():
            return Not(speaking_of(condition.of, owner))
    return type(condition)(tuple(speaking_of(each, owner) for each in condition.of))


def gap(guard: Condition, offered: Condition, known: Known) -> str | None:
    """Return a case in which `guard` holds and `offered` does not, in words; "" for every case.

    It is taken that `guard` is possible.
    `known` has all values that a subject can have, where they are known. None if there is no
    such case, and where there are too many to look at.
    """
    if offered == ALWAYS:
        return None
    conditions = (_touching(guard, subjects_of(offered)), offered)
    values = _values(conditions, known)
    found = next((case for case in _cases(values) if _is_gap(conditions, case)), None)
    if found is None:
        return None
    telling = dict(found)
    for subject in found:
        less = {name: value for name, value in telling.items() if name != subject}
        open_now = {name: [less[name]] if name in less else values[name] for name in values}
        if all(_is_gap(conditions, case) for case in _cases(open_now)):
            telling = less
    return _in_words(telling, values)


def is_possible(condition: Condition, known: Known) -> bool:
    """Say whether `condition` can hold; also where there are too many cases to look at."""
    for part in condition.of if isinstance(condition, All) else (condition,):
        whole = _touching(condition, subjects_of(part))
        values = _values((whole,), known)
        if whole == NEVER or (
            values
            and _count(values) <= _MOST_CASES
            and not any(_holds(whole, case) for case in _cases(values))
        ):
            return False
    return True


def _is_gap(conditions: tuple[Condition, Condition], case: Case) -> bool:
    guard, offered = conditions
    return _holds(guard, case) and not _holds(offered, case)


def _cases(values: Mapping[str, Sequence[object]]) -> Iterator[Case]:
    if _count(values) <= _MOST_CASES:
        for chosen in product(*values.values()):
            yield dict(zip(values, chosen, strict=True))


def _count(values: Mapping[str, Sequence[object]]) -> int:
    return prod(len(each) for each in values.values())


def _touching(condition: Condition, subjects: set[str]) -> Condition:
    """Return the parts of `condition` that speak of these subjects, however far round."""
    parts = list(condition.of) if isinstance(condition, All) else [condition]
    kept: list[Condition] = []
    while more := [each for each in parts if each == NEVER or subjects & subjects_of(each)]:
        kept += more
        parts = [each for each in parts if each not in more]
        subjects = subjects | {subject for each in more for subject in subjects_of(each)}
    return kept[0] if len(kept) == 1 else All(tuple(kept))


def subjects_of(condition: Condition) -> set[str]:
    """Return what a condition speaks of."""
    return {atom.subject for atom in _atoms(condition)}


def _atoms(condition: Condition) -> Iterator[Atom]:
    match condition:
        case Atom():
            yield condition
        case Not():
            yield from _atoms(condition.of)
        case _:
            for each in condition.of:
                yield from _atoms(each)


def _values(conditions: Sequence[Condition], known: Known) -> dict[str, list[object]]:
    """Return the values that make a difference, by subject."""
    found: dict[str, list[object]] = {}
    atoms = [atom for each in conditions for atom in _atoms(each)]
    for subject in sorted({atom.subject for atom in atoms}):
        own = [atom for atom in atoms if atom.subject == subject]
        named = list(dict.fromkeys(atom.value for atom in own if not atom.is_truth))
        if subject in known:
            found[subject] = list(dict.fromkeys(known[subject]))
        else:
            others = [_FALSE, _TRUE] if any(atom.is_truth for atom in own) else [_OTHER]
            found[subject] = [*others, *named]
    return found


def _holds(condition: Condition, case: Case) -> bool:
    match condition:
        case Atom():
            value = case[condition.subject]
            if condition.is_truth:
                return value is _TRUE or (value is not _FALSE and value is not _OTHER and bool(value))
            return value is condition.value or (
                type(value) is type(condition.value) and value == condition.value
            )
        case Not():
            return not _holds(condition.of, case)
        case All():
            return all(_holds(each, case) for each in condition.of)
        case Some():
            return any(_holds(each, case) for each in condition.of)


def _in_words(case: Case, values: Mapping[str, Sequence[object]]) -> str:
    said = []
    for subject, value in case.items():
        name = subject.replace("[]", "[i]")
        if value is _TRUE or value is True:
            said.append(name)
        elif value is _FALSE or value is False:
            said.append(f"not {name}")
        elif value is _OTHER:
            others = " or ".join(repr(each) for each in values[subject] if each is not _OTHER)
            said.append(f"{name} is not {others}")
        else:
            said.append(f"{name} is {value!r}")
    return " and ".join(said)
