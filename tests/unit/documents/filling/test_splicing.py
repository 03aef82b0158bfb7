"""Parts that a template names are put in once, before it is filled."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from unbarred.documents import TemplateFault, render
from unbarred.documents.word.package import Part, read_package, write_package
from unbarred.documents.word.wordml import MAIN

from .conftest import Template, paragraphs, reopened


def test_a_part_is_put_where_it_is_named_and_filled_with_the_rest(template: Template) -> None:
    path = template("Before.", "{{p include_docx_template('caption.docx') }}", "After {{ name }}.")
    template_of_part(
        path.parent / "caption.docx", "In the matter of {{ name }}", "{%p if yes %}", "Yes", "{%p endif %}"
    )
    rendered = render(path, {"name": "A & B", "yes": True})
    assert paragraphs(rendered) == ["Before.", "In the matter of A & B", "Yes", "After A & B."]
    assert reopened(rendered).paragraphs[1].style.name == "Quote"


def test_a_part_may_be_given_values_and_name_further_parts(template: Template) -> None:
    path = template("{{p include_docx_template('outer.docx', who=name ~ '!', n=2) }}")
    template_of_part(
        path.parent / "outer.docx", "{{ who }} {{ n }}", '{{p include_docx_template("inner.docx") }}'
    )
    template_of_part(path.parent / "inner.docx", "Inside {{ who }}")
    assert paragraphs(render(path, {"name": "<A>"})) == ["<A>! 2", "Inside <A>!"]


def test_a_part_that_changes_is_put_in_again(template: Template) -> None:
    path = template("{{p include_docx_template('part.docx') }}")
    template_of_part(path.parent / "part.docx", "old")
    assert paragraphs(render(path, {})) == ["old"]
    template_of_part(path.parent / "part.docx", "new")
    assert paragraphs(render(path, {})) == ["new"]


def test_parts_can_be_looked_for_elsewhere(template: Template, tmp_path: Path) -> None:
    path = template("{{p include_docx_template('part.docx') }}")
    template_of_part(tmp_path / "part.docx", "from elsewhere")
    assert paragraphs(render(path, {}, find_part=lambda _template, name: tmp_path / name)) == [
        "from elsewhere"
    ]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            "{{p include_docx_template('nowhere.docx') }}",
            "includes the part nowhere.docx, which is not there",
        ),
        ("{{p include_docx_template(name) }}", "name its part in quotes"),
        ("{{p include_docx_template('a.docx', b=(c]) }}", "unexpected ']'"),
        ("See {{p include_docx_template('a.docx') }}", "must stand alone"),
        ("{{p include_docx_template('paper.docx') }}", "more than 10 deep"),
    ],
)
def test_a_part_that_cannot_be_put_in_says_why(call: str, message: str, template: Template) -> None:
    with pytest.raises(TemplateFault, match=message):
        render(template(call), {"name": "x.docx"})


def test_a_part_in_a_table_says_so(template: Template) -> None:
    path = template([["{{p include_docx_template('part.docx') }}"]])
    template_of_part(path.parent / "part.docx", "Words")
    with pytest.raises(TemplateFault, match="a part in a table"):
        render(path, {})


@pytest.mark.parametrize("part", ["_rels/.rels", MAIN])
def test_a_damaged_part_is_named(part: str, template: Template) -> None:
    path = template("{{p include_docx_template('part.docx') }}")
    template_of_part(path.parent / "part.docx", "Words")
    parts = read_package((path.parent / "part.docx").read_bytes(), "part.docx")
    parts[part] = Part.of(b"<w:document")
    (path.parent / "part.docx").write_bytes(write_package(parts))
    with pytest.raises(TemplateFault, match=r"part\.docx: It is damaged"):
        render(path, {})


def template_of_part(path: Path, *words: str) -> None:
    document = docx.Document()
    for each in words:
        document.add_paragraph(each, style="Quote")
    document.save(str(path))
