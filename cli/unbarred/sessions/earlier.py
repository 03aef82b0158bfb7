"""What was answered in an earlier sitting and may be used again in this one, until its question comes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred import private_files
from unbarred.sessions.journal import Seal, Unsealed
from unbarred.sessions.used_again import Reach, UsedAgain

if TYPE_CHECKING:
    from unbarred.answers.answer_set import AnswerSet
    from unbarred.answers.values import Plain
    from unbarred.engine import LoadedInterview


@dataclass(frozen=True)
class Earlier:
    """Answers by name, in plain types."""

    source: str = ""
    """Where they are from, as a person knows it: a session's name, or that of a file."""
    place: str = ""
    """The slug of the place they were given for; "" if it is not known."""
    anywhere: Mapping[str, Plain] = field(default_factory=dict)
    there: Mapping[str, Plain] = field(default_factory=dict)
    """Those that may be used only where it is about the same place."""

    @property
    def count(self) -> int:
        """How many answers there are."""
        return len(self.anywhere) + len(self.there)

    @property
    def says_something(self) -> bool:
        """Say whether any of it is more than left for later."""
        return any(value is not None for value in (*self.anywhere.values(), *self.there.values()))

    def known(self, place: str) -> Mapping[str, Plain]:
        """Return what may be used in a sitting about `place`; "" while that is not known."""
        return {**self.anywhere, **self.there} if place and place == self.place else self.anywhere


_OF_PLACE = ("court", "state", "child_place", "held_in")
"""What our interviews ask to know the place, each some of it, where it is not given beforehand."""

NOTHING_EARLIER = Earlier()
"""Where there was no earlier sitting."""


def taken_from(
    answers: AnswerSet,
    source: str,
    asked_by: LoadedInterview | None,
    wanted_by: LoadedInterview,
    place: str = "",
) -> Earlier:
    """Return what the interview `wanted_by` may use of `answers`, which are from `source`.

    Both interviews must say that an answer may be used again; answers without an interview (None) are
    read as those of ours. What could not be used in a sitting begun for `place` is left out.
    """
    lists = [
        UsedAgain(each.metadata, each.name, is_ours=each.is_ours) for each in (wanted_by, asked_by) if each
    ]
    if asked_by is None and not wanted_by.is_ours:
        lists.append(UsedAgain({}, "", is_ours=True))
    anywhere: dict[str, Plain] = {}
    there: dict[str, Plain] = {}
    is_elsewhere = place not in ("", answers.jurisdiction)
    of_place = wanted_by.works_out("place") if place else frozenset()
    for name, value in {**_about_place(answers, asked_by), **answers.answers}.items():
        reaches = [each.reach(name) for each in lists]
        if not wanted_by.gives(name) or None in reaches or name in of_place:
            continue
        if Reach.SAME_PLACE in reaches:
            there |= {} if is_elsewhere else {name: value}
        elif value is not False or Reach.IF_YES not in reaches:
            anywhere[name] = value
    return Earlier(source, answers.jurisdiction, anywhere, there)


def _about_place(answers: AnswerSet, asked_by: LoadedInterview | None) -> dict[str, Plain]:
    """Return how the questions about the place would have been answered where it was given beforehand."""
    from unbarred import law

    if asked_by is None or not asked_by.is_ours or not answers.jurisdiction:
        return {}
    place = law.place(answers.jurisdiction)
    as_asked = dict.fromkeys(_OF_PLACE, place.slug)
    if place.parent:
        as_asked["court"] = f"{place.parent}/"
    asked = asked_by.works_out("place")
    return {name: value for name, value in as_asked.items() if name in asked}


class EarlierFile:
    """The file beside a session's journal in which they wait."""

    def __init__(self, folder: Path, seal: Seal | None = None) -> None:
        self._path = folder / "earlier"
        self._seal = seal or Unsealed()

    def keep(self, earlier: Earlier) -> None:
        """Keep `earlier` until it is forgotten. Raises `CannotWrite`."""
        private_files.write(
            self._path, self._seal.close(json.dumps(asdict(earlier), ensure_ascii=False).encode())
        )

    def kept(self) -> Earlier:
        """Return what was kept; nothing where the file is gone or damaged: then all is asked."""
        try:
            held = Earlier(**json.loads(self._seal.open(self._path.read_bytes())))
        except (OSError, ValueError, TypeError):
            return Earlier()
        is_whole = isinstance(held.anywhere, dict) and isinstance(held.there, dict)
        return held if is_whole else Earlier()

    def forget(self) -> None:
        """Remove it: no question will come for what is left."""
        self._path.unlink(missing_ok=True)
