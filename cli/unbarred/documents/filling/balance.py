"""Proves, once for a template, that each of its branches leaves the XML around it whole.

A condition may begin in one run, or one paragraph, and end in another, as long
as dropping what is between closes what the beginning opened. It may not begin
in one cell or row of a table and end in another: the row would lose its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from unbarred.documents.filling.code import statements

_ELEMENT = re.compile(r"<(/?)([\w:.-]+)[^>]*?(/?)>")
_TABLE = frozenset(("w:tr", "w:tc", "w:tbl", "w:sdt", "w:txbxContent", "w:footnote", "w:endnote"))
_HINT = (
    "Give each tag a paragraph of its own, such as {%p if … %}, or in a table a row of its own, {%tr … %}."
)


@dataclass(frozen=True)
class Crossing:
    """A branch that does not leave the XML whole: its first line in the source, and what is wrong."""

    line: int
    message: str
    hint: str = _HINT


def check_balance(tree: nodes.Template) -> Crossing | None:
    """Return the first branch of `tree` that cannot be dropped or repeated, or None."""
    for node in statements(tree):
        for branch in _branches(node):
            closed, opened = _effect(_source(branch))
            if closed != list(reversed(opened)):
                return Crossing(
                    node.lineno,
                    "The paper would not be whole: a tag begins here and ends elsewhere",
                )
            if _TABLE.intersection(closed):
                return Crossing(node.lineno, "A tag begins in one cell or row of a table and ends in another")
    return None


def _branches(node: nodes.Node) -> Iterator[Sequence[nodes.Node]]:
    # An elif is an if of its own.
    for name in ("body", "else_"):
        branch = getattr(node, name, None)
        if branch:
            yield branch


def _source(branch: Sequence[nodes.Node]) -> Iterator[str]:
    """Yield the XML of a branch, what is governed by tags inside it left out: that is proved by itself."""
    for node in branch:
        if isinstance(node, nodes.Output):
            yield from (child.data for child in node.nodes if isinstance(child, nodes.TemplateData))


def _effect(source: Iterator[str]) -> tuple[list[str], list[str]]:
    """Return the elements that `source` closes without having opened them, and those it leaves open."""
    closed: list[str] = []
    opened: list[str] = []
    for end, name, alone in _ELEMENT.findall("".join(source)):
        if alone:
            continue
        if not end:
            opened.append(name)
        elif not opened:
            closed.append(name)
        elif opened.pop() != name:
            # Elements that overlap: never whole, whatever stands around them.
            return [name], []
    return closed, opened
