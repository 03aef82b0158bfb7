"""The Jinja environment that fills templates: whatever the caller's is, made safe.

What a caller's environment keeps: its undefined class, filters, tests, globals
and extensions, because those belong to whoever runs the interview. What it
gets from here: every printed value is escaped once, at the border, after all
filters, `~`, `+` and joins; nothing is computed while compiling.
"""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, StrictUndefined, nodes, pass_context
from jinja2.runtime import Context, Undefined
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from unbarred.documents.filling.marks import ANSWER, ANSWER_END, BLANK, clean

Finalize = Callable[[object], object]


class NoValue(StrictUndefined):
    """A variable without a value: an error however it is used, also in a function's f-string."""

    __slots__ = ()

    def __format__(self, _form: str) -> str:
        return str(self)


def strict_environment() -> Environment:
    """Return an environment in which a variable without a value is an error."""
    return Environment(undefined=NoValue, autoescape=True)


def filling_environment(base: Environment, before: Finalize | None = None) -> Environment:
    """Return `base` as it fills templates; `base` itself is not changed.

    `before` sees each printed value first. What it returns as `Markup` goes
    into the document as WordprocessingML; anything else is escaped as text.
    """

    # With pass_context Jinja does not print constants while compiling: what
    # `{{ "Yes" | word }}` says depends on the language of the day it is filled.
    @pass_context
    def finalize(_context: Context, value: object) -> Markup:
        return printed(before(value) if before else value)

    environment = base.overlay(autoescape=True, optimized=False, finalize=finalize)
    # `safe` would let an answer write into the document's XML.
    environment.filters = {**base.filters, "safe": str}
    return environment


def printed(value: object) -> Markup:
    """Return `value` as it stands in the filled XML, between its marks.

    Values that know their own XML (pictures, rich text, macros) pass as they are.
    """
    if isinstance(value, Undefined):
        # Strict kinds raise here; what a lenient kind prints is not an answer.
        return escape(str(value))
    if hasattr(value, "__html__"):
        return _xml(value.__html__())
    text = "" if value is None else clean(str(value))
    # What only looks empty on paper is a gap all the same.
    return _xml(ANSWER + escape(text) + ANSWER_END) if text.strip() else _xml(BLANK)


def _xml(source: str) -> Markup:
    """Return `source`, which is XML already, as such."""
    return Markup(source)  # noqa: S704


class _WrittenNothing(NodeTransformer):
    """Makes an empty text that the template itself writes print as it is.

    `{{ "s" if many else "" }}` and `{{ middle or "" }}` mean nothing, not a
    line to fill in; only an empty answer is a blank. The same goes for spaces.
    """

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 -- Jinja's name
        node.nodes = [self._printed(child) for child in node.nodes]
        return node

    def _printed(self, node: nodes.Expr) -> nodes.Expr:
        # docassemble puts its own filter after a text, even an empty one.
        written = node.node if isinstance(node, nodes.Filter) and not node.args else node
        if isinstance(written, nodes.Const) and isinstance(written.value, str) and not written.value.strip():
            marked = f"{ANSWER}{written.value}{ANSWER_END}" if written.value else ""
            return nodes.MarkSafe(nodes.Const(marked, lineno=node.lineno), lineno=node.lineno)
        if isinstance(node, nodes.CondExpr) and node.expr2 is not None:
            node.expr1, node.expr2 = self._printed(node.expr1), self._printed(node.expr2)
        elif isinstance(node, nodes.Or | nodes.And):
            node.right = self._printed(node.right)
        elif isinstance(node, nodes.Filter) and node.name in ("default", "d") and node.args:
            node.args[0] = self._printed(node.args[0])
        return node


def parse(environment: Environment, source: str, name: str) -> nodes.Template:
    """Return the syntax tree of `source`; raises `jinja2.TemplateSyntaxError`."""
    tree = environment.parse(source, name, name)
    _WrittenNothing().visit(tree)
    return tree
