"""Lines are broken to a width without losing a letter, and each letter gets a font that has it."""

from __future__ import annotations

import unicodedata

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.fonts import Style, pictured
from unbarred.documents.fonts.breaking import broken
from unbarred.documents.fonts.lettering import Lettering, NoLetter, visible
from unbarred.documents.fonts.simple import SimpleFont
from unbarred.documents.fonts.standard import standard_name, width

SANS = Style("sans")


@given(st.text(alphabet="ab \n—é", max_size=200), st.integers(1, 12))
def test_no_line_is_wider_and_no_letter_is_lost(text: str, wide: int) -> None:
    lines = broken(text, wide, len)
    assert all(len(line) <= wide for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert len(lines) >= text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one  two", ["one  two"]),
        ("a\n\nb", ["a", "", "b"]),
        ("abcdefghijk l", ["abcdefgh", "ijk l"]),
        ("", [""]),
        ("  in", ["  in"]),
    ],
)
def test_lines_break_at_blanks_and_words_only_where_they_must(text: str, lines: list[str]) -> None:
    assert broken(text, 8, len) == lines


def test_an_endless_word_does_not_take_for_ever() -> None:
    assert len(broken("x" * 100_000, 50, len)) == 2_000


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("Helvetica", "Helvetica"),
        ("Arial,Bold", "Helvetica-Bold"),
        ("TimesNewRomanPSMT", "Times-Roman"),
        ("CourierNewPS-BoldMT", "Courier-Bold"),
        ("Garamond", None),
    ],
)
def test_a_standard_font_is_known_by_its_names(name: str, standard: str | None) -> None:
    assert standard_name(name) == standard


def test_the_widths_of_standard_fonts_are_those_of_their_makers() -> None:
    assert [width("Helvetica", letter) for letter in "Ai é€"] == [667, 222, 278, 556, 556]
    assert [width("Times-Bold", letter) for letter in "A’"] == [722, 333]
    assert width("Courier", "i") == 600
    assert width("Helvetica", "ĩ") == 0


def test_a_forms_own_font_has_the_letters_that_it_names() -> None:
    names = [0x41, "/Aogonek", "/uni1EA1", "/mu", "/a.sc", "/f_i", "/g17"]
    resource = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name("/Own"),
        FirstChar=0x41,
        Widths=[500, 501, 502, 503, 504, 505],
        Encoding=pikepdf.Dictionary(
            Differences=[pikepdf.Name(each) if isinstance(each, str) else each for each in names]
        ),
    )
    font = SimpleFont(resource)
    assert font.is_usable
    assert font.encode("Ąạµ") == b"ABC"
    assert font.width("Ąạµ") == 1503
    assert not any(map(font.has, "aAiμ"))


def test_the_wanted_font_serves_where_it_has_the_letters() -> None:
    lettering = Lettering(pikepdf.Pdf.new())
    wanted = lettering.standard_face(SANS)
    (piece,) = lettering.line("José €5", [wanted], SANS).pieces
    assert piece.face is wanted
    (other,) = lettering.line("Gĩkũyũ", [wanted], SANS).pieces
    assert other.face is not wanted
    assert other.text == "Gĩkũyũ"


def test_a_name_is_in_one_font_where_one_has_all_of_it() -> None:
    lettering = Lettering(pikepdf.Pdf.new())
    faces = lettering.faces_for("Ọlá Gĩkũyũ", [lettering.standard_face(SANS)], SANS)
    assert len(lettering.line("Ọlá Gĩkũyũ", faces, SANS).pieces) == 1


def test_a_letter_that_is_nowhere_is_named() -> None:
    with pytest.raises(NoLetter, match=r"private-use-e000|number e000"):
        Lettering(pikepdf.Pdf.new()).line("\ue000", [], SANS)


@pytest.mark.parametrize("text", ["مرحبا", "Ọ̀ṣun", "שלום", "हिन्दी", "ไทย"])
def test_letters_that_depend_on_their_neighbours_are_drawn_together(text: str) -> None:
    assert pictured.needs_picture(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("text", ["José", "Gĩkũyũ", "Ọlá", "“It’s” — №", "日本語", "e\u0301"])
def test_letters_that_stand_alone_are_not(text: str) -> None:
    assert not pictured.needs_picture(visible(text))


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("Rosa", "Rosa"),
        ("שלום", "םולש"),
        ("Rosa שלום two", "Rosa םולש two"),
        ("שלום 12 שלום", "םולש 12 םולש"),
        ("Ọ̀ṣun", "Ọ̀ṣun"),
    ],
)
def test_words_are_kept_in_the_order_of_the_eye(said: str, seen: str) -> None:
    assert pictured.as_seen(said) == seen
