"""Small interviews with small templates: what a template asks for and the interview cannot give."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from textwrap import dedent

import pytest
from small_word_files import paragraph, save, table

from unbarred.check.templates import TemplateFinding, check_templates

INTERVIEW = """
objects:
  - children: DAList.using(object_type=DAObject)
  - her: Individual
---
question: Her
fields:
  - First: her.name.first
  - Last: her.name.last
  - Story: story
    input type: area
  - In prison: in_prison
    datatype: yesnoradio
---
question: A child
fields:
  - Name: children[i].first_name
  - Age: children[i].age
    datatype: integer
---
if: in_prison
question: Where?
fields:
  - Number: number
---
code: |
  if in_prison:
    home = 'none'
---
code: |
  summary = story.upper() + ending
---
mandatory: True
code: |
  her.name.first
  over
---
event: over
question: Over
attachment:
  name: Paper
  docx template file: paper.docx
"""

Check = Callable[..., list[TemplateFinding]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Return a function that checks a template of these blocks against the interview."""
    monkeypatch.chdir(tmp_path)

    def run(*blocks: str, interview: str = INTERVIEW, notes: bool = False) -> list[TemplateFinding]:
        path = tmp_path / "small.yml"
        path.write_text(dedent(interview), encoding="utf-8")
        save(tmp_path, "paper.docx", *blocks)
        return [each for each in check_templates([], str(path)) if notes or not each.is_note]

    return run


def test_what_is_given(check: Check) -> None:
    blocks = [
        "{{ her.name.full() }} {{ her.name.first|upper }} {{ her }} {{ today() }} {{ story.split()[0] }}",
        "{% if in_prison %}{{ number }} {{ home }}{% endif %}",
        "{% for child in children %}{{ loop.index }} {{ child.first_name }} {{ child.age + 1 }}{% endfor %}",
        "{% if children %}{{ children[0].first_name }}{% endif %} {{ children.number() }}",
        "{% set short = story[:10] %}{{ short }} {{ range(3)|list }} {{ 'a' ~ comma_and_list(children) }}",
        "{% macro twice(a) %}{{ a }} {{ a }}{% endmacro %}{{ twice(1) }}",
        "{{ missing|default('') }} {% if also is defined %}{{ also }}{% endif %}",
        "{{ children|map(attribute='first_name')|join }} {{ children|sum(attribute='age') }}",
        "{% if in_prison is sameas true %}{{ number }}{% endif %}",
        "{{ number if in_prison else '' }} {{ in_prison and number }} {{ not in_prison or number }}",
    ]
    assert check(*blocks) == []


@pytest.mark.parametrize(
    ("tag", "message", "mend"),
    [
        ("{{ stroy }}", "Nothing in small.yml gives stroy.", "Did you mean story?"),
        ("{{ her.name.fist }}", "Nothing in small.yml gives her.name.fist.", "Did you mean first?"),
        ("{{ story.uper() }}", "story.uper does not exist: story is a text.", "Did you mean upper?"),
        ("{{ len(story) }}", "len is Python, which a template does not know.", "Write |length behind it."),
        (
            "{{ children[0].toy }}",
            "Nothing in small.yml gives children[i].toy. It is asked for as children[0].toy.",
            "It has age, first_name.",
        ),
        (
            "{% for c in children %}{{ c.frist_name }}{% endfor %}",
            "Nothing in small.yml gives children[i].frist_name. It is asked for as c.frist_name.",
            "Did you mean first_name?",
        ),
        (
            "{{ children|map(attribute='frist_name')|join }}",
            "Nothing in small.yml gives children[i].frist_name.",
            "Did you mean first_name?",
        ),
        (
            "{{ children|selectattr('agee')|list }}",
            "Nothing in small.yml gives children[i].agee.",
            "Did you mean age?",
        ),
        ("{{ today(tomorow) }}", "Nothing in small.yml gives tomorow.", "Ask for it in the interview"),
        ("{{ tody() }}", "Nothing in small.yml gives tody (in tody()).", "Did you mean today?"),
        ("{% for c in children %}{% endfor %}{{ c.age }}", "Nothing in small.yml gives c (in c.age).", "Ask"),
    ],
)
def test_what_is_not(check: Check, tag: str, message: str, mend: str) -> None:
    [found] = check(tag)
    assert (found.file, found.kind, found.message) == ("paper.docx", "not given", message)
    assert found.mend.startswith(mend)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ stroy|default('') }}",
        "{% if stroy is defined %}{{ stroy }}{% endif %}",
        "{% if defined('stroy') %}A story.{% endif %}",
        "{{ showifdef('stroy') }}",
    ],
)
def test_a_name_that_never_has_a_value_is_a_note(check: Check, tag: str) -> None:
    [found] = [each for each in check("Words", tag, notes=True) if "stroy" in each.message]
    assert (found.is_note, found.mend) == (True, "Did you mean story?")
    assert f"“{tag}”" in found.within


@pytest.mark.parametrize("name", ["number", "home"])
def test_what_is_given_on_some_branches_only(check: Check, name: str) -> None:
    [found] = check(f"{{{{ {name} }}}}")
    assert found.kind == "not given everywhere"
    assert found.message.startswith(f"In small.yml nothing gives {name} where not in_prison: small.yml:")
    assert [each.kind for each in check(f"{{% if not in_prison %}}{{{{ {name} }}}}{{% endif %}}")] == [
        found.kind
    ]


