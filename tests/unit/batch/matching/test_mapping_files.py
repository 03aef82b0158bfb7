"""The file that says what the columns of a foreign sheet are."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from unbarred.batch.matching.days import Order
from unbarred.batch.matching.mapping import TOP, FaultyMap, read_mapping
from unbarred.batch.proposing.map_file import quoted_in_yaml
from unbarred.errors import UserError


def file(folder: Path, text: str) -> Path:
    path = folder / "map.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_mapping_says_all_there_is_to_say(tmp_path: Path) -> None:
    said = read_mapping(
        file(
            tmp_path,
            """\
confirmed: true
client: Case ID#
dates: day-first
names: last-word
sheets:
  Kids: children
  Notes: ignore
  More:
    list: supporters
    columns: {Name: "supporters[i].full_name"}
columns:
  "First Name*": petitioner.name.first
  Child 1 age: children[0].age
  Notes: ignore
values:
  petitioner_pronoun: {F: she, Yes: they, "?": null}
""",
        )
    )
    assert said.client == "case id"
    assert said.order is Order.DAY_FIRST
    assert said.last_word_is_last_name
    assert said.sheets["kids"].stem == "children"
    assert said.sheets["notes"].is_ignored
    assert said.variable("Clients", "FIRST NAME") == "petitioner.name.first"
    assert said.variable("More", "name") == "supporters[i].full_name"
    assert said.variable("Clients", "Name") == ""
    assert said.values["petitioner_pronoun"] == {"f": "she", "true": "they", "?": None}


def test_everything_wrong_with_it_is_told_at_once_with_its_lines(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "colums: {}\ndates: monday-first\ncolumns:\n  A: pet itioner\n  B: [x]\n  a: ignore\nvalues: 3\n",
    )
    with pytest.raises(FaultyMap) as caught:
        read_mapping(path)
    lines = [(where.line, message.split()[0]) for where, message in caught.value.faults]
    assert lines == [(1, "“colums”"), (2, "“dates”"), (4, "“pet"), (5, "“B”"), (6, "“a”"), (7, "“values”")]


def test_one_that_nobody_confirmed_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Nobody has confirmed this mapping yet") as caught:
        read_mapping(file(tmp_path, "# read me\nconfirmed: false\ncolumns: {}\n"))
    assert caught.value.where is not None
    assert caught.value.where.line == 2


WORDS = st.sampled_from(["children", "children[i].age", "ignore", "a.b", "", "A B", "x[", "day-first", "é"])
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.dates(), WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(WORDS, st.integers(), st.none(), st.sampled_from(TOP)), inner, max_size=4),
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*TOP, "else"]), ANYTHING))
def test_whatever_a_mapping_says_it_is_taken_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, content: object
) -> None:
    path = file(tmp_path_factory.getbasetemp(), yaml.safe_dump(content))
    with contextlib.suppress(UserError):
        read_mapping(path)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_heading_can_be_written_into_one(text: str) -> None:
    assert yaml.safe_load(quoted_in_yaml(text)) == text
