"""What the documentation says is so."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from unbarred.answers.answer_file import Notation, dump, parse
from unbarred.errors import ExitCode

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:^|[\s/])unbarred ([a-z]+)", re.MULTILINE)


def code(page: str) -> list[str]:
    """Everything that a page shows as code: shell blocks, and what stands between backticks."""
    blocks = [text for language, text in FENCED.findall(page) if language == "sh"]
    return blocks + re.findall(r"`([^`\n]+)`", FENCED.sub("", page))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text()) if not (page.parent / link).exists()]
    assert missing == []


def test_every_exit_status_is_explained() -> None:
    rows = re.findall(r"^\| (\d+) \|", (ROOT / "docs" / "exit-codes.md").read_text(), re.MULTILINE)
    assert [int(row) for row in rows] == sorted(code.value for code in ExitCode)


def test_the_example_of_an_answer_set_is_one() -> None:
    page = (ROOT / "docs" / "answer-sets.md").read_text()
    example = next(text for language, text in FENCED.findall(page) if language == "yaml")
    assert dump(parse(example, Notation.YAML, "docs"), Notation.YAML) == example


def test_the_tasks_that_are_named_are_there() -> None:
    tasks = tomllib.loads((ROOT / "poe_tasks.toml").read_text())["tasks"]
    named = {name for page in PAGES for name in re.findall(r"\bpoe ([a-z]+)", page.read_text())}
    assert named
    assert named <= set(tasks)


def test_the_commands_that_are_named_are_there() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "unbarred", "--help"], capture_output=True, text=True, check=True
    ).stdout
    there = set(re.findall(r"^  ([a-z]+) ", shown.partition("Commands:")[2], re.MULTILINE))
    named = {match for page in PAGES for text in code(page.read_text()) for match in COMMAND.findall(text)}
    assert "start" in named
    assert named <= there


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "adr"
    listed = set(LINK.findall((folder / "README.md").read_text()))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_the_locks_for_pip_are_that_of_uv() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    locked = {(package["name"], package["version"]) for package in lock["package"]}
    own = {each for each in locked if each[0] == "unbarred"}
    runtime, everything = exported("requirements.txt"), exported("requirements-dev.txt")
    assert everything == locked - own
    assert ("docassemble-base", "1.10.14") in runtime
    assert runtime < everything


def exported(name: str) -> set[tuple[str, str]]:
    lines = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE)
    return set(lines)
