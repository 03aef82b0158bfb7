"""The shelf of places: finds a place's files, reads them once, and hands out what they say."""

from __future__ import annotations

import datetime
from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from unbarred import content, located_yaml
from unbarred.errors import ContentError, UsageError, nearest
from unbarred.law.facts import Fact
from unbarred.law.jurisdictions import Facility, Organisation, Place, TimeRules
from unbarred.law.remedies import Remedy, RemedyText

T = TypeVar("T")


def slugs() -> list[str]:
    """Return the slugs of all places that have a `place.yml`, in order."""
    return sorted(path.parent.name for path in content.jurisdictions().glob("*/place.yml"))


def place(slug: str) -> Place:
    """Return the place `slug`; raise `UsageError` with the nearest names if there is none."""
    known = slugs()
    if slug not in known:
        hint = nearest(slug.lower(), known) or f"The places are {', '.join(known)}."
        raise UsageError(f"There is no place called {slug!r}.", hint)
    return _place(content.jurisdictions(), slug)


def places(remedy: str = "") -> tuple[Place, ...]:
    """Return all places, or those that have `remedy` (`topic/name`)."""
    return tuple(place(slug) for slug in slugs() if not remedy or _has(slug, remedy))


def remedy(slug: str, name: str, as_of: datetime.date) -> Remedy:
    """Return the remedy `name` of the place on `as_of`, with facts not in force that day left out."""
    where = place(slug)
    text = _remedy(content.jurisdictions(), slug, name)
    if text is None:
        having = [f"{each.slug} ({each.name})" for each in places(name)]
        hint = f"It is there for {', '.join(having)}." if having else "No place has it."
        raise UsageError(f"We hold nothing about {name} for {where.name}.", hint)
    fields = {field: _in_force(getattr(text, field), as_of) for field in RemedyText.model_fields}
    return Remedy.model_construct(
        **fields, name=name, place=where, help=organisations(slug, name), as_of=as_of
    )


def facilities(slug: str) -> tuple[Facility, ...]:
    """Return the prisons of the place; none if it has no `facilities.yml`."""
    return _facilities(content.jurisdictions(), place(slug).slug)


def organisations(slug: str, remedy: str = "") -> tuple[Organisation, ...]:
    """Return who helps in the place, its own first, then those above it who reach it."""
    found: list[Organisation] = []
    here: str | None = place(slug).slug
    while here:
        listed = _organisations(content.jurisdictions(), here)
        found += [each for each in listed if here == slug or each.reaches_below]
        here = place(here).parent or None
    return tuple(each for each in found if not remedy or each.helps_with(remedy))


def time_rules(slug: str) -> TimeRules:
    """Return how the place counts time on a sentence."""
    rules = _time_rules(content.jurisdictions(), place(slug).slug)
    if rules is None:
        raise UsageError(f"We hold nothing on how {place(slug).name} counts time on a sentence.")
    return rules


def _in_force(value: Any, day: datetime.date) -> Any:
    if isinstance(value, Fact):
        return value if value.holds_on(day) else None
    if isinstance(value, tuple):
        return tuple(each for each in value if not isinstance(each, Fact) or each.holds_on(day))
    return value


def _has(slug: str, remedy: str) -> bool:
    return _remedy(content.jurisdictions(), slug, remedy) is not None


@cache
def _place(root: Path, slug: str) -> Place:
    own = _read(root / slug / "place.yml") or {}
    above = _read(root / str(own["parent"]) / "place.yml") if own.get("parent") else {}
    inherited = {key: value for key, value in above.items() if key != "parent"}
    return _checked(Place, {**inherited, **own, "slug": slug}, root / slug / "place.yml")


@cache
def _remedy(root: Path, slug: str, name: str) -> RemedyText | None:
    topic, _, key = name.partition("/")
    path = root / slug / f"{topic}.yml"
    if not path.is_file():
        return None
    remedies = _read(path) or {}
    return _checked(RemedyText, remedies[key], path, key) if key in remedies else None


@cache
def _facilities(root: Path, slug: str) -> tuple[Facility, ...]:
    return _list(root / slug / "facilities.yml", tuple[Facility, ...])


@cache
def _organisations(root: Path, slug: str) -> tuple[Organisation, ...]:
    return _list(root / slug / "help.yml", tuple[Organisation, ...])


@cache
def _time_rules(root: Path, slug: str) -> TimeRules | None:
    path = root / slug / "sentence.yml"
    return _checked(TimeRules, _read(path), path) if path.is_file() else None


def _list(path: Path, kind: type[T]) -> T:
    return _checked(kind, (_read(path) or []) if path.is_file() else [], path)


def _shown(path: Path) -> str:
    return "/".join(path.parts[-3:])


def _read(path: Path) -> Any:
    return located_yaml.read(path, _shown(path))


def _checked(kind: type[T], data: Any, path: Path, *above: str) -> T:
    """Return `data` as `kind`, or raise `ContentError` at the line of the first fault."""
    try:
        checked: T = _adapter(cast("Hashable", kind)).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        keys = [*above, *first["loc"]]
        key = ".".join(str(each) for each in keys) or path.name
        where = located_yaml.where(path, keys, _shown(path))
        more = f" ({error.error_count() - 1} more in this file)" if error.error_count() > 1 else ""
        raise ContentError(f"{key}: {first['msg']}{more}.", _mend(first["type"]), where) from error
    return checked


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _mend(fault: str) -> str:
    if fault == "extra_forbidden":
        return "Take the key out, or correct its spelling."
    if fault == "missing":
        return "Add the key."
    return "Correct the value."
