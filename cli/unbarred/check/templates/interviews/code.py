"""What a piece of Python in an interview sets and what it needs, read as a tree and never run."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from unbarred.check.templates.conditions import ALWAYS, NEVER, Condition, both, opposite
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

_ITERATORS = frozenset("ijklmn")


@dataclass(frozen=True)
class Set:
    """A name that gets a value where `condition` holds."""

    path: str
    condition: Condition
    line: int
    value: ast.expr | None
    scope: Scope


@dataclass
class Code:
    """What code sets and needs, in order."""

    sets: list[Set] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """What functions, classes and imports in it are called."""


def read_code(source: object) -> Code:
    """Return what `source` sets and needs; nothing if it is no Python: docassemble says so itself."""
    code = Code()
    tree = tree_of(source)
    if tree is not None:
        _body(tree.body, Scope(), ALWAYS, code)
    return code


def tree_of(source: object) -> ast.Module | None:
    """Return the tree of some Python, or None if it is none."""
    try:
        return ast.parse(textwrap.dedent(str(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def expression_of(source: object) -> ast.expr | None:
    """Return the tree of one expression, or None if it is none."""
    tree = tree_of(f"({str(source).strip()}\n)")
    statement = tree.body[0] if tree is not None and len(tree.body) == 1 else None
    return statement.value if isinstance(statement, ast.Expr) else None


def path_of(target: ast.expr, scope: Scope) -> str:
    """Return what is given where `target` is set: `children[].name`; "" for what has no name."""
    found = reference(target, scope)
    return found.path if found else ""


def _body(body: list[ast.stmt], scope: Scope, guard: Condition, code: Code) -> Scope:
    for statement in body:
        scope = _statement(statement, scope, guard, code)
        if isinstance(statement, ast.Return | ast.Raise | ast.Continue | ast.Break):
            break
    return scope


def _statement(statement: ast.stmt, scope: Scope, guard: Condition, code: Code) -> Scope:
    match statement:
        case ast.If() | ast.For() | ast.While() | ast.With() | ast.Try():
            _compound(statement, scope, guard, code)
        case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
            _assignment(statement, scope, guard, code)
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            code.names |= {(each.asname or each.name).partition(".")[0] for each in names}
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            code.names.add(name)
        case ast.Expr(value=value):
            _expression(value, scope, guard, code)
        case _:
            for child in ast.iter_child_nodes(statement):
                code.needs += needs(child, scope, guard)
    return scope


def _compound(
    statement: ast.If | ast.For | ast.While | ast.With | ast.Try, scope: Scope, guard: Condition, code: Code
) -> None:
    match statement:
        case ast.If(test=test, body=body, orelse=orelse):
            code.needs += needs(test, scope, guard)
            holds = asks(test, scope)
            _body(body, scope, both(guard, holds), code)
            _body(orelse, scope, both(guard, opposite(holds)), code)
        case ast.For(target=target, iter=items, body=body, orelse=orelse):
            code.needs += needs(items, scope, guard)
            _body(body, scope.knowing(bound(target, items_of(items, scope))), guard, code)
            _body(orelse, scope, guard, code)
        case ast.While(test=test, body=body, orelse=orelse):
            code.needs += needs(test, scope, guard)
            _body([*body, *orelse], scope, guard, code)
        case ast.With(items=contexts, body=body):
            for each in contexts:
                code.needs += needs(each.context_expr, scope, guard)
                if each.optional_vars is not None:
                    _set(each.optional_vars, None, scope, guard, code)
            _body(body, scope, guard, code)
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=final):
            for handler in handlers:
                named: dict[str, Reference | None] = {handler.name: None} if handler.name else {}
                # What happens after a failure cannot be told.
                _body(handler.body, scope.knowing(named), NEVER, code)
            _body([*body, *orelse, *final], scope, guard, code)


def _assignment(
    statement: ast.Assign | ast.AnnAssign | ast.AugAssign, scope: Scope, guard: Condition, code: Code
) -> None:
    if statement.value is not None:
        code.needs += needs(statement.value, scope, guard)
    value = None if isinstance(statement, ast.AugAssign) else statement.value
    for target in statement.targets if isinstance(statement, ast.Assign) else [statement.target]:
        _set(target, value, scope, guard, code)


def _expression(value: ast.expr, scope: Scope, guard: Condition, code: Code) -> None:
    match value:
        case ast.Call(func=ast.Name(id="define"), args=[ast.Constant(value=str(name)), given]):
            code.needs += needs(given, scope, guard)
            target = expression_of(name)
            if target is not None:
                _set(target, None, scope, guard, code)
        case _:
            found = reference(value, scope)
            code.needs += [
                replace(need, is_sought=found is not None and need.reference == found)
                for need in needs(value, scope, guard)
            ]


def _set(target: ast.expr, value: ast.expr | None, scope: Scope, guard: Condition, code: Code) -> None:
    if isinstance(target, ast.Tuple | ast.List):
        for each in target.elts:
            _set(each, None, scope, guard, code)
        return
    path = path_of(target, scope)
    if path:
        code.sets.append(Set(path, guard, target.lineno, value, scope))


def code_in_words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each piece of Python in a text of Mako, and whether it is statements."""
    position = 0
    while (start := text.find("${", position)) >= 0:
        position = _closing(text, start + 2)
        yield text[start + 2 : position], False
    for line in text.splitlines():
        bare = line.lstrip()
        if bare.startswith("%") and not bare.startswith("%%"):
            yield from _control(bare[1:].strip())
    position = 0
    while (start := text.find("<%", position)) >= 0:
        position = text.find("%>", start)
        position = len(text) if position < 0 else position
        inner = text[start + 2 : position].removeprefix("!")
        if not inner[:1].isalpha() and not inner.startswith(("/", "%")):
            yield inner, True


def _closing(text: str, start: int) -> int:
    """Return where the brace that is open at `start` closes."""
    depth = 1
    quote = ""
    for place in range(start, len(text)):
        letter = text[place]
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
            if depth == 0:
                return place
    return len(text)


def _control(line: str) -> Iterator[tuple[str, bool]]:
    word, _, rest = line.partition(" ")
    rest = rest.strip().removesuffix(":")
    if word in ("if", "elif", "while"):
        yield rest, False
    elif word == "for":
        yield f"for {rest}:\n  pass", True
