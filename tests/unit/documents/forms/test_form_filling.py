"""What is filled in is what the field holds and what every viewer shows."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest
from filled_forms import Fill, opened, values
from form_maker import COMB, COMBO, EDITABLE, MULTILINE, REQUIRED, FormMaker, a_form
from pikepdf import Array, Dictionary, Name, String

from unbarred.documents import Customs
from unbarred.documents.forms import FaultyMapping, FilledForm, Manner

BOX = (72.0, 700.0, 300.0, 720.0)
NAMES = ["José", "Ọlá", "Gĩkũyũ", "Łódź", "O’Neil & <Sons>", "(a) \\b", "مرحبا", "Ọ̀ṣun", "日本"]


def shown(filled: FilledForm, folder: Path) -> str:
    """Return what a viewer shows, in words."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    path = folder / "shown.pdf"
    path.write_bytes(filled.content)
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    assert said.stderr == ""
    return said.stdout


def letters(filled: FilledForm, field: int = 0) -> float:
    """Return the size of the letters in which a field shows."""
    content = opened(filled).Root.AcroForm.Fields[field].AP.N.read_bytes().decode("latin-1").split()
    return float(content[content.index("Tf") - 1])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_exactly_and_shows(name: str, fill: Fill, tmp_path: Path) -> None:
    form = FormMaker()
    form.text("Who", BOX)
    filled = fill(form, "fields: {Who: name}", name=name)
    assert values(filled) == {"Who": name}
    said = "".join(letter for letter in shown(filled, tmp_path) if letter not in "\u202a\u202b\u202c")
    assert name in said
    assert filled.left == filled.addendum == ()


def test_every_kind_of_field_takes_its_answer(fill: Fill, tmp_path: Path) -> None:
    mapping = """\
        days: d mmmm yyyy
        fields:
          Name: name
          Number: number
          Born: born
          Story: story
          Helper: has_helper
          Term: {value: kind, options: {determinate: Fixed, indeterminate: Open}}
          State: "'California'"
          Ways: ways
          Reasons: {words: N/A}
        """
    filled = fill(
        a_form(),
        mapping,
        name="Rosa Example",
        number="00G0000",
        born=datetime.date(1984, 6, 30),
        story="First.\n\nSecond.",
        has_helper="no",
        kind="indeterminate",
        ways=["Mail", "Visit"],
    )
    assert values(filled) == {
        "Name": "Rosa Example",
        "Number": "00G0000",
        "Born": "30 June 1984",
        "Story": "First.\n\nSecond.",
        "Helper": "/Off",
        "Term": "/Open",
        "State": "CA",
        "Ways": ["Mail", "Visit"],
        "Reasons": "N/A",
    }
    said = shown(filled, tmp_path)
    assert all(words in said for words in ("Rosa Example", "30 June 1984", "Second.", "California", "Visit"))
    pdf = opened(filled)
    states = [str(kid.AS) for kid in pdf.Root.AcroForm.Fields[5].Kids]
    assert states == ["/Off", "/Open"]
    assert list(pdf.Root.AcroForm.Fields[7].I) == [0, 2]
    assert "/NeedAppearances" not in pdf.Root.AcroForm
    assert [left.label for left in filled.left] == ["Signature"]


def test_what_is_left_for_later_stays_empty_and_is_told(fill: Fill) -> None:
    mapping = """\
        fields:
          Name: null
          Born: {value: born, label: Day of birth}
          Helper: has_helper
          Story: "{{ city }}, {{ state }}"
        """
    filled = fill(a_form(), mapping, born=None, has_helper=None, city="Albany", state=None)
    assert values(filled) == {}
    assert [(left.label, left.page) for left in filled.left] == [
        ("Your full name", 1),
        ("Day of birth", 1),
        ("Tell what happened", 1),
        ("Helper", 1),
        ("Signature", 1),
    ]


def test_the_same_answers_give_the_same_bytes(fill: Fill) -> None:
    mapping = "fields: {Name: name, Reasons: reasons}"
    answers = {"name": "Ọlá مرحبا", "reasons": "Łódź " * 2_000}
    assert fill(a_form(), mapping, **answers).content == fill(a_form(), mapping, **answers).content


