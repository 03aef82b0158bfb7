"""Parts are found by what a person calls them, moved, left out and taken in again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.packets import Exhibit, Made, Paper, Plan, arranging
from unbarred.errors import UsageError, UserError

COVER, CONTENTS, SERVICE = Made("cover"), Made("contents"), Made("certificate of service")
PETITION = Paper("1-Petition.docx", "Petition for a pardon")
STATEMENT = Paper("2-Personal-statement.docx", "Personal statement")
RECORD = Exhibit("A", "Court record", "exhibits/A.pdf")
LETTER = Exhibit("B", "Letter", "exhibits/B.pdf")
PLAN = Plan("Petition", (COVER, CONTENTS, PETITION, STATEMENT, RECORD, LETTER, SERVICE))


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("cover", COVER),
        ("Certificate of Service", SERVICE),
        ("certificate-of-service", SERVICE),
        ("1", PETITION),
        ("1-Petition", PETITION),
        ("1-petition.docx", PETITION),
        ("personal statement", STATEMENT),
        ("person", STATEMENT),
        ("a", RECORD),
        ("exhibit b", LETTER),
        ("Court record", RECORD),
    ],
)
def test_a_part_is_found_by_its_names(name: str, part: object) -> None:
    assert arranging.find(PLAN, name) is part


def test_what_is_not_there_gets_the_nearest_names() -> None:
    with pytest.raises(UsageError, match=r"no part called “Covr”\. Did you mean cover"):
        arranging.find(PLAN, "Covr")
    with pytest.raises(
        UsageError, match=r"can be more than one part\. Say which: cover, contents, A, certif"
    ):
        arranging.find(PLAN, "c")
    with pytest.raises(UsageError, match=r"There is no exhibit Q\. There are A, B\."):
        arranging.exhibit(PLAN, "Q")


def test_no_two_parts_are_called_the_same() -> None:
    letter, scan, own = (
        Paper("letter.docx", "Letter"),
        Paper("letter.pdf", "Letter"),
        Paper("cover.docx", "Cover"),
    )
    label = Paper("A.docx", "A")
    plan = Plan("", (COVER, own, letter, scan, label, RECORD, Exhibit("1", "Record"), PETITION))
    called = [arranging.called_by(plan, part) for part in plan.parts]
    assert called == ["cover", "cover.docx", "letter.docx", "letter.pdf", "A.docx", "A", "1", "1-Petition"]
    assert tuple(arranging.find(plan, name) for name in called) == plan.parts


def test_labels_follow_one_another() -> None:
    plan = Plan("", ())
    labels = []
    for _ in range(26 * 27 + 1):
        labels.append(arranging.free_label(plan))
        plan = Plan("", (*plan.parts, Exhibit(labels[-1], "")))
    assert labels[:2] + labels[25:28] + labels[-2:] == ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"]
    assert len(set(labels)) == len(labels)


def test_a_new_exhibit_stands_behind_the_others_and_before_the_certificate() -> None:
    plan = arranging.with_exhibit(PLAN, Exhibit("C", "Award", "exhibits/C.pdf"))
    assert [arranging.called_by(plan, part) for part in plan.parts[-3:]] == [
        "B",
        "C",
        "certificate-of-service",
    ]
    first = arranging.with_exhibit(Plan("", (PETITION, SERVICE)), RECORD)
    assert first.parts == (PETITION, RECORD, SERVICE)
    assert arranging.with_paper(Plan("", (COVER, RECORD)), PETITION).parts == (COVER, PETITION, RECORD)


def test_an_exhibit_that_was_to_come_gets_its_file() -> None:
    waiting = Plan("", (Exhibit("A", "Court record"), LETTER))
    assert arranging.with_exhibit(waiting, RECORD).parts == (RECORD, LETTER)
    with pytest.raises(UserError, match="There is an exhibit A already: Court record"):
        arranging.with_exhibit(PLAN, Exhibit("a", "Other", "exhibits/a.pdf"))


@given(data=st.data())
def test_moving_keeps_all_parts(data: st.DataObject) -> None:
    names = [arranging.called_by(PLAN, part) for part in PLAN.parts]
    moved, other = data.draw(st.lists(st.sampled_from(names), min_size=2, max_size=2, unique=True))
    before = data.draw(st.booleans())
    plan = arranging.moved(PLAN, moved, **{"before" if before else "after": other})
    now = [arranging.called_by(plan, part) for part in plan.parts]
    assert sorted(now) == sorted(names)
    assert now.index(other) - now.index(moved) == (1 if before else -1)
    assert [name for name in now if name != moved] == [name for name in names if name != moved]


def test_moving_next_to_itself_is_no_order() -> None:
    with pytest.raises(UsageError, match="are the same part"):
        arranging.moved(PLAN, "A", before="exhibit A")


def test_left_out_and_taken_in() -> None:
    without = arranging.left_out(PLAN, "B")
    assert not without.is_in(arranging.find(without, "B"))
    assert arranging.left_out(without, "B", out=False) == PLAN
    assert not arranging.left_out(PLAN, "cover sheets").options.sheets
    with pytest.raises(UserError, match="the last part of the packet"):
        arranging.left_out(Plan("", (PETITION,)), "1")


def test_what_stands_in_a_packet_follows_from_what_there_is() -> None:
    own = Paper("7-Exhibits.docx", "List of exhibits", lists_exhibits=True)
    listing = Made("exhibit list")
    plan = Plan("", (listing, PETITION, own, Exhibit("A", "To come"), SERVICE))
    assert [part for part in plan.parts if plan.is_in(part)] == [PETITION, own]
    plan = Plan("", (listing, PETITION, own, RECORD, SERVICE), serve=("The court",))
    assert [part for part in plan.parts if plan.is_in(part)] == [listing, PETITION, RECORD, SERVICE]
