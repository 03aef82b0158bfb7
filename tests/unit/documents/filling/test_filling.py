"""Answers arrive as typed, and a variable without a value is an error."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined
from jinja2.runtime import Undefined, UndefinedError
from markupsafe import Markup

from unbarred.documents import TemplateFault, UndefinedAnswer, render

from .conftest import Template, paragraphs, reopened

NASTY = [
    "Smith & Sons <LLC>",
    "</w:t></w:r>",
    "</w:t></w:r></w:p><w:p><w:r><w:t>injected",
    "{{ 7*7 }}",
    "{% if x %}",
    "{_{ 7 }_}",
    "&amp; &#65; &copy;",
    "]]>",
    "<!-- -->",
    "<w:fldSimple w:instr='DATE'/>",
    "\U0001f600 \U0001f469\u200d\U0001f467",
    "O’Neil 'and' \"quotes\"",
    "مرحبا بالعالم",
    "日本語",
    "a\tb",
    "\\n \\1 \\g<0>",
    "____ (1)",
    " spaces at both ends ",
    "e\u0301 is not \u00e9",
    "x" * 20_000,
]
WAYS = [
    "{{ a }}",
    "{{ a ~ '' }}",
    "{{ '' + a }}",
    "{{ [a] | join(', ') }}",
    "{{ a | safe }}",
    "{{ a | default('none') }}",
    "{{ thing.answer }}",
    "{% for each in [a] %}{{ each }}{% endfor %}",
    "{% set b %}{{ a }}{% endset %}{{ b }}",
    "{% macro say(x) %}{{ x }}{% endmacro %}{{ say(a) }}",
    "{{ a if a else 'none' }}",
]
# Any text a person can type on one line: no control characters, no halves of characters, no noncharacters.
LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1).filter(str.strip)


def said(way: str, answer: str, template: Template) -> str:
    path = template("Before.", f"She says: {way}!", "After.")
    text = paragraphs(render(path, {"a": answer, "thing": SimpleNamespace(answer=answer)}))
    assert text[::2] == ["Before.", "After."]
    assert text[1] == f"She says: {text[1][10:-1]}!"
    return text[1][10:-1]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("answer", NASTY, ids=lambda answer: answer[:12])
def test_an_answer_arrives_as_typed_whatever_it_contains(way: str, answer: str, template: Template) -> None:
    assert said(way, answer, template) == answer


@pytest.fixture(scope="module")
def letter(template: Template) -> Path:
    return template("{{ a }}", "Dear {{ a ~ ' & ' ~ b }}:", [["Name", "{{ b }}"]])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(a=LINE, b=LINE)
def test_any_line_arrives_as_typed(a: str, b: str, letter: Path) -> None:
    rendered = render(letter, {"a": a, "b": b})
    assert paragraphs(rendered)[:2] == [a, f"Dear {a} & {b}:"]
    assert reopened(rendered).tables[0].cell(0, 1).text == b


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(a=st.text())
def test_any_text_at_all_gives_a_whole_document(a: str, letter: Path) -> None:
    text = render(letter, {"a": a, "b": "b"}).text
    assert "Name" in text


@pytest.mark.parametrize(
    ("typed", "arrives"),
    [
        ("a\x00b\x1bc", "abc"),
        ("half \ud83d of a character", "half \ufffd of a character"),
        ("\ufdd00\ufdd1", "\ufffd0\ufffd"),
        ("\U0010fffex\U0010ffff", "\ufffdx\ufffd"),
    ],
)
def test_what_no_document_can_hold_is_dropped_or_seen(typed: str, arrives: str, template: Template) -> None:
    assert said("{{ a }}", typed, template) == arrives


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028", "\x85"])
def test_every_kind_of_line_end_is_one(end: str, template: Template) -> None:
    assert said("{{ a }}", f"one{end}two", template) == "one\ntwo"


def test_numbers_and_other_things_print_as_they_say(template: Template) -> None:
    path = template("{{ 0 }} {{ false }} {{ 1.5 }} {{ thing }}")
    assert paragraphs(render(path, {"thing": SimpleNamespace(a="<b>")})) == ["0 False 1.5 namespace(a='<b>')"]


@pytest.mark.parametrize(
    ("words", "variable"),
    [
        ("Born on {{ birthdate }}.", "birthdate"),
        ("Name: {{ petitioner.name.middle }}", "petitioner.name.middle"),
        ("{% if has_lawyer %}By her lawyer{% endif %}", "has_lawyer"),
        ("{{ 'a' ~ docket }}", "docket"),
        ("{% for child in kids %}{{ child }}{% endfor %}", "kids"),
        ("{{ petitioner['name'].last | upper }}", "petitioner['name'].last"),
        ("The {{ 5 }}th: {{ known_list[5] }}", "known_list[5]"),
        ("{{ known_list[2 + 3] }}", "item 5"),
    ],
)
def test_a_variable_without_a_value_is_named_with_its_place(
    words: str, variable: str, template: Template
) -> None:
    path = template("First.", "Second {{ known }}.", words, "Last.", name="petition.docx")
    context = {"known": 1, "known_list": [], "petitioner": SimpleNamespace(name=SimpleNamespace(first="R"))}
    if "['name']" in words:
        context["petitioner"] = {"name": {}}
    with pytest.raises(UndefinedAnswer) as caught:
        render(path, context)
    assert caught.value.variable == variable
    assert caught.value.template == "petition.docx"
    assert caught.value.paragraph == words
    assert isinstance(caught.value.__cause__, UndefinedError)


def test_a_misspelt_variable_is_told_with_the_nearest_name(template: Template) -> None:
    with pytest.raises(UndefinedAnswer, match=r"Did you mean petitioner\?"):
        render(template("{{ petitoner.name }}"), {"petitioner": "R", "place": "us"})
    with pytest.raises(UndefinedAnswer) as caught:
        render(template("{{ petitioner.nmae }}"), {"petitioner": SimpleNamespace(name="R")})
    assert "Did you mean" not in str(caught.value)


def test_a_very_long_answer_is_all_there(template: Template) -> None:
    for answer in ("é<&>" * 25_000, "a line\n" * 20_000):
        said = "\n".join(paragraphs(render(template("{{ a }}"), {"a": answer})))
        assert said == answer.rstrip("\n")


def test_a_variable_without_a_value_is_named_in_a_control_paragraph(template: Template) -> None:
    path = template("Here {{ known }}.", "{%p for each in missing %}", "{{ each }}", "{%p endfor %}")
    with pytest.raises(UndefinedAnswer) as caught:
        render(path, {"known": 1})
    assert (caught.value.variable, caught.value.paragraph) == ("missing", "{%p for each in missing %}")


def test_the_callers_undefined_class_drives_the_filling(template: Template) -> None:
    class Asking(StrictUndefined):
        def __str__(self) -> str:
            raise LookupError(f"ask for {self._undefined_name}")

    class Silent(Undefined):
        def __str__(self) -> str:
            return "?"

    path = template("Name: {{ name }}.")
    with pytest.raises(LookupError, match="ask for name") as caught:
        render(path, {}, environment=Environment(undefined=Asking, autoescape=True))
    assert "Name: {{ name }}." in caught.value.__notes__[0]
    assert paragraphs(render(path, {}, environment=Environment(undefined=Silent, autoescape=True))) == [
        "Name: ?."
    ]


def test_the_callers_filters_work_and_are_escaped_after(template: Template) -> None:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters["loud"] = lambda value: f"<{value}&>"
    path = template("{{ name | loud }}")
    assert paragraphs(render(path, {"name": "A"}, environment=environment)) == ["<A&>"]
    assert environment.finalize is None


def test_constants_are_filtered_when_filling_not_when_compiling(template: Template) -> None:
    """A filter's answer can depend on the language of the day: `{{ 'Yes' | word }}`."""
    words = {"Yes": "Yes"}

    def environment() -> Environment:
        made = Environment(undefined=StrictUndefined, autoescape=True)
        made.filters["word"] = lambda value: words[value]
        return made

    path = template("{{ 'Yes' | word }} {{ 'Yes' | word ~ '!' }}")
    assert paragraphs(render(path, {}, environment=environment())) == ["Yes Yes!"]
    words["Yes"] = "Sí"
    assert paragraphs(render(path, {}, environment=environment())) == ["Sí Sí!"]


