"""No fact is lost: what `unbarred law PLACE TOPIC --json` shows is counted against a recorded table.

`held-facts.csv` says for each place and topic how many facts the research that the data began
with had given (`given_…`), and how many are held now. A recalled fact may become confirmed,
never the other way round, and none may go. When facts are added on purpose:
`pytest tests/jurisdictions/test_held_facts.py --update-golden`.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from unbarred import content
from unbarred.app import app
from unbarred.law import index

AS_OF = "2026-11-22"
TABLE = Path(__file__).with_name("held-facts.csv")
COLUMNS = ("place", "topic", "given_confirmed", "given_recalled", "confirmed", "recalled")
Row = dict[str, str]


def recorded() -> dict[tuple[str, str], Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["place"], row["topic"]): row for row in csv.DictReader(file)}


def held() -> list[tuple[str, str]]:
    root = content.jurisdictions()
    return [(place, topic) for place in index.slugs(root) for topic in index.topics(root, place)]


def shown(place: str, topic: str) -> Counter[str]:
    """Count the place's own facts on the topic, as the command shows them, by confidence."""
    done = CliRunner().invoke(app, ["law", place, topic, "--as-of", AS_OF, "--json"])
    assert done.exit_code == 0, done.output
    chapters = json.loads(done.stdout)["chapters"]
    facts = {
        (chapter["key"], fact["id"]): fact["confidence"]
        for chapter in chapters
        for fact in chapter["facts"]
        if fact["place"] == place
    }
    return Counter(facts.values())


@pytest.fixture(scope="module")
def counted() -> dict[tuple[str, str], Counter[str]]:
    return {each: shown(*each) for each in held()}


def test_every_given_fact_can_be_found(counted: dict[tuple[str, str], Counter[str]]) -> None:
    for where, row in recorded().items():
        given = int(row["given_confirmed"]), int(row["given_recalled"])
        now = counted.get(where, Counter())
        assert now.total() >= sum(given), f"{where}: {now.total()} of {sum(given)} given facts"
        assert now["confirmed"] >= given[0], f"{where}: {now['confirmed']} of {given[0]} confirmed ones"


def test_the_table_is_what_is_held(
    counted: dict[tuple[str, str], Counter[str]], request: pytest.FixtureRequest
) -> None:
    given = recorded()
    rows = [
        {
            "place": place,
            "topic": topic,
            "given_confirmed": given.get((place, topic), {}).get("given_confirmed", "0"),
            "given_recalled": given.get((place, topic), {}).get("given_recalled", "0"),
            "confirmed": str(now["confirmed"]),
            "recalled": str(now["recalled"]),
        }
        for (place, topic), now in sorted(counted.items())
    ]
    if request.config.getoption("--update-golden"):
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        pytest.skip("the table was written anew")
    assert rows == [dict(row) for _, row in sorted(given.items())]


def test_more_than_two_thousand_were_given_and_all_are_in_the_table() -> None:
    rows = recorded().values()
    assert sum(int(row["given_confirmed"]) + int(row["given_recalled"]) for row in rows) == 2487
