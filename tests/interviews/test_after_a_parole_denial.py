"""After a no to parole, and after a recall: what hangs on the step she is at, and on what she asks for."""

from __future__ import annotations

from typing import Any

import pytest
import worked_examples
from worked_examples import words_of

from unbarred.screens import AnsweredScreen
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

APPEAL = "parole/appeal"
RECALL = "parole/recall"


def told(interview: str, place: str, **changed: Any) -> Session:
    """Return a session of the place's example, with some answers changed; what is missing is left out."""
    example = worked_examples.example(interview, place)
    session = Session.in_memory(interview, {"place": place, "as_of": str(example.as_of)})
    assert fill(session, dict(example.answers) | changed, blank_if_missing=True) == []
    return session


def papers(session: Session) -> dict[str, str]:
    return {paper.filename: words_of(paper) for paper in session.run.papers()}


def screen(session: Session, name: str) -> AnsweredScreen:
    [found] = [each for each in session.answered() if each.screen.id.partition(" ")[0] == name]
    return found


def said_on(session: Session, name: str) -> str:
    return screen(session, name).screen.under + screen(session, name).screen.text


def choices_on(session: Session, name: str) -> list[str]:
    [field] = screen(session, name).screen.inputs
    return [choice.label for choice in field.choices]


def test_the_last_day_is_told_before_anything_is_written() -> None:
    session = told(APPEAL, "us-ny")
    order = [each.screen.id.partition(" ")[0] for each in session.answered()]
    assert order.index("clock") < order.index("name") < order.index("grounds")
    assert "The last day to file the notice of appeal is Monday, December 7, 2026." in said_on(
        session, "clock"
    )
    assert "we need to know the day the notice of appeal was filed" in said_on(session, "clock")


def test_a_day_that_has_passed_is_told_with_what_is_left() -> None:
    session = told(APPEAL, "us-ny", **{"happened['decision.received']": "2026-09-01"})
    assert "It passed 52 days ago." in said_on(session, "clock")
    assert "That is not always the end." in said_on(session, "clock")
    steps = papers(session)["0-Next-steps"]
    assert "See “If you need more time”." in steps
    assert "look at your case again within 24 months" in steps


def test_a_day_she_does_not_know_is_named() -> None:
    session = told(APPEAL, "us-ma", **{"happened['decision.received']": None})
    assert "we need to know the day you got the decision in writing" in said_on(session, "clock")
    assert "we need to know the day you got the decision" in papers(session)["0-Next-steps"]


@pytest.mark.parametrize(
    ("place", "stage", "made"),
    [
        ("us-ny", "denied", {"1-Notice-of-appeal", "2-Appeal"}),
        ("us-ny", "noticed", {"2-Appeal"}),
        ("us-ny", "waiting", {"3-Where-it-stands"}),
        ("us-ny", "answered", set()),
        ("us-ma", "denied", {"2-Appeal"}),
        ("us-ma", "waiting", {"3-Where-it-stands"}),
        ("us-ma", "answered", {"2-Appeal"}),
        ("us-tx", "denied", {"2-Request-for-special-review"}),
        ("gb-eaw", "denied", {"2-Application"}),
    ],
)
def test_each_step_has_its_papers(place: str, stage: str, made: set[str]) -> None:
    found = papers(told(APPEAL, place, stage=stage))
    assert {name for name in found if name[0] in "123"} == made


def test_where_nobody_answers_the_law_on_silence_is_in_the_letter() -> None:
    session = told(APPEAL, "us-ny", stage="waiting", **{"happened['appeal.received']": "2026-06-15"})
    letter = papers(session)["3-Where-it-stands"]
    assert "the time for your decision is 4 months. It ended on October 15, 2026." in letter
    assert "you can treat that step as done and go to court" in papers(session)["0-Next-steps"]


def test_after_the_answer_the_clock_of_the_court_runs() -> None:
    session = told(APPEAL, "us-ny", stage="answered", **{"happened['appeal.decided']": "2026-10-31"})
    assert "The last day to file the Article 78 petition is Monday, March 1, 2027." in said_on(
        session, "clock"
    )


def test_grounds_are_those_of_what_she_asks_for() -> None:
    by_request = {
        request: choices_on(told(APPEAL, "gb-eaw", appeal_request=request, grounds_chosen=None), "grounds")
        for request in ("oral-hearing", "reconsideration", "set-aside")
    }
    assert [len(each) for each in by_request.values()] == [3, 3, 2]
    assert len({choice for each in by_request.values() for choice in each}) == 8
    assert len(choices_on(told(APPEAL, "gb-eaw", appeal_request=None), "grounds")) == 8


def test_limits_of_what_she_does_not_ask_for_are_not_hers() -> None:
    one = told(APPEAL, "us-ca", appeal_request="review-of-a-nonviolent-decision", grounds_chosen=None)
    other = told(APPEAL, "us-ca", appeal_request="review-of-a-hearing")
    assert "was Friday, November 13, 2026" in said_on(one, "clock")
    assert "November 13" not in said_on(other, "clock")
    assert "Limits of other requests" in papers(other)["0-Next-steps"]


def test_each_ground_she_ticks_becomes_numbered_paragraphs_with_its_citation() -> None:
    appeal = papers(told(APPEAL, "us-ny"))["2-Appeal"]
    assert "Ground 3: The Board relied on wrong facts" in appeal
    assert "as the record shows. See N.Y. Comp. Codes R. & Regs. tit. 9, § 8006.3." in appeal
    assert "too harsh" not in appeal


