"""Which attributes the objects of an interview have by their classes, read from Python files as text.

docassemble's own classes and those of an interview's modules; nothing is imported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from unbarred.check.templates.interviews.code import tree_of
from unbarred.engine.origins import blocks, package_form
from unbarred.errors import ContentError

_BASES_WITHOUT_SURPRISE = frozenset({"object"})


@dataclass
class Known:
    """A class: its bases, its attributes and methods, and the classes of the objects it makes within."""

    bases: tuple[str, ...]
    members: set[str] = field(default_factory=set)
    made: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    """Other names of classes: `NameClass = IndividualName`."""


@dataclass(frozen=True)
class Module:
    """What a module of Python defines at its top, and what it brings to whoever takes it all."""

    classes: Mapping[str, Known]
    names: frozenset[str]
    filters: frozenset[str]
    """Jinja filters that it registers with docassemble."""


class Classes:
    """All classes that an interview can make objects of."""

    def __init__(self, modules: list[Module]) -> None:
        self._known = {
            name: known for each in [*docassembles_own(), *modules] for name, known in each.classes.items()
        }

    def line(self, name: str) -> list[str]:
        """Return the class and what it derives from, as far as it is known."""
        found: list[str] = []
        waiting = [name]
        while waiting:
            at = waiting.pop(0)
            if at not in found and at:
                found.append(at)
                waiting += self._known[at].bases if at in self._known else ()
        return found

    def is_closed(self, name: str) -> bool:
        """Say whether everything about the class is known."""
        return all(each in self._known or each in _BASES_WITHOUT_SURPRISE for each in self.line(name))

    def members(self, name: str) -> set[str]:
        """Return all attributes and methods that objects of the class have from their class."""
        return {
            member
            for each in self.line(name)
            if each in self._known
            for member in (*self._known[each].members, *self._known[each].made)
        }

    def made(self, name: str, attribute: str) -> str:
        """Return the class of the object that such objects make as `attribute`; "" if that is not known."""
        for each in self.line(name):
            if each in self._known and attribute in self._known[each].made:
                return self._alias(name, self._known[each].made[attribute])
        return ""

    def _alias(self, owner: str, name: str) -> str:
        lines = [self._known[each].aliases for each in self.line(owner) if each in self._known]
        return next((each[name] for each in lines if name in each), name)


def read_module(path: Path) -> Module | None:
    """Return what the Python file at `path` defines; None if it cannot be read."""
    try:
        tree = tree_of(blocks.text(path))
    except ContentError:
        return None
    return _module(tree) if tree is not None else None


@cache
def docassembles_own() -> tuple[Module, ...]:
    """Return what docassemble itself brings along."""
    package = package_form.installed(package_form.ENGINE_PACKAGE)
    found = read_module(package.folder / "util.py") if package else None
    return (found,) if found else ()


def _module(tree: ast.Module) -> Module:
    classes: dict[str, Known] = {}
    names: set[str] = set()
    exported: set[str] | None = None
    for statement in tree.body:
        for name in _named(statement):
            names.add(name)
        if isinstance(statement, ast.ClassDef):
            classes[statement.name] = _class(statement)
        if isinstance(statement, ast.Assign) and any(
            isinstance(each, ast.Name) and each.id == "__all__" for each in statement.targets
        ):
            exported = {
                each.value
                for each in ast.walk(statement.value)
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            }
    public = {each for each in names if not each.startswith("_")}
    return Module(classes, frozenset(public if exported is None else exported), frozenset(_filters(tree)))


def _named(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from ((each.asname or each.name).partition(".")[0] for each in names)
        case ast.Assign(targets=targets):
            yield from (
                each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)
            )
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.If() | ast.Try():
            for each in ast.iter_child_nodes(statement):
                if isinstance(each, ast.stmt):
                    yield from _named(each)


def _class(statement: ast.ClassDef) -> Known:
    bases = tuple(_last(each) for each in statement.bases)
    known = Known(bases)
    for each in statement.body:
        known.members |= set(_named(each))
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name(id=other)):
                known.aliases[name] = other
    for node in ast.walk(statement):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    if isinstance(target, ast.Attribute) and _is_self(target.value):
                        known.members.add(target.attr)
                        if isinstance(value, ast.Call) and _last(value.func)[:1].isupper():
                            known.made.setdefault(target.attr, _last(value.func))
            case ast.Call(
                func=ast.Attribute(value=owner, attr="initializeAttribute"),
                args=[ast.Constant(value=str(name)), made, *_],
            ) if _is_self(owner):
                known.made[name] = _last(made)
            case ast.Call(func=ast.Name(id="setattr"), args=[owner, ast.Constant(value=str(name)), _]) if (
                _is_self(owner)
            ):
                known.members.add(name)
    return known


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return _last(node.value) if node.attr == "using" else node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _filters(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]) if (
                _last(function) == "register_jinja_filter"
            ):
                yield name
