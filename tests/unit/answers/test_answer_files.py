"""Answer sets are read with all their faults at once, and written so that they read back the same."""

from __future__ import annotations

import datetime
import stat
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.answers.answer_file import Notation, dump, load, parse, save
from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.entries import FaultyAnswers, UnreadableFile
from unbarred.errors import UserError, Where

QUOTES = "Text that holds a colon, a # or a quotation mark must stand in quotes."

KEYS = "An answer file has format, interview, jurisdiction, as_of, answers."

EXAMPLE = """\
format: 1
interview: clemency/commutation
jurisdiction: us-ny
as_of: 2026-11-21
answers:
  petitioner.name.first: Ana
  petitioner.birthdate: 1979-03-14
  petitioner.prison_number: 01234
  has_helper: true
  convictions[0].docket: 1.10
  convictions[0].minimum_years: 15
  convictions[0].plea: no
  programs[0].hours: 12.5
  story: null
  exhibits: [A, "B", 3]
"""


def yaml(text: str) -> AnswerSet:
    return parse(dedent(text), Notation.YAML, "a.yml")


def fault(text: str, notation: Notation = Notation.YAML) -> str:
    with pytest.raises(UserError) as raised:
        parse(dedent(text), notation, "a.yml")
    return str(raised.value)


def test_yaml_keeps_what_is_written_and_nothing_is_guessed() -> None:
    read = yaml(EXAMPLE)
    assert (read.interview, read.jurisdiction, read.as_of) == (
        "clemency/commutation",
        "us-ny",
        datetime.date(2026, 11, 21),
    )
    assert list(read.answers.items()) == [
        ("petitioner.name.first", "Ana"),
        ("petitioner.birthdate", "1979-03-14"),
        ("petitioner.prison_number", "01234"),
        ("has_helper", True),
        ("convictions[0].docket", "1.10"),
        ("convictions[0].minimum_years", 15),
        ("convictions[0].plea", "no"),
        ("programs[0].hours", 12.5),
        ("story", None),
        ("exhibits", ["A", "B", "3"]),
    ]


def test_an_answer_knows_its_line() -> None:
    assert yaml(EXAMPLE).where("has_helper") == Where("a.yml", 9, 3)
    assert yaml(EXAMPLE).where("nobody") is None
    json = '{"answers": {\n  "a": "b\\": 1",\n\n  "c": [["x", {"y": 1}]], "d": 2}}'
    with pytest.raises(FaultyAnswers) as raised:
        parse(json, Notation.JSON, "a.json")
    assert raised.value.faults == (
        (Where("a.json", 4, 3), "The list for c can hold only texts; put each in quotes."),
    )
    good = parse(json.replace('[["x", {"y": 1}]]', "3"), Notation.JSON, "a.json")
    assert good.where("a") == Where("a.json", 2, 3)
    assert good.where("c") == Where("a.json", 4, 3)
    assert good.where("d") == Where("a.json", 4, 11)


