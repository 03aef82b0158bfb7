"""The faults of a messy sheet: what stands in a cell, and what a volunteer must be told of it.

Each is one thing that people do to sheets. `words` are key words of the message, in any case: who reads them
knows what to do without asking.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

ALL = frozenset({"xlsx", "csv", "ods"})
TYPED = frozenset({"xlsx", "ods"})
"""The formats in which a cell has a type, and can be merged."""


@dataclass(frozen=True)
class Formula:
    """A formula; `shows` is what a spreadsheet program saved as its result, None if none ever opened it."""

    text: str
    shows: str | float | None = None


@dataclass(frozen=True)
class Formatted:
    """A value that the sheet shows in a way of its own, such as a number as a day."""

    value: float | str | datetime.date
    number_format: str


@dataclass(frozen=True)
class Fault:
    """Something wrong with one answer."""

    kind: str
    name: str
    """The answer's variable, with the numbers of items."""
    value: object
    words: tuple[str, ...]
    formats: frozenset[str] = ALL
    needs: tuple[str, ...] = ()
    """Variables that the client must have given for it to be this fault; she has to have given `name` too."""
    mended: object = ...
    """What a volunteer writes instead; what stood there before, if it is not said."""


FAULTS: tuple[Fault, ...] = (
    Fault("missing last name", "petitioner.name.last", None, ("needs an answer",)),
    Fault("missing crime", "convictions[0].offense", None, ("needs an answer",)),
    Fault("missing name of a supporter", "supporters[0].full_name", None, ("needs an answer",)),
    Fault("missing yes or no", "has_helper", None, ("needs an answer",)),
    Fault("a day that does not exist", "petitioner.birthdate", "February 30, 1980", ("does not exist", "29")),
    Fault("a month that does not exist", "custody.start", "2015-13-04", ("no month 13",)),
    Fault("a day in two ways", "petitioner.birthdate", "03/04/1985", ("4 March 1985", "3 April 1985")),
    Fault("another day in two ways", "convictions[0].sentenced", "5.6.2014", ("6 May 2014", "5 June 2014")),
    Fault("a year of two digits", "petitioner.birthdate", "6/30/84", ("four digits", "30 June 1984")),
    Fault("only a year", "custody.start", "2015", ("2015", "only a year")),
    Fault("a day as a number", "petitioner.birthdate", 31106, ("28 February 1985", "format the cell")),
    Fault("words for a day", "appeals[0].decided", "some time in spring", ("some time in spring",)),
    Fault("a day to come", "petitioner.birthdate", datetime.date(2062, 3, 4), ("still to come",)),
    Fault("words for a number", "custody.jail_days", "about four hundred", ("number", "about four hundred")),
    Fault("a number and its unit", "convictions[0].minimum_years", "12 or 13", ("number",)),
    Fault("half a year", "convictions[0].term_years", 12.5, ("whole number",)),
    Fault("a number that is too small", "custody.jail_days", -5, ("0",)),
    Fault("too many months", "convictions[0].minimum_months", 18, ("11",)),
    Fault("a child as old as nobody", "children[0].age", 140, ("90",)),
    Fault(
        "a maximum below its minimum",
        "convictions[0].maximum_years",
        1,
        ("second number is smaller than the first",),
    ),
    Fault("a misspelt prison", "facility_choice", "Bedford Hils", ("Bedford Hills Correctional Facility",)),
    Fault(
        "an unknown kind of sentence", "convictions[0].sentence_kind", "fixed", ("not one of the choices",)
    ),
    Fault("an unknown letter", "supporters[0].letter", "promised", ("I have asked for it",)),
    Fault("perhaps", "children_included", "maybe", ("yes", "no")),
    Fault("a mark", "abuse_included", "x", ("yes", "no")),
    Fault("no e-mail address", "helper.email", "pat at clinic", ("email address", "@")),
    Fault("an error", "helper.phone", "#N/A", ("#N/A",)),
    Fault("another error", "custody.jail_days", "#REF!", ("#REF!",)),
    Fault(
        "an error of a formula",
        "convictions[0].supervision_years",
        Formula("=1/0", "#DIV/0!"),
        ("#DIV/0!",),
        TYPED,
    ),
    Fault(
        "a formula never calculated",
        "convictions[0].docket",
        Formula('="123"&"4"'),
        ("formula",),
        # LibreOffice calculates what it converts.
        frozenset({"xlsx"}),
    ),
    Fault(
        "a day that was a number",
        "petitioner.prison_number",
        Formatted(datetime.date(2012, 3, 4), "m/d/yyyy"),
        ("made a day of what was typed", "format the cell as text"),
        TYPED,
    ),
    Fault(
        "a number shown as a day that is none",
        "custody.parole_date",
        Formatted(-40, "mm/dd/yyyy"),
        ("day",),
        frozenset({"xlsx"}),
    ),
    Fault("50,000 letters for a name", "petitioner.name.first", "Ab" * 25_000, ("100",), frozenset({"csv"})),
    Fault("a novel for a name", "petitioner.name.first", "Ab" * 16_000, ("100",), TYPED),
    Fault("a long crime", "convictions[0].offense", "Robbery " * 50, ("300",)),
)
"""One in each cell; what is wrong with whole rows and sheets is in `messy_sheet.py`."""
