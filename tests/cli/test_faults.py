"""When an interview or the program itself is at fault: what is said, and what is not told."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

SECRET = "Quetzalcoatl"

ASKING = """
metadata:
  title: A trial
---
modules:
  - unbarred_trial
---
question: What is the word?
fields:
  - no label: secret
---
event: over
question: Over
attachments:
  - name: Paper
    filename: Paper
    valid formats:
      - docx
    docx template file: trial.docx
---
mandatory: True
code: |
"""

MODULE = """
import os, pathlib, threading

__all__ = ["Law", "wait"]


class Law:
    def __init__(self, word):
        self.word = word

    @property
    def to_check(self):
        raise RuntimeError(self.word)


def wait():
    pathlib.Path(os.environ["MARK"]).touch()
    # Nobody waits for an interview's own time.sleep().
    threading.Event().wait(60)
"""

Trial = Callable[..., dict[str, str]]


@pytest.fixture
def trial(own_content: Path, desk: Path) -> Trial:
    """Return a function that adds the interview `trial/trial`, which asks for a word, then does `lines`."""

    def write(*lines: str) -> dict[str, str]:
        folder = own_content / "interviews" / "trial"
        folder.mkdir()
        (folder / "trial.yml").write_text(ASKING + "".join(f"  {line}\n" for line in lines))
        (own_content.parent / "unbarred_trial.py").write_text(MODULE)
        document = docx.Document()
        document.add_paragraph("Only this.")
        document.save(str(own_content / "templates" / "trial.docx"))
        (desk / "answers.yml").write_text(f"answers:\n  secret: {SECRET}\n")
        return {"UNBARRED_CONTENT": str(own_content), "PYTHONPATH": str(own_content.parent)}

    return write


START = ("start", "trial/trial", "--answers", "answers.yml", "--out", "packet")


def test_a_trial_that_nothing_is_wrong_with(unbarred: Any, trial: Trial, desk: Path) -> None:
    done = unbarred(*START, **trial("secret", "over"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (desk / "packet" / "Paper.docx").is_file()


def test_a_block_that_fails_is_the_interviews_fault_and_tells_no_answer(
    unbarred: Any, trial: Trial, desk: Path, home: Path
) -> None:
    done = unbarred(*START, **trial("secret", "int(secret)", "over"))
    assert (done.returncode, done.stdout) == (3, "")
    told = "This block of the interview failed (ValueError)."
    assert re.search(rf"trial\.yml:\d+: {re.escape(told)}", done.stderr)
    assert SECRET not in done.stderr
    assert not home.exists()
    assert not (desk / "packet").exists()


def test_a_variable_that_nothing_gives_is_named(unbarred: Any, trial: Trial) -> None:
    done = unbarred(*START, **trial("secret", "nowhere", "over"))
    assert (done.returncode, done.stdout) == (3, "")
    assert "The interview needs nowhere, and none of its questions gives it." in done.stderr


@pytest.mark.parametrize("text", ["question: [unclosed\n", "metadata: {}\n---\nquestion: [unclosed\n"])
def test_an_interview_that_cannot_be_read_is_named(
    unbarred: Any, trial: Trial, own_content: Path, text: str
) -> None:
    variables = trial("over")
    (own_content / "interviews" / "trial" / "trial.yml").write_text(text)
    done = unbarred(*START, **variables)
    assert (done.returncode, done.stdout) == (3, "")
    assert "trial/trial.yml" in done.stderr


def test_content_that_is_not_there_is_said(unbarred: Any, desk: Path) -> None:
    done = unbarred("interviews", UNBARRED_CONTENT=str(desk))
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"No interviews were found in {desk}.")


def test_a_fault_of_our_own_is_reported_without_any_answer(
    unbarred: Any, trial: Trial, desk: Path, home: Path
) -> None:
    done = unbarred(*START, **trial("secret", "law = Law(secret)", "over"))
    report = home / "fault-report.txt"
    assert (done.returncode, done.stdout) == (70, "")
    assert done.stderr == (
        f"unbarred met a fault of its own. Nothing you answered is lost. A report is in {report}\n"
    )
    text = report.read_text()
    assert "RuntimeError" in text
    assert "in make_packet" in text
    assert SECRET not in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert not (desk / "packet").exists()


def test_a_fault_where_no_report_can_be_written_is_still_a_sentence(unbarred: Any, trial: Trial) -> None:
    variables = trial("secret", "law = Law(secret)", "over")
    done = unbarred(*START, **variables, UNBARRED_HOME="/proc/nowhere")
    assert (done.returncode, done.stdout) == (70, "")
    assert "No report could be made. Cannot write to /proc/nowhere" in done.stderr
    assert SECRET not in done.stderr


def test_an_interrupted_run_says_so_and_leaves_nothing(trial: Trial, desk: Path, home: Path) -> None:
    mark = desk / "mark"
    running = subprocess.Popen(
        [Path(sys.executable).with_name("unbarred"), *START],
        env={**os.environ, **trial("secret", "wait()", "over"), "MARK": str(mark)},
        cwd=desk,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + 30
    while not mark.exists():
        assert time.monotonic() < end
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert not home.exists()
    assert not (desk / "packet").exists()


def test_a_template_that_wants_what_nothing_gives_is_named_and_makes_no_paper(
    unbarred: Any, trial: Trial, own_content: Path, desk: Path
) -> None:
    variables = trial("secret", "over")
    document = docx.Document()
    document.add_paragraph("Dear {{ nobody }}, the word is {{ secret }}.")
    document.save(str(own_content / "templates" / "trial.docx"))
    done = unbarred(*START, **variables)
    assert (done.returncode, done.stdout) == (3, "")
    assert "nobody" in done.stderr
    assert SECRET not in done.stderr
    assert not (desk / "packet").exists()
