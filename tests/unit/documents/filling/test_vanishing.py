"""Paragraphs of which nothing is printed leave no line behind."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from unbarred.documents import render

from .conftest import Template, paragraphs, rows


@pytest.mark.parametrize(
    "words",
    [
        "{% if no %}Also known as {{ x }}.{% endif %}",
        "{% if no %}One{% elif no %}Two{% endif %} {% if no %}Three{% endif %}",
        "{% for x in xs %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}{# a note #}",
    ],
)
def test_a_paragraph_of_which_nothing_is_kept_leaves_no_line(words: str, template: Template) -> None:
    context = {"no": False, "xs": [], "x": None}
    assert paragraphs(render(template("Start.", words, "End."), context)) == ["Start.", "End."]
    # The last one of a cell has to stay.
    assert [cell.strip() for cell in rows(render(template([["a", words]]), context))[0]] == ["a", ""]


def test_a_paragraph_of_which_something_is_kept_stays(template: Template) -> None:
    path = template(
        "{% if yes %}{{ left }}{% endif %}", "{{ nothing or '' }}", "a{% if no %}b{% endif %}", "",
        "{% if yes %}{{ picture }}{% endif %}", "End.",
    )  # fmt: skip
    picture = Markup("</w:t><w:br/><w:t>")
    context = {"yes": True, "no": False, "left": None, "nothing": "", "picture": picture}
    rendered = render(path, context)
    assert paragraphs(rendered)[1:] == ["", "a", "", "\n", "End."]
    assert len(rendered.blanks) == 1
