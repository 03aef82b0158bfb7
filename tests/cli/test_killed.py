"""Killed at any moment, a sitting loses at most the screen that was being typed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from real_sitting import RealSitting, rosas_screens

ROUNDS = 50
"""Of each of two seeds: a hundred kills."""


@pytest.mark.parametrize("seed", [1, 2])
def test_a_hundred_kills_lose_nothing(rosa: Path, tmp_path: Path, seed: int) -> None:
    program = Path(__file__).with_name("killed_sittings.py")
    done = subprocess.run(
        [sys.executable, program, rosa, tmp_path, str(ROUNDS), str(seed)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(found) == ROUNDS
    lost = [each for each in found if not each["are_right"] or each["kept"] < each["shown"] - 1]
    assert lost == []
    assert len({each["kept"] for each in found}) > 10, "killed at always the same places"


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "full"])
def test_the_program_itself_is_killed_and_gone_on_with(
    rosa: Path, desk: Path, home: Path, plain: bool
) -> None:
    screens = rosas_screens(rosa)
    chance = random.Random(3)
    arguments = ("start", "clemency/commutation", "--in", "us-ny", "--as-of", "2026-11-21")
    done = 0
    for _ in range(4):
        window = RealSitting(desk, home, *arguments, plain=plain, rows=60)
        before = chance.randint(1, 6)
        window.answer(screens[done : done + before])
        window.type_in(screens[done + before])
        time.sleep(chance.uniform(0, 0.05))
        window.close()
        answers = [each["answers"] for each in window.events("answered")]
        assert done + before <= len(answers) <= done + before + 1, "what was shown as saved is saved"
        done = len(answers)
        arguments = ("resume", window.name)
    last = RealSitting(desk, home, *arguments, plain=plain, rows=60)
    last.answer(screens[done : done + 1])
    last.close()
