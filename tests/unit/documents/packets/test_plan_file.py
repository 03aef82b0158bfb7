"""`packet.yml`: what a person reads and edits, and what is said of her mistakes."""

from __future__ import annotations

import dataclasses
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unbarred.documents.packets import Exhibit, Made, Options, Paper, Plan, plan_file
from unbarred.errors import UserError

lines = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40).map(
    str.strip
)
said = lines.filter(bool)
files = said.map(lambda name: PurePosixPath(name).as_posix())
exhibits = st.builds(Exhibit, st.just("A"), said, st.just("") | files, st.booleans(), st.booleans())
papers = st.builds(Paper, files, said, st.booleans(), st.booleans())
made = st.builds(Made, st.sampled_from(("cover", "contents", "exhibit list", "certificate of service")))
options = st.builds(
    Options,
    st.none() | st.integers(1, 999),
    st.booleans(),
    lines,
    st.integers(1, 10**6),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
plans = st.builds(
    Plan,
    said,
    st.tuples(made, papers, exhibits),
    by=lines,
    number=lines,
    to=st.lists(said).map(tuple),
    day=lines,
    place=st.sampled_from(("", "us-ny")),
    paper=st.sampled_from(("letter", "A4")),
    serve=st.lists(said).map(tuple),
    sworn=lines,
    beside=st.lists(said).map(tuple),
    options=options,
)


@settings(deadline=None)
@given(plan=plans)
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, plan: Plan) -> None:
    folder = tmp_path_factory.mktemp("packet")
    (folder / "packet.yml").write_bytes(plan_file.write(plan))
    assert plan_file.read(folder) == plan


def read(folder: Path, text: str) -> Plan:
    (folder / "packet.yml").write_text(text, encoding="utf-8")
    return plan_file.read(folder)


def test_little_is_enough(tmp_path: Path) -> None:
    plan = read(tmp_path, "parts:\n- paper: 1-my_petition.docx\n- exhibit: 12\n  file: exhibits/a.pdf\n")
    assert plan.parts == (
        Paper("1-my_petition.docx", "My petition"),
        Exhibit("12", "Exhibit 12", "exhibits/a.pdf"),
    )
    assert (plan.title, plan.paper, plan.options) == ("Papers", "letter", Options())
    assert dataclasses.replace(plan, parts=()) == Plan("Papers", ())


def test_a_line_without_words_is_none_and_a_file_has_one_name(tmp_path: Path) -> None:
    plan = read(
        tmp_path, "parts:\n- paper: ./a.docx\n- exhibit: A\n  file: exhibits//./b.pdf\nto:\n-\n- The court\n"
    )
    assert plan.to == ("The court",)
    assert plan.parts == (Paper("a.docx", "A"), Exhibit("A", "Exhibit A", "exhibits/b.pdf"))


def test_a_letter_that_is_none_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="has a letter that cannot be written"):
        plan_file.write(Plan("\udcff", ()))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("partz: []", 1, "There is no key called “partz”. Did you mean parts"),
        ("parts:\n- paper: a.docx\n  titel: A", 3, "There is no key called “titel”. Did you mean title"),
        ("parts:\n- a.docx", 2, "A part is one of three: made, paper or exhibit."),
        ("parts:\n- paper: a.docx\n  exhibit: A", 2, "A part is one of three"),
        (
            "parts:\n- made: content",
            2,
            "There is no part that is made called “content”. Did you mean contents",
        ),
        ("parts:\n- paper: a.docx\n- paper: A.docx", 3, "The paper A.docx stands in the plan twice."),
        ("parts:\n- exhibit: A\n- exhibit: a", 3, "Exhibit a stands in the plan twice."),
        ("parts:\n- exhibit: ../A", 2, "“../A” is not a label of an exhibit"),
        ("parts: []\npages: many", 2, "pages is a whole number."),
        ("parts: []\npages: 0", 2, "pages must be 1 or more."),
        ("parts: []\nbeside: {a: b}", 2, "beside is a list of lines."),
        ("parts: []\nserve: [{a: b}]", 2, "serve is a list of lines."),
        ("parts: []\nby: !!binary aGk=", 2, "by is a line of text."),
        ("parts: []\npaper: folio", 2, "There is no paper called “folio”."),
        ("parts: []\nplace: ../../elsewhere", 2, "is not the name of a place"),
        ("parts: []\nparts: []", 1, "is written twice"),
        ("- a", 1, "A plan of a packet has keys"),
        ("title: [", 1, "This is not YAML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(UserError) as refused:
        read(tmp_path, text)
    assert says in str(refused.value)
    assert refused.value.code == 1
    assert refused.value.where is not None
    assert refused.value.where.line in (line, line + 1)


def test_a_folder_without_a_plan_is_no_packet(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no packet in .*: it holds no packet.yml"):
        plan_file.read(tmp_path)
