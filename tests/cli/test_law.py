"""`unbarred law`, as a person and as a program sees it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from small_law import CLEMENCY, refused

PROGRAM = Path(sys.executable).with_name("unbarred")
ENGINE = {"docassemble", "docx", "docxtpl", "lxml", "jinja2", "prompt_toolkit", "rich"}


# ---------------------------------------------------------------- the real law


def test_a_page_of_the_real_law_loads_no_engine(desk: Path) -> None:
    script = (
        "import sys, atexit\n"
        "from unbarred.app import main\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
        "sys.argv[0] = 'unbarred'\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "law", "us-ny", "clemency"],
        cwd=desk,
        capture_output=True,
        text=True,
        check=True,
    )
    assert {name.partition(".")[0] for name in done.stderr.split()} & ENGINE == set()
    assert "New York: Clemency, as of " in done.stdout
    assert "Check before filing:" in done.stdout


@pytest.mark.parametrize("columns", ["40", "80", "250"])
def test_the_table_of_the_real_law_fits_the_window(unbarred: Any, columns: str) -> None:
    done = unbarred("law", COLUMNS=columns)
    assert done.returncode == 0
    assert "us-ny" in done.stdout
    if columns != "40":
        assert max(map(len, done.stdout.splitlines())) <= int(columns)


def test_the_real_law_is_counted_for_programs(unbarred: Any) -> None:
    counted = json.loads(unbarred("law", "--json").stdout)
    assert set(counted["us-ny"]["clemency"]) == {"facts", "confirmed", "recalled", "to_check", "oldest"}
    for topics in counted.values():
        for each in topics.values():
            assert each["facts"] == each["confirmed"] + each["recalled"]


def test_a_reader_that_stops_early_is_no_fault(desk: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{PROGRAM} law us-ny clemency | head -1"],
        cwd=desk,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("New York: Clemency")
    assert done.stderr == ""


# ---------------------------------------------------------------- coverage and one place


def test_a_table_and_in_a_narrow_window_lines(law: Any) -> None:
    assert law().stdout == (
        "                           clem-\n"
        "                            ency  facts  conf.  oldest\n"
        "xx Xanadu                      4      4      2  2026-03-01\n"
        "\n"
        "4 facts in 1 place: 2 confirmed, 2 recalled; 3 to check before filing. Checked\n"
        "longest ago: 2026-03-01.\n"
        "More: unbarred law PLACE, unbarred law PLACE TOPIC\n"
    )
    assert law(COLUMNS="50").stdout.startswith(
        "xx  Xanadu: 4 facts, 2 confirmed, oldest 2026-03-01\n    clemency 4\n\n"
    )


def test_a_place_tells_its_topics_and_remedies(law: Any) -> None:
    assert law("xx").stdout == (
        "Xanadu (xx)\n"
        "\n"
        "  Clemency: 4 facts, 2 confirmed\n"
        "      unbarred law xx clemency\n"
        "      - commutation: Commutation of sentence (limited here)\n"
        "      - pardon: Pardon (not offered here)\n"
    )


def test_a_place_tells_what_comes_from_above(law: Any) -> None:
    assert law("Alph").stdout == (
        "Alph (xx-al)\n"
        "Below Xanadu. Its law holds here where a page says so.\n"
        "\n"
        "  Clemency: from Xanadu\n"
        "      unbarred law xx-al clemency\n"
        "      - commutation: Commutation of sentence (limited here)\n"
    )


def test_a_place_for_programs(law: Any) -> None:
    data = json.loads(law("xx", "--json").stdout)
    assert data["place"]["name"] == "Xanadu"
    assert data["topics"]["clemency"]["facts"] == 4
    assert data["topics"]["clemency"]["remedies"]["pardon"] == {"title": "Pardon", "offered": "no"}


# ---------------------------------------------------------------- a page


PAGE = """\
Xanadu: Clemency, as of November 22, 2026
This tells what the rules say. It is not advice from a lawyer.
A fact whose first and last day we do not know is shown for every day.

IN GENERAL

  Who decides

    The Khan decides.
      Xan. Code § 7. Read on: Office of Mercy (official). Checked March 1, 2026.

COMMUTATION OF SENTENCE
  The law here offers this only to some people, or only in part. Which, stands
  below.

  How to ask, and where

    You write a letter.
    Note: The page is a poem.
      Holds since January 1, 2026. Read on: Travels (secondary). Checked March
      3, 2026.
      ! Check before filing: it was read only on an old, secondary or copied
        page.

  Time limits

    You can appeal.
    Time limit: The last day to appeal: 1 month after the day you got the
                denial.
      To be checked again by January 1, 2027. Checked March 4, 2026.
      ! Check before filing: this is from memory, no page was found that says
        so.

  Looked for and not found

    - The address.

  Not the law on this day

    - Only until December 31, 2025: You knock three times.

