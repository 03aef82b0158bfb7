"""What an interview gives is read from its text; nothing of it runs, and docassemble agrees."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from unbarred.check.templates.conditions import ALWAYS, gap
from unbarred.check.templates.interviews import Interview, read_interview
from unbarred.check.templates.interviews.meanings import Meanings
from unbarred.check.templates.references import Scope
from unbarred.engine import load, origins


def interview(folder: Path, text: str) -> Interview:
    path = folder / "small.yml"
    path.write_text(dedent(text), encoding="utf-8")
    return read_interview(origins.at(path))


def given(read: Interview, path: str) -> list[str]:
    """The conditions under which a name is given, as what is lacking otherwise."""
    return [gap(ALWAYS, each.condition, {}) or "" for each in read.by_path[path]]


def test_every_way_to_give_a_name(tmp_path: Path) -> None:
    read = interview(
        tmp_path,
        """
        objects:
          - children: DAList.using(object_type=Individual)
          - mother: Individual
        ---
        question: One
        fields:
          - Name: mother.name.first
          - no label: story
            input type: area
          - label: Day
            field: day
            datatype: date
          - Age: children[i].age
          - Toy: children[i].toys['best']
          - note: Not a field
        ---
        question: Two
        yesno: is_sure
        ---
        question: Three
        field: colour
        choices: [red, blue]
        ---
        question: Four
        signature: signed
        ---
        question: Five
        continue button field: seen
        ---
        question: Six
        buttons:
          - Go:
              code: |
                went = True
        ---
        template: letter
        content: Words
        ---
        variable name: numbers
        data: [1, 2]
        ---
        code: |
          a = b = 1
          (c, d) = 1, 2
          define('e', 3)
          mother.f = 4
          import string
          for passing in range(3):
            g = passing
        ---
        event: over
        question: Over
        attachment:
          variable name: paper
          docx template file: paper.docx
        """,
    )
    assert set(read.by_path) == {
        *("children", "mother", "mother.name.first", "story", "day", "children[].age", "children[].toys[]"),
        *("is_sure", "colour", "signed", "seen", "went", "letter", "numbers", "a", "b", "c", "d", "e"),
        *("mother.f", "g", "over", "paper"),
    }
    assert "string" in read.names
    assert [paper.files for paper in read.papers] == [("paper.docx",)]
    assert read.is_closed


def test_conditions(tmp_path: Path) -> None:
    read = interview(
        tmp_path,
        """
        if: in_prison
        question: One
        fields:
          - Kind: kind
          - Other: other
            show if:
              variable: kind
              is: other
          - More: more
            hide if: kind
        ---
        code: |
          if a:
            b = 1
          elif c:
            b = 2
          else:
            try:
              e = 1
            except Exception:
              f = 1
        """,
    )
    assert given(read, "kind") == ["not in_prison"]
    assert given(read, "other") == ["kind is not 'other'"]
    assert given(read, "more") == ["not in_prison"]
    assert given(read, "b") == ["not a", "not c"]
    assert given(read, "e") == ["c"]
    assert given(read, "f") == [""]


def test_when_a_paper_is_made(tmp_path: Path) -> None:
    read = interview(
        tmp_path,
        """
        mandatory: True
        code: |
          if wants:
            over
        ---
        event: over
        question: Over
        attachments code: |
          papers
        ---
        code: |
          papers = [first]
          if children:
            papers.append(second)
        ---
        attachment:
          variable name: first
          docx template file: first.docx
        ---
        attachment:
          variable name: second
          docx template file:
            code: |
              'second.docx' if wants else other_name
        """,
    )
    assert gap(ALWAYS, read.reached("first"), {}) == "not wants"
    assert gap(read.reached("second"), read.reached("first"), {}) is None
    assert gap(read.reached("first"), read.reached("second"), {}) == "not children and wants"
    assert [paper.files for paper in read.papers] == [("first.docx",), ("second.docx",)]


def test_nothing_runs(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    (tmp_path / "own.py").write_text(f"open({str(mark)!r}, 'w')\nclass Pet(DAObject):\n  colour = 1\n")
    read = interview(
        tmp_path,
        f"""
        modules:
          - .own
        ---
        objects:
          - pet: Pet
        ---
        initial: True
        code: |
          open({str(mark)!r}, 'w')
        """,
    )
    meanings = Meanings(read)
    assert meanings.classes.members("Pet") >= {"colour", "instanceName"}
    assert not mark.exists()


def test_fields_that_code_makes_up_leave_the_interview_open(tmp_path: Path) -> None:
    text = "question: One\nfields:\n  - code: |\n      made()\n"
    assert not interview(tmp_path, text).is_closed
    assert not interview(tmp_path, "include:\n  - not-there.yml\n").is_closed


@pytest.mark.parametrize(
    "text", ["code: |\n  a = (\n", "fields: 3\nquestion: 4\n", "- a\n", "{", "objects: 5\n"]
)
def test_what_is_no_interview_gives_nothing(tmp_path: Path, text: str) -> None:
    assert interview(tmp_path, text).givers == ()


@pytest.mark.parametrize("name", ["clemency/commutation", "clemency/pardon"])
def test_docassemble_knows_the_same_names(name: str) -> None:
    read = read_interview(origins.find(name))
    index = re.compile(r"\[[^\[\]]*\]")
    known = {index.sub("[]", each) for each in load(name).parsed.questions}
    known = {each for each in known if not each.startswith("_internal")}
    # docassemble also counts what a loop or a check uses in passing, which nothing can ask for.
    in_passing = {"conviction", "each", "kind", "least", "most", "name", "supporter"}
    assert known - set(read.by_path) <= in_passing
    assert set(read.by_path) <= known


def test_kinds_of_what_the_law_says() -> None:
    read = read_interview(origins.find("clemency/pardon"))
    meanings = Meanings(read)
    assert read.values["remedy_name"] == ["clemency/pardon"]
    assert read.values["in_prison"] == [True, False]
    assert {path: str(meanings.of(path)) for path in ("law", "reckoning", "convictions", "story")} == {
        "law": "Real(annotation=<class 'unbarred.law.remedies.Remedy'>)",
        "reckoning": "Real(annotation=<class 'unbarred.law.reckoning.Reckoning'>)",
        "convictions": "Made(name='DAList', item='DAObject')",
        "story": "Real(annotation=<class 'str'>)",
    }
    assert meanings.of_expression(read.by_path["addressee"][0].value, Scope()) is not None
