"""Every kind of fault in the law data is reported with its file, line and column, all of them at once."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from faults import FAULTS
from invented_law import CLEMENCY, PLACE, XANADU

from unbarred import content
from unbarred.check import Finding, check_jurisdictions
from unbarred.law.browsing.holdings import holdings

TODAY = datetime.date(2026, 11, 22)
FILE = "jurisdictions/xx/clemency.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Law data of one place, `xx`, without a fault."""
    folder = tmp_path / "jurisdictions"
    for name, text in XANADU.items():
        put(folder, f"xx/{name}.yml", text)
    return folder


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def place_in(text: str, what: str) -> tuple[int, int]:
    """Return line and column of the one place in `text` where `what` stands."""
    assert text.count(what) == 1
    before = text[: text.index(what)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def found_after(
    root: Path, was: str, now: str, text: str = CLEMENCY, name: str = "clemency"
) -> list[Finding]:
    """Replace what stands once in a file, and check."""
    assert text.count(was) == 1
    put(root, f"xx/{name}.yml", text.replace(was, now))
    return check_jurisdictions(root, TODAY)


def test_sound_data_has_no_finding(root: Path) -> None:
    assert check_jurisdictions(root, TODAY) == []


@pytest.mark.parametrize(("was", "now", "at", "says"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_topic_is_reported_with_its_place(
    root: Path, was: str, now: str, at: str, says: str
) -> None:
    (found,) = found_after(root, was, now)
    assert (found.file, found.line, found.column) == (FILE, *place_in(CLEMENCY.replace(was, now), at))
    assert found.message.startswith(says)
    assert found.mend


@pytest.mark.parametrize(
    ("name", "was", "now", "line", "says"),
    [
        (
            "place",
            "name: Xanadu",
            "name: Xanadu\nparent: zz",
            2,
            "parent: there is no place called zz.",
        ),
        ("place", "court_area", "court_aera", 5, "court_aera: there is no such key."),
        ("facilities", "  lines", "  line", 2, "0.line: there is no such key."),
        ("help", "  does: Writes letters.\n", "", 1, "0.does: the key is missing."),
        ("sentence", "2/3", "0.66", 7, "shares.0.values.0.shares.served: a share is written"),
        ("redaction", "initials\n", "year\n", 2, "rules.0: a name of a child is shown as initials or"),
        (
            "help",
            "checked: 2026-11-21",
            "checked: 2026-11-21\n    review: 2026-11-22",
            11,
            "0.fact.review",
        ),
    ],
)
def test_every_kind_of_file_is_checked(
    root: Path, name: str, was: str, now: str, line: int, says: str
) -> None:
    found = found_after(root, was, now, XANADU[name], name)[-1]
    assert (found.file, found.line) == (f"jurisdictions/xx/{name}.yml", line)
    assert found.message.startswith(says)


def test_one_fault_hides_no_other(root: Path) -> None:
    chosen = [
        FAULTS["a key that is not known"],
        FAULTS["a review that is due"],
        FAULTS["numbers out of order"],
        FAULTS["a condition that does not parse"],
        FAULTS["a deadline without a unit"],
    ]
    text = CLEMENCY
    for was, now, _, _ in chosen:
        text = text.replace(was, now)
    put(root, "xx/clemency.yml", text)
    put(root, "xx/parole.yml", "parole: {title: Parole, title: Parole}\n")
    put(root, "xx/place.yml", PLACE + "parent: zz\n")
    put(root, "yy/clemency.yml", "commutation: {title: 7}\n")
    assert [(each.file, each.line) for each in check_jurisdictions(root, TODAY)] == [
        *((FILE, place_in(text, at)[0]) for _, _, at, _ in chosen),
        ("jurisdictions/xx/parole.yml", 1),
        ("jurisdictions/xx/place.yml", 6),
        ("jurisdictions/yy", 0),
        ("jurisdictions/yy/clemency.yml", 1),
    ]


def test_a_place_without_its_file(root: Path) -> None:
    put(root, "yy/clemency.yml", "commutation: {title: Commutation}\n")
    (found,) = check_jurisdictions(root, TODAY)
    assert str(found) == "jurisdictions/yy  yy has no place.yml. Add it: every place has one."


def test_places_that_are_each_others_parents(root: Path) -> None:
    put(root, "yy/place.yml", PLACE + "parent: zz\n")
    put(root, "zz/place.yml", PLACE + "parent: yy\n")
    assert [(each.file, each.line) for each in check_jurisdictions(root, TODAY)] == [
        ("jurisdictions/yy/place.yml", 6),
        ("jurisdictions/zz/place.yml", 6),
    ]


def test_what_two_files_of_a_remedy_say_does_not_fit_together(root: Path) -> None:
    general = CLEMENCY.replace("id: khan-decides", "id: old-enough")
    put(root, "xx/clemency.yml", general)
    (found,) = check_jurisdictions(root, TODAY)
    assert (found.file, found.line) == (FILE, place_in(CLEMENCY, "commutation:")[0])
    assert found.message == "commutation: the fact id old-enough is used twice."


@pytest.mark.parametrize("name", ["clemency.yml", "xx/parole.yaml"])
def test_a_file_that_would_never_be_read(root: Path, name: str) -> None:
    put(root, name, "commutation: {}\n")
    (found,) = check_jurisdictions(root, TODAY)
    assert found.file.endswith(name)
    assert found.message.startswith("This file is not read")


def test_a_fact_is_due_from_its_day_of_review_on(root: Path) -> None:
    day = datetime.date(2027, 6, 1)
    assert check_jurisdictions(root, day - datetime.timedelta(days=1)) == []
    (found,) = check_jurisdictions(root, day)
    assert (found.line, found.column) == place_in(CLEMENCY, "review:")


def test_the_real_data_has_no_fault() -> None:
    # As of the day it was last worked on: days of review come, and then the program says so, not this test.
    real = content.jurisdictions()
    last = max(each.fact.checked for each in holdings(real))
    assert check_jurisdictions(real, last) == []
