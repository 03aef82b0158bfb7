"""What an interview needs and is not there: named at once, with its place, before anything runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from others_package import write, write_package

from unbarred.engine.origins import find, missing
from unbarred.errors import ContentError


def lacking(path: Path) -> ContentError:
    error = missing(find(str(path)))
    assert error is not None
    return error


def test_a_whole_package_lacks_nothing(tmp_path: Path) -> None:
    assert missing(find(str(write_package(tmp_path, tmp_path / "mark")))) is None


@pytest.mark.parametrize("name", ["docassemble.base:examples/fields.yml", "clemency/commutation"])
def test_what_is_installed_lacks_nothing(name: str) -> None:
    assert missing(find(name)) is None


def test_a_package_is_named_with_its_place_and_how_to_get_it(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    write(tmp_path, {"x.yml": "question: Hi\n---\ninclude:\n  - docassemble.NoSuchLine:assembly_line.yml\n"})
    error = lacking(path)
    assert (error.where and (error.where.source, error.where.line)) == (str(path), 4)
    assert "needs docassemble.NoSuchLine, which is not installed" in str(error)
    assert "pip install" in error.hint
    assert error.hint.endswith("--no-deps docassemble.NoSuchLine")


def test_everything_that_is_missing_is_named_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "x.yml": "include: y.yml\n---\nimports:\n  - os\n  - nosuchlibrary.part\n",
            "y.yml": "modules:\n  - .rules\n  - docassemble.nosuchpackage.module\n",
            "rules.py": "import json\nimport nosuchother\nfrom .deeper import rule\n",
            "deeper.py": "try:\n    import nosuchneeded\nexcept ImportError:\n    pass\n"
            "def late():\n    import nosuchlate\n",
        },
    )
    said = str(lacking(tmp_path / "x.yml"))
    for name in ("nosuchlibrary", "docassemble.nosuchpackage", "nosuchother"):
        assert name in said
    assert "nosuchneeded" not in said
    assert "nosuchlate" not in said


def test_a_package_that_is_there_is_looked_into(tmp_path: Path, add_installed: Callable[..., Path]) -> None:
    write(tmp_path, {"x.yml": "include: docassemble.unbarredhalf:half.yml\n"})
    half = add_installed(
        "unbarredhalf", {"data/questions/half.yml": "\n\nmodules: docassemble.nosuchrest.m\n"}
    )
    error = lacking(tmp_path / "x.yml")
    assert error.where is not None
    assert (error.where.source, error.where.line) == (str(half / "data/questions/half.yml"), 2)


def test_a_module_of_its_own_that_is_missing_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"x.yml": "modules:\n  - .rules\n"})
    assert "The module .rules that is named here is not in" in str(lacking(tmp_path / "x.yml"))


def test_the_server_may_be_named(tmp_path: Path) -> None:
    write(tmp_path, {"x.yml": "modules: .m\n", "m.py": "from docassemble.webapp.db import session_scope\n"})
    assert missing(find(str(tmp_path / "x.yml"))) is None


@pytest.mark.parametrize(
    "text", ["include: [", "modules: {a: b}\n---\ninclude: 5\n", "<%!", "imports:\n  - 3\n"]
)
def test_what_cannot_be_read_is_left_to_docassemble(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"x.yml": text})
    assert missing(find(str(tmp_path / "x.yml"))) is None
