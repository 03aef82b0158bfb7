"""Invented people whose packets the templates are tried with, as plain objects.

`full` answered everything, `sparse` only what cannot be left for later.
"""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from unbarred.law import interview

AS_OF = datetime.date(2026, 11, 21)

PAPERS = (
    "next-steps",
    "application",
    "personal-statement",
    "biography",
    "release-plan",
    "supporters",
    "letter-requests",
    "exhibits",
    "verification",
    "privacy-waiver",
)


class Name:
    """A name that prints as docassemble's does, and knows its parts."""

    def __init__(self, first: str, last: str, middle: str = "") -> None:
        self.first, self.middle, self.last = first, middle, last

    def full(self, middle: bool = False) -> str:
        names = (self.first, self.middle if middle else "", self.last)
        return " ".join(name for name in names if name)

    def __str__(self) -> str:
        return self.full()


def full(place: str) -> dict[str, Any]:
    """Return the variables of somebody who answered every question."""
    federal = place == "us"
    context = _common(place)
    context |= {
        "petitioner": SimpleNamespace(
            name=Name("Rosalind", "Examplewood", "Marie"),
            other_names="Rosalind Testerman",
            birthdate=datetime.date(1984, 6, 30),
            prison_number="00000-000" if federal else "00G0000",
            facility="Example Correctional Facility",
            facility_address="P.O. Box 1000\nSampleton, NY 00000",
            citizenship="United States",
            schooling="10th grade",
        ),
        "petitioner_pronoun": "she",
        "has_helper": True,
        "helper_may_talk": True,
        "helper": SimpleNamespace(
            name_text="Pat Sample",
            role="Paralegal",
            organization="Example Law Project",
            mail_address="1 Model Street\nSampleton, NY 00000",
            phone="555-0100",
            email="pat@example.org",
        ),
        "appeal_pending": False,
        "appeals": [
            SimpleNamespace(
                court="Appellate Division, Second Department",
                docket="2012-00000",
                outcome="Denied",
                decided=datetime.date(2013, 5, 8),
            ),
            SimpleNamespace(court="Court of Appeals", docket="", outcome="Leave denied", decided=None),
        ],
        "earlier_petitions": [SimpleNamespace(kind="Commutation", filed="2021", outcome="Denied in 2022")],
        "request_words": "I ask that my sentence be commuted to the time I have served.",
        "reasons": "I have done what prison can ask of a person. My mother is ill and my son is fifteen.\n\n"
        "I was 26. I am 42 now, and I know what I owe.",
        "extraordinary": "I nursed dying women on the hospice unit for six years.",
        "story": "\n\n".join([PARAGRAPH] * 5),
        "responsibility": "I think of the family every day. I did not fire. I was there.",
        "abuse_included": True,
        "abuse_account": "He had broken my arm twice. I was afraid to say no.",
        "abuse_records": "Hospital record of 2009\nMy sister saw it.",
        "programs": [
            SimpleNamespace(title="Bachelor of Arts, Example College", when="2020", outcome="Degree"),
            SimpleNamespace(title="Anger management", when="2014", outcome="Finished, certificate"),
            SimpleNamespace(title="Hospice aide", when="2018 to 2024", outcome=""),
        ],
        "education": "I learned Spanish from the women around me. I read a book a week.",
        "work": "Hospice aide, six years. Law library clerk, four years.",
        "growth": "At 26 I waited for someone to tell me what to do. Now the young ones ask me.",
        "honors": "Letter of thanks from the chaplain, 2023",
        "discipline_any": True,
        "discipline": [
            SimpleNamespace(when="2011", charge="Fighting", explanation="It was my first year."),
            SimpleNamespace(when="Spring 2016", charge="Disobeying an order", explanation=""),
        ],
        "health_included": True,
        "health_account": "I have lupus. The clinic sees me twice a year.",
        "children_included": True,
        "children": [
            SimpleNamespace(first_name="Tom", age=15, carer="My mother", contact="Calls every Sunday"),
            SimpleNamespace(first_name="Ana", age=18, carer="", contact="Letters"),
        ],
        "home": "With my sister and her family in Sampleton. She has a room for me.",
        "home_contact": "Jane Testerman, 555-0101",
        "release_work": "A place as a home health aide at Example Care.",
        "release_treatment": "A doctor for lupus, and a recovery group at the church.",
        "release_people": "My sister, my mother, and the women of the Example College program.",
        "supporters": [
            SimpleNamespace(
                full_name="Jane Testerman", relation="Sister", address="2 Model Street\nSampleton, NY 00000",
                phone="555-0101", letter="have",
            ),
            SimpleNamespace(
                full_name="Rev. John Sample", relation="Prison chaplain", address="Example Chapel", phone="",
                letter="to_ask",
            ),
            SimpleNamespace(
                full_name="Ada Placeholder", relation="Teacher", address="", phone="", letter="asked"
            ),
        ],
        "exhibits": [
            SimpleNamespace(label="A", title="Diploma, Example College", have=True),
            SimpleNamespace(label="B", title="Letter of thanks from the chaplain", have=False),
        ],
        "still_to_complete": ["1-Application, line 1: Case number", "3-Biography, line 1: How it went"],
    }  # fmt: skip
    sentence = {"sentence_kind": "determinate", "term_years": 20} if federal else {
        "sentence_kind": "indeterminate", "minimum_years": 25, "maximum_is_life": True,
    }  # fmt: skip
    context["convictions"] = [
        _conviction(
            **sentence,
            offense="Murder in the second degree",
            sentenced=datetime.date(2011, 3, 14),
            court="Southern District of Example" if federal else "Supreme Court",
            county="Southern" if federal else "Kings",
            docket="1:10-cr-00000" if federal else "0000/2010",
            plea="trial",
            supervision_years=5 if federal else "",
        ),
        _conviction(
            sentence_kind="determinate",
            term_years=7,
            offense="Robbery in the second degree",
            sentenced=datetime.date(2011, 3, 14),
            consecutive=False,
            plea="plea",
            supervision_years=1,
        ),
    ]
    context["custody"] = SimpleNamespace(
        start=datetime.date(2011, 4, 2),
        jail_days=402,
        parole_date=None if federal else datetime.date(2035, 2, 24),
        release_date=datetime.date(2028, 4, 1) if federal else None,
    )
    return _reckoned(context)


