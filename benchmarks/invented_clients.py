"""Invented clients who ask New York for a shorter sentence: varied, and the same ones every time.

`answers(7)` are those of client 7: every answer that the interview needs, by variable, None where she leaves
one for later. Her texts are as long as such texts are: 40 to 400 words for a story. `brief(7)` is the same
client as a sheet from one evening of intake has her: most of what can be left out is.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks import invented_words as words

INTERVIEW = "clemency/commutation"
PLACE = "us-ny"
AS_OF = datetime.date(2026, 11, 21)

Answer = str | int | bool | None
Answers = dict[str, Answer]
Given = dict[str, Answer | datetime.date]

PARAGRAPH = 4
"""Sentences in a paragraph of a long text."""


def answers(number: int) -> Answers:
    """Return the answers of client `number`, counted from 0, as plain values; days as `2017-04-03`."""
    chance = random.Random(number)
    sentenced = datetime.date(2006, 1, 3) + datetime.timedelta(days=chance.randrange(5500))
    given = {
        **_convictions(chance, sentenced),
        **_custody(chance, sentenced),
        **_person(chance, number),
        **_helper(chance),
        **_courts(chance, sentenced),
        **_story(chance),
        **_inside(chance),
        **_life(chance),
        **_release(chance),
        **_support(chance),
        "request_kind": chance.choice(("release", "shorter", "parole")),
        "reasons": text(chance, words.WHY, 1, 4),
        "extraordinary": text(chance, words.HURT + words.WHY, 1, 3),
    }
    return {
        name: each.isoformat() if isinstance(each, datetime.date) else each for name, each in given.items()
    }


@dataclass(frozen=True)
class Optional:
    """A part of a petition that can be left out: how its variables begin, and what says that it is there."""

    begins: str
    flag: str
    share: float
    """Of the clients who have it, in a sheet from one evening."""


OPTIONAL = (
    Optional("helper", "has_helper", 0.5),
    Optional("appeals[", "appeals.there_are_any", 0.3),
    Optional("earlier_petitions[", "earlier_petitions.there_are_any", 0.3),
    Optional("abuse_", "abuse_included", 0.3),
    Optional("discipline[", "discipline_any", 0.3),
    Optional("health_", "health_included", 0.3),
    Optional("children[", "children_included", 0.4),
    Optional("supporters[", "supporters.there_are_any", 0.3),
    Optional("exhibits[", "exhibits.there_are_any", 0.3),
)
_LATER = re.compile(r"\w+\[[1-9]\]")
"""Of each list, all but the first: one evening is too short for more."""


def brief(number: int) -> Answers:
    """Return the answers of client `number` with most of what can be left out left out."""
    chance = random.Random(f"brief {number}")
    given = {name: each for name, each in answers(number).items() if not _LATER.match(name)}
    for part in OPTIONAL:
        if chance.random() < part.share:
            continue
        given = {name: each for name, each in given.items() if not name.startswith(part.begins)}
        given[part.flag] = False
    return given


def text(chance: random.Random, sentences: Sequence[str], least: int, most: int) -> str:
    """Return `least` to `most` of the sentences, in paragraphs."""
    count = chance.randint(least, most)
    picked = (chance.sample(list(sentences), len(sentences)) * (count // len(sentences) + 1))[:count]
    paragraphs = [picked[each : each + PARAGRAPH] for each in range(0, count, PARAGRAPH)]
    return "\n\n".join(" ".join(each) for each in paragraphs)


def _convictions(chance: random.Random, sentenced: datetime.date) -> Given:
    given: Given = {}
    for index in range(chance.choice((1, 1, 2))):
        at = f"convictions[{index}]"
        kind = chance.choice(("indeterminate", "indeterminate", "determinate", "determinate", "life"))
        given |= {
            f"{at}.offense": chance.choice(words.OFFENSES),
            f"{at}.sentence_kind": kind,
            f"{at}.sentenced": sentenced,
            f"{at}.court": chance.choice(words.COURTS),
            f"{at}.county": chance.choice(words.COUNTIES),
            f"{at}.docket": f"{chance.randrange(9999):04}-{sentenced.year - 1}",
            f"{at}.plea": chance.choice(("plea", "trial", "plea_nocontest")),
            f"{at}.supervision_years": chance.choice((0, 3, 5, None)),
        }
        if index:
            given[f"{at}.consecutive"] = chance.random() < 0.3
        if kind == "determinate":
            given |= {
                f"{at}.term_years": chance.randint(5, 25),
                f"{at}.term_months": chance.choice((0, 0, 6)),
            }
        elif kind == "indeterminate":
            given |= _range(chance, at)
    return given


def _range(chance: random.Random, at: str) -> Given:
    least, is_life = chance.randint(5, 25), chance.random() < 0.4
    given: Given = {
        f"{at}.minimum_years": least,
        f"{at}.minimum_months": chance.choice((0, 0, 0, 6)),
        f"{at}.maximum_is_life": is_life,
    }
    if not is_life:
        given |= {f"{at}.maximum_years": least * 2 + chance.randint(1, 5), f"{at}.maximum_months": 0}
    return given


def _custody(chance: random.Random, sentenced: datetime.date) -> Given:
    return {
        "custody.start": sentenced + datetime.timedelta(days=chance.randint(3, 40)),
        "custody.jail_days": chance.choice((0, None, chance.randrange(30, 900))),
        "custody.parole_date": AS_OF + datetime.timedelta(days=chance.randrange(4000)),
        "custody.release_date": None,
        "appeal_pending": chance.random() < 0.2,
    }


def _person(chance: random.Random, number: int) -> Given:
    return {
        "petitioner.name.first": chance.choice(words.FIRST),
        "petitioner.name.middle": chance.choice((None, "Invented", "Q.")),
        "petitioner.name.last": chance.choice(words.LAST),
        "petitioner.other_names": chance.choice((None, "Rosa Sample")),
        "petitioner.birthdate": datetime.date(1955, 1, 1) + datetime.timedelta(days=chance.randrange(13000)),
        "petitioner.prison_number": f"{chance.randrange(6, 25):02}G{number % 10_000:04}",
        "facility_choice": chance.choice(words.FACILITIES),
        "petitioner_pronoun": chance.choice(("she", "she", "she", "they")),
    }


def _helper(chance: random.Random) -> Given:
    if chance.random() < 0.3:
        return {"has_helper": False}
    return {
        "has_helper": True,
        "helper.name_text": "Pat Placeholder",
        "helper.role": chance.choice(("Paralegal", "Attorney", "Law student")),
        "helper.organization": "The Invented Clinic",
        "helper.mail_address": "1 Nowhere Street\nAnytown, NY 00000",
        "helper.phone": "555-0100",
        "helper.email": "pat@clinic.example",
        "helper_may_talk": chance.random() < 0.9,
    }


def _courts(chance: random.Random, sentenced: datetime.date) -> Given:
    given: Given = {"appeals.there_are_any": False, "earlier_petitions.there_are_any": False}
    if chance.random() < 0.6:
        given = {
            "appeals[0].court": "Appellate Division, Imaginary Department",
            "appeals[0].docket": f"{sentenced.year + 2}-{chance.randrange(99999):05}",
            "appeals[0].outcome": chance.choice(("Affirmed", "Denied", "Sentence modified")),
            "appeals[0].decided": sentenced + datetime.timedelta(days=chance.randrange(300, 900)),
            "earlier_petitions.there_are_any": False,
        }
    if chance.random() < 0.2:
        del given["earlier_petitions.there_are_any"]
        given |= {
            "earlier_petitions[0].kind": "Commutation",
            "earlier_petitions[0].filed": str(chance.randint(2022, 2025)),
            "earlier_petitions[0].outcome": chance.choice(("Denied", "No answer", None)),
        }
    return given


def _story(chance: random.Random) -> Given:
    given: Given = {
        "story": text(chance, words.STORY, 3, 24),
        "responsibility": text(chance, words.TODAY, 2, 12),
        "abuse_included": chance.random() < 0.5,
    }
    if given["abuse_included"]:
        given |= {
            "abuse_account": text(chance, words.HURT, 1, 10),
            "abuse_records": chance.choice((None, "Order of protection, Family Court, 2014.")),
        }
    return given


def _inside(chance: random.Random) -> Given:
    given: Given = {
        "petitioner.schooling": chance.choice(("11th grade", "Finished high school", None)),
        "education": text(chance, words.GROWTH, 1, 8),
        "work": text(chance, words.GROWTH, 1, 8),
        "growth": text(chance, words.GROWTH, 2, 12),
        "honors": chance.choice((None, "Letter of thanks from the education supervisor, 2023.")),
        "discipline_any": chance.random() < 0.4,
    }
    for index, title in enumerate(chance.sample(words.PROGRAMS, chance.randrange(1, 6))):
        began = chance.randint(2012, 2023)
        given |= {
            f"programs[{index}].title": title,
            f"programs[{index}].when": f"{began} to {began + 1}",
            f"programs[{index}].outcome": chance.choice(words.OUTCOMES),
        }
    if given["discipline_any"]:
        for index in range(chance.randint(1, 2)):
            given |= {
                f"discipline[{index}].when": f"Spring {chance.randint(2010, 2020)}",
                f"discipline[{index}].charge": chance.choice(words.TICKETS),
                f"discipline[{index}].explanation": text(chance, words.GROWTH, 1, 2),
            }
    return given


def _life(chance: random.Random) -> Given:
    given: Given = {
        "health_included": chance.random() < 0.3,
        "children_included": chance.random() < 0.6,
    }
    if given["health_included"]:
        given["health_account"] = "I have had two heart operations, and see a doctor twice a year."
    if given["children_included"]:
        for index, name in enumerate(chance.sample(words.CHILDREN, chance.randint(1, 4))):
            given |= {
                f"children[{index}].first_name": name,
                f"children[{index}].age": chance.randint(2, 30),
                f"children[{index}].carer": chance.choice(("My mother", "Their father", None)),
                f"children[{index}].contact": chance.choice(
                    ("Visits each month", "Calls every Sunday", None)
                ),
            }
    return given


def _release(chance: random.Random) -> Given:
    return {
        "home": text(chance, words.HOME, 1, 4),
        "home_contact": chance.choice((None, "Carmen Example, 2 Nowhere Street, Anytown, 555-0101")),
        "release_work": text(chance, words.HOME, 1, 2),
        "release_treatment": chance.choice((None, "I will go on with counseling at the Anytown Center.")),
        "release_people": text(chance, words.HOME, 1, 2),
    }


def _support(chance: random.Random) -> Given:
    given: Given = {}
    supporters, papers = chance.randrange(4), chance.randrange(5)
    for index in range(supporters):
        given |= {
            f"supporters[{index}].full_name": f"{chance.choice(words.FIRST)} {chance.choice(words.LAST)}",
            f"supporters[{index}].relation": chance.choice(words.RELATIONS),
            f"supporters[{index}].address": chance.choice((None, "2 Nowhere Street\nAnytown, NY 00000")),
            f"supporters[{index}].phone": chance.choice((None, "555-0101")),
            f"supporters[{index}].letter": chance.choice(("have", "asked", "to_ask")),
        }
    for index, title in enumerate(chance.sample(words.PAPERS, papers)):
        given |= {f"exhibits[{index}].title": title, f"exhibits[{index}].have": chance.random() < 0.7}
    if not supporters:
        given["supporters.there_are_any"] = False
    if not papers:
        given["exhibits.there_are_any"] = False
    return given
