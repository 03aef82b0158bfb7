"""A child's name is found however it is written, and an everyday word is not taken for one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from unbarred.documents.redacting import Lookout, Name, Secret, ShownAs, Tally
from unbarred.documents.redacting.everyday_words import EVERYDAY_WORDS


def lookout(*names: Name, shown: ShownAs = "initials", stays: tuple[str, ...] = ()) -> Lookout:
    return Lookout([Secret("name of a child", "name", name, shown) for name in names], stays)


TANYA = lookout(Name("Tanya Marie", family="Example"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("My daughter Tanya is nine.", "My daughter T. is nine."),
        ("I love Tanya.", "I love T."),
        ("I love Tanya. She is nine.", "I love T. She is nine."),
        ("TANYA, tanya and Tanya", "T., T. and T."),
        ("Tanya’s school, Tanya's dog", "T.’s school, T.'s dog"),
        ("Tanya Marie Example", "T.M.E."),
        ("Tanya M. Example", "T.M.E."),
        ("Tanya Example", "T.E."),
        ("Example, Tanya", "E., T."),
        ("Tanya-Marie", "T.M."),
        ("Tanya\u00a0Marie", "T.M."),
        ("Marie", "M."),
        ("Tan\u200bya and Tan\u00adya", "T. and T."),
        ("(Tanya)", "(T.)"),
        ("tanya_2015 and TanyaAtSchool", "T._2015 and T.AtSchool"),
        ("tanya@example.org", "T.@example.org"),
        ("Ms. Example", "Ms. Example"),
        ("Titanyan", "Titanyan"),
    ],
)
def test_every_form_of_a_name(text: str, shown: str) -> None:
    assert TANYA.redacted(text) == shown


@pytest.mark.parametrize("written", ["José", "JOSÉ", "Jose", "jose", unicodedata.normalize("NFD", "José")])
def test_accents_and_capitals_hide_no_name(written: str) -> None:
    assert lookout(Name("José")).redacted(f"Here is {written}, my son") == "Here is J., my son"
    assert lookout(Name(written)).redacted("Here is José, my son") == "Here is J., my son"


@pytest.mark.parametrize("written", ["D'Andre", "D’Andre", "DAndre", "DANDRE", "dandre's"])
def test_an_apostrophe_may_be_left_out(written: str) -> None:
    assert "ndre" not in lookout(Name("D'Andre")).redacted(f"my son {written}").casefold()


@pytest.mark.parametrize("written", ["Mary-Ann", "Mary Ann", "Maryann", "Mary", "Ann"])
def test_a_name_of_two_words_in_one(written: str) -> None:
    assert lookout(Name("Mary-Ann")).redacted(f"so {written} came").casefold().count("a") <= 2


@pytest.mark.parametrize(
    "typed", ["Tanya (Titi)", 'Tanya "Titi"', "Tanya/Titi", "Tanya, Titi", "Tanya; Titi", "Tanya and Titi"]
)
def test_two_names_in_one_answer(typed: str) -> None:
    assert lookout(Name(typed)).redacted("Tanya and Titi and I") == "T. and T. and I"


@pytest.mark.parametrize("text", ["Titanya", "MYTANYA", "a joanna"])
def test_a_longer_name_at_the_end_is_another(text: str) -> None:
    assert lookout(Name("Tanya"), Name("Anna")).redacted(text) == text


def test_a_line_to_write_on_stays() -> None:
    assert TANYA.redacted("Name: Tanya ________ Marie") == "Name: T. ________ M."


def test_a_name_in_an_address_of_the_web() -> None:
    jose = lookout(Name("José"))
    assert jose.redacted("see https://example.org/jos%C3%A9 now") == "see [name withheld] now"
    assert jose.redacted("see https://example.org/?to=x%253Fjos%25C3%25A9") == "see [name withheld]"
    assert jose.redacted("100% of it, 1+1=2") == "100% of it, 1+1=2"


def test_of_a_victim_the_family_name_alone_is_taken_out_too() -> None:
    victim = Secret("name of a victim", "name", Name("John", family="Smithson"), "withheld")
    text = "Mr. Smithson; John Smithson; SMITHSON, JOHN"
    assert Lookout([victim]).redacted(text) == "Mr. [name withheld]; [name withheld]; [name withheld]"


def test_what_may_be_another_name_is_read_once_more() -> None:
    tally = Tally()
    assert lookout(Name("Albion")).redacted("In Albion Prison. My son Albion is ten.", tally) == (
        "In A. Prison. My son A. is ten."
    )
    assert [doubt.near for doubt in tally.doubts] == ["In A. Prison. My son A. is ten."]


def test_initials_keep_their_accent() -> None:
    assert lookout(Name("Élodie")).redacted("ELODIE and Élodie") == "E. and É."


def test_a_name_in_a_script_without_capitals() -> None:
    assert lookout(Name("小明")).redacted("我的女儿小明很好") == "我的女儿[name withheld]很好"
    assert lookout(Name("ليلى")).redacted("ابنتي ليلى") == "ابنتي [name withheld]"


def test_a_name_in_cyrillic() -> None:
    assert lookout(Name("Катя")).redacted("моя КАТЯ") == "моя К."


def test_nothing_stays_where_the_rule_says_so() -> None:
    assert lookout(Name("Tanya"), shown="withheld").redacted("Tanya's dog") == "[name withheld]'s dog"


def test_a_forgotten_apostrophe_is_read_once_more() -> None:
    tally = Tally()
    assert TANYA.redacted("Tanyas school", tally) == "T.'s school"
    assert [doubt.near for doubt in tally.doubts] == ["T.'s school"]


def test_a_name_that_is_also_a_word() -> None:
    tally = Tally()
    will = lookout(Name("Will"))
    assert will.redacted("My son Will said: I will go.", tally) == "My son W. said: I will go."
    assert (tally.times, tally.doubts, tally.left_as_words) == ({"name of a child": 1}, [], 1)


@pytest.mark.parametrize("text", ["Will you come?", "He asked. Will you?", "THIS WILL BE"])
def test_what_cannot_be_told_is_redacted_and_read_once_more(text: str) -> None:
    tally = Tally()
    shown = lookout(Name("Will")).redacted(text, tally)
    assert "ill" not in shown
    assert "WILL" not in shown
    assert len(tally.doubts) == 1
    assert tally.doubts[0].near == " ".join(shown.split())


def test_a_month_in_a_date_is_no_child() -> None:
    may = lookout(Name("May"))
    for text in ("May 5, 2019", "5 May 2019", "in May 2020", "the 5th day of May, 2019", "May I may"):
        assert may.redacted(text) == text.replace("May I", "M. I")
    assert may.redacted("My girl May is nine") == "My girl M. is nine"


def test_whose_paper_it_is_stays() -> None:
    same = lookout(Name("Maria"), stays=("Maria Invented Madeup", "Maria Madeup"))
    text = "Maria Madeup, Maria Invented Madeup, MARIA MADEUP and little Maria"
    assert same.redacted(text) == "Maria Madeup, Maria Invented Madeup, MARIA MADEUP and little M."


def test_an_initial_is_too_short_to_look_for() -> None:
    assert lookout(Name("T.")).blind == ("name of a child",)
    assert lookout(Name("T.")).redacted("I am T. A tea.") == "I am T. A tea."


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Tanya", Name("Tanya")),
        ("Ana Lucía Example", Name("Ana", "Lucía", "Example")),
        ("Example, Ana Lucía", Name("Ana Lucía", family="Example")),
        ("", Name()),
    ],
)
def test_a_name_written_in_one(full: str, parts: Name) -> None:
    assert Name.of(full) == parts


LETTERS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=3, max_size=12)


@given(LETTERS, st.sampled_from([str.upper, str.lower, str.title, str]), st.sampled_from(["NFC", "NFD"]))
def test_any_name_is_found(name: str, written: type[str], form: str) -> None:
    assume(name.casefold() not in EVERYDAY_WORDS)
    looking = lookout(Name(name))
    text = unicodedata.normalize(form, f"({written(name)})")  # type: ignore[arg-type]
    shown = looking.redacted(text)
    assert shown != text
    assert looking.cuts(shown) == ()
