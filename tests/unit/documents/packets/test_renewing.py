"""What she did with a packet stays when her answers change."""

from __future__ import annotations

from unbarred.documents.packets import Exhibit, Made, Options, Paper, Plan
from unbarred.documents.packets.renewing import renewed

COVER, CONTENTS = Made("cover"), Made("contents")
FIRST, SECOND, THIRD = (Paper(f"{name}.docx", name) for name in ("1-First", "2-Second", "3-Third"))
HERS = Exhibit("A", "Her title", "exhibits/A.pdf")
AWAITED = Exhibit("B", "Awaited")


def test_order_exhibits_options_and_what_was_left_out_stay() -> None:
    old = Plan(
        "Old title",
        (
            COVER,
            HERS,
            Made("contents", left_out=True),
            Paper("2-Second.docx", "x", left_out=True),
            FIRST,
            AWAITED,
        ),
        options=Options(pages=30, bates="X"),
    )
    new = Plan(
        "New title", (COVER, CONTENTS, FIRST, SECOND, Exhibit("A", "Said now"), Exhibit("B", "Said now"))
    )
    made_then = {"1-First.docx", "2-Second.docx"}
    plan = renewed(old, new, made_then)
    assert plan.parts == (
        COVER,
        HERS,
        Made("contents", left_out=True),
        Paper("2-Second.docx", "2-Second", left_out=True),
        FIRST,
        Exhibit("B", "Said now"),
    )
    assert (plan.title, plan.options) == ("New title", old.options)


def test_papers_come_and_go_with_the_answers_but_hers_stay() -> None:
    hers = Paper("letter.pdf", "A letter")
    old = Plan("", (COVER, FIRST, hers, THIRD, AWAITED))
    new = Plan("", (COVER, FIRST, SECOND, Exhibit("C", "New")))
    plan = renewed(old, new, {"1-First.docx", "3-Third.docx"})
    assert plan.parts == (COVER, FIRST, SECOND, Exhibit("C", "New"), hers)


def test_nothing_changed_is_the_same_plan() -> None:
    plan = Plan("", (COVER, CONTENTS, FIRST, SECOND, HERS))
    assert renewed(plan, plan, {"1-First.docx", "2-Second.docx"}) == plan


def test_a_file_follows_its_title_to_another_label_and_nothing_is_lost() -> None:
    degree, letter = Exhibit("A", "Degree", "exhibits/A.pdf"), Exhibit("B", "Letter", "exhibits/B.pdf")
    hers, diary = Exhibit("D", "Hers", "exhibits/D.pdf"), Exhibit("E", "Diary", on_paper=True)
    old = Plan("", (COVER, hers, FIRST, degree, letter, Exhibit("C", "Order"), diary))
    named_then = {"A": "Degree", "B": "Letter", "C": "Order"}
    # The first is named no more, and one more at the end.
    new = Plan("", (COVER, FIRST, Exhibit("A", "Letter"), Exhibit("B", "Order"), Exhibit("C", "Award")))
    plan = renewed(old, new, {"1-First.docx"}, named_then)
    assert plan.parts == (
        COVER,
        hers,
        FIRST,
        Exhibit("A", "Letter", "exhibits/B.pdf"),
        Exhibit("B", "Order"),
        Exhibit("C", "Award"),
        diary,
        Exhibit("F", "Degree", "exhibits/A.pdf"),
    )
    # Now the answers want the labels of what is hers.
    more = (*new.exhibits, Exhibit("D", "Prize"), Exhibit("E", "Photo"))
    named_then = {each.label: each.title for each in new.exhibits}
    again = renewed(plan, Plan("", (COVER, FIRST, *more)), {"1-First.docx"}, named_then)
    assert [(each.label, each.title, each.file) for each in again.exhibits] == [
        ("A", "Letter", "exhibits/B.pdf"),
        ("B", "Order", ""),
        ("C", "Award", ""),
        ("D", "Prize", ""),
        ("E", "Photo", ""),
        ("F", "Degree", "exhibits/A.pdf"),
        ("G", "Hers", "exhibits/D.pdf"),
        ("H", "Diary", ""),
    ]


def test_an_exhibit_under_another_title_keeps_its_file() -> None:
    old = Plan("", (Exhibit("A", "Her words", "exhibits/A.pdf"), Exhibit("B", "Letter", "exhibits/B.pdf")))
    new = Plan("", (Exhibit("A", "School paper"), Exhibit("B", "Letters")))
    named_then = {"A": "School paper", "B": "Letter"}
    assert renewed(old, new, (), named_then).parts == (
        Exhibit("A", "Her words", "exhibits/A.pdf"),
        Exhibit("B", "Letters", "exhibits/B.pdf"),
    )