def test_what_knows_its_own_xml_is_printed_as_it_is(template: Template) -> None:
    bold = Markup("</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r><w:r><w:t>")
    rendered = render(template("{{ a }} and {{ b }}"), {"a": bold, "b": "<b>"})
    paragraph = reopened(rendered).paragraphs[0]
    assert paragraph.text == "bold and <b>"
    assert [run.text for run in paragraph.runs if run.bold] == ["bold"]


def test_printing_what_word_does_not_know_is_an_error(template: Template) -> None:
    with pytest.raises(TemplateFault, match="<a>, which Word does not know"):
        render(template("{{ link | urlize }}"), {"link": "https://example.org"})
    with pytest.raises(TemplateFault, match="not whole"):
        render(template("{{ half }}"), {"half": Markup("</w:t>")})
    with pytest.raises(TemplateFault, match="where no text can stand"):
        render(template("{{p words }}"), {"words": "words"})


def test_conditions_that_cross_elements_are_an_error_not_a_lost_paragraph(template: Template) -> None:
    path = template("{% if a %}Yes", [["{% endif %}", ""]])
    with pytest.raises(TemplateFault, match=r"ends elsewhere: “\{% if a %\}Yes”, in the body"):
        render(path, {"a": False})
    rows = template([["{% if a %}Yes", "x"], ["y", "No{% endif %}"]])
    for answer in (True, False):
        with pytest.raises(TemplateFault, match=r"in another: .*, in table 1 of the body, row 1, cell 1"):
            render(rows, {"a": answer})


def test_the_same_answers_give_the_same_bytes(template: Template, tmp_path: Path) -> None:
    path = template("Dear {{ name }},", "{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
    context = {"name": "Rosa", "xs": ["", "b", None]}
    first = render(path, context)
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    assert render(copy, json.loads(json.dumps(context))).content == first.content


def test_nothing_is_left_on_disk(template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = template("{{ name }}")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    render(path, {"name": "Rosa"})
    assert list(tmp_path.iterdir()) == []


def test_a_changed_template_is_compiled_again(template: Template) -> None:
    path = template("Old {{ name }}")
    assert paragraphs(render(path, {"name": "A"})) == ["Old A"]
    path.write_bytes(template("New {{ name }}").read_bytes())
    assert paragraphs(render(path, {"name": "A"})) == ["New A"]


def test_a_template_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match=r"missing\.docx: The template cannot be read"):
        render(tmp_path / "missing.docx", {})
    (tmp_path / "text.docx").write_text("hello")
    with pytest.raises(TemplateFault, match=r"text\.docx: This is not a Word document"):
        render(tmp_path / "text.docx", {})
