"""Law is data: nothing in the program names a place, an office, a section of law or a length of time.

And no interview and no template names a fact that one place alone has: it asks for what supports what it
prints (`unbarred.law.supports`), so that a new place needs no change of an interview.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from unbarred import content, law
from unbarred.law.browsing.holdings import holdings

ROOT = Path(__file__).parents[2]
WRITTEN = sorted([*(ROOT / "interviews").rglob("*.yml"), *(ROOT / "templates").rglob("*.md")])
PROGRAM = ROOT / "cli" / "unbarred"
MODULES = sorted(PROGRAM.rglob("*.py"))

NAMES = {place.name.split(" (")[0] for place in law.places()} | {
    "Governor",
    "Parole Board",
    "Pardon Attorney",
}
SLUGS = {place.slug for place in law.places() if "-" in place.slug}
LAW = re.compile(
    r"§ ?\d|\b[A-Z]\.[A-Z]\.[A-Z]"
    r"|\b(?:[Aa]rticle|[Ss]ection|[Rr]ule) \d"
    r"|\b\d+ (?:business |court )?(?:days|weeks|months|years)\b"
)
SHOWN = {"help", "epilog", "metavar"}
"""Arguments whose text is help: examples there name places as examples do."""


def strings(module: Path) -> Iterator[str]:
    """Yield the text constants of a module, without docstrings and help."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    passed_over: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed_over.add(id(node.value))
        if isinstance(node, ast.keyword) and node.arg in SHOWN:
            passed_over |= {id(each) for each in ast.walk(node.value)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            yield node.value


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PROGRAM)))
def test_no_law_is_written_into_the_program(module: Path) -> None:
    for text in strings(module):
        words = set(re.findall(r"[\w-]+", text))
        assert not words & SLUGS, text
        assert not [name for name in NAMES if re.search(rf"\b{re.escape(name)}\b", text)], text
        assert not LAW.search(text), text


PLACE_NAMES = {place.name.split(" (")[0].lower().replace(" ", "-") for place in law.places()}


@pytest.fixture(scope="session")
def facts_of_one_place() -> dict[str, str]:
    """Return the ids of several words that stand in the files of one place alone, with their topic."""
    found: dict[str, set[tuple[str, str]]] = {}
    for held in holdings(content.jurisdictions()):
        found.setdefault(held.fact.id, set()).add((held.place, held.topic))
    return {
        name: min(where)[1]
        for name, where in found.items()
        if "-" in name and len({place for place, _ in where}) == 1
    }


@pytest.mark.parametrize("written", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_interview_or_template_names_a_fact_of_one_place(
    written: Path, facts_of_one_place: dict[str, str]
) -> None:
    text = written.read_text(encoding="utf-8")
    named = [word for word in set(re.findall(r"[a-z0-9-]+", text)) if word in facts_of_one_place]
    assert not [fact for fact in named if any(place in fact for place in PLACE_NAMES)]
    # Without the name of a place an id of another topic is a word like others.
    quoted = set(re.findall(r"""["']([a-z0-9-]+)["']""", text))
    topic = written.parent.name
    assert not [
        fact
        for fact in named
        if fact in quoted and (topic in ("shared", "any-topic") or facts_of_one_place[fact] == topic)
    ]
