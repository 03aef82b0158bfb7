"""Objects an interview makes of answers are the same ones after the session was read from the disk."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from unbarred.answers.values import AnswerValue
from unbarred.engine import LoadedInterview, load_file
from unbarred.screens import read_submission
from unbarred.sessions import Session

INTERVIEW = """
objects:
  - client: Individual
  - kids: DAList.using(object_type=Individual, complete_attribute='complete')
  - debts: DADict.using(object_type=DAObject, complete_attribute='amount')
---
mandatory: True
code: |
  client.name.first
  kids.gather()
  debts.gather()
  photo
  papers
  mark
  later = client.birthdate.plus(years=1)
  over
---
id: client
question: Who?
fields:
  - First: client.name.first
  - Last: client.name.last
  - Street: client.address.address
  - City: client.address.city
  - Born: client.birthdate
    datatype: date
  - Seen: client.seen
    datatype: datetime
  - Wakes: client.wakes
    datatype: time
  - Income: client.income
    datatype: currency
  - Share: client.share
    datatype: number
  - Likes: client.likes
    datatype: checkboxes
    choices: [Tea, Coffee]
---
id: any-kids
question: Kids?
yesno: kids.there_are_any
---
id: kid
question: Kid
fields:
  - First: kids[i].name.first
  - Last: kids[i].name.last
---
code: |
  kids[i].name.first
  kids[i].complete = True
---
id: more-kids
question: More?
yesno: kids.there_is_another
---
id: any-debts
question: Debts?
yesno: debts.there_are_any
---
id: debtor
question: To whom?
fields:
  - Name: debts.new_item_name
---
id: amount
question: How much?
fields:
  - Amount: debts[i].amount
    datatype: currency
---
id: more-debts
question: More?
yesno: debts.there_is_another
---
id: photo
question: Photo
fields:
  - Photo: photo
    datatype: file
---
id: papers
question: Papers
fields:
  - Papers: papers
    datatype: files
---
id: mark
question: Sign
signature: mark
---
id: over
event: over
question: The end
buttons:
  - Exit: exit
"""

CLIENT: dict[str, object] = {
    "client.name.first": "Luz",
    "client.name.last": "Gray",
    "client.address.address": "1 Main St",
    "client.address.city": "Albany",
    "client.birthdate": "2/29/1980",
    "client.seen": "2031-07-01 14:30",
    "client.wakes": "6:15 am",
    "client.income": "1,200.10",
    "client.share": "0.1",
    "client.likes": ["Tea"],
}
NAMES = (
    *CLIENT,
    "later",
    "kids[0].name.first",
    "kids[1].name.last",
    "debts['The bank'].amount",
)


@pytest.fixture
def interview(tmp_path: Path) -> LoadedInterview:
    path = tmp_path / "objects.yml"
    path.write_text(INTERVIEW, encoding="utf-8")
    return load_file(path)


def seen(session: Session) -> dict[str, Any]:
    """Each variable, with its type and, for moments, its zone."""
    found: dict[str, Any] = {}
    for name in NAMES:
        value = session.run.value(name)
        held = getattr(value, "elements", value)
        zone = value.utcoffset() if isinstance(value, datetime.datetime) else None
        found[name] = (type(value).__name__, held, zone)
    for name in ("photo", "papers", "mark"):
        value = session.run.value(name)
        for file in getattr(value, "elements", [value]):
            found[file.instanceName] = (type(value).__name__, file.filename, file.mimetype, file.number)
    kids = session.run.value("kids")
    found["kids"] = [each.instanceName for each in kids.elements], kids.gathered, type(kids).__name__
    debts = session.run.value("debts")
    found["debts"] = list(debts.elements), debts.gathered, type(debts).__name__
    return found


def test_every_object_is_the_same_after_a_replay(interview: LoadedInterview, tmp_path: Path) -> None:
    def find(name: str) -> LoadedInterview:
        return interview

    originals = [tmp_path / name for name in ("face.png", "one.txt", "two.txt")]
    Image.new("RGB", (40, 20), "red").save(originals[0])
    for path in originals[1:]:
        path.write_text(f"This is {path.name}", encoding="utf-8")
    photo, first, second = map(str, originals)
    session = Session.begin(tmp_path / "session", "objects", {}, find)
    steps: list[dict[str, object]] = [
        CLIENT,
        {"kids.there_are_any": True},
        {"kids[0].name.first": "Ana", "kids[0].name.last": "Gray"},
        {"kids.there_is_another": True},
        {"kids[1].name.first": "Bo", "kids[1].name.last": "Hill"},
        {"kids.there_is_another": False},
        {"debts.there_are_any": True},
        {"debts.new_item_name": "The bank"},
        {"debts['The bank'].amount": "12.34"},
        {"debts.there_is_another": False},
        {"photo": [photo]},
        {"papers": [first, second]},
        {"mark": [photo]},
    ]
    for step in steps:
        typed: dict[str, AnswerValue] = dict(read_submission(session.screen, step))
        session.submit(typed)
    before = seen(session)
    assert session.is_over
    assert before["client.birthdate"][0] == "DADateTime"
    assert before["client.income"][:2] == ("float", 1200.1)
    session.close()

    for path in originals:
        path.unlink()
    resumed = Session.resume(tmp_path / "session", find)
    assert resumed.is_over
    assert seen(resumed) == before
    resumed.close()
