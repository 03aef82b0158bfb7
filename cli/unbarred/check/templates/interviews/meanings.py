"""What the names of an interview mean: which kind of value each has, and what else is known by name."""

from __future__ import annotations

import ast
from functools import cached_property
from pathlib import Path

from unbarred import content
from unbarred.check.templates.interviews import kinds
from unbarred.check.templates.interviews.classes import Classes, Module, docassembles_own, read_module
from unbarred.check.templates.interviews.giving import Giver
from unbarred.check.templates.interviews.interview import Interview
from unbarred.check.templates.interviews.kinds import Called, Kind, Made, Real
from unbarred.check.templates.references import Reference, Scope, reference
from unbarred.engine.origins import Kind as OriginKind
from unbarred.engine.origins import package_form
from unbarred.engine.origins.package_form import NAMESPACE
from unbarred.engine.origins.surroundings import surroundings


class Meanings:
    """What can be said of the names of one interview without running it."""

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.functions: dict[str, Kind] = {}
        self.names: set[str] = set(interview.names)
        self.filters: set[str] = set()
        self.is_closed = interview.is_closed
        self._modules: list[Module] = []
        for name in interview.modules:
            self.functions |= kinds.of_module(name)
            module = self._module(name)
            if module is None:
                # It may define anything.
                self.is_closed = self.is_closed and name.startswith(kinds.OUR_OWN)
                continue
            self._modules.append(module)
            self.names |= module.names
            self.filters |= module.filters
        self._under_way: set[str] = set()

    @cached_property
    def classes(self) -> Classes:
        """The classes of the interview's objects."""
        return Classes(self._modules)

    def of(self, path: str) -> Kind | None:
        """Return the kind of what is given as `path`; None if it is not known, or not the same everywhere."""
        if path in self._under_way:
            return None
        self._under_way.add(path)
        try:
            found = [self._of_giver(each) for each in self.interview.by_path.get(path, ())]
            telling = [kind for kind, is_nothing in found if not is_nothing]
            return telling[0] if telling and all(each == telling[0] for each in telling) else None
        finally:
            self._under_way.discard(path)

    def _of_giver(self, giver: Giver) -> tuple[Kind | None, bool]:
        """Return the kind of what a block gives, and whether it gives nothing (None)."""
        if giver.kind == "objects":
            return Made(giver.made, giver.item), False
        if giver.kind == "question":
            return kinds.of_datatype(giver.made), False
        if giver.value is None:
            return None, False
        is_nothing = isinstance(giver.value, ast.Constant) and giver.value.value is None
        return self.of_expression(giver.value, giver.scope), is_nothing

    def of_expression(self, value: ast.expr, scope: Scope) -> Kind | None:
        """Return the kind of what an expression comes to."""
        match value:
            case ast.Constant(value=constant):
                return Real(type(constant)) if constant is not None else None
            case ast.JoinedStr():
                return Real(str)
            case ast.Compare() | ast.UnaryOp(op=ast.Not()):
                return Real(bool)
            case ast.IfExp(body=body, orelse=orelse):
                first, second = self.of_expression(body, scope), self.of_expression(orelse, scope)
                return first if first == second else None
        found = reference(value, scope)
        return self.of_reference(found) if found is not None else None

    def of_reference(self, wanted: Reference) -> Kind | None:
        """Return the kind that a reference has, step by step; None where that is not known."""
        path = wanted.root
        kind = self.of(path) if path in self.interview.by_path else self.functions.get(path)
        for step in wanted.steps:
            path += {"attribute": f".{step.name}", "item": "[]", "call": "()"}[step.kind]
            try:
                kind = self.next(kind, step.kind, step.name, path)
            except AttributeError:
                return None
        return kind

    def next(self, kind: Kind | None, step: str, name: str, path: str) -> Kind | None:
        """Return the kind one step on, where `path` is what it is called then.

        Raises `AttributeError` if it is known that there is no such attribute.
        """
        given = self.of(path) if path in self.interview.by_path else None
        if given is not None:
            return given
        match kind, step:
            case Called(gives=gives), "call":
                return gives
            case Real(), "attribute":
                return kinds.step(kind, name)
            case Real(), "item":
                return kinds.item(kind)
            case Made(item=item), "item":
                return Made(item) if item else None
            case Made(name=owner), "attribute":
                made = self.classes.made(owner, name)
                return Made(made) if made else None
        return None

    def _module(self, name: str) -> Module | None:
        origin = self.interview.origin
        if name.startswith(f"{NAMESPACE}.base"):
            own = docassembles_own()
            return Module({}, frozenset(each for module in own for each in module.names), frozenset())
        path: Path | None = None
        if name.startswith("."):
            if origin.kind is OriginKind.OURS:
                path = content.modules().get(name[1:])
            elif origin.kind is OriginKind.FILE:
                path = surroundings(origin.path).modules.get(name[1:])
            else:
                path = origin.folder / f"{name[1:].replace('.', '/')}.py"
        elif name.startswith(f"{NAMESPACE}."):
            package = package_form.installed(".".join(name.split(".")[:2]))
            path = package.folder / f"{'/'.join(name.split('.')[2:])}.py" if package else None
        elif name.startswith(kinds.OUR_OWN):
            return Module({}, frozenset(kinds.of_module(name)), frozenset())
        return read_module(path) if path is not None and path.is_file() else None
