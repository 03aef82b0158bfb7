"""Law is data: nothing in the program names a place, an office, a section of law or a length of time."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from unbarred import law

PROGRAM = Path(__file__).parents[2] / "cli" / "unbarred"
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
