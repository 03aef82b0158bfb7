"""What an expression refers to, step by step, and under which condition it is needed."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from unbarred.check.templates.conditions import ALWAYS, Condition, both, condition_of, opposite
from unbarred.check.templates.translating import FILTER, TEST
from unbarred.check.templates.written import as_written

_SAME_ITEMS = frozenset(
    f"{FILTER}{name}" for name in "list select reject selectattr rejectattr sort reverse unique".split()
)
"""Filters that give the items of what they are given, or some of them."""
_SPARED = {
    f"{FILTER}default",
    f"{FILTER}d",
    f"{TEST}defined",
    f"{TEST}undefined",
    "defined",
    "showifdef",
    "value",
}
"""What may be asked of a name that has no value."""
_BY_ATTRIBUTE = frozenset(f"{FILTER}{name}" for name in "selectattr rejectattr groupby".split())
"""Filters that get an attribute's name without a word before it."""
_VALUE_OF = frozenset({"showifdef", "value"})
"""docassemble's functions that give the value of a name."""
DEFINED = " is defined"
"""Ends the subject of the condition that a name has a value."""


_INDEX = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True)
class Step:
    """One step from a value to the next: an attribute, an item, what a call gives."""

    kind: Literal["attribute", "item", "call"]
    name: str = ""


@dataclass(frozen=True)
class Reference:
    """A name, and the steps from it: `law.office.lines[0]`."""

    root: str
    steps: tuple[Step, ...] = ()

    def then(self, kind: Literal["attribute", "item", "call"], name: str = "") -> Reference:
        """Return the reference one step on."""
        return Reference(self.root, (*self.steps, Step(kind, name)))

    @property
    def path(self) -> str:
        """What is given, as far as a question can give it: `children[].name`."""
        return self.root + "".join(_written(step) for step in self.steps)


def _written(step: Step) -> str:
    return {"attribute": f".{step.name}", "item": "[]", "call": "()"}[step.kind]


@dataclass(frozen=True)
class Need:
    """A reference that must have a value where `guard` holds, and the line it is written on."""

    reference: Reference
    guard: Condition
    line: int
    written: str
    """As the author wrote it: `conviction.offense`."""
    is_handed_over: bool = False
    """Whether it is given to a function, which may look at all of it."""
    is_sought: bool = False
    """Whether nothing is done with it: the name stands alone, so that it is asked for."""
    is_spared: bool = False
    """Whether it may have no value: `stage|default('')`, `defined('stage')`."""


@dataclass(frozen=True)
class Scope:
    """The names that mean something only here: what they refer to, or None for what is no matter."""

    names: Mapping[str, Reference | None] = field(default_factory=dict)

    def knowing(self, more: Mapping[str, Reference | None]) -> Scope:
        """Return this scope with more names."""
        return Scope({**self.names, **more})


def reference(expression: ast.expr, scope: Scope) -> Reference | None:
    """Return what `expression` refers to, or None for what is computed."""
    match expression:
        case ast.Name(id=name):
            return scope.names[name] if name in scope.names else Reference(name)
        case ast.Attribute(value=value, attr=name):
            found = reference(value, scope)
            return found.then("attribute", name) if found else None
        case ast.Subscript(value=value):
            found = reference(value, scope)
            return found.then("item") if found else None
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _SAME_ITEMS:
            return reference(first, scope)
        case ast.Call(func=function):
            if isinstance(function, ast.Name) and function.id.startswith((FILTER, TEST)):
                return None
            found = reference(function, scope)
            return found.then("call") if found else None
    return None


def items_of(expression: ast.expr, scope: Scope) -> Reference | None:
    """Return what each item of `expression` refers to."""
    found = reference(expression, scope)
    return found.then("item") if found else None


def named(expression: ast.expr, scope: Scope) -> str:
    """Return what `expression` is called in conditions: the same for the same thing."""
    match expression:
        case ast.Call(func=ast.Name(id=name), args=[asked]) if name == f"{TEST}defined":
            return f"{_text(asked, scope)}{DEFINED}"
        case ast.Call(func=ast.Name(id="defined"), args=[ast.Constant(value=str(asked_for))]):
            return f"{_INDEX.sub('[]', asked_for)}{DEFINED}"
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(asked_for)), *_]) if (
            name in _VALUE_OF
        ):
            return _INDEX.sub("[]", asked_for)
    found = reference(expression, scope)
    if found is not None and isinstance(expression, ast.Name | ast.Attribute | ast.Subscript):
        return found.path
    return _text(expression, scope)


def _text(expression: ast.expr, scope: Scope) -> str:
    return ast.unparse(ast.fix_missing_locations(_Naming(scope).visit(copy.deepcopy(expression))))


