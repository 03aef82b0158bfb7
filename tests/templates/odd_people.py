"""An invented person who answered everything, at length and with whatever a keyboard has."""

from __future__ import annotations

import datetime
import string
from types import SimpleNamespace
from typing import Any

import people

LONG = "\n\n".join(
    f"{count}. This is paragraph {count} of a long story. It has “quotes”, 'apostrophes', a dash — and 50 % "
    f"more than was asked. See § 12, No. 7, and the letter of Jan. 3, 20{count:02d}."
    for count in range(1, 13)
)
DAY = datetime.date(1999, 12, 31)
MARKUP = "Smith & Sons <LLC> said </w:t></w:r> and {{ 7*7 }}{% if %} {# note #} &amp; \\n \t tab"
SCRIPTS = "Zoë Ñandú-O’Neil, مرحبا بالعالم, 漢字, Ελένη, \U0001f600"


def odd(place: str) -> dict[str, Any]:
    """Return the variables of somebody whose answers are long, many, and hard to set."""
    context = people.full(place)
    petitioner = context["petitioner"]
    petitioner.name = people.Name("Zoë-Anne", "O’Neil de la Peña y Wolfeschlegelsteinhausenbergerdorff", "Q.")
    petitioner.other_names = SCRIPTS
    petitioner.facility_address = "Unit 9\n\n  Cell 12, East\nP.O. Box 1000\nSampleton, NY 00000"
    context["helper"].organization = MARKUP
    context |= {
        "request_words": f"I ask for mercy. {SCRIPTS}",
        "reasons": "One line\nand a second\r\nand a third.\n\n\n\nAfter many empty lines.  Two spaces.",
        "story": LONG,
        "responsibility": MARKUP,
        "abuse_account": "- a list\n- that she typed\n\n1) and numbers\n2) too",
        "growth": "x" * 300,
        "appeals": [
            SimpleNamespace(court=SCRIPTS, docket="<none>", outcome="A & B", decided=DAY)
        ] * 3,
        "programs": [
            SimpleNamespace(title=f"Course {count} & more", when=f"{1990 + count}", outcome="Done\nTwice")
            for count in range(15)
        ],
        "supporters": [
            SimpleNamespace(
                full_name=f"Friend {count}", relation="Friend", address="Line 1\nLine 2\n\nLine 4",
                phone="+1 (555) 555-0100 ext. 9", letter=("have", "to_ask", "asked")[count % 3],
            )
            for count in range(6)
        ],
        "exhibits": [
            SimpleNamespace(label=label, title=f"Paper {label}: {MARKUP}", have=label < "M")
            for label in string.ascii_uppercase
        ],
        "still_to_complete": [f"Paper {count}, line 1: {SCRIPTS}" for count in range(12)],
    }  # fmt: skip
    return context
