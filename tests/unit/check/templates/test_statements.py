"""The tags of a part are read as Jinja: every fault at once, each at its place."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from unbarred.check.templates.asking import asked_by
from unbarred.check.templates.finding import Place
from unbarred.check.templates.statements import Written, parse

JINJA = Environment(autoescape=True)


def faults(*sources: str) -> list[str]:
    parsed = parse([Written(source, Place("t.md", line)) for line, source in enumerate(sources, 1)], JINJA)
    return [str(each) for each in (*parsed.faults, *asked_by(parsed, JINJA).faults)]


def test_sound_tags() -> None:
    assert (
        faults("{% for a in b if a.c %}", "{{ a|join(', ') }}", "{% else %}", "{% endfor %}", "{# aside #}")
        == []
    )
    assert (
        faults(
            "{% set x %}", "{{ y }}", "{% endset %}", "{% set z = 1 %}", "{% macro m(a) %}", "{% endmacro %}"
        )
        == []
    )


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (["{% if a %}"], "t.md:1  {% if a %} is opened here and never ended. Put {% endif %} where it ends."),
        (["{% endif %}"], "t.md:1  {% endif %} ends no if: none is open here."),
        (["{% else %}"], "t.md:1  {% else %} belongs to no if or for."),
        (["{% for a in b %}", "{% elif c %}", "{% endfor %}"], "t.md:2  {% elif c %} belongs to no if."),
        (
            ["{% if a %}", "{% for b in c %}", "{% endif %}", "{% endfor %}"],
            "t.md:2  {% for b in c %} is opened here and never ended before {% endif %} (line 3).",
        ),
        (["{{ a b }}"], "t.md:1  Expected token 'end of print statement', got 'b'. It stands in {{ a b }}."),
        (["{% iff a %}"], "Did you mean if?"),
        (["{{ a|joyn }}"], "t.md:1  There is no filter called joyn. Did you mean join?"),
        (["{% if a is defned %}", "{% endif %}"], "There is no test called defned. Did you mean defined?"),
        (["{{ a|join(„, “) }}"], "Type the quotation marks in the tag straight"),
        (["{{ a.b. }}"], "t.md:1  "),
    ],
)
def test_each_fault(sources: list[str], said: str) -> None:
    assert said in faults(*sources)[0]


def test_one_fault_hides_no_other() -> None:
    found = faults("{{ a b }}", "{% if x %}", "{{ y|nosuch }}", "{% endfor %}", "{{ c d }}")
    assert [each.partition("  ")[0] for each in found] == ["t.md:1", "t.md:5", "t.md:4", "t.md:2", "t.md:3"]
