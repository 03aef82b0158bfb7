"""Turns Jinja's expressions into Python's, so that templates and code are read by the same rules.

`{{ law.title|lower }}` becomes a call of `|lower`, `x is none` a comparison with None, and
`x is defined` a call of `is defined`: names that nobody can write.
"""

from __future__ import annotations

import ast

from jinja2 import nodes

FILTER, TEST = "|", "is "
_COMPARISONS: dict[str, ast.cmpop] = {
    "eq": ast.Eq(),
    "ne": ast.NotEq(),
    "lt": ast.Lt(),
    "lteq": ast.LtE(),
    "gt": ast.Gt(),
    "gteq": ast.GtE(),
    "in": ast.In(),
    "notin": ast.NotIn(),
}
_SAME = frozenset(("eq", "equalto", "==", "sameas"))
"""Tests that compare: `stage is sameas true`."""
_NOTHING = ast.Constant(value=None)


def python(node: nodes.Node | None) -> ast.expr:
    """Return the Python expression that means the same, each part with Jinja's line number."""
    made = _python(node)
    made.lineno = node.lineno if node is not None else 0
    return made


def _python(node: nodes.Node | None) -> ast.expr:
    match node:
        case None:
            return _NOTHING
        case nodes.Name() | nodes.Getattr() | nodes.Getitem() | nodes.Const() | nodes.TemplateData():
            return _value(node)
        case nodes.Call() | nodes.Filter():
            return _called(node)
        case nodes.Test():
            return _test(node)
        case nodes.CondExpr() | nodes.And() | nodes.Or() | nodes.Not() | nodes.Compare():
            return _decision(node)
    # Sums, slices, lists: what matters are the parts.
    return ast.Tuple(elts=[python(each) for each in node.iter_child_nodes()])


def _value(
    node: nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Const | nodes.TemplateData,
) -> ast.expr:
    match node:
        case nodes.Name():
            return ast.Name(id=node.name)
        case nodes.Getattr():
            return ast.Attribute(value=python(node.node), attr=node.attr)
        case nodes.Getitem():
            return ast.Subscript(value=python(node.node), slice=python(node.arg))
    return ast.Constant(value=node.as_const())


def _called(node: nodes.Call | nodes.Filter) -> ast.expr:
    if isinstance(node, nodes.Call):
        return _call(python(node.node), [], node)
    subject = [python(node.node)] if node.node is not None else []
    return _call(ast.Name(id=f"{FILTER}{node.name}"), subject, node)


def _decision(
    node: nodes.CondExpr | nodes.And | nodes.Or | nodes.Not | nodes.Compare,
) -> ast.expr:
    match node:
        case nodes.CondExpr():
            return ast.IfExp(test=python(node.test), body=python(node.expr1), orelse=python(node.expr2))
        case nodes.Not():
            return ast.UnaryOp(op=ast.Not(), operand=python(node.node))
        case nodes.Compare():
            return ast.Compare(
                left=python(node.expr),
                ops=[_COMPARISONS[each.op] for each in node.ops],
                comparators=[python(each.expr) for each in node.ops],
            )
    kind = ast.And() if isinstance(node, nodes.And) else ast.Or()
    return ast.BoolOp(op=kind, values=[python(node.left), python(node.right)])


def _test(node: nodes.Test) -> ast.expr:
    if node.name == "none":
        return ast.Compare(left=python(node.node), ops=[ast.Is()], comparators=[ast.Constant(value=None)])
    if node.name in ("true", "false"):
        subject = python(node.node)
        return subject if node.name == "true" else ast.UnaryOp(op=ast.Not(), operand=subject)
    if node.name in _SAME and len(node.args) == 1:
        return ast.Compare(left=python(node.node), ops=[ast.Eq()], comparators=[python(node.args[0])])
    return _call(ast.Name(id=f"{TEST}{node.name}"), [python(node.node)], node)


def _call(
    function: ast.expr, first: list[ast.expr], node: nodes.Call | nodes.Filter | nodes.Test
) -> ast.Call:
    pairs = [each for each in node.kwargs if isinstance(each, nodes.Keyword)]
    named = [ast.keyword(arg=each.key, value=python(each.value)) for each in pairs]
    arguments = [*first, *(python(each) for each in node.args)]
    arguments += [python(each) for each in (node.dyn_args, node.dyn_kwargs) if each is not None]
    function.lineno = node.lineno
    return ast.Call(func=function, args=arguments, keywords=named)
