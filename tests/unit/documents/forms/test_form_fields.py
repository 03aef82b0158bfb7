"""A form's fields are read with what each can hold, however the form keeps them."""

from __future__ import annotations

import pytest
import yaml
from filled_forms import Fill, values
from form_maker import COMB, MULTILINE, REQUIRED, FormMaker, a_form
from pikepdf import Array, Dictionary, Name, String

from unbarred.documents.forms import (
    FaultyMapping,
    Field,
    as_data,
    fields_of,
    in_words,
    options_in_words,
    shown,
    skeleton,
)

BOX = (72.0, 700.0, 300.0, 720.0)


def read(form: FormMaker) -> dict[str, Field]:
    return {field.name: field for field in fields_of(form.content(), "form.pdf")}


def test_each_kind_is_known_with_what_it_holds() -> None:
    fields = read(a_form())
    assert {name: in_words(field) for name, field in fields.items()} == {
        "Name": "text, required",
        "Number": "text, each letter in a cell, at most 9 letters",
        "Born": "text",
        "Story": "text of several lines",
        "Helper": "check box",
        "Term": "one of several boxes",
        "State": "one of a list",
        "Ways": "some of a list",
        "Signature": "signature",
        "Reasons": "text of several lines",
    }
    assert fields["Name"].label == "Your full name"
    assert fields["Reasons"].page == 2
    assert [(option.value, option.words) for option in fields["State"].options] == [
        ("NY", "New York"),
        ("CA", "California"),
    ]
    assert [option.value for option in fields["Term"].options] == ["Fixed", "Open"]


def test_names_are_joined_and_inherited_things_count() -> None:
    form = FormMaker()
    top = form.pdf.make_indirect(
        Dictionary(T=String("form1[0]"), FT=Name.Tx, Ff=MULTILINE | REQUIRED, MaxLen=40, Kids=Array())
    )
    page = form.pdf.make_indirect(Dictionary(T=String("Page1[0]"), Parent=top, Kids=Array()))
    top.Kids.append(page)
    widget = form.widget(BOX, 0, T=String("Name[0]"), Parent=page)
    page.Kids.append(widget)
    form.pdf.pages[0].obj.Annots.append(widget)
    form.form.Fields.append(top)
    (field,) = read(form).values()
    assert field.name == "form1[0].Page1[0].Name[0]"
    assert field.label == "Name[0]"
    assert in_words(field) == "text of several lines, at most 40 letters, required"


def test_one_name_is_one_field_wherever_it_stands() -> None:
    form = FormMaker(pages=2)
    form.text("Name", BOX)
    form.text("Name", BOX, page=1)
    (field,) = read(form).values()
    assert [widget.page for widget in field.widgets] == [0, 1]


def test_numbered_boxes_have_the_words_that_stand_beside() -> None:
    form = FormMaker()
    boxes = {"0": (72.0, 480.0, 84.0, 492.0), "1": (150.0, 480.0, 162.0, 492.0)}
    form.radio("Term", boxes, Opt=Array([String("Fixed term"), String("Open term")]))
    (field,) = read(form).values()
    assert [option.words for option in field.options] == ["Fixed term", "Open term"]
    found = field.option("open TERM")
    assert found is not None
    assert found.value == "1"


def test_how_the_form_writes_days_is_known() -> None:
    form = FormMaker()
    script = Dictionary(S=Name.JavaScript, JS=String('AFDate_FormatEx("mm/dd/yyyy");'))
    form.text("Born", BOX, AA=Dictionary(F=script))
    assert read(form)["Born"].date_form == "mm/dd/yyyy"


def test_a_broken_tree_of_names_has_an_end() -> None:
    form = FormMaker()
    widget = form.text("Name", BOX)
    widget.Parent = widget
    assert len(read(form)) == 1


def test_a_list_for_other_programs_is_plain() -> None:
    assert as_data(read(a_form())["State"])["options"] == [
        {"value": "NY", "words": "New York"},
        {"value": "CA", "words": "California"},
    ]


def test_the_beginning_of_a_mapping_names_every_field_that_can_be_filled() -> None:
    form = FormMaker()
    names = ["Name", "a: b # c", "yes", "x" * 200, "- dash", "Ọlá [0].{}", '"quoted"', "1"]
    for place, name in enumerate(names):
        form.text(name, (72, 100 + 60.0 * place, 300, 120 + 60.0 * place), flags=COMB, MaxLen=3)
    form.signature("Sign", (72, 40, 200, 60))
    read_back = yaml.safe_load(skeleton(fields_of(form.content(), "form.pdf"), "form.pdf"))
    assert [str(name) for name in read_back["fields"]] == names
    assert set(read_back["fields"].values()) == {None}


def test_fields_that_the_form_forgot_to_list_are_found_and_listed(fill: Fill) -> None:
    form = FormMaker()
    form.text("Name", BOX)
    form.text("Lost", (72, 600, 300, 620))
    del form.form.Fields[1]
    filled = fill(form, "fields: {Lost: name}", name="Rosa")
    assert values(filled) == {"Lost": "Rosa"}


def test_what_a_terminal_would_obey_is_shown_and_can_be_mapped(fill: Fill) -> None:
    form = FormMaker()
    form.text("Na\x1b]0;me\x07\n2", BOX, TU=String("Your\x1b[2J name"))
    form.choice("Pick", (72, 600, 300, 620), ["a\x1b[2J", "b"])
    fields = read(form)
    named, pick = fields.values()
    assert (shown(named.name), shown("Plain: #1")) == (r'"Na\e]0;me\a\n2"', "Plain: #1")
    assert named.label == "Your [2J name"
    assert options_in_words(pick) == [r'"a\e[2J"', "b"]
    mapping = skeleton(list(fields.values()), "form.pdf")
    assert all(line.isprintable() for line in mapping.splitlines())
    filled = fill(form, mapping.replace(r'\n2": null', r'\n2": name'), name="Rosa")
    assert values(filled) == {named.name: "Rosa"}
    with pytest.raises(FaultyMapping, match=r"are: a \[2J, b\."):
        fill(form, "fields: {Pick: name}", name="Rosa")
