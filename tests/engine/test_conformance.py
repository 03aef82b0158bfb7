"""What runs of docassemble's own examples goes on running: each comes to what the pinned list says.

`python -m benchmarks.conformance --pin` writes the list anew; read the difference before it is committed.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_name("conformance.txt")
CHUNKS = 8


def pinned() -> tuple[str, dict[str, tuple[str, str]]]:
    """The release of docassemble that the list is for, and by example what comes of it, and why."""
    header, *lines = LIST.read_text(encoding="utf-8").splitlines()
    split = [line.split(maxsplit=2) for line in lines]
    return header.split()[2].rstrip(";"), {name: (kind, *why, "")[:2] for name, kind, *why in split}  # type: ignore[misc]


RELEASE, OUTCOMES = pinned()


def installed() -> list[str]:
    found = importlib.util.find_spec("docassemble.base")
    assert found is not None
    assert found.submodule_search_locations is not None
    folder = Path(next(iter(found.submodule_search_locations))) / "data" / "questions" / "examples"
    return sorted(path.stem for path in folder.glob("*.yml"))


def test_every_example_is_in_the_list() -> None:
    assert len(OUTCOMES) >= 803
    if version("docassemble.base") == RELEASE:
        assert sorted(OUTCOMES) == installed()


def test_each_that_does_not_complete_has_a_reason() -> None:
    assert [name for name, (kind, why) in OUTCOMES.items() if kind != "completed" and not why] == []
    assert {kind for kind, _ in OUTCOMES.values()} <= {"completed", "refused", "faulty", "failed"}


def test_almost_all_complete() -> None:
    kinds = [kind for kind, _ in OUTCOMES.values()]
    assert kinds.count("completed") >= 720
    assert kinds.count("failed") == 0


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_what_completed_completes(chunk: int) -> None:
    there = [
        name for name in installed() if OUTCOMES.get(name, ("", ""))[0] in ("completed", "refused", "faulty")
    ]
    names = there[chunk::CHUNKS]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.conformance", "--json", "--paths", "1", "--workers", "1", *names],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr
    found = json.loads(done.stdout)
    assert found["total"] == len(names)
    other = {each["example"]: each for each in found["reasons"]}
    unlike = {
        name: other.get(name)
        for name in names
        if other.get(name, {"kind": "completed"})["kind"] not in _allowed(name)
    }
    assert unlike == {}


def _allowed(name: str) -> tuple[str, ...]:
    """What may come of one path: a refusal or fault can lie on another."""
    return ("completed", OUTCOMES[name][0])
