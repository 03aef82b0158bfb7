"""The packet of each worked example: word for word, whole, and with all that must be known before it is sent.

A worked example is an answer set in tests/interviews/worked/TOPIC/INTERVIEW/PLACE.yml; its golden text stands
beside it. When a change to the words is meant:
`pytest tests/interviews/test_worked_examples.py --update-golden -k INTERVIEW`, then read the difference
before it is committed.
"""

from __future__ import annotations

from difflib import unified_diff

import pytest
import worked_examples
from worked_examples import INSTEAD, PROGRAM, STEPS, WORKED, Made, example, made, words_of

from unbarred.engine.papers import Paper
from unbarred.sessions import Session, catalogue
from unbarred.sessions.unattended import fill, not_needed

CASES = worked_examples.cases()
each_example = pytest.mark.parametrize(
    ("interview", "place"),
    CASES,
    ids=[f"{interview} {place}" for interview, place in CASES],
    # One example after the other, each with all tests: it is made once.
    scope="module",
)


def papers_of(made: Made) -> tuple[Paper, ...]:
    """Return the papers, if there are any to speak of."""
    tell_wrong([f"{each.name} “{each.question}”: {each.message}" for each in made.complaints])
    return made.papers


def tell_wrong(wrong: list[str]) -> None:
    """Fail with all that is wrong, if anything is."""
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


def test_no_golden_text_is_of_an_example_that_is_gone() -> None:
    assert [path for path in WORKED.rglob("*.txt") if not path.with_suffix(".yml").is_file()] == []


@each_example
def test_its_answers_are_right_and_each_is_asked_for(interview: str, place: str) -> None:
    given = example(interview, place)
    assert given.interview == interview
    assert given.jurisdiction == place
    assert given.as_of is not None
    assert place in catalogue.entry(interview).places
    of_her = made(interview, place)
    papers_of(of_her)
    tell_wrong([f"not asked for: {name}" for name in not_needed(of_her.session, given.answers)])


@each_example
def test_the_packet_says_what_it_said(interview: str, place: str, request: pytest.FixtureRequest) -> None:
    papers_of(made(interview, place))
    text = made(interview, place).packet_text
    kept = WORKED / interview / f"{place}.txt"
    if request.config.getoption("--update-golden"):
        kept.write_text(text, encoding="utf-8", newline="\n")
        pytest.skip("the golden text was written anew")
    assert kept.is_file(), "there is no golden text yet: write it with --update-golden, and read it"
    before, now = kept.read_text(encoding="utf-8").split("\n"), text.split("\n")
    change = "\n".join(unified_diff(before, now, "as kept", "as made", lineterm="", n=1))
    if change:
        pytest.fail(f"the packet says something else:\n{change}", pytrace=False)


@each_example
def test_the_papers_are_fit_to_be_sent(interview: str, place: str) -> None:
    papers = papers_of(made(interview, place))
    names = [paper.filename for paper in papers]
    assert len({name.casefold() for name in names}) == len(names)
    said = [(paper.filename, sign) for paper in papers for sign in PROGRAM.findall(words_of(paper))]
    tell_wrong([f"{name} says {sign}" for name, sign in said])
    assert STEPS in names or names == [INSTEAD]


@each_example
def test_the_next_steps_say_what_must_be_checked_and_who_helps(interview: str, place: str) -> None:
    papers_of(made(interview, place))
    of_her = made(interview, place)
    if [paper.filename for paper in of_her.papers] == [INSTEAD]:
        return
    steps, remedies = of_her.steps, of_her.remedies()
    assert remedies, "the next steps rest on no law"
    # Of the conditions, those that concern her are told, where she was held against them.
    told = ("eligibility",) if "assessment" in of_her.filled[-1].variables else ()
    missing = [
        f"{remedy.name}: {section} {fact.id}"
        for remedy in remedies
        for section, fact in remedy.by_section()
        if fact.needs_checking and section not in told
        if fact.says not in steps or fact.cited not in steps
    ]
    helpers = dict.fromkeys(each.name for remedy in remedies for each in remedy.help)
    missing += [f"who helps: {name}" for name in helpers if name not in steps]
    tell_wrong([f"{STEPS} does not say {each}" for each in missing])


@each_example
def test_what_can_be_left_out_takes_no_paper_away(interview: str, place: str) -> None:
    whole = made(interview, place)
    names = {paper.filename for paper in papers_of(whole)}
    optional = {
        field.name for each in whole.session.answered() for field in each.screen.inputs if not field.required
    }
    given = example(interview, place)
    left = {name: None if name in optional else value for name, value in given.answers.items()}
    session = Session.in_memory(interview, {"place": place, "as_of": str(given.as_of)})
    assert fill(session, left, blank_if_missing=True) == []
    assert {paper.filename for paper in session.run.papers()} == names
