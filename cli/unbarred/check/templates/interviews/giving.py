"""Which names one block gives, and under which condition."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from unbarred.check.templates.conditions import ALWAYS, Condition, both
from unbarred.check.templates.interviews import code as python
from unbarred.check.templates.interviews.fields import fields_of
from unbarred.check.templates.interviews.papers import attachments_of
from unbarred.check.templates.interviews.reading import Chunk, listed
from unbarred.check.templates.references import Need, Scope, asks
from unbarred.errors import Where

_NAMED = ("event", "template", "table", "variable name")
_ANSWERING = ("buttons", "choices", "dropdown", "combobox")
_LISTING = ("sets", "only sets")


@dataclass(frozen=True)
class Giver:
    """One block that gives a name, where `condition` holds."""

    path: str
    condition: Condition
    where: Where
    kind: str
    """`question`, `code`, `objects`, or the key of another block."""
    made: str = ""
    """The class of an object, or the datatype of a field."""
    item: str = ""
    """The class of the items of a list."""
    value: ast.expr | None = None
    scope: Scope = field(default_factory=Scope)
    values: tuple[object, ...] = ()
    """All values that it can get here; () if they are not known."""
    generic: str = ""
    """The class whose objects `x` stands for; "" if the name is one of the interview."""
    needs: tuple[Need, ...] = ()
    line: int = 0
    """The first line of the block."""


def givers_of(chunk: Chunk) -> Iterator[Giver]:
    """Yield what a block gives."""
    condition = condition_of_block(chunk.data)
    generic = str(chunk.data.get("generic object", "") or "")
    for each in (*_fields(chunk), *_named(chunk), *_objects(chunk), *_code(chunk)):
        is_generic = each.path == "x" or each.path.startswith(("x.", "x["))
        yield replace(
            each,
            condition=both(condition, each.condition),
            generic=generic if is_generic else "",
            line=chunk.block.first,
        )


def condition_of_block(data: dict[str, Any]) -> Condition:
    """Return what a block's `if` asks."""
    whole = ALWAYS
    for each in listed(data.get("if")):
        tree = python.expression_of(each)
        whole = both(whole, asks(tree, Scope())) if tree is not None else whole
    return whole


def set_in_passing(data: dict[str, Any]) -> set[str]:
    """Return the names that a block makes without being sought for them: imports, functions, checks."""
    names: set[str] = set()
    for source in _codes(data):
        names |= python.read_code(source).names
    if isinstance(data.get("validation code"), str):
        checked = python.read_code(data["validation code"])
        names |= checked.names | {each.path.partition(".")[0].partition("[")[0] for each in checked.sets}
    return names


def _fields(chunk: Chunk) -> Iterator[Giver]:
    for each in fields_of(chunk.data):
        where = chunk.where(each.path.replace("[]", "[i]"))
        yield Giver(each.path, each.condition, where, "question", made=each.datatype, values=each.values)
    for key in _LISTING:
        for name in listed(chunk.data.get(key)):
            yield Giver(_path(name), ALWAYS, chunk.where(), key)


def _named(chunk: Chunk) -> Iterator[Giver]:
    for key in _NAMED:
        if isinstance(chunk.data.get(key), str):
            yield Giver(_path(chunk.data[key]), ALWAYS, chunk.where(), key)
    for made in attachments_of(chunk.data):
        if isinstance(made.get("variable name"), str):
            yield Giver(_path(made["variable name"]), ALWAYS, chunk.where(), "attachment")


def _objects(chunk: Chunk) -> Iterator[Giver]:
    for key in ("objects", "objects from file"):
        made = chunk.data.get(key)
        entries = made if isinstance(made, list) else [made]
        for name, words in (pair for each in entries if isinstance(each, dict) for pair in each.items()):
            own, item = _class_of(str(words)) if key == "objects" else ("", "")
            yield Giver(_path(str(name)), ALWAYS, chunk.where(str(name)), "objects", made=own, item=item)


def _code(chunk: Chunk) -> Iterator[Giver]:
    for source in _codes(chunk.data):
        code = python.read_code(source)
        for each in code.sets:
            where = chunk.block.where(chunk.block.line_of_key("code", each.line))
            yield Giver(
                each.path,
                each.condition,
                where,
                "code",
                value=each.value,
                values=(each.value.value,) if isinstance(each.value, ast.Constant) else (),
                scope=each.scope,
                needs=tuple(code.needs),
            )


def _codes(data: dict[str, Any]) -> Iterator[str]:
    """Yield the statements in a block that may set something."""
    if isinstance(data.get("code"), str) and "fields" not in data:
        yield data["code"]
    for key in _ANSWERING:
        for each in _dicts(data.get(key)):
            if isinstance(each.get("code"), str):
                yield each["code"]


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the mappings in a value, at any depth."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _dicts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _dicts(each)


def _path(name: str) -> str:
    tree = python.expression_of(name)
    return python.path_of(tree, Scope()) or name if tree is not None else name


def _class_of(made: str) -> tuple[str, str]:
    """Return the class of `DAList.using(object_type=Person)`, and that of its items."""
    tree = python.expression_of(made)
    items = ""
    if isinstance(tree, ast.Call):
        kept = [each.value for each in tree.keywords if each.arg == "object_type"]
        items = _class_name(kept[0]) if kept else ""
    return _class_name(tree), items


def _class_name(tree: ast.expr | None) -> str:
    if isinstance(tree, ast.Call):
        tree = tree.func
    if isinstance(tree, ast.Attribute) and tree.attr == "using":
        tree = tree.value
    return tree.id if isinstance(tree, ast.Name) else tree.attr if isinstance(tree, ast.Attribute) else ""
