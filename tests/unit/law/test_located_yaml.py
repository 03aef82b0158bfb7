"""Reading YAML, and saying where it is wrong."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from unbarred import located_yaml
from unbarred.errors import ContentError, ExitCode

TEXT = """\
first:
  checked: 2026-11-21
  cites:
    - title: One
    - title: Two
      href: here
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "law.yml"
    made.write_text(TEXT)
    return made


def refused(path: Path, text: str) -> ContentError:
    path.write_text(text)
    with pytest.raises(ContentError) as caught:
        located_yaml.read(path, "law.yml")
    assert caught.value.code is ExitCode.CONTENT
    return caught.value


def test_a_day_is_read_as_a_day(path: Path) -> None:
    assert located_yaml.read(path)["first"]["checked"] == datetime.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["first"], "law.yml:1:1"),
        (["first", "checked"], "law.yml:2:3"),
        (["first", "cites", 1], "law.yml:5:7"),
        (["first", "cites", 1, "href"], "law.yml:6:7"),
        (["first", "cites", 1, "missing"], "law.yml:5:7"),
        (["first", "cites", 7], "law.yml:3:3"),
        (["first", "checked", "deeper"], "law.yml:2:3"),
        ([], "law.yml:1:1"),
    ],
)
def test_an_entry_is_found_or_the_last_one_on_the_way(path: Path, keys: list[str | int], place: str) -> None:
    assert str(located_yaml.where(path, keys, "law.yml")) == place


def test_an_empty_file_has_no_line(path: Path) -> None:
    path.write_text("")
    assert str(located_yaml.where(path, ["first"], "law.yml")) == "law.yml"


def test_a_key_written_twice_is_refused_with_its_place(path: Path) -> None:
    error = refused(path, "a: 1\nb:\n  c: 1\n  c: 2\n")
    assert "the key 'c' is written twice" in error.message
    assert str(error.where) == "law.yml:3:3"


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [1, 2\nb: 3\n", 2), ("a: b: c\n", 1), ("\ta: 1\n", 1), ("b: 1\na: 2026-02-30\n", 2)],
)
def test_what_is_not_yaml_is_refused_with_its_line(path: Path, text: str, line: int) -> None:
    error = refused(path, text)
    assert error.where is not None
    assert error.where.line == line


def test_python_objects_are_not_made(path: Path) -> None:
    assert (
        "could not determine a constructor" in refused(path, "a: !!python/object/apply:os.getcwd []").message
    )


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"absent\.yml: The file cannot be read: No such file"):
        located_yaml.read(tmp_path / "absent.yml", "absent.yml")
