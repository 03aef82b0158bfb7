"""What keeps the law right: what is stale, where a citation is used, schemas, what changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from small_law import CLEMENCY, put_small_law, refused


def test_what_is_stale(law: Any) -> None:
    done = law("stale", "--as-of", "2026-03-12", "--older-than", "9")
    assert done.stdout == (
        "2026-03-01  xx clemency/general khan-decides\n"
        "2026-03-02  xx clemency/commutation old-way\n"
        "2 facts were checked more than 9 days before 2026-03-12, or due for review by then.\n"
    )
    assert law("stale", "--as-of", "2027-01-01", "--older-than", "9999").stdout == (
        "2026-03-04  xx clemency/commutation appeal, due for review since 2027-01-01\n"
        "1 fact was checked more than 9,999 days before 2027-01-01, or due for review by then.\n"
    )
    assert law("stale", "--as-of", "2026-03-12").stdout == (
        "No fact was checked more than 365 days before 2026-03-12, and none is due for review.\n"
    )


def test_what_is_stale_for_programs(law: Any) -> None:
    found = json.loads(law("stale", "--as-of", "2026-03-12", "--older-than", "10", "--json").stdout)
    assert [(each["place"], each["topic"], each["remedy"], each["id"]) for each in found] == [
        ("xx", "clemency", "general", "khan-decides")
    ]


def test_where_a_citation_is_used(law: Any) -> None:
    assert law("cite", "xan code 7").stdout == (
        "xx clemency/general khan-decides\n"
        "    The Khan decides.\n"
        "    Xan. Code § 7. Read on: Office of Mercy (official). Checked March 1, 2026.\n"
        "\n"
        "1 fact with this citation.\n"
    )
    assert json.loads(law("cite", "Xan. Code", "--json").stdout)[0]["id"] == "khan-decides"
    assert law("cite", "Xan. Code § 77").stdout.startswith("No fact has this citation.")


def test_schemas_for_editors(law: Any) -> None:
    assert set(json.loads(law("schema").stdout)) >= {"place", "topic", "counting"}
    assert "general" in json.loads(law("schema", "topic").stdout)["properties"]


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def change(small: Path) -> None:
    path = small / "jurisdictions" / "xx" / "clemency.yml"
    path.write_text(CLEMENCY.replace("period: 1\n", "period: 2\n"), encoding="utf-8")


CHANGED = (
    "\n"
    "CHANGED  xx clemency/commutation appeal\n"
    "    Its time limit was: The last day to appeal: 1 month after the day you got\n"
    "    the denial. Now it is: The last day to appeal: 2 months after the day you\n"
    "    got the denial.\n"
    "\n"
    "0 new, 0 gone, 1 changed.\n"
)


def test_what_changed_between_two_revisions(law: Any, small: Path) -> None:
    git(small, "init", "--quiet")
    git(small, "add", ".")
    git(small, "commit", "--quiet", "--message", "One month")
    change(small)
    assert law("diff", "HEAD").stdout == CHANGED
    git(small, "commit", "--quiet", "--all", "--message", "Two months")
    assert law("diff", "HEAD").stdout == "No fact is new, gone or changed.\n"
    assert law("diff", "HEAD~1", "HEAD").stdout == CHANGED
    (found,) = json.loads(law("diff", "HEAD~1", "--json").stdout)
    assert (found["change"], found["id"], found["period"]) == ("changed", "appeal", 2)


def test_what_changed_between_two_folders(law: Any, small: Path, tmp_path: Path) -> None:
    before = put_small_law(tmp_path / "before")
    change(small)
    assert law("diff", before, small / "jurisdictions").stdout == CHANGED


def test_a_change_to_faulty_data_says_which_of_the_two_it_is(law: Any, small: Path, tmp_path: Path) -> None:
    before = put_small_law(tmp_path / "before")
    (small / "jurisdictions" / "xx" / "clemency.yml").write_text("a: [")
    assert "clemency.yml:2:1:" in (said := refused(law("diff", before), 3))
    assert "The law after the change cannot be read. This is not YAML:" in said
