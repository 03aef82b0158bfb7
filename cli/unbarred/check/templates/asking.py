"""What a template asks for: every reference, and the conditions of the template around it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import Environment, nodes

from unbarred.check.templates.conditions import ALWAYS, Condition, both, opposite
from unbarred.check.templates.finding import Place, TemplateFinding
from unbarred.check.templates.references import (
    Need,
    Reference,
    Scope,
    asks,
    bound,
    items_of,
    needs,
    reference,
)
from unbarred.check.templates.statements import Parsed
from unbarred.check.templates.translating import python
from unbarred.errors import nearest

_BY_TEMPLATE = ("loop", "caller", "varargs", "kwargs", "self", "super")


@dataclass
class Asked:
    """What one part of a template asks for, and where."""

    needs: list[tuple[Need, Place]] = field(default_factory=list)
    faults: list[TemplateFinding] = field(default_factory=list)


def asked_by(parsed: Parsed, environment: Environment, own_names: Iterable[str] = ()) -> Asked:
    """Return everything that a part asks for, and the filters and tests that do not exist.

    `own_names` are set for it by whatever puts it in.
    """
    reader = _Reader(parsed)
    scope = Scope(dict.fromkeys((*_BY_TEMPLATE, *own_names)))
    reader.read(parsed.tree.body, scope, ALWAYS)
    for kind, called, known in (
        (nodes.Filter, "filter", environment.filters),
        (nodes.Test, "test", environment.tests),
    ):
        for node in parsed.tree.find_all(kind):
            if node.name not in known:
                message = f"There is no {called} called {node.name}."
                mend = nearest(node.name, sorted(known), 1) or f"Take the {called} out."
                reader.asked.faults.append(parsed.place(node).finding(f"unknown {called}", message, mend))
    return reader.asked


class _Reader:
    """Walks the tree of one part."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.asked = Asked()

    def read(self, body: list[nodes.Node], scope: Scope, guard: Condition) -> Scope:
        """Read statements in order; return the scope after them."""
        for node in body:
            scope = self._statement(node, scope, guard)
        return scope

    def _statement(self, node: nodes.Node, scope: Scope, guard: Condition) -> Scope:
        """Read one statement; return the scope after it."""
        match node:
            case nodes.If():
                return self._if(node, scope, guard)
            case nodes.For():
                self._for(node, scope, guard)
            case nodes.Assign() | nodes.AssignBlock():
                return self._set(node, scope, guard)
            case nodes.Macro() | nodes.CallBlock():
                return self._macro(node, scope, guard)
            case nodes.With():
                self._with(node, scope, guard)
            case nodes.FilterBlock() | nodes.Block() | nodes.Scope() | nodes.ScopedEvalContextModifier():
                self.read(node.body, scope, guard)
            case _:
                return self._parts(node, scope, guard)
        return scope

    def _parts(self, node: nodes.Node, scope: Scope, guard: Condition) -> Scope:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self._expression(child, scope, guard)
            else:
                scope = self._statement(child, scope, guard)
        return scope

    def _set(self, node: nodes.Assign | nodes.AssignBlock, scope: Scope, guard: Condition) -> Scope:
        value: Reference | None = None
        if isinstance(node, nodes.Assign):
            self._expression(node.node, scope, guard)
            value = reference(python(node.node), scope)
        else:
            self.read(node.body, scope, guard)
        return scope.knowing(bound(python(node.target), value))

    def _with(self, node: nodes.With, scope: Scope, guard: Condition) -> None:
        own: dict[str, Reference | None] = {}
        for target, value in zip(node.targets, node.values, strict=True):
            self._expression(value, scope, guard)
            own |= bound(python(target), reference(python(value), scope))
        self.read(node.body, scope.knowing(own), guard)

    def _if(self, node: nodes.If, scope: Scope, guard: Condition) -> Scope:
        self._expression(node.test, scope, guard)
        holds = asks(python(node.test), scope)
        known = self.read(node.body, scope, both(guard, holds))
        guard = both(guard, opposite(holds))
        for each in node.elif_:
            known = known.knowing(self._if(each, scope, guard).names)
            guard = both(guard, opposite(asks(python(each.test), scope)))
        return known.knowing(self.read(node.else_, scope, guard).names)

    def _for(self, node: nodes.For, scope: Scope, guard: Condition) -> None:
        self._expression(node.iter, scope, guard)
        target = python(node.target)
        inner = scope.knowing(bound(target, items_of(python(node.iter), scope)))
        if node.test is not None:
            self._expression(node.test, inner, guard)
            guard = both(guard, asks(python(node.test), inner))
        # Where there are no items, nothing of an item is needed.
        self.read(node.body, inner, both(guard, asks(python(node.iter), scope)))
        self.read(node.else_, scope, guard)

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: Scope, guard: Condition) -> Scope:
        if isinstance(node, nodes.CallBlock):
            self._expression(node.call, scope, guard)
        for each in node.defaults:
            self._expression(each, scope, guard)
        own: dict[str, Reference | None] = {each.name: None for each in node.args}
        self.read(node.body, scope.knowing(own), guard)
        return scope.knowing({node.name: None}) if isinstance(node, nodes.Macro) else scope

    def _expression(self, node: nodes.Node, scope: Scope, guard: Condition) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        place = self.parsed.place(node)
        expression: ast.expr = python(node)
        self.asked.needs += [(each, self._place(each, place)) for each in needs(expression, scope, guard)]

    def _place(self, need: Need, otherwise: Place) -> Place:
        if not 0 < need.line <= len(self.parsed.tags):
            return otherwise
        return self.parsed.tags[need.line - 1].place