def test_the_grounds_open_the_paper_each_in_a_sentence() -> None:
    appeal = papers(told(APPEAL, "us"))["2-Appeal"]
    opening = appeal[: appeal.index("The decision\n")]
    assert "These are my grounds:\nThe guidelines were incorrectly applied.\n" in opening
    assert "This is my ground:" in papers(told(APPEAL, "us-ga"))["2-Request"]


@pytest.mark.parametrize(
    ("request_made", "ground", "rule"),
    [
        ("review-of-a-hearing", "error-of-law", "§ 2042"),
        ("review-of-a-nonviolent-decision", "error-of-law-on-papers", "2449.7(b)"),
    ],
)
def test_a_ground_names_the_rule_of_the_review_asked_for(request_made: str, ground: str, rule: str) -> None:
    session = told(APPEAL, "us-ca", appeal_request=request_made, grounds_chosen=[ground])
    request = papers(session)["2-Request-for-decision-review"]
    cited = [line for line in request.splitlines() if "See Cal." in line]
    assert len(cited) == 1
    assert rule in cited[0]


def test_where_a_date_is_reviewed_no_denial_is_told() -> None:
    packet = papers(told(APPEAL, "us-fl"))
    assert "the decision on my presumptive parole release date" in packet["2-Request-for-review"]
    assert not any("denied" in words for name, words in packet.items() if name[0] in "24")


def test_the_papers_name_the_decision_by_its_day_where_no_limit_counts_from_it() -> None:
    session = told(APPEAL, "us-nj", stage="denied", wants_more_time=False)
    received, denied = (
        each.screen.under + each.screen.text
        for each in session.answered()
        if each.screen.id.startswith("happened")
    )
    assert "a time limit is counted from it" in received
    assert "your papers name it" in denied
    assert "the decision of May 12, 2026 that denied me parole" in papers(session)["2-Appeal"]


def test_a_limit_that_lies_behind_her_is_not_told() -> None:
    steps = papers(told(APPEAL, "us-nj"))["0-Next-steps"]
    assert "appeal to the Appellate Division" in steps
    assert "within 90 days of getting the written decision" not in steps
    assert "If you need more time" not in steps


def test_a_day_that_she_knows_is_not_asked_of_the_board() -> None:
    known, not_known = (
        papers(told(APPEAL, "us-nj", **{"happened['appeal.received']": day}))["3-Where-it-stands"]
        for day in ("2026-07-20", None)
    )
    assert "on which day you got it" not in known
    assert "on which day you got it" in not_known


def test_records_are_asked_for_under_a_rule_only_where_there_is_one() -> None:
    assert "I ask for it under 28 C.F.R. § 2.56" in papers(told(APPEAL, "us"))["4-Request-for-records"]
    assert "I ask for it under" not in papers(told(APPEAL, "us-ca"))["4-Request-for-records"]


def test_no_ground_leaves_a_line_to_fill_in() -> None:
    session = told(APPEAL, "us-ny", grounds_chosen=None)
    [appeal] = [paper for paper in session.run.papers() if paper.filename == "2-Appeal"]
    assert any("My grounds" in blank for blank in appeal.blanks)


def test_the_record_is_asked_for_whole_where_she_names_no_part() -> None:
    letter = papers(told(APPEAL, "us-ny", records_wanted=None))["4-Request-for-records"]
    for part in ("the decision in writing", "the transcript", "the papers on which", "the scores"):
        assert part in letter
    assert "4-Request-for-records" not in papers(told(APPEAL, "us-ny", wants_records=False))


@pytest.mark.parametrize("place", ["us-il", "us-mi", "us-ok", "us-pa", "us-wa"])
def test_where_nothing_can_be_appealed_nothing_is_asked_about_her(place: str) -> None:
    session = told(APPEAL, place)
    assert list(papers(session)) == ["0-What-there-is-instead"]
    asked = {each.screen.id.partition(" ")[0] for each in session.answered()}
    assert asked <= {"welcome", "law-of-the-place", "happened", "nothing-to-appeal"}


def test_a_court_has_its_clock_where_the_board_has_no_appeal() -> None:
    instead = papers(told(APPEAL, "us-wa"))["0-What-there-is-instead"]
    assert "The last day to file a personal restraint petition is Thursday, October 12, 2028." in instead


def test_a_recall_is_answered_point_by_point() -> None:
    session = told(RECALL, "gb-eaw")
    written = papers(session)["1-Representations"]
    assert "The report says: She missed two appointments without a reason." in written
    assert "I say: I rang before each of them and left a message." in written
    assert "Thursday 31 December 2026" in said_on(session, "clock")


def test_an_oral_hearing_is_asked_for_only_on_her_word() -> None:
    assert "An oral hearing" in papers(told(RECALL, "gb-eaw"))["1-Representations"]
    without = told(RECALL, "gb-eaw", wants_oral_hearing=False)
    assert "An oral hearing" not in papers(without)["1-Representations"]


def test_when_the_board_looks_again_hangs_on_a_life_sentence_where_the_law_has_it_so() -> None:
    def next_look(life: bool | None) -> list[str]:
        said = papers(told(APPEAL, "us-ma", **{"told['sentence.for_life']": life}))["0-Next-steps"]
        days = ("October 30, 2031", "October 30, 2027")
        return [day for day in days if day in said.replace("\xa0", " ")]

    assert next_look(True) == ["October 30, 2031"]
    assert next_look(False) == ["October 30, 2027"]
    assert next_look(None) == ["October 30, 2031", "October 30, 2027"]


def test_a_life_sentence_is_asked_about_only_where_something_hangs_on_it() -> None:
    asked = [each.screen.id.partition(" ")[0] for each in told(APPEAL, "us-ny").answered()]
    assert not {"life-term", "told-yes-no", "told-number"} & set(asked)
