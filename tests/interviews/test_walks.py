"""By whatever road she comes, the papers can be made, and speak only of her own place's law."""

from __future__ import annotations

import re

import pytest
from exported_again import papers_from_export
from place_words import after_the_place, words_on
from walking import COMMUTATION, PLACES, Leaves, Walk, everything, nothing, some, walk

from unbarred.answers.answer_file import Notation
from unbarred.documents.word.reading import text_of_parts
from unbarred.screens import ScreenKind

SEEDS = range(10)

ALWAYS = {
    "us-ny": ("0-Next-steps", "1-Application", "2-Personal-statement", "4-Release-plan"),
    "us": ("0-Next-steps", "1-Petition", "2-Personal-statement", "4-Release-plan"),
}

FOREIGN = {
    "us-ny": re.compile(r"Pardon Attorney|Bureau of Prisons|28 C\.F\.R|[Rr]egister number|Dear President"),
    "us": re.compile(r"\bGovernor\b|DOCCS|\bDIN\b|Board of Parole|Executive Law|Albany|New York State"),
}
"""Words of the law of the other place."""


def foreign_words(place: str, walked: Walk) -> list[tuple[str, str]]:
    texts = [(screen.id, words_on([screen])) for screen in after_the_place(walked.answered)]
    texts += [(paper.filename, text_of_parts(paper.content)) for paper in walked.papers]
    return [(name, word) for name, text in texts for word in FOREIGN[place].findall(text)]


@pytest.mark.parametrize("leaves", [everything, nothing, some], ids=lambda leaves: leaves.__name__)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_road_ends_in_papers(place: str, seed: int, leaves: Leaves) -> None:
    walked = walk(place, seed, leaves)
    assert walked.end.kind is ScreenKind.END
    made = [paper.filename for paper in walked.papers]
    assert len(set(made)) == len(made) >= 6
    assert set(ALWAYS[place]) <= set(made)
    assert foreign_words(place, walked) == []
    blanks = [blank for paper in walked.papers for blank in paper.blanks]
    if leaves is everything:
        assert blanks == []
    if leaves is nothing:
        assert blanks
    for paper in walked.papers:
        text = text_of_parts(paper.content)
        assert len(text.split()) > 25, paper.filename
        for sign in ("{{", "{%", "Undefined", "None", "<bound method", "DAObject", "[]"):
            assert sign not in text, (paper.filename, sign)


def test_the_same_road_makes_the_same_papers() -> None:
    first, second = (walk("us-ny", 3, some) for _ in range(2))
    assert [paper.content for paper in first.papers] == [paper.content for paper in second.papers]


@pytest.mark.parametrize("place", PLACES)
def test_what_is_sensitive_can_be_left_out_without_a_trace(place: str) -> None:
    walked = walk(place, 0, nothing)
    asked = {name for each in walked.answered for name in each.given}
    for name in ("abuse_included", "discipline_any", "health_included", "children_included"):
        assert name in asked, f"whether to speak of {name} is asked"
    for name in ("abuse_account", "health_account", "children[0].first_name", "discipline[0].charge"):
        assert name not in asked, f"{name} is asked though she did not want it"
    papers = "\n".join(text_of_parts(paper.content) for paper in walked.papers if paper.filename[0] != "0")
    assert not re.search(r"\b(?:abuse|abused|trafficked|tickets?|illness)\b", papers)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_answered_runs_again_from_its_export(place: str, seed: int) -> None:
    walked = walk(place, seed, some)
    notation = [Notation.YAML, Notation.JSON][seed % 2]
    papers = papers_from_export(walked, COMMUTATION, place, notation)
    assert papers == [paper.content for paper in walked.papers]
