"""`unbarred check`, as a person and as a program sees it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_law import CLEMENCY, COUNTRY

NOT_UTF8 = "invalid leading UTF-8 octet. Save it as UTF-8 text."
NO_KEY = "there is no such key. Take it out, or correct its spelling."


def check(unbarred: Any, small: Path, *options: str) -> Any:
    return unbarred("check", "jurisdictions", "--as-of", "2026-11-22", *options, UNBARRED_CONTENT=str(small))


def test_sound_data(unbarred: Any, small: Path) -> None:
    done = check(unbarred, small)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing is wrong.\n", "")
    assert json.loads(check(unbarred, small, "--json").stdout) == []


def test_all_faults_at_once(unbarred: Any, small: Path) -> None:
    law = small / "jurisdictions"
    (law / "xx" / "clemency.yml").write_text(
        CLEMENCY.replace("      unit: months\n", "").replace("title: Pardon", "tittle: Pardon"),
        encoding="utf-8",
    )
    (law / "xx" / "bail.yml").write_bytes(b"bail:\n  title: \xff\n")
    (law / "xx-al" / "place.yml").write_text(f"{COUNTRY}parent: yy\n")
    done = check(unbarred, small)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "jurisdictions/xx-al/place.yml:6:1  parent: there is no place called yy. The places are xx, xx-al.",
        f"jurisdictions/xx/bail.yml:2:10  This is not YAML: {NOT_UTF8}",
        "jurisdictions/xx/clemency.yml:29:7  commutation.deadlines.0.unit: the key is missing. Add it.",
        f"jurisdictions/xx/clemency.yml:41:3  pardon.tittle: {NO_KEY}",
        "4 to mend.",
    ]


def test_faults_for_programs(unbarred: Any, small: Path) -> None:
    (small / "jurisdictions" / "xx" / "bail.yml").write_text("bail:\n  title: Bail\n  title: Bail\n")
    done = check(unbarred, small, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == [
        {
            "file": "jurisdictions/xx/bail.yml",
            "line": 2,
            "column": 3,
            "message": "This is not YAML: the key 'title' is written twice.",
            "mend": "Mend the line.",
        }
    ]


def test_a_review_that_is_due(unbarred: Any, small: Path) -> None:
    options = ("check", "jurisdictions", "--as-of")
    assert unbarred(*options, "2026-12-31", UNBARRED_CONTENT=str(small)).returncode == 0
    done = unbarred(*options, "2027-01-01", UNBARRED_CONTENT=str(small))
    assert done.returncode == 1
    assert "review: it was to be checked again by 2027-01-01." in done.stdout


@pytest.mark.parametrize("arguments", [(), ("--help",), ("jurisdictions", "--help")])
def test_help_has_an_example(unbarred: Any, arguments: tuple[str, ...]) -> None:
    done = unbarred("check", *arguments)
    shown = done.stdout + done.stderr
    assert "Example:  unbarred check jurisdictions" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_day_that_is_none(unbarred: Any) -> None:
    done = unbarred("check", "jurisdictions", "--as-of", "2026-02-30")
    assert done.returncode == 2
    assert done.stderr.startswith("2026-02-30 is not a day.")
