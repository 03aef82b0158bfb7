"""Every template filled for invented people, all parts of it, word for word.

A template of parole, family and so on has no text of its own here. Its words, those of its footer too, are
in the golden texts of the packets of worked examples (tests/interviews/test_worked_examples.py), in each
place with one, as the interview itself filled it. A person made by hand would show less, and could have
answers that no interview gives. What is held here is that each such template is in one of these packets.

When a change to the words is meant: `pytest tests/templates/test_golden_papers.py --update-golden`,
then read the difference before it is committed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

import odd_people
import packet_pages
import people
import pytest
from worked_papers import is_of_worked_examples, templates, worked

from unbarred import content
from unbarred.documents import render
from unbarred.documents.comparing.reading.readable import readable

TEMPLATES = content.templates()
GOLDEN = Path(__file__).parent / "golden"
A4_PLACE = "ke"
NOTHING_TO_ASK_FOR = "us-al"
PEOPLE: dict[str, Callable[[str], dict[str, Any]]] = {
    "full": people.full,
    "sparse": people.sparse,
    "odd": odd_people.odd,
}
PACKETS: dict[str, Callable[[str], dict[str, Any]]] = {
    "full": packet_pages.full,
    "sparse": packet_pages.sparse,
    "odd": packet_pages.odd,
}
OF_PACKETS = ("packet", "public-copy")
"""Folders of templates that speak of a packet, not of a person."""
# Who has no helper allows nobody to talk about her.
NOT_MADE = {("privacy-waiver", "sparse")}


def cases() -> Iterator[tuple[Path, str, str]]:
    """Yield each template with the name of a case and the place of its person."""
    for path in sorted(TEMPLATES.rglob("*.docx")):
        if is_of_worked_examples(path):
            continue
        name = path.relative_to(TEMPLATES).with_suffix("").as_posix()
        if name.endswith("-a4"):
            yield path, "full", A4_PLACE
        elif "/instead" in name:
            yield path, "full", NOTHING_TO_ASK_FOR
        else:
            place = "us" if name.startswith("us/") else "us-ny"
            yield from ((path, case, place) for case in PEOPLE if (path.stem, case) not in NOT_MADE)


def golden(path: Path, case: str) -> Path:
    return GOLDEN / path.relative_to(TEMPLATES).with_suffix("") / f"{case}.txt"


CASES = list(cases())
OF_WORKED = {path.relative_to(TEMPLATES).as_posix(): path for path in templates()}


@pytest.mark.parametrize(
    ("path", "case", "place"), CASES, ids=[f"{path.stem}-{place}-{case}" for path, case, place in CASES]
)
def test_a_paper_says_what_it_said(path: Path, case: str, place: str, request: pytest.FixtureRequest) -> None:
    speaks_of = PACKETS if path.relative_to(TEMPLATES).parts[0] in OF_PACKETS else PEOPLE
    rendered = render(path, speaks_of[case](place))
    blanks = "".join(f"{blank.number}: {blank.label}\n" for blank in rendered.blanks)
    text = readable(rendered.content, path.name) + (f"\n== to complete by hand ==\n\n{blanks}" * bool(blanks))
    kept = golden(path, case)
    if request.config.getoption("--update-golden"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, encoding="utf-8", newline="\n")
        pytest.skip("the golden text was written anew")
    # Not splitlines(): an answer may hold what Python takes for the end of a line.
    before, now = kept.read_text(encoding="utf-8").split("\n"), text.split("\n")
    change = "\n".join(
        unified_diff(before, now, f"{kept.relative_to(GOLDEN)} as kept", "as made", lineterm="")
    )
    if change:
        pytest.fail(f"{path.relative_to(TEMPLATES)} says something else:\n{change}", pytrace=False)


@pytest.mark.parametrize("path", OF_WORKED.values(), ids=OF_WORKED)
def test_a_template_without_a_text_here_is_in_the_packet_of_a_worked_example(path: Path) -> None:
    assert worked(path), "no worked example has this paper: give one the answers that lead to it"


def test_no_golden_text_is_of_a_template_that_is_gone() -> None:
    kept = {golden(path, case) for path, case, _ in CASES}
    assert {path for path in GOLDEN.rglob("*") if path.is_file()} == kept
