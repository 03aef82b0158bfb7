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
