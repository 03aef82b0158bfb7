"""What belongs to an interview: when anything of it changes, so does its fingerprint."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from others_package import write, write_docx, write_package

from unbarred.engine.origins import extent, find
from unbarred.errors import ContentError

LONE = """
include:
  - parts.yml
---
modules:
  - .rules
---
mandatory: True
question: Over
attachment:
  docx template file: letter.docx
"""


def digest(path: Path) -> str:
    return extent(find(str(path))).digest


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return write_package(tmp_path, tmp_path / "mark")


@pytest.fixture
def lone(tmp_path: Path) -> Path:
    """A lone interview, what it names around it, and what it does not name."""
    folder = write(
        tmp_path / "forms",
        {
            "lone.yml": LONE,
            "parts.yml": "include: more.yml\n",
            "more.yml": "code: |\n  told = 1\n",
            "rules.py": "from .deeper import rule\n",
            "deeper.py": "rule = 1\n",
            "stranger.yml": "code: |\n  told = 2\n",
            "stranger.py": "",
            "diary.txt": "",
            "templates/unused.docx": "",
        },
    )
    write_docx(folder.parent / "templates" / "letter.docx", "{{p include_docx_template('inner.docx') }}")
    write_docx(folder / "inner.docx", "Yours")
    write_docx(folder / "stranger.docx", "Not mine")
    return folder


def test_every_file_of_a_package_counts(garden: Path) -> None:
    seen = {digest(garden)}
    files = [path for path in sorted(garden.rglob("*")) if path.is_file()]
    assert len(files) > 8
    for path in files:
        path.write_bytes(path.read_bytes() + b" ")
        seen.add(digest(garden))
        path.rename(path.with_name(f"{path.stem}x{path.suffix}"))
        if path.name != "garden.yml":
            seen.add(digest(garden))
        path.with_name(f"{path.stem}x{path.suffix}").rename(path)
    assert len(seen) == 1 + 2 * len(files) - 1


def test_the_place_does_not_count(garden: Path, tmp_path: Path) -> None:
    shutil.copytree(garden.parents[1], tmp_path / "elsewhere")
    assert digest(tmp_path / "elsewhere") == digest(garden)


def test_what_use_leaves_behind_does_not_count(garden: Path) -> None:
    before = digest(garden)
    write(garden, {"__pycache__/prices.cpython-311.pyc": "", ".git/HEAD": ""})
    assert digest(garden) == before


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    one=st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=3), max_size=4),
    two=st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=3), max_size=4),
)
def test_two_packages_have_one_fingerprint_only_if_they_are_equal(
    tmp_path: Path, one: dict[str, bytes], two: dict[str, bytes]
) -> None:
    found = []
    for files in (one, two):
        folder = tmp_path / "docassemble" / "same"
        shutil.rmtree(folder, ignore_errors=True)
        write(folder, {"data/questions/x.yml": "metadata:\n  title: X\n"})
        for name, data in files.items():
            (folder / name).write_bytes(data)
        found.append(digest(folder))
    assert (found[0] == found[1]) == (one == two)


@pytest.mark.parametrize(
    "name",
    [
        "lone.yml",
        "parts.yml",
        "more.yml",
        "rules.py",
        "deeper.py",
        "../templates/letter.docx",
        "inner.docx",
    ],
)
def test_what_a_lone_file_names_counts(lone: Path, name: str) -> None:
    before = digest(lone / "lone.yml")
    with (lone / name).open("ab") as file:
        file.write(b"\n")
    assert digest(lone / "lone.yml") != before


@pytest.mark.parametrize(
    "name", ["stranger.yml", "stranger.py", "stranger.docx", "diary.txt", "templates/unused.docx"]
)
def test_what_merely_lies_beside_it_does_not_count(lone: Path, name: str) -> None:
    before = digest(lone / "lone.yml")
    (lone / name).write_bytes(b"changed")
    assert digest(lone / "lone.yml") == before


def test_beside_a_folder_called_questions_all_data_count(tmp_path: Path) -> None:
    write(tmp_path, {"questions/x.yml": "question: Over\n", "templates/made_up_name.txt": "1"})
    before = digest(tmp_path / "questions/x.yml")
    write(tmp_path, {"templates/made_up_name.txt": "2"})
    assert digest(tmp_path / "questions/x.yml") != before


def test_packages_it_names_count_too(tmp_path: Path, add_installed: Callable[..., Path]) -> None:
    write(tmp_path, {"x.yml": "include: docassemble.unbarredtrial:y.yml\n"})
    installed = add_installed(
        "unbarredtrial", {"data/questions/y.yml": "modules: docassemble.unbarreddeep.m\n"}
    )
    add_installed("unbarreddeep", {"m.py": ""})
    found = extent(find(str(tmp_path / "x.yml")))
    assert [each.name for each in found.parts] == [
        "x.yml",
        "docassemble.unbarredtrial",
        "docassemble.unbarreddeep",
    ]
    write(installed, {"data/questions/y.yml": ""})
    assert digest(tmp_path / "x.yml") != found.digest


def test_the_packages_of_one_folder_count_together(garden: Path) -> None:
    before = digest(garden)
    write(garden.parent / "tools", {"__init__.py": ""})
    assert digest(garden) != before


def test_a_link_that_goes_in_a_circle_ends(garden: Path) -> None:
    (garden / "data" / "round").symlink_to(garden, target_is_directory=True)
    assert extent(find(str(garden))).parts[0].files > 8


def test_a_file_that_is_gone_behind_its_name_is_told(garden: Path) -> None:
    (garden / "data" / "templates" / "gone.docx").symlink_to(garden / "nowhere")
    with pytest.raises(ContentError, match="cannot be read"):
        extent(find(str(garden / "data/questions/garden.yml")))
