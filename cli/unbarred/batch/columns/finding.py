"""Finds what an interview can ask in a place, by walking it until nothing new comes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from unbarred.batch.columns import naming
from unbarred.batch.columns.asked import Asked, Column, Repeated
from unbarred.batch.columns.exemplary import example
from unbarred.batch.columns.headings import headings
from unbarred.batch.columns.origin import digest_of, name_of
from unbarred.batch.columns.sightings import Sighting, Sightings
from unbarred.batch.columns.wordless import Wordless
from unbarred.errors import ContentError, UserError, Where
from unbarred.screens import Choice
from unbarred.walking import Coverage, Curious, Ground, Manner, walk_path
from unbarred.walking.values import Taste

_QUIET = 8
"""After so many paths that brought nothing new there is nothing more to find."""

_MOST_PATHS = 250
_MOST_SCREENS = 10_000
"""Answered in all; of an interview that needs more, what was found by then is all that there is time for."""


def find_asked(interview: str, arguments: Mapping[str, str]) -> Asked:
    """Return all that the interview can ask, begun with `arguments` (`place`, `as_of`).

    The same interview and arguments give the same. Raises `UserError` if the interview
    is missing, faulty, not trusted, or asks nothing; where its first screen already fails, `ContentError`
    that says where.
    """
    from unbarred.engine import load

    loaded = load(interview)
    ground = Ground(loaded, dict(arguments))
    seen = _walked(ground)
    in_order = seen.in_order()
    if not in_order:
        raise UserError("This interview asks nothing, so there is no sheet to fill in.")
    stems = list(dict.fromkeys(naming.stem_of(each.name) for each in in_order))
    sheets = {
        stem: _columns([each for each in in_order if naming.stem_of(each.name) == stem], seen)
        for stem in stems
    }
    place = arguments.get("place", "")
    return Asked(
        interview=loaded.name,
        place=place,
        title=loaded.title,
        columns=sheets.pop("", ()),
        repeated=tuple(_repeated(sheets)),
        place_name=name_of(place),
        as_of=arguments.get("as_of", ""),
        digest=digest_of(loaded, place),
        example=example(ground),
    )


def _walked(ground: Ground) -> Sightings:
    seen, coverage, quiet, screens = Sightings(), Coverage(), 0, 0
    for number in range(_MOST_PATHS):
        chance = random.Random(f"columns {number}")  # noqa: S311
        chooser = Wordless(Curious(chance, coverage, Manner(Taste(), acts=0.0)))
        path = walk_path(ground, chooser, coverage)
        if path.last is None and path.failure is not None:
            raise ContentError(path.failure.message, where=Where(path.failure.where or ground.interview.name))
        screens += len(path.steps)
        quiet = 0 if seen.take(path) else quiet + 1
        if quiet >= _QUIET or screens >= _MOST_SCREENS:
            break
    return seen


def _columns(seen: Sequence[Sighting], all_seen: Sightings) -> tuple[Column, ...]:
    return tuple(
        Column(
            name=each.name,
            heading=heading,
            question=each.question,
            label=each.label,
            kind=each.asked.kind,
            choices=tuple(Choice(value, written) for value, written in each.choices.items()),
            required=each.required,
            always=all_seen.is_always_asked(each.name),
            hint=each.hint,
            help=each.help,
            section=each.section,
            takes_other=each.asked.takes_other,
            none_label=each.asked.none_label,
            minimum=each.minimum,
            maximum=each.maximum,
        )
        for each, heading in zip(seen, headings(seen), strict=True)
    )


def _repeated(sheets: Mapping[str, tuple[Column, ...]]) -> Iterator[Repeated]:
    for stem, columns in sheets.items():
        yield Repeated(stem, _title(stem), columns)


def _title(stem: str) -> str:
    """Return what people call a list: of `earlier_petitions`, “Earlier petitions”."""
    own = stem.rpartition(".")[2]
    words = "".join(sign if sign.isalnum() else " " for sign in own)
    return " ".join(words.split()).capitalize()
