"""A bad interview at the command line: one message, status 3, and nothing of what was answered is lost."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from unbarred.sessions.shelf import saved_sessions

FIRST, SECRET = "Huitzilopochtli", "Quetzalcoatl"

GOOD = """\
question: What is the first word?
fields:
  - no label: first
---
question: What is the second word?
fields:
  - no label: second
---
question: What is the third word?
fields:
  - no label: third
---
event: over
question: Over
attachment:
  name: Paper
  filename: paper
  docx template file: paper.docx
---
mandatory: True
code: |
  first
  second
"""
AFTER = "  third\n  over\n"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def interview(desk: Path) -> Path:
    """An interview file that asks for three words and makes a paper of them."""
    import docx

    paper = docx.Document()
    paper.add_paragraph("{{ first }} {{ second }} {{ third }}")
    paper.save(str(desk / "paper.docx"))
    path = desk / "words.yml"
    path.write_text(GOOD + AFTER)
    (desk / "answers.yml").write_text(f"answers:\n  first: {FIRST}\n  second: {SECRET}\n  third: three\n")
    return path


@pytest.fixture
def typed(unbarred: Any, desk: Path) -> Run:
    """Return a function that runs the program with lines typed at it, in its plain mode."""

    def run(*arguments: str | Path, lines: tuple[str, ...] = ()) -> object:
        script = desk.parent / "typed.txt"
        script.write_text("".join(f"{line}\n" for line in lines))
        with script.open() as stdin:
            return unbarred(*arguments, "--plain", "--trust", stdin=stdin.fileno())

    return run  # type: ignore[return-value]


def spoil(path: Path, *lines: str) -> None:
    """Let the interview fail once the second word is answered."""
    path.write_text(GOOD + "".join(f"  {line}\n" for line in lines) + AFTER)


def line_of(path: Path, text: str) -> int:
    return next(n for n, line in enumerate(path.read_text().splitlines(), 1) if line.strip() == text)


FAULTS = {
    "not YAML": ("---\nquestion: [a\n", "This is not YAML", ""),
    "no such file": ("---\ninclude:\n  - nowhere.yml\n", "nowhere.yml", "- nowhere.yml"),
    "a loop": (
        "---\ncode: one = two\n---\ncode: two = one\n---\nmandatory: True\ncode: one\n",
        "in a circle",
        "",
    ),
    "an undefined name": ("  nowhere\n", "needs nowhere", "nowhere"),
    "Python": ("  int(second)\n", "failed (ValueError)", "int(second)"),
    "the program's end": ("  import sys\n  sys.exit(0)\n", "failed (SystemExit)", "sys.exit(0)"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_from_an_answer_file_it_is_one_message_and_status_3(
    unbarred: Any, interview: Path, desk: Path, home: Path, name: str
) -> None:
    added, says, at = FAULTS[name]
    interview.write_text(GOOD + added + AFTER if added.startswith("  ") else GOOD + AFTER + added)
    if name == "a loop":
        interview.write_text(GOOD.replace("  first\n", "  one\n  first\n") + AFTER + added)
    done = unbarred("start", interview, "--answers", "answers.yml", "--out", "packet", "--trust")
    assert (done.returncode, done.stdout) == (3, "")
    message, *excerpt = done.stderr.splitlines()
    assert message.startswith(f"{interview}:")
    assert says.lower() in message.lower()
    if at:
        number = line_of(interview, at)
        assert message.startswith(f"{interview}:{number}: ")
        assert any(line.startswith(">") and line.endswith(at) and f" {number} " in line for line in excerpt)
    assert FIRST not in done.stderr
    assert SECRET not in done.stderr
    assert not (desk / "packet").exists()
    assert not (home / "sessions").exists()


def test_a_template_that_is_wrong_names_the_template_and_its_paragraph(
    unbarred: Any, interview: Path, desk: Path
) -> None:
    import docx

    for text, says in {
        "Dear {{ first }": "Dear {{ first }",
        "Dear {{ second / 3 }}": "Dear {{ second / 3 }}",
        "Dear {{ nobody }}": "nobody",
    }.items():
        paper = docx.Document()
        paper.add_paragraph(text)
        paper.save(str(desk / "paper.docx"))
        done = unbarred("start", interview, "--answers", "answers.yml", "--out", "packet", "--trust")
        assert (done.returncode, done.stdout) == (3, "")
        assert says in done.stderr
        assert SECRET not in done.stderr
        assert not (desk / "packet").exists()


def test_another_program_is_told_the_same(unbarred: Any, interview: Path) -> None:
    spoil(interview, "int(second)")
    done = unbarred("start", interview, "--answers", "answers.yml", "--out", "packet", "--json", "--trust")
    assert done.returncode == 3
    error = json.loads(done.stdout)["error"]
    number = line_of(interview, "int(second)")
    assert (error["file"], error["line"]) == (str(interview), number)
    [line] = [line for line in error["lines"] if line["is_at_fault"]]
    assert line == {"number": number, "text": "  int(second)", "is_at_fault": True}
    assert SECRET not in done.stdout + done.stderr


def test_a_sitting_goes_on_where_it_failed_once_the_interview_is_mended(
    typed: Run, unbarred: Any, interview: Path, desk: Path
) -> None:
    spoil(interview, "int(second)")
    done = typed("start", interview, lines=(FIRST, SECRET))
    assert done.returncode == 3
    place = f"{interview}:{line_of(interview, 'int(second)')}: "
    assert place in done.stderr
    assert SECRET not in done.stderr
    [saved] = saved_sessions()
    assert SECRET in (saved.folder / "journal.jsonl").read_text()

    # As it is, the same answer fails again, and nothing is lost by it.
    done = typed("resume", saved.name, lines=("",))
    assert done.returncode == 3
    assert place in done.stderr

    interview.write_text(GOOD + AFTER)
    done = typed("resume", saved.name, "--out", "packet", lines=("", "three", "0", "1"))
    assert done.returncode == 0, done.stderr
    report = json.loads(unbarred("review", saved.name, "--json").stdout)
    assert report["answers"] == {"first": FIRST, "second": SECRET, "third": "three"}
    assert (desk / "packet" / "paper.docx").is_file()


def test_she_may_also_answer_otherwise(typed: Run, interview: Path) -> None:
    spoil(interview, "int(second)")
    assert typed("start", interview, lines=(FIRST, SECRET)).returncode == 3
    [saved] = saved_sessions()
    done = typed("resume", saved.name, "--out", "packet", lines=("12", "three", "0", "1"))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (GOOD.replace("- no label: first", "- no label: first]\n  - ["), "not YAML"),
        (
            GOOD.replace("mandatory: True\ncode: |\n", "mandatory: True\ncode: |\n  1 / 0\n") + AFTER,
            "divides by",
        ),
    ],
    ids=["reading", "running"],
)
def test_what_was_saved_waits_until_the_interview_can_be_read_again(
    typed: Run, unbarred: Any, interview: Path, spoilt: str, says: str
) -> None:
    assert typed("start", interview, lines=(FIRST, SECRET, "s")).returncode in (0, 130)
    [saved] = saved_sessions()
    kept = (saved.folder / "journal.jsonl").read_bytes()
    interview.write_text(spoilt)
    for done in (
        typed("resume", saved.name),
        unbarred("assemble", saved.name, "--out", "packet", "--trust"),
        unbarred("review", saved.name, "--json", "--trust"),
    ):
        assert done.returncode == 3, done.stderr
        assert says in done.stderr
        assert str(interview) in done.stderr
        assert SECRET not in done.stderr
    assert (saved.folder / "journal.jsonl").read_bytes() == kept
    interview.write_text(GOOD + AFTER)
    done = typed("resume", saved.name, "--out", "packet", lines=("three", "0", "1"))
    assert done.returncode == 0, done.stderr


def test_code_that_ends_the_program_does_not_end_it_before_the_answer_is_kept(
    typed: Run, interview: Path
) -> None:
    spoil(interview, "import os, sys", "sys.exit(0)")
    done = typed("start", interview, lines=(FIRST, SECRET))
    assert done.returncode == 3
    [saved] = saved_sessions()
    assert SECRET in (saved.folder / "journal.jsonl").read_text()


def test_code_that_never_ends_can_be_left_and_the_answer_is_kept(
    unbarred: Any, interview: Path, desk: Path
) -> None:
    import signal
    import sys
    import time

    spoil(interview, "open('mark', 'w').close()", "while True: pass")
    program = Path(sys.executable).with_name("unbarred")
    running = subprocess.Popen(
        [program, "start", interview, "--plain", "--trust"],
        cwd=desk,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdin is not None
    running.stdin.write(f"{FIRST}\n{SECRET}\n")
    running.stdin.flush()
    end = time.monotonic() + 30
    while not (desk / "mark").exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    # The first ones wait for the answer to be saved; the third says that nothing will come of it.
    for _ in range(3):
        running.send_signal(signal.SIGINT)
        time.sleep(0.3)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in said
    [saved] = saved_sessions()
    assert SECRET in (saved.folder / "journal.jsonl").read_text()
