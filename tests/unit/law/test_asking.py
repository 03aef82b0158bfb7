"""What can be asked of a court: in the place's words and with its rule, else as anybody can ask."""

from __future__ import annotations

import datetime

from unbarred import law
from unbarred.law.asking import can_be_asked
from unbarred.law.remedies import Remedy

DAY = datetime.date(2026, 11, 22)


def known(name: str, words: str = "I ask.") -> dict[str, str]:
    return {"id": name, "choice": "Do it", "title": "to do it", "heading": "It", "words": words}


def hearing(place: str) -> Remedy:
    return law.remedy(place, "family/family-hearing", DAY)


def support(place: str) -> Remedy:
    return law.remedy(place, "family/child-support", DAY)


def test_the_place_has_its_own_words_and_its_rule() -> None:
    [asking] = can_be_asked(hearing("us-ny"), [known("bring")])
    assert asking.choice == "Bring me to court"
    assert "subpoena" in asking.words
    assert asking.cite == "N.Y. C.P.L.R. 2302(b)"


def test_without_a_rule_the_words_are_those_of_anybody() -> None:
    [asking] = can_be_asked(hearing("us-ok"), [known("bring", "I ask the court to use its power.")])
    assert asking.words == "I ask the court to use its power."
    assert asking.fact is None
    assert asking.cite == ""


def test_what_only_a_law_can_give_is_not_offered_without_one() -> None:
    assert can_be_asked(hearing("gb-eaw"), [known("lawyer", "")]) == []


def test_a_places_own_request_comes_before_that_from_above() -> None:
    [own] = can_be_asked(hearing("us-fl"), [known("lawyer", "")], ["agency"])
    [above] = can_be_asked(hearing("us-wy"), [known("lawyer", "")], ["agency"])
    assert own.cite == "Fla. Stat. § 39.013(1) and Fla. Stat. § 39.807(1)(a)"
    assert above.cite == "Lassiter v. Dep’t of Social Services, 452 U.S. 18 (1981)"


def test_a_variant_takes_the_request_that_is_made_for_it_if_there_is_one() -> None:
    lawyer, notice = can_be_asked(
        hearing("us-ga"), [known("lawyer", ""), known("notice")], ["indian-child", "agency"]
    )
    assert lawyer.cite == "25 U.S.C. § 1912(b)"
    assert notice.cite.startswith("Armstrong v. Manzo, ")


def test_a_rule_for_cases_of_the_agency_is_not_named_in_others() -> None:
    [agency] = can_be_asked(hearing("us-ca"), [known("bring")], ["agency"])
    [others] = can_be_asked(hearing("us-ca"), [known("bring")])
    assert agency.fact is not None
    assert others.fact is not None
    assert agency.fact.id == "right-to-be-brought-to-court"
    assert others.fact.id == "other-family-hearings"


def test_two_citations_stand_in_one_sentence() -> None:
    [asking] = can_be_asked(hearing("us-ny"), [known("lawyer", "")], ["agency"])
    assert asking.cite == "N.Y. Fam. Ct. Act § 262(a) and N.Y. Fam. Ct. Act § 1120(a)"


def test_three_citations_are_told_apart_by_more_than_their_commas() -> None:
    [asking] = can_be_asked(support("us-pa"), [known("suspend", "")])
    assert asking.cite.startswith("Pa.R.C.P. 1910.19(f); Plunkard v. McConnell, 962 A.2d")
    assert "; and Nash v. Herbster, 932 A.2d" in asking.cite


def test_a_citation_that_ends_in_a_full_stop_leaves_it_to_the_sentence() -> None:
    [asking] = can_be_asked(support("us-fl"), [known("suspend", "")])
    assert asking.cite == "Fla. Stat. § 61.14(1)(a) and (6)(a)3"


def test_a_court_is_asked_in_other_words_than_the_office_where_the_law_has_them() -> None:
    [office] = can_be_asked(support("us-tx"), [known("suspend", "")])
    [court] = can_be_asked(support("us-tx"), [known("suspend", "")], ["court"])
    assert "231.1015" in office.cite
    assert "156.401" in court.cite


def test_what_the_law_wants_in_the_caption_comes_with_what_is_asked() -> None:
    [own] = can_be_asked(hearing("us-mi"), [known("remote", "I ask it.")], ["state-prison"])
    [above] = can_be_asked(hearing("us-mi"), [known("remote", "I ask it.")])
    assert "video hearing is required" in own.on_top
    assert above.on_top == ""
