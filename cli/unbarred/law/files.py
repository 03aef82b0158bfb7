"""Reads the files about a place itself, each once; its remedies are read by `law.topics`.

A place takes from its parent how it writes (spelling, days, size of paper) and every
rule of counting marked `holds_below: true`, where it is silent itself. Its prisons, its
papers and those who decide are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from unbarred.law import index
from unbarred.law.checked import checked, fault_at, listing, mapping
from unbarred.law.deadlines.rules import CountingRules, Rule
from unbarred.law.jurisdictions import Facility, Organisation, Place, TimeRules
from unbarred.law.redaction import RedactionRules
from unbarred.law.words import MONTH_FIRST

_SLUG = re.compile(r"[A-Za-z0-9-]{1,60}")

_INHERITED = ("spelling", "days", "paper_size")


@cache
def lineage(root: Path, slug: str) -> tuple[str, ...]:
    """Return the place, its parent, the parent of that, and so on.

    Raises `ContentError` for a parent that is no place, and for places that are each other's parents.
    """
    found = [slug]
    while parent := _parent(root, found[-1]):
        if parent in found:
            raise fault_at(
                _path(root, found[-1]),
                ["parent"],
                f"{slug} comes to be its own parent",
                "Take the key out where the line begins.",
            )
        found.append(parent)
    return tuple(found)


def _parent(root: Path, slug: str) -> str:
    """Return the slug of the place's parent; empty if it has none."""
    parent = _place_file(root, slug).get("parent") or ""
    # Not every text is a name of a folder, and looking for some ends in an `OSError`.
    if parent and not (_SLUG.fullmatch(str(parent)) and _path(root, str(parent)).is_file()):
        says = f"there is no place called {parent}"
        known = ", ".join(index.slugs(root))
        raise fault_at(_path(root, slug), ["parent"], says, f"The places are {known}.")
    return str(parent)


@cache
def place(root: Path, slug: str) -> Place:
    """Return the place, with how those above it write where it is silent."""
    merged: dict[str, Any] = {}
    for each in reversed(lineage(root, slug)[1:]):
        merged |= {key: value for key, value in _place_file(root, each).items() if key in _INHERITED}
    return checked(Place, {**merged, **_place_file(root, slug), "slug": slug}, _path(root, slug))


@cache
def order_of_days(root: Path, slug: str) -> str:
    """Return the order in which the place writes days, or those above it where it is silent."""
    said = (_place_file(root, each).get("days") for each in lineage(root, slug))
    return next((order for order in said if order), MONTH_FIRST)


@cache
def facilities(root: Path, slug: str) -> tuple[Facility, ...]:
    """Return the prisons of the place."""
    path = root / slug / "facilities.yml"
    return checked(tuple[Facility, ...], listing(path), path, days=order_of_days(root, slug))


@cache
def organisations(root: Path, slug: str) -> tuple[Organisation, ...]:
    """Return who helps in the place, without those above it."""
    path = root / slug / "help.yml"
    return checked(tuple[Organisation, ...], listing(path), path, days=order_of_days(root, slug))


@cache
def time_rules(root: Path, slug: str) -> TimeRules | None:
    """Return how the place counts time; None if it does not say."""
    path = root / slug / "sentence.yml"
    return checked(TimeRules, mapping(path), path, days=order_of_days(root, slug)) if path.is_file() else None


@cache
def redaction_rules(root: Path, slug: str) -> RedactionRules | None:
    """Return what the place says about public papers; None if it does not say."""
    path = root / slug / "redaction.yml"
    return (
        checked(RedactionRules, mapping(path), path, days=order_of_days(root, slug))
        if path.is_file()
        else None
    )


@cache
def counting_rules(root: Path, slug: str) -> CountingRules | None:
    """Return how the place counts days; None if neither it nor those above it say.

    A key of its own, even an empty one, takes the place of what is said above it.
    """
    own = own_counting_rules(root, slug)
    said = own.model_fields_set if own else set()
    above = counting_rules(root, lineage(root, slug)[1]) if len(lineage(root, slug)) > 1 else None
    inherited = {key: rules for key, rules in _holding_below(above) if key not in said}
    return (own or CountingRules()).model_copy(update=inherited) if own or inherited else None


@cache
def own_counting_rules(root: Path, slug: str) -> CountingRules | None:
    """Return how the place counts days, without those above it; None if it does not say."""
    path = root / slug / "counting.yml"
    said = mapping(path) if path.is_file() else {}
    if not said:
        return None
    rules = {key: each or () for key, each in said.items()}
    return checked(CountingRules, rules, path, days=order_of_days(root, slug))


def _holding_below(above: CountingRules | None) -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """Yield each key of the rules above a place with those that hold below, where there are any."""
    for key in CountingRules.model_fields if above else ():
        rules = tuple(each for each in getattr(above, key) if isinstance(each, Rule) and each.holds_below)
        if rules:
            yield key, rules


@cache
def _place_file(root: Path, slug: str) -> dict[str, Any]:
    return mapping(_path(root, slug))


def _path(root: Path, slug: str) -> Path:
    return root / slug / "place.yml"
