"""An interview with every kind of field and question of docassemble, in a real terminal, in both faces."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from real_sitting import RealSitting
from tiny_picture import PICTURE

INTERVIEW = Path(__file__).with_name("every-field.yml")

SITTING = [
    ("Full name:", "Ana Lee"),
    ("Password (not shown while you type):", "correct horse"),
    ("Email:", "ana@example.org"),
    ("Court's site, for example https://www.example.org:", "https://court.example.org"),
    ("Docket:", ""),
    ("What happened?", "It was a long day."),
    ("It was a long day.", "."),
    ("Children (from 0 to 20):", "3"),
    ("Weight:", "60.5"),
    ("Money owed:", "$1,200.50"),
    ("Worry (from 0 to 10, in steps of 2):", "4"),
    ("Birth date, for example 3/14/2031:", "1/2/1980"),
    ("Getting up, for example 2:30 pm:", "6 am"),
    ("Hearing, for example 3/14/2031 2:30 pm:", "3/14/2031 14:30"),
    ("Release, for example 3/14/2031 2:30 pm:", "3/15/2031 9 am"),
    ("I agree", "1"),
    ("I have no lawyer", "1"),
    ("Is this your first case?", "no"),
    ("Can nobody help you?", "2"),
    ("Who helps you?", "My aunt"),
    ("Was it in May?", "3"),
    ("Was it not in town?", "1"),
    ("Not guilty", "not"),
    ("City court", "2"),
    ("Cook", "3"),
    ("Type it in your own words:", "Baker"),
    ("Blues", "Soul"),
    ("All of these", "4"),
    ("French", "1 3"),
    ("Nearest", "1"),
    ("Oldest", "bea"),
    ("Visit you", "1"),
    ("Write to you", "1-2"),
    ("You can give: a file that ends in .txt or .pdf.", "letter.txt"),
    ("Path of the first file:", "one.png"),
    ("1 file so far: one.png.", "two.png"),
    ("2 files so far: one.png, two.png.", ""),
    ("A picture of you", ""),
    ("Press Enter to sign on paper later", "signature.png"),
    ("Do you go on?", "1"),
    ("Are you certain?", "3"),
    ("Which color?", "blue"),
    ("Your file: letter.txt", ""),
    ("Who helps you first?", "Iris"),
    ("Edit (1) Delete (2)", "a"),
    ("What else can be done here", "1"),
    ("Who helps you first?", "Irma"),
    ("Irma", "1"),
    ("What is the second helper's name?", "Bo"),
    ("Edit (3) Delete (4)", "2"),
]
"""What can be read, and what is typed then."""

GIVEN: dict[str, Any] = {
    "full_name": "Ana Lee",
    "mail": "ana@example.org",
    "site": "https://court.example.org",
    "docket": None,
    "story": "It was a long day.",
    "children": 3,
    "weight": 60.5,
    "owed": 1200.5,
    "worry": 4,
    "born": "1980-01-02",
    "wakes": "06:00",
    "hearing": "2031-03-14 14:30",
    "release": "2031-03-15 09:00",
    "agrees": True,
    "has_lawyer": True,
    "first_case": False,
    "can_be_helped": False,
    "helper": "My aunt",
    "plea": "Not guilty",
    "court": "county",
    "job": "Baker",
    "song": "Soul",
    "programs": ["School", "Work", "Choir"],
    "tongues": ["English", "French"],
    "portrait": None,
    "goes_on": True,
    "color": "Blue",
    "helpers[1].name.first": "Bo",
}
"""What is kept of it."""


@pytest.fixture
def papers(desk: Path) -> Path:
    """The folder she is in, with her files."""
    (desk / "letter.txt").write_text("Dear sir")
    for name in ("one.png", "two.png", "signature.png"):
        (desk / name).write_bytes(PICTURE)
    return desk


@pytest.mark.parametrize("is_plain", [True, False], ids=["plain", "full"])
def test_every_kind_of_field_is_asked_and_answered(papers: Path, home: Path, is_plain: bool) -> None:
    sitting = RealSitting(papers, home, "start", str(INTERVIEW), "--trust", plain=is_plain, rows=50)
    try:
        for seen, typed in SITTING:
            sitting.see(seen)
            sitting.type(typed)
        sitting.see("Done, Ana Lee", "- has_lawyer: False", "- in_town: False", "- nearest: Ana")
        sitting.type("")
        assert sitting.wait() == 0
    finally:
        sitting.close()
    given: dict[str, Any] = {}
    for event in sitting.events("answered"):
        given |= event["answers"]
    assert {name: given.get(name) for name in GIVEN} == GIVEN
    assert b"horse" not in sitting.raw
    if is_plain:
        assert b"\x1b" not in sitting.raw
