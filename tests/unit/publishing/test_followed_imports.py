"""What a module needs is found by following its imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import unbarred
from unbarred.errors import ContentError
from unbarred.publishing.imports import followed
from unbarred.publishing.requirements import requirements_for

INTERVIEWS_CALL = ("unbarred.law.interview", "unbarred.templates")


def test_everything_that_is_really_imported_is_found() -> None:
    program = f"""
import sys, {", ".join(INTERVIEWS_CALL)}
from unbarred import law
law.preload()
print(*(name for name in sys.modules if name.partition(".")[0] == "unbarred"))
"""
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    found = followed(INTERVIEWS_CALL)
    assert set(loaded.stdout.split()) <= set(found.own)
    assert {"pydantic", "yaml", "cel"} <= found.outside


def test_imports_inside_a_function_count_and_every_package_on_the_way() -> None:
    found = followed(["unbarred.law.interview"])
    assert {"unbarred", "unbarred.law", "unbarred.law.reckoning", "unbarred.content"} <= set(found.own)
    folder = Path(unbarred.__file__).parent
    assert all(path.is_relative_to(folder) and path.is_file() for path in found.own.values())


def test_nothing_comes_along_for_the_terminal_or_the_engine() -> None:
    tops = {name.split(".")[1] for name in followed(INTERVIEWS_CALL).own if "." in name}
    assert tops == {"content", "errors", "law", "located_yaml", "quoting", "templates"}


def test_python_s_own_modules_need_nothing() -> None:
    assert followed(["json", "datetime"]).outside == set()


def test_a_module_that_is_not_there_is_told() -> None:
    with pytest.raises(ContentError, match=r"unbarred\.nowhere"):
        followed(["unbarred.nowhere"])


def test_what_docassemble_brings_is_not_asked_for() -> None:
    assert requirements_for(["yaml", "docassemble", "lxml"]) == ()


def test_a_requirement_keeps_our_bounds_and_no_newer_version_than_is_here() -> None:
    (line,) = requirements_for(["pydantic", "pydantic_core"])
    assert line.startswith("pydantic>=")
    assert line.rpartition("<=")[2]


def test_what_nobody_provides_is_told() -> None:
    with pytest.raises(ContentError, match="no_such_library"):
        requirements_for(["pydantic", "no_such_library"])
