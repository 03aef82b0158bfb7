"""Which papers an interview makes, from which templates."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from unbarred.check.templates.interviews.code import tree_of
from unbarred.check.templates.interviews.reading import Chunk
from unbarred.errors import Where

_KEY = "docx template file"
_GIVING = ("fields", "field code", "field variables", "raw field variables")
"""Keys of an attachment that give names to its templates."""
OUR_FINDER = "template_for"
"""The function of `unbarred.templates` that finds the template of a place."""


@dataclass(frozen=True)
class Paper:
    """An attachment that is made from Word templates.

    `variable` is the name it is kept under, "" for one that a screen makes by itself.
    """

    title: str
    variable: str
    files: tuple[str, ...]
    """Templates by their files' names, as the author wrote them."""
    ours: tuple[str, ...]
    """Templates that `template_for` finds for a place: `clemency/application`."""
    fields: frozenset[str]
    """Names that the attachment itself gives to its templates."""
    is_known: bool
    """Whether all of its templates can be told without running the interview."""
    is_open: bool
    """Whether code makes up what it gives to its templates."""
    where: Where
    chunk: Chunk


def attachments_of(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the attachments of a block."""
    for key in ("attachment", "attachments"):
        made = data.get(key)
        for each in made if isinstance(made, list) else [made]:
            if isinstance(each, dict):
                yield {str(name).lower(): value for name, value in each.items()}


def papers_of(chunk: Chunk) -> Iterator[Paper]:
    """Yield the papers that a block makes."""
    yield from (_paper(each, chunk) for each in attachments_of(chunk.data) if _KEY in each)


def _paper(given: dict[str, Any], chunk: Chunk) -> Paper:
    files: list[str] = []
    ours: list[str] = []
    is_known = True
    wanted = given[_KEY]
    for each in wanted if isinstance(wanted, list) else [wanted]:
        if isinstance(each, dict):
            own, other = _in_code(str(each.get("code", "")))
            is_known = is_known and bool(own or other)
            ours += own
            files += other
        elif "${" in str(each):
            is_known = False
        else:
            files.append(str(each))
    where = chunk.where(str(wanted) if isinstance(wanted, str) else "")
    variable = given.get("variable name")
    title = str(given.get("name", "")) or str(variable or "")
    return Paper(
        title,
        str(variable or ""),
        tuple(files),
        tuple(ours),
        frozenset(_fields(given)),
        is_known,
        "code" in given,
        where,
        chunk,
    )


def _fields(given: dict[str, Any]) -> Iterator[str]:
    for key in _GIVING:
        held = given.get(key)
        for each in held if isinstance(held, list) else [held]:
            yield from map(str, each) if isinstance(each, dict) else filter(None, [str(each or "")])


def _in_code(source: str) -> tuple[list[str], list[str]]:
    """Return the templates that code names: those it looks up for a place, and files."""
    tree = tree_of(source)
    if tree is None:
        return [], []
    ours, files = [], []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(template)), *_]) if (
                name == OUR_FINDER
            ):
                ours.append(template)
            case ast.Constant(value=str(text)) if text.lower().endswith(".docx"):
                files.append(text)
    return ours, files
