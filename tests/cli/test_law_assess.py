"""`unbarred law assess`: an answer set against every remedy of a place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROSA = str(Path(__file__).parents[2] / "examples" / "rosa-example.yml")


def test_each_remedy_comes_back_with_its_rules_the_likely_ones_first(unbarred: Any) -> None:
    done = unbarred("law", "assess", "us-ny", ROSA)
    assert (done.returncode, done.stderr) == (0, "")
    first, *others = done.stdout.split("\n\n")
    assert first.startswith("New York, as of November 21, 2026")
    assert "not advice" in first
    assert others[0].startswith("likely   Commutation of sentence (clemency/commutation)")
    assert "not yet  Parole (parole/parole), from September 3, 2028 on" in done.stdout
    assert "To tell, we need to know" in " ".join(done.stdout.split())
    assert "Rosa" not in done.stdout, "names are nobody's business here"


def test_as_json_with_what_is_missing(unbarred: Any) -> None:
    done = unbarred("law", "assess", "us-ny", ROSA, "--as-of", "2028-09-03", "--json")
    assert done.returncode == 0
    data = json.loads(done.stdout)
    assert data["as_of"] == "2028-09-03"
    by_name = {each["remedy"]: each for each in data["remedies"]}
    assert by_name["parole/parole"]["verdict"] == "likely"
    assert by_name["clemency/commutation"]["verdict"] == "no"
    unknown = [each for each in data["remedies"] if each["verdict"] == "unknown"]
    assert unknown
    for remedy in data["remedies"]:
        assert all(each["source"] and each["checked"] for each in remedy["conditions"])


def test_where_there_is_no_power_it_says_so(unbarred: Any) -> None:
    done = unbarred("law", "assess", "us-al", ROSA)
    assert "no       Commutation" in done.stdout


def test_a_file_that_is_not_there(unbarred: Any) -> None:
    done = unbarred("law", "assess", "us-ny", "nowhere.yml")
    assert done.returncode in (1, 2)
    assert "nowhere.yml" in done.stderr
