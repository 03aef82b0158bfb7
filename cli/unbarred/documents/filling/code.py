"""Turns the source of a part, XML with Jinja tags in it, into code that prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame

from unbarred.documents.filling.printing import JOIN, Spot


class PartGenerator(CodeGenerator):
    """Writes code that yields what is printed as it is: the printer's filters have escaped it."""

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        return self._FinalizeInfo(None, None)

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        return str(node.as_const(frame.eval_ctx))

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Write nothing before a value: neither `escape` nor `str`."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja calls it so
        """Write `~` such that what is left for later stays a line to fill in."""
        self.write(f"environment.filters[{JOIN!r}]((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Write nothing after a value."""


def parse(environment: Environment, source: str, name: str, spots: Sequence[Spot]) -> nodes.Template:
    """Return the syntax tree of `source`, in which each printed value goes through the printer.

    `spots` says for each `{{ … }}` of the source, in order, what it prints into.
    Raises `jinja2.TemplateSyntaxError`.
    """
    tree = environment.parse(source, name, name)
    outputs = [each for each in statements(tree) if isinstance(each, nodes.Output)]
    printed = [(output, place) for output in outputs for place in _printed_places(output)]
    if len(printed) != len(spots):
        # Some of what looks like tags is none, as between `raw` and `endraw`.
        spots = [Spot.XML] * len(printed)
    for (output, place), spot in zip(printed, spots, strict=True):
        value = _with_nothing_written(output.nodes[place])
        output.nodes[place] = nodes.Filter(value, str(spot), [], [], None, None, lineno=value.lineno)
    return tree


def statements(node: nodes.Node) -> Iterator[nodes.Stmt]:
    """Yield all statements below `node` in the order of the source, without looking into expressions."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Stmt):
            yield child
            yield from statements(child)


def _printed_places(output: nodes.Output) -> Iterator[int]:
    """Yield the places in `output` that print a value, and free its XML of line ends."""
    for place, value in enumerate(output.nodes):
        if isinstance(value, nodes.TemplateData):
            # The source has a paragraph a line, for the sake of line numbers alone.
            value.data = value.data.replace("\n", "")
        else:
            yield place


def _with_nothing_written(node: nodes.Expr) -> nodes.Expr:
    """Return `node` so that an empty text that the template itself writes prints as it is.

    `{{ "s" if many else "" }}` and `{{ middle or "" }}` mean nothing, not a
    line to fill in; only an empty answer is a blank. The same goes for spaces.
    """
    # docassemble puts its own filter after a text, even an empty one.
    written = node.node if isinstance(node, nodes.Filter) and not node.args else node
    if isinstance(written, nodes.Const) and isinstance(written.value, str) and not written.value.strip():
        return nodes.MarkSafe(nodes.Const(written.value, lineno=node.lineno), lineno=node.lineno)
    if isinstance(node, nodes.CondExpr) and node.expr2 is not None:
        node.expr1, node.expr2 = _with_nothing_written(node.expr1), _with_nothing_written(node.expr2)
    elif isinstance(node, nodes.Or | nodes.And):
        node.right = _with_nothing_written(node.right)
    elif isinstance(node, nodes.Filter) and node.name in ("default", "d") and node.args:
        node.args[0] = _with_nothing_written(node.args[0])
    return node
