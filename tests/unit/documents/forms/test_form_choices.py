"""What is chosen is what gets marked, and all of it shows."""

from __future__ import annotations

import pytest
from filled_forms import Fill, opened, values
from form_maker import COMBO, SEVERAL, FormMaker
from pikepdf import Array, Name, String

from unbarred.documents.forms import FilledForm
from unbarred.documents.pdf import text_of_pages

BOXES = {str(state): (72.0 + 60 * state, 480.0, 84.0 + 60 * state, 492.0) for state in range(3)}


def marked(filled: FilledForm) -> list[str]:
    """Return the states of the boxes, in order."""
    return [str(each.AS) for each in opened(filled).pages[0].obj.Annots]


@pytest.mark.parametrize("mapping", ["many", "{value: said, options: {several: 2}}"])
def test_of_boxes_that_are_numbered_otherwise_than_they_read_the_words_count(
    mapping: str, fill: Fill
) -> None:
    form = FormMaker()
    form.radio("Children", BOXES, Opt=Array([String("1"), String("2"), String("3")]))
    filled = fill(form, f"fields: {{Children: {mapping}}}", many=2, said="several")
    assert marked(filled) == ["/Off", "/1", "/Off"]


def test_of_a_list_that_keeps_other_words_than_it_shows_the_shown_ones_count(fill: Fill) -> None:
    form = FormMaker()
    form.choice("Years", (72, 700, 300, 720), [("2", "1"), ("1", "2")])
    assert values(fill(form, "fields: {Years: years}", years=2)) == {"Years": "1"}


def test_a_box_without_pictures_takes_what_an_answer_means(fill: Fill) -> None:
    def filled(way: str) -> list[str]:
        form = FormMaker()
        form.add(form.widget((72, 700, 84, 712), 0, FT=Name.Btn, T=String("Box")), 0)
        return marked(fill(form, "fields: {Box: {value: way, options: {mail: yes, phone: no}}}", way=way))

    assert (filled("mail"), filled("phone")) == (["/Yes"], ["/Off"])


def test_a_mark_that_the_form_keeps_as_a_text_stays(fill: Fill) -> None:
    form = FormMaker()
    form.form.NeedAppearances = True
    form.check("Box", (72, 700, 84, 712)).V = String("Yes")
    form.text("Name", (72, 600, 300, 620))
    filled = fill(form, "fields: {Name: name}", name="Rosa")
    assert str(opened(filled).Root.AcroForm.Fields[0].AS) == "/Yes"


@pytest.mark.parametrize(("flags", "high"), [(SEVERAL, 20), (COMBO, 12)])
def test_what_is_chosen_and_has_no_room_goes_on_the_addendum(flags: int, high: float, fill: Fill) -> None:
    form = FormMaker()
    long = "Commutation of sentence because of age"
    options = [long, "Pardon", "Reprieve", "Work release"]
    form.choice("Ways", (72, 600, 172, 600 + high), options, flags=flags)
    chosen = options if flags == SEVERAL else long
    filled = fill(form, "fields: {Ways: ways}", ways=chosen)
    assert values(filled) == {"Ways": chosen}
    assert [item.words for item in filled.addendum] == ["\n".join(options) if flags == SEVERAL else long]
    shape = opened(filled).pages[0].obj.Annots[0].AP.N
    assert shape.read_bytes().count(b"Tj") == 1
    assert "Item 1. Ways (page 1)" in text_of_pages(filled.content)[1]