def test_a_name_that_stands_twice_is_filled_twice(fill: Fill, tmp_path: Path) -> None:
    form = FormMaker(pages=2)
    form.text("Who", BOX)
    form.text("Who", BOX, page=1)
    assert shown(fill(form, "fields: {Who: name}", name="Rosa"), tmp_path).count("Rosa") == 2


def test_letters_shrink_to_the_box_but_not_below_what_a_copier_spares(fill: Fill) -> None:
    form = FormMaker()
    form.text("Who", (72, 700, 172, 720), DA=String("/Helv 12 Tf 0 g"))
    assert letters(fill(form, "fields: {Who: name}", name="Rosa")) == 12
    assert 8 <= letters(fill(form, "fields: {Who: name}", name="Rosalind Examplewood")) < 12
    long = fill(form, "fields: {Who: name}", name="Rosalind Examplewood Testerman")
    assert [item.words for item in long.addendum] == ["Rosalind Examplewood Testerman"]
    small = fill(form, "fields: {Who: {value: name, smallest: 5}}", name="Rosalind Examplewood Testerman")
    assert small.addendum == ()


@pytest.mark.parametrize(("side", "places"), [(0, (0, 90)), (1, (60, 180)), (2, (150, 228))])
def test_the_side_of_a_text_is_the_forms(side: int, places: tuple[float, float], fill: Fill) -> None:
    form = FormMaker()
    form.text("Who", BOX, Q=side)
    content = opened(fill(form, "fields: {Who: name}", name="Rosa")).Root.AcroForm.Fields[0].AP.N.read_bytes()
    words = content.decode("latin-1").split()
    assert places[0] <= float(words[words.index("Td") - 2]) <= places[1]


def test_letters_in_cells_stand_in_the_middle_of_theirs(fill: Fill) -> None:
    form = FormMaker()
    form.text("Number", (100, 700, 200, 720), flags=COMB, MaxLen=5, DA=String("/Helv 10 Tf 0 g"))
    pdf = opened(fill(form, "fields: {Number: number}", number="1234"))
    words = pdf.Root.AcroForm.Fields[0].AP.N.read_bytes().decode("latin-1").split()
    starts = [float(words[place - 2]) for place, word in enumerate(words) if word == "Td"]
    digit = 5.56
    assert starts == pytest.approx([cell * 20 + 10 - digit / 2 for cell in range(4)], abs=0.01)


def test_a_turned_page_has_turned_letters(fill: Fill) -> None:
    form = FormMaker()
    form.text("Who", (100, 500, 120, 700), MK=Dictionary(R=90))
    shape = opened(fill(form, "fields: {Who: name}", name="Rosa")).Root.AcroForm.Fields[0].AP.N
    assert [float(part) for part in shape.BBox] == [0, 0, 200, 20]
    assert [float(part) for part in shape.Matrix] == [0, 1, -1, 0, 20, 0]


def test_what_the_form_itself_holds_is_drawn_where_it_was_not(fill: Fill, tmp_path: Path) -> None:
    form = FormMaker()
    form.form.NeedAppearances = True
    form.text("Who", BOX)
    form.text("Court", (72, 600, 300, 620), V=String("Court of Ọlá"))
    assert "Court of Ọlá" in shown(fill(form, "fields: {Who: name}", name="Rosa"), tmp_path)


def test_a_box_without_pictures_gets_its_own(fill: Fill) -> None:
    form = FormMaker()
    form.add(form.widget((72, 700, 84, 712), 0, FT=Name.Btn, T=String("Box")), 0)
    field = opened(fill(form, "fields: {Box: true}")).Root.AcroForm.Fields[0]
    assert field.V == field.AS == Name.Yes
    assert b" S Q" in field.AP.N.Yes.read_bytes()


def test_own_words_are_taken_where_the_form_takes_them(fill: Fill) -> None:
    form = FormMaker()
    form.choice("Where", BOX, ["Albany", "Buffalo"], flags=COMBO | EDITABLE)
    assert values(fill(form, "fields: {Where: town}", town="Sampleton")) == {"Where": "Sampleton"}