def test_the_branch_that_makes_the_paper_counts(check: Check) -> None:
    guarded = INTERVIEW.replace("  her.name.first\n  over\n", "  her.name.first\n  if in_prison:\n    over\n")
    assert check("{{ number }}", interview=guarded) == []
    other = INTERVIEW.replace("  her.name.first\n  over\n", "  if not in_prison:\n    over\n")
    assert [each.kind for each in check("{{ number }}", interview=other)] == ["not given everywhere"]


def test_code_that_cannot_run_is_told_where_it_stands(check: Check) -> None:
    [found] = check("{{ summary }}")
    line = INTERVIEW.splitlines().index("  summary = story.upper() + ending")
    assert (found.file, found.line) == ("small.yml", line)
    assert found.message == (
        "This code cannot run, and a template needs it: Nothing in small.yml gives ending."
    )


def test_code_is_looked_at_where_it_is_needed(check: Check) -> None:
    coded = INTERVIEW.replace("story.upper() + ending", "story.upper() + number")
    [found] = check("{{ summary }}", interview=coded)
    assert found.message == (
        "This code may not run, and a template needs it: In small.yml nothing gives number "
        "where not in_prison: small.yml:24 gives it only in other cases."
    )
    assert found.mend == "Ask for it there too, or put an if around it in the code."
    assert check("{% if in_prison %}{{ summary }}{% endif %}", interview=coded) == []


def test_code_that_needs_itself(check: Check) -> None:
    turning = INTERVIEW.replace(
        "summary = story.upper() + ending", "summary = other\n  other = summary + nothing"
    )
    assert [each.file for each in check("{{ summary }} {{ other }}", interview=turning)] == ["small.yml"]


def test_where_in_the_file(check: Check) -> None:
    found = check("Words", table(("Name", "Age"), ("{{ her.name.first }}", "{{ hre.age }}")))
    assert [each.within for each in found] == ["table 1 of the body, row 2, cell 2: “{{ hre.age }}”"]
    assert str(found[0]).startswith(
        "paper.docx (table 1 of the body, row 2, cell 2: “{{ hre.age }}”)  Nothing in"
    )


def test_everything_at_once(check: Check) -> None:
    found = check(
        "{{ one", "{{ stroy }}", "{% if x %}", "{{ a b }}", "{{ her|nosuch }}", paragraph("{{ nuber }}")
    )
    assert sorted({each.kind for each in found}) == [
        "Jinja error",
        "broken tag",
        "not given",
        "unbalanced",
        "unknown filter",
    ]
    assert {each.message for each in found if each.kind == "not given"} == {
        "Nothing in small.yml gives stroy.",
        "Nothing in small.yml gives x.",
        "Nothing in small.yml gives nuber.",
    }


def test_asked_but_never_used_is_a_note(check: Check) -> None:
    found = check("{{ her.name.first }}{{ number }}", notes=True)
    notes = [each.message for each in found if each.is_note]
    assert "children[i].age is asked, and nothing uses the answer." in notes
    assert "her.name.last is asked, and nothing uses the answer." in notes
    assert not any("her.name.first" in each or "in_prison" in each or "number" in each for each in notes)
    assert not any("her.name.last" in str(each) for each in check("{{ her.name.full() }}", notes=True))
    for tag in ("{{ story|default('') }}", "{% if defined('story') %}A story.{% endif %}"):
        assert not any("story" in each.message for each in check(tag, notes=True))


def test_a_template_that_is_not_there(check: Check) -> None:
    found = check("Words", interview=INTERVIEW.replace("paper.docx", "papr.docx"))
    assert [(each.kind, each.message, each.mend) for each in found] == [
        ("missing template", "The template papr.docx is not there.", "Did you mean paper.docx?")
    ]


def test_what_the_attachment_gives_itself(check: Check) -> None:
    fields = "  docx template file: paper.docx\n  fields:\n    - court: ${ story }\n"
    given = INTERVIEW.replace("  docx template file: paper.docx\n", fields)
    assert check("{{ court }}", interview=given) == []
    assert [each.kind for each in check("{{ cort }}", interview=given)] == ["not given"]


def test_parts_that_a_template_puts_in(check: Check, tmp_path: Path) -> None:
    save(tmp_path, "caption.docx", "{{ court }} {{ wrng }}")
    found = check(
        "{{p include_docx_template('caption.docx', court=stroy) }}", "{{p include_docx_template('x.docx') }}"
    )
    assert [(each.file, each.message) for each in found] == [
        ("caption.docx", "Nothing in small.yml gives wrng."),
        ("paper.docx", "It includes the part x.docx, which is not there."),
        ("paper.docx", "Nothing in small.yml gives stroy."),
    ]
    save(tmp_path, "sound.docx", "{{ story }} {{ court }}")
    assert check("{{p include_docx_template('sound.docx', court=story) }}") == []
    [note] = check("{{p include_docx_template('docassemble.elsewhere:x.docx') }}", notes=True)[:1]
    assert note.is_note
    assert note.message.startswith("It includes parts of docassemble.elsewhere, which is not installed")


def test_findings_are_plain_data(check: Check) -> None:
    [found] = check("{{ stroy }}")
    assert json.loads(json.dumps(asdict(found))) == {
        "file": "paper.docx",
        "line": 0,
        "column": 0,
        "message": "Nothing in small.yml gives stroy.",
        "mend": "Did you mean story?",
        "kind": "not given",
        "within": "the body: “{{ stroy }}”",
        "is_note": False,
    }