class _Naming(ast.NodeTransformer):
    """Puts what names refer to in their place, and filters and tests as a template writes them."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._named(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return self._named(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        return self._named(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id=name), args=[subject, *others]) if name.startswith((FILTER, TEST)):
                space = " " if name.startswith(TEST) else ""
                given = f"({', '.join(map(ast.unparse, others))})" if others else ""
                return ast.Name(id=f"{ast.unparse(subject)}{space}{name}{given}")
        return node

    def _named(self, node: ast.expr) -> ast.expr:
        found = reference(node, self._scope)
        return ast.Name(id=found.path) if found is not None else self.generic_visit(node)  # type: ignore[return-value]


def asks(expression: ast.expr, scope: Scope) -> Condition:
    """Return the condition that `expression` is."""
    return condition_of(expression, lambda part: named(part, scope))


def needs(expression: ast.AST, scope: Scope, guard: Condition = ALWAYS) -> Iterator[Need]:
    """Yield what an expression needs, with what must hold for it to be needed."""
    match expression:
        case ast.BoolOp(op=op, values=values):
            for value in values:
                yield from needs(value, scope, guard)
                so_far = asks(value, scope)
                guard = both(guard, so_far if isinstance(op, ast.And) else opposite(so_far))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield from needs(test, scope, guard)
            holds = asks(test, scope)
            yield from needs(body, scope, both(guard, holds))
            yield from needs(orelse, scope, both(guard, opposite(holds)))
        case ast.Call(func=ast.Name(id=name), args=[asked, *others]) if name in _SPARED:
            yield from _spared(asked, expression, scope, guard)
            for each in others:
                yield from needs(each, scope, guard)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            yield from _comprehension(expression, scope, guard)
        case ast.Lambda(args=arguments, body=body):
            own: dict[str, Reference | None] = {each.arg: None for each in arguments.args}
            yield from needs(body, scope.knowing(own), guard)
        case ast.Name() | ast.Attribute() | ast.Subscript() | ast.Call():
            yield from _chain(expression, scope, guard)
        case _:
            for child in ast.iter_child_nodes(expression):
                yield from needs(child, scope, guard)


def _spared(asked: ast.expr, whole: ast.Call, scope: Scope, guard: Condition) -> Iterator[Need]:
    """Yield what is asked whether it has a value; a function of docassemble's gets its name as a text."""
    if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
        try:
            asked = ast.parse(asked.value, mode="eval").body
        except (SyntaxError, ValueError):
            return
    for need in needs(asked, scope, guard):
        yield replace(need, is_spared=True, line=getattr(whole, "lineno", need.line))


def _of_items(expression: ast.Call, scope: Scope, guard: Condition) -> Iterator[Need]:
    """Yield what a filter looks at in each item: `children|map(attribute='name.first')`."""
    match expression:
        case ast.Call(func=ast.Name(id=name), args=[items, ast.Constant(value=str(path)), *_]) if (
            name in _BY_ATTRIBUTE
        ):
            given = path
        case ast.Call(func=ast.Name(id=name), args=[items, *_], keywords=keywords) if name.startswith(FILTER):
            named_so = [each.value for each in keywords if each.arg == "attribute"]
            given = next((str(each.value) for each in named_so if isinstance(each, ast.Constant)), "")
        case _:
            return
    found = items_of(items, scope)
    steps = given.split(".")
    if found is None or not all(step.isidentifier() for step in steps):
        return
    for step in steps:
        found = found.then("attribute", step)
    may_lack = any(each.arg == "default" for each in expression.keywords)
    written = f"{as_written(items)}[i].{given}"
    guard = both(guard, asks(items, scope))
    yield Need(found, guard, getattr(expression.func, "lineno", 0), written, is_spared=may_lack)


def _chain(expression: ast.expr, scope: Scope, guard: Condition) -> Iterator[Need]:
    found = reference(expression, scope)
    if found is not None and found.root not in ("True", "False", "None"):
        yield Need(found, guard, getattr(expression, "lineno", 0), as_written(expression))
    at: ast.expr | None = expression
    while at is not None:
        inner: ast.expr | None = None
        match at:
            case ast.Attribute(value=value):
                inner = value
            case ast.Subscript(value=value, slice=index):
                yield from needs(index, scope, guard)
                inner = value
            case ast.Call(func=function, args=arguments, keywords=keywords):
                yield from _of_items(at, scope, guard)
                handed = [*arguments, *(keyword.value for keyword in keywords)]
                is_filter = isinstance(function, ast.Name) and function.id.startswith((FILTER, TEST))
                for each in handed:
                    whole = not is_filter and isinstance(each, ast.Name | ast.Attribute | ast.Subscript)
                    for need in needs(each, scope, guard):
                        is_it = whole and need.reference == reference(each, scope)
                        yield replace(need, is_handed_over=True) if is_it else need
                inner = function
            case ast.Name():
                pass
            case _:
                yield from needs(at, scope, guard)
        at = inner


def _comprehension(
    expression: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, scope: Scope, guard: Condition
) -> Iterator[Need]:
    for each in expression.generators:
        yield from needs(each.iter, scope, guard)
        scope = scope.knowing(bound(each.target, items_of(each.iter, scope)))
        for test in each.ifs:
            yield from needs(test, scope, guard)
            guard = both(guard, asks(test, scope))
    if isinstance(expression, ast.DictComp):
        yield from needs(expression.key, scope, guard)
        yield from needs(expression.value, scope, guard)
    else:
        yield from needs(expression.elt, scope, guard)


def bound(target: ast.expr, value: Reference | None) -> dict[str, Reference | None]:
    """Return the names that `target` makes, each with what it refers to."""
    if isinstance(target, ast.Name):
        return {target.id: value}
    return {each.id: None for each in ast.walk(target) if isinstance(each, ast.Name)}
