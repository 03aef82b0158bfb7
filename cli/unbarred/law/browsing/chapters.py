"""What a page is made of: chapters, and the facts that are said in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from unbarred.law.browsing.headings import SECTIONS
from unbarred.law.facts import Fact
from unbarred.law.sections import Addressee, Office, OfficialForm, Request, Verification


@dataclass(frozen=True)
class Said:
    """A fact on the page."""

    section: str
    fact: Fact
    place: str
    """The slug of the place that says it: its own, or one above."""
    about: str = ""
    """Whom it is about: the name of a prison or of somebody who helps."""
    more: tuple[str, ...] = ()
    """Address, telephone, what they do: one line each."""


@dataclass(frozen=True)
class Chapter:
    """A remedy, what all remedies of the topic share, or a file about the place itself."""

    key: str
    """`commutation`; `general` for what is shared; the topic itself for a file about the place."""
    title: str
    offered: str
    said: tuple[Said, ...]
    addressee: Addressee | None = None
    office: Office | None = None
    official_form: OfficialForm | None = None
    verification: Verification | None = None
    requests: tuple[Request, ...] = ()
    not_found: tuple[str, ...] = ()
    not_in_force: tuple[Said, ...] = ()
    """What ended before the day of the page, or begins after it."""

    def by_section(self) -> Iterator[tuple[str, list[Said]]]:
        """Yield each section's name with what is said in it, in the order of a page."""
        for name in ("", *SECTIONS):
            said = [each for each in self.said if each.section == name]
            if said:
                yield name, said

    def on(self, day: datetime.date) -> Chapter:
        """Return the chapter as of a day, with what does not hold then set apart."""
        return replace(
            self,
            said=tuple(each for each in self.said if each.fact.holds_on(day)),
            not_in_force=tuple(each for each in self.said if not each.fact.holds_on(day)),
        )
