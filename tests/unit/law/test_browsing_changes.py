"""What changed in the law between two states of the data, in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_places import XANADU
from invented_topics import PAGE, deadline, fact, topic

from unbarred.errors import ContentError
from unbarred.law.browsing.changes import Change, changes

RULE = fact("rule", "You wait a year.", cite={"title": "Xan. Code", "pinpoint": "§ 7"})
LIMIT = deadline("limit")


def data(folder: Path, *facts: dict[str, object], key: str = "commutation", section: str = "rules") -> Path:
    (folder / "xx").mkdir(parents=True)
    (folder / "xx" / "place.yml").write_text(XANADU)
    (folder / "xx" / "clemency.yml").write_text(topic(**{key: {"title": "Mercy", section: list(facts)}}))
    return folder


def only(tmp_path: Path, was: dict[str, object], now: dict[str, object], section: str = "rules") -> Change:
    (found,) = changes(data(tmp_path / "a", was, section=section), data(tmp_path / "b", now, section=section))
    return found


def test_the_same_law_has_no_changes(tmp_path: Path) -> None:
    assert changes(data(tmp_path / "a", RULE), data(tmp_path / "b", dict(RULE))) == []


def test_a_fact_that_is_new_and_one_that_is_gone(tmp_path: Path) -> None:
    found = changes(data(tmp_path / "a", fact("old")), data(tmp_path / "b", fact("young")))
    assert [(each.kind, each.held.address, each.words) for each in found] == [
        ("gone", "xx clemency/commutation old", ()),
        ("new", "xx clemency/commutation young", ()),
    ]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (
            {"says": "You wait two years."},
            "What it says was: You wait a year. Now it is: You wait two years.",
        ),
        (
            {"cite": {"title": "Xan. Code", "pinpoint": "§ 8"}},
            "Its citation was: Xan. Code § 7. Now it is: Xan. Code § 8.",
        ),
        ({"until": "2027-01-01"}, "The last day it holds is new: 2027-01-01."),
        ({"checked": "2026-11-30"}, "The day it was checked was: 2026-11-21. Now it is: 2026-11-30."),
        ({"verify_first": True}, "Whether it must be checked first is new: yes."),
        ({"unless": ["You are the Khan."]}, "Its exceptions are new: You are the Khan."),
    ],
)
def test_a_change_in_words(tmp_path: Path, now: dict[str, object], words: str) -> None:
    found = only(tmp_path, RULE, {**RULE, **now})
    assert (found.kind, found.words) == ("changed", (words,))


def test_what_was_read_at_last(tmp_path: Path) -> None:
    found = only(tmp_path, RULE, {**RULE, "source": PAGE, "confidence": "confirmed"})
    assert found.words == (
        "Its confidence was: recalled. Now it is: confirmed.",
        "Its source was: memory; no page was found that says so. Now it is: Office of Mercy (official).",
    )


def test_a_time_limit_that_changed(tmp_path: Path) -> None:
    found = only(tmp_path, LIMIT, {**LIMIT, "period": 14, "unit": "court days"}, "deadlines")
    (words,) = found.words
    assert words == (
        "Its time limit was: The last day to file the appeal: 30 calendar days after the day you got the "
        "decision in writing. Now it is: The last day to file the appeal: 14 court days after the day you "
        "got the decision in writing."
    )


def test_a_citation_that_is_gone(tmp_path: Path) -> None:
    found = only(tmp_path, RULE, {key: value for key, value in RULE.items() if key != "cite"})
    assert found.words == ("Its citation is gone. It was: Xan. Code § 7.",)


def test_a_fact_that_moved(tmp_path: Path) -> None:
    before = data(tmp_path / "a", RULE)
    after = data(tmp_path / "b", RULE, key="pardon", section="tips")
    (found,) = changes(before, after)
    assert found.words == ("It moved from commutation, rules to pardon, tips.",)


def test_one_id_in_two_remedies_is_two_facts(tmp_path: Path) -> None:
    def both(folder: Path, says: str) -> Path:
        data(folder)
        one, other = ({"title": "M", "rules": [fact("same", words)]} for words in ("Here.", says))
        (folder / "xx" / "clemency.yml").write_text(topic(commutation=one, pardon=other))
        return folder

    assert changes(both(tmp_path / "a", "There."), both(tmp_path / "b", "There.")) == []
    (found,) = changes(both(tmp_path / "c", "There."), both(tmp_path / "d", "Nowhere."))
    assert (found.held.address, found.words) == (
        "xx clemency/pardon same",
        ("What it says was: There. Now it is: Nowhere.",),
    )


def test_an_address_that_changed(tmp_path: Path) -> None:
    for name, street in (("a", "1 Dome Road"), ("b", "2 Dome Road")):
        office = {"name": "Office of Mercy", "lines": [street, "Xanadu"], "fact": fact("where")}
        data(tmp_path / name)
        (tmp_path / name / "xx" / "clemency.yml").write_text(
            topic(pardon={"title": "Pardon", "office": office})
        )
    (found,) = changes(tmp_path / "a", tmp_path / "b")
    assert found.words == ("What stands with it was: 1 Dome Road; Xanadu. Now it is: 2 Dome Road; Xanadu.",)


def test_faulty_data_is_named_with_its_line(tmp_path: Path) -> None:
    before = data(tmp_path / "a", RULE)
    after = data(tmp_path / "b", {**RULE, "colour": "red"})
    with pytest.raises(
        ContentError, match=r"xx/clemency\.yml:\d+:\d+: The law after the change .*colour: there is"
    ):
        changes(before, after)