def test_lines_in_a_field_of_one_line_are_joined_only_where_the_mapping_says_how(fill: Fill) -> None:
    form = FormMaker()
    form.text("Home", (72, 700, 540, 720))
    address = "1 Model Street\nSampleton, NY"
    joined = fill(form, "fields: {Home: {value: home, join: '; '}}", home=address)
    assert values(joined) == {"Home": "1 Model Street; Sampleton, NY"}
    apart = fill(form, "fields: {Home: home}", home=address)
    assert values(apart) == {"Home": "See addendum, item 1"}
    assert apart.addendum[0].words == address


def test_the_line_end_of_a_block_of_yaml_is_no_second_line(fill: Fill) -> None:
    form = FormMaker()
    form.text("Who", BOX)
    assert values(fill(form, "fields: {Who: name}", name="Rosa\n")) == {"Who": "Rosa"}


def test_an_answer_without_any_room_is_a_sentence_and_never_cut(fill: Fill) -> None:
    form = FormMaker()
    form.text("State", (72, 700, 100, 720), MaxLen=2)
    says = r"State: The answer does not fit, .* it takes 2 letters"
    with pytest.raises(FaultyMapping, match=says) as caught:
        fill(form, "fields: {State: state}", state="Examplestate")
    assert "Examplestate" not in str(caught.value)


def test_a_letter_that_nothing_can_draw_is_named(fill: Fill) -> None:
    form = FormMaker()
    form.text("Who", BOX)
    with pytest.raises(FaultyMapping, match=r"Who: No font on this computer can draw .*number e000"):
        fill(form, "fields: {Who: name}", name="Rosa \ue000")


def test_days_and_numbers_are_those_of_the_place(fill: Fill) -> None:
    form = FormMaker()
    form.text("Born", BOX)
    form.text("Owed", (72, 600, 300, 620))
    mapping = "fields: {Born: born, Owed: owed | currency}"
    kenya = Manner(customs=Customs("KE"))
    filled = fill(form, mapping, kenya, born=datetime.date(1984, 6, 30), owed=1200)
    assert values(filled) == {"Born": "30 June 1984", "Owed": "Ksh1,200.00"}


def test_the_forms_own_way_to_write_days_counts(fill: Fill) -> None:
    form = FormMaker()
    script = Dictionary(S=Name.JavaScript, JS=String('AFDate_FormatEx("mm/dd/yy");'))
    form.text("Born", BOX, AA=Dictionary(F=script))
    assert values(fill(form, "fields: {Born: born}", born=datetime.date(1984, 6, 30))) == {"Born": "06/30/84"}


def test_a_draft_is_marked_on_every_page(fill: Fill, tmp_path: Path) -> None:
    mapping = "fields: {Reasons: reasons}"
    filled = fill(a_form(), mapping, Manner(is_draft=True), reasons="Łódź " * 2_000)
    pages = shown(filled, tmp_path).split("\f")[:-1]
    assert len(pages) > 2
    assert all("DRAFT: NOT FOR FILING" in page for page in pages)


def test_a_field_that_must_be_filled_and_is_in_no_mapping_is_told(fill: Fill) -> None:
    form = FormMaker()
    form.text("Who", BOX, flags=REQUIRED | MULTILINE, V=String(""))
    form.text("Sum", (72, 600, 300, 620), AA=Dictionary(C=Dictionary(S=Name.JavaScript, JS=String("1"))))
    form.form.CO = Array([form.form.Fields[1]])
    filled = fill(form, "fields: {}")
    assert [left.name for left in filled.left] == ["Who", "Sum"]


def test_a_field_that_nobody_sees_keeps_its_answer(fill: Fill) -> None:
    form = FormMaker()
    form.text("Code", (72, 700, 72, 700))
    filled = fill(form, "fields: {Code: words}", words="A long answer.")
    assert values(filled) == {"Code": "A long answer."}


def test_a_box_lower_than_a_line_has_small_letters(fill: Fill) -> None:
    form = FormMaker()
    form.text("Low", (72, 700, 300, 708), flags=MULTILINE, DA=String("/Helv 11 Tf 0 g"))
    filled = fill(form, "fields: {Low: name}", name="Rosa")
    assert values(filled) == {"Low": "Rosa"}
    assert 4 <= letters(filled) < 8