PARDON
  The law here does not offer this. Why, and what there is instead, stands
  below.

    We hold nothing on this yet.

HOW TO READ THIS

    Below each fact stands the law it rests on, where we read it, and when.
    - official: a page of the body that made the rule or runs the office.
    - secondary: somebody else's page about it.
    The links of all pages: add --links.
"""


def test_a_page_reads_well(law: Any) -> None:
    assert law("xx", "clemency", "--as-of", "2026-11-22").stdout == PAGE


def test_a_page_of_another_day(law: Any) -> None:
    shown = law("xx", "clemency", "--as-of", "2025-12-31").stdout
    assert "    You knock three times.\n      Holds until December 31, 2025." in shown
    assert "    - Only from January 1, 2026: You write a letter.\n" in shown


def test_a_page_with_links(law: Any) -> None:
    shown = law("xx", "clemency", "--links").stdout
    assert "      https://law.example/7\n      https://mercy.example/who\n" in shown


def test_law_from_above_is_named(law: Any) -> None:
    shown = law("xx-al", "commutation").stdout
    assert "COMMUTATION OF SENTENCE\n" in shown
    assert "  From the law of Xanadu; holds here too.\n" in shown


def test_a_page_for_programs(law: Any) -> None:
    page = json.loads(law("xx-al", "clemency", "--as-of", "2026-11-22", "--json").stdout)
    assert (page["place"], page["topic"], page["as_of"]) == ("xx-al", "clemency", "2026-11-22")
    (chapter,) = page["chapters"]
    assert [(each["id"], each["place"]) for each in chapter["facts"]] == [
        ("khan-decides", "xx"),
        ("new-way", "xx"),
        ("appeal", "xx"),
    ]
    assert chapter["facts"][2]["time_limit"] == [
        "The last day to appeal: 1 month after the day you got the denial."
    ]
    assert [each["id"] for each in chapter["not_in_force"]] == ["old-way"]
    assert chapter["not_found"] == ["The address."]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("zz",), "There is no place called 'zz'."),
        (("Xanado",), "Did you mean xanadu?"),
        (("stael",), "Did you mean stale, "),
        (
            ("xx", "clemancy"),
            "There is no topic or remedy called 'clemancy' for Xanadu. Did you mean clemency",
        ),
        (("xx", "parole"), "We hold nothing on parole for Xanadu. What we hold for it: clemency."),
        (("xx", "clemency", "--as-of", "soon"), "soon is not a day. Write it as year-month-day"),
        (("xx", "--as-of", "2026-01-01"), "--as-of needs a topic. Give one: unbarred law xx TOPIC"),
        (("--json", "xx"), "--json stands too early. Put it at the end"),
        (("schema", "topik"), "There is no schema called 'topik'. Did you mean topic?"),
        (("diff", "no-such-thing"), "no-such-thing is neither a folder nor a git revision of the law data."),
        (("diff", "--", "--output=x"), "--output=x is neither a folder nor a git revision of the law data."),
        (("diff", "."), "There is no law data in ."),
    ],
)
def test_a_wrong_word_is_answered_with_the_right_one(
    law: Any, desk: Path, arguments: tuple[str, ...], says: str
) -> None:
    assert says in refused(law(*arguments))
    assert list(desk.iterdir()) == []


def test_faulty_data_is_named_with_its_line(law: Any, small: Path) -> None:
    path = small / "jurisdictions" / "xx" / "clemency.yml"
    path.write_text(CLEMENCY.replace("says: The Khan decides.", "sayz: The Khan decides."), encoding="utf-8")
    said = refused(law("xx", "clemency"), 3)
    assert said.startswith("jurisdictions/xx/clemency.yml:3:7: general.decided_by.0.says: the key is missing")


@pytest.mark.parametrize(
    ("words", "offered"),
    [("law x", ["xx", "xx-al"]), ("law st", ["stale"]), ("law xx cl", ["clemency"]), ("law zz cl", [])],
)
def test_the_tab_key_offers_places_and_topics(
    unbarred: Any, small: Path, words: str, offered: list[str]
) -> None:
    line = f"unbarred {words}"
    done = unbarred(
        UNBARRED_CONTENT=str(small),
        _UNBARRED_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(line.count(" ")),
    )
    assert (done.stdout.split(), done.stderr) == (offered, "")
