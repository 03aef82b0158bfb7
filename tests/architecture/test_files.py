"""What every file of the project keeps to."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 300
"""Lines. A module that is longer has more than one purpose."""

JUNK_DRAWERS = {"common", "helper", "helpers", "misc", "tools", "util", "utils"}

ONE_MACHINE = re.compile(r"(?<![\w.~$}/-])/(?:home|root|tmp|Users|work)/[\w.]")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
MERGE_MARK = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)


def files() -> list[Path]:
    """Every file that git knows or would take."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())


def is_text(path: Path) -> bool:
    return b"\0" not in path.read_bytes()[:8192] and path.suffix not in (".svg", ".lock")


MODULES = [path for path in files() if path.suffix == ".py"]
TEXTS = [path for path in files() if path != Path(__file__) and is_text(path)]


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 50
    assert ROOT / "README.md" in TEXTS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_one_purpose(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST
    assert path.stem not in JUNK_DRAWERS


def test_no_file_names_a_place_on_one_machine() -> None:
    assert found(ONE_MACHINE) == []


def test_nothing_is_left_unfinished() -> None:
    assert found(UNFINISHED) == []
    assert found(MERGE_MARK) == []


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in TEXTS
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