def test_names_are_one_name_however_they_are_quoted() -> None:
    assert list(yaml("""answers: {'a["b"].c': 1}""").answers) == ["a['b'].c"]
    assert "is answered twice; the first time in line 2" in fault(
        """\
        answers:
          a["b"]: 1
          a['b']: 2
        """
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("answers: [", "a.yml:2:1: This is not YAML: did not find expected node content. " + QUOTES),
        (
            "answers:\n  a: b: c",
            "a.yml:2:7: This is not YAML: mapping values are not allowed in this context. " + QUOTES,
        ),
        ("- a", "a.yml:1:1: This is not an answer file: it holds no names."),
        ("Ana", "a.yml:1:1: This is not an answer file: it holds no names."),
        ("", "a.yml: There is no “answers” in this file."),
        (
            "answers: {}\nanswer: {}",
            "a.yml:2:1: “answer” has no meaning here. Did you mean answers or interview?",
        ),
        (
            "answers: {}\nxyzzy: 1",
            f"a.yml:2:1: “xyzzy” has no meaning here. {KEYS}",
        ),
        ("answers: {}\nanswers: {}", "a.yml:2:1: “answers” is written twice."),
        ("answers: {a.__class__: 1}", "a.yml:1:11: “a.__class__” is not the name of an answer."),
        ("answers: {'a[i]': 1}", "a.yml:1:11: “a[i]” is not the name of an answer."),
        ('answers: {"a\\e[2J": 1}', "a.yml:1:11: “a [2J” is not the name of an answer."),
        ("answers: {a: 1, a: 2}", "a.yml:1:17: “a” is answered twice; the first time in line 1."),
        ("answers: {a: {b: 1}}", "a.yml:1:11: Answers do not stand in one another: write “a.b” as one name."),
        ("answers: {a: [true]}", "a.yml:1:11: The list for a can hold only texts; put each in quotes."),
        (
            "answers: [a]",
            "a.yml:1:1: “answers” needs one line for each answer: its name, a colon, the answer.",
        ),
        ("answers: {}\nas_of: soon", "a.yml:2:1: “as_of” needs a day, written like 2026-11-21."),
        ("answers: {}\ninterview: [a]", "a.yml:2:1: “interview” needs a name."),
        (
            "answers: {}\nformat: 2",
            "a.yml:2:1: This file has format 2, of a newer unbarred; this one reads 1.",
        ),
        ("answers: {}\nformat: one", "a.yml:2:1: The format is 1."),
        (
            "answers: {a: !!python/name:os.system x}",
            "a.yml:1:14: The mark !!python/name:os.system is not read here. " + QUOTES,
        ),
        ("{a: 1}: 2", "a.yml:1:1: A name must be a text."),
        ("answers: {a: \x07}", "a.yml:1: There is a hidden mark that cannot be printed. Take it out."),
        (
            "answers:\n  a: " + "[" * 5000,
            "a.yml:2:24: This is not an answer file: lists stand in lists too deep.",
        ),
    ],
)
def test_a_faulty_yaml_file_is_answered_with_its_place_and_one_sentence(text: str, said: str) -> None:
    assert fault(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"answers": {"a": }}', "a.yml:1:19: This is not JSON: expecting value."),
        ('{"answers": {"a": NaN}}', "a.yml: This is not JSON: NaN is not a number in JSON."),
        ("[]", "a.yml:1:1: This is not an answer file: it holds no names."),
        ('{"answers": {"a": 1, "a": 2}}', "a.yml:1:22: “a” is answered twice; the first time in line 1."),
        (
            '{"answers": {"a": ' + "[" * 100_000,
            "a.yml: This is not an answer file: lists stand in lists too deep.",
        ),
    ],
)
def test_a_faulty_json_file_is_answered_with_its_place_and_one_sentence(text: str, said: str) -> None:
    assert fault(text, Notation.JSON).startswith(said)


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    with pytest.raises(FaultyAnswers) as raised:
        yaml("interview: clemency/commutation\nanswers:\n  a: {b: 1}\n  1a: x\nplace: us-ny\n")
    assert [where.line for where, _ in raised.value.faults] == [3, 4, 5]
    assert str(raised.value) == (
        "a.yml: There are 3 things to mend.\n"
        "  a.yml:3:3: Answers do not stand in one another: write “a.b” as one name.\n"
        "  a.yml:4:3: “1a” is not the name of an answer.\n"
        "  a.yml:5:1: “place” has no meaning here. "
        "An answer file has format, interview, jurisdiction, as_of, answers."
    )


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    missing = tmp_path / "none.yml"
    with pytest.raises(UnreadableFile, match="there is no such file"):
        load(missing)
    with pytest.raises(UnreadableFile, match="is a directory"):
        load(tmp_path)
    word = tmp_path / "word.yml"
    word.write_bytes("answers:\n  a: é\n".encode("latin-1"))
    with pytest.raises(UnreadableFile) as raised:
        load(word)
    assert (
        str(raised.value)
        == f"{word}:2: This file is not UTF-8 text. Save it as UTF-8 (plain text, not Word)."
    )


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    path = tmp_path / "windows.yml"
    path.write_bytes(b"\xef\xbb\xbfanswers:\r\n  a: x\r\n")
    assert load(path).answers == {"a": "x"}


@pytest.mark.parametrize("name", ["set.yml", "set.json", "set.JSON"])
def test_a_saved_set_is_the_owners_alone_and_reads_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("old")
    path.chmod(0o644)
    saved = yaml(EXAMPLE)
    save(path, saved)
    assert load(path) == saved
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_yaml_is_written_to_be_read_by_people() -> None:
    written = AnswerSet(
        interview="clemency/commutation",
        answers={
            "born": "1979-03-14",
            "story": "One.\n\nTwo: 'x'",
            "helped": "no",
            "number": "012",
            "later": None,
        },
    )
    assert dump(written, Notation.YAML) == dedent(
        """\
        format: 1
        interview: clemency/commutation
        answers:
          born: 1979-03-14
          story: |-
            One.

            Two: 'x'
          helped: 'no'
          number: '012'
          later: null
        """
    )


TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
PLAIN = (
    TEXTS
    | st.integers(-(10**17), 10**17)
    | st.booleans()
    | st.none()
    | st.lists(TEXTS)
    | st.sampled_from(
        ["no", "~", "null", "true", "0x1F", "1.10", "1e3", "2026-02-31", "12:30", "<<", "=", "012"]
    )
    | st.decimals(min_value=-(10**9), max_value=10**9, places=6).map(float).filter(lambda n: n != round(n))
)
NAMES = st.from_regex(r"[b-z][a-z_]{0,6}_(\[[0-9]\])?(\.[b-z][a-z]{1,4}_)?", fullmatch=True)


@pytest.mark.parametrize("notation", list(Notation))
@given(answers=st.dictionaries(NAMES, PLAIN), as_of=st.none() | st.dates())
def test_whatever_is_written_is_read_back_the_same(
    notation: Notation, answers: dict[str, str], as_of: datetime.date | None
) -> None:
    written = AnswerSet("clemency/commutation", "us-ny", as_of, answers)
    text = dump(written, notation)
    again = parse(text, notation, "again")
    assert again == written
    assert list(again.answers) == list(answers)
    lines = text.split("\n")
    for name in answers:
        place = again.where(name)
        assert place is not None
        assert place.line is not None
        assert place.column is not None
        assert name.partition("[")[0] in lines[place.line - 1][place.column - 1 :]


@pytest.mark.parametrize("notation", list(Notation))
@given(text=st.text() | st.text(alphabet="{}[]:,\"'#-&*!|> \n\tanswers0.\\"))
def test_no_text_breaks_the_reader(notation: Notation, text: str) -> None:
    try:
        read = parse(text, notation, "any")
    except (UnreadableFile, FaultyAnswers):
        return
    assert isinstance(read, AnswerSet)
