"""What stands with a fact besides its words: an address, a form, the words of an oath."""

from __future__ import annotations

from collections.abc import Iterator

from unbarred.law.jurisdictions import Facility, Organisation
from unbarred.law.sections import Addressee, Notary, Office, OfficialForm, Sections, Verification

Particulars = tuple[str, tuple[str, ...]]
"""A name, and lines below it."""

NONE: Particulars = ("", ())


def particulars(sections: Sections, section: str) -> Particulars:
    """Return what `sections` holds with the one fact of `section`; nothing for lists of facts."""
    held = getattr(sections, section)
    match held:
        case Office():
            return held.name, _given(*held.lines, held.email, held.href)
        case Addressee():
            return held.title, _given(*held.lines, f"Greeting: {held.salutation}")
        case OfficialForm():
            return held.title, tuple(_form(held))
        case Verification():
            where = "In the application itself" if held.in_application else "On a paper of its own"
            return held.title, (f"{where}: “{held.words}”",)
        case Notary():
            lines = (*held.venue, f"“{held.words}”", held.until)
            return held.by, lines
        case _:
            return NONE


def of_prison(prison: Facility) -> Particulars:
    """Return its name, its address, whom it holds, and whether it is closed."""
    return prison.name, _given(*prison.lines, prison.holds, "" if prison.open else "closed")


def of_helper(helper: Organisation) -> Particulars:
    """Return its name, what it does, for whom, and how to reach it."""
    return helper.name, (helper.does, f"For: {helper.for_whom}", *helper.reach)


def _form(form: OfficialForm) -> Iterator[str]:
    yield from _given(form.number, form.edition and f"Edition: {form.edition}", form.href)
    if form.must_be_used:
        yield "This form must be used."
    for item in form.items:
        yield f"{item.number}. {item.asks}"


def _given(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
