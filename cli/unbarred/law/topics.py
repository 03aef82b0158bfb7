"""Reads the remedies of a place, each file once, and puts together what holds for each.

Three things can speak of a remedy: what its file says in general, the remedy's own
entry, and the remedy of the same name in the place above, if that says `holds_below`.
A national remedy without it is another power altogether: the President's clemency is
not New York's. A fact of the place itself takes the place of one above with the same id.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from unbarred.law.checked import checked, mapping
from unbarred.law.facts import Fact
from unbarred.law.files import lineage, order_of_days
from unbarred.law.index import NOT_TOPICS, own_keys, own_remedies, reaches_below
from unbarred.law.remedies import RemedyPart, RemedyText, TopicFile
from unbarred.law.sections import Request, Sections

_DEFAULTS = {name: field.get_default() for name, field in RemedyPart.model_fields.items()}
"""What each field of a remedy is where nobody says anything."""

_SHARED = frozenset(Sections.model_fields)
"""Fields of which a file can speak in general."""


@cache
def topic_file(root: Path, slug: str, topic: str) -> TopicFile | None:
    """Return the file of the place on `topic` as it is written; None if it has none."""
    path = root / slug / f"{topic}.yml"
    if topic in NOT_TOPICS or not path.is_file():
        return None
    return checked(TopicFile, mapping(path), path, days=order_of_days(root, slug))


@cache
def remedy_names(root: Path, slug: str) -> tuple[str, ...]:
    """Return the names of the place's remedies, its own first, then those that hold from above."""
    own = own_remedies(root, slug)
    above = [name for each in lineage(root, slug)[1:2] for name in remedy_names(root, each)]
    return tuple(dict.fromkeys([*own, *(name for name in above if _above(root, slug, name))]))


@cache
def has_remedy(root: Path, slug: str, name: str) -> bool:
    """Say whether the place has the remedy `topic/key`, of its own or from above; parses next to nothing."""
    topic, _, key = name.partition("/")
    return key in own_keys(root, slug, topic) or _above(root, slug, name) is not None


@cache
def remedy(root: Path, slug: str, name: str) -> RemedyText | None:
    """Return what holds in the place about the remedy `topic/key`; None if nothing."""
    topic, _, key = name.partition("/")
    file = topic_file(root, slug, topic)
    own = file.remedies.get(key) if file else None
    above = _above(root, slug, name)
    if file is None or own is None:
        return above
    ids = {fact.id for fact in (*file.general.facts(), *own.facts())} | set(own.ends)
    fields = {field: _together(field, own, file.general, above, ids) for field in _DEFAULTS}
    return checked(RemedyText, fields, root / slug / f"{topic}.yml", key)


def _above(root: Path, slug: str, name: str) -> RemedyText | None:
    """Return the remedy of the nearest place above, if it holds below."""
    line = lineage(root, slug)
    if not any(reaches_below(root, each, name.partition("/")[0]) for each in line[1:]):
        return None
    if not has_remedy(root, line[1], name):
        return None
    found = remedy(root, line[1], name)
    return found if found and found.holds_below else None


def _together(
    field: str, own: RemedyPart, general: Sections, above: RemedyText | None, own_ids: set[str]
) -> Any:
    """Return the field as those who speak of it say: lists one after the other, else the first that says."""
    default = _DEFAULTS[field]
    if field == "ends":
        return default
    if isinstance(default, tuple):
        shared = getattr(general, field) if field in _SHARED else ()
        inherited = getattr(above, field) if above else ()
        return (*shared, *getattr(own, field), *(each for each in inherited if not _replaced(each, own_ids)))
    speaking = (own, *([general] if field in _SHARED else []), *([above] if above else []))
    for each in speaking:
        if field in each.model_fields_set:
            return getattr(each, field)
    return default


def _replaced(entry: object, own_ids: set[str]) -> bool:
    return isinstance(entry, Fact | Request) and entry.id in own_ids