def sparse(place: str) -> dict[str, Any]:
    """Return the variables of somebody who left for later all that can be left."""
    context = _common(place)
    context |= {
        "petitioner_pronoun": None,
        "petitioner": SimpleNamespace(
            name=Name("Rosalind", "Examplewood"),
            birthdate=None,
            **dict.fromkeys(
                ("other_names", "prison_number", "facility", "facility_address", "citizenship", "schooling"),
                "",
            ),
        ),
        "convictions": [
            _conviction(
                offense="Murder in the second degree", sentence_kind="indeterminate", minimum_years=None
            )
        ],
        "custody": SimpleNamespace(start=None, jail_days=None, parole_date=None, release_date=None),
        "appeal_pending": None,
        "still_to_complete": [],
    }
    context |= dict.fromkeys(("has_helper", "abuse_included", "discipline_any"), False)
    context |= dict.fromkeys(("health_included", "children_included"), None)
    context |= {name: [] for name in ("appeals", "earlier_petitions", "programs", "supporters", "exhibits")}
    context |= dict.fromkeys(
        (
            "request_words reasons extraordinary story responsibility education work growth honors home "
            "home_contact release_work release_treatment release_people"
        ).split(),
        "",
    )
    return _reckoned(context)


PARAGRAPH = (
    "On the evening of January 8, 2010, I drove the car. I knew they meant to rob the store, and I told "
    "myself that nobody would be hurt. A man died. His name was on the news the next day, and I have said it "
    "to myself every day since then. I was 25 years old and I had a son who was not yet walking. Nothing "
    "of this is an excuse."
)


def _common(place: str) -> dict[str, Any]:
    return {
        "place": place,
        "as_of": AS_OF,
        "letter_date": AS_OF,
        "in_prison": True,
        "left_blank": "",
        "request_means": "That means a shorter sentence. The conviction stays.",
        "law": (law := interview.remedy(place, "clemency/commutation", AS_OF)),
        "addressee": law.addressee,
    }


def _conviction(**known: Any) -> SimpleNamespace:
    fields = (
        "minimum_years minimum_months maximum_years maximum_months term_years term_months supervision_years "
        "sentenced plea"
    ).split()
    given = dict.fromkeys(fields) | dict.fromkeys(("court", "county", "docket"), "") | known
    given.setdefault("maximum_is_life", False)
    given.setdefault("consecutive", False)
    conviction = SimpleNamespace(**given)
    conviction.sentence_words = interview.sentence_words(conviction)
    return conviction


def _reckoned(context: dict[str, Any]) -> dict[str, Any]:
    reckoning = interview.reckon(context["place"], context["convictions"], context["custody"], AS_OF)
    known = interview.facts_for(reckoning, context["appeal_pending"])
    return context | {"reckoning": reckoning, "assessment": context["law"].assess(known, AS_OF)}
