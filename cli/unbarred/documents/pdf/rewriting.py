"""Rewrites what a page draws, instruction by instruction, and leaves all that is not meant to the letter.

Strangers' content may be faulty, and reading it and writing it anew would
lose what comes after a fault. Here only tokens are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf, Token

Rewriter = Callable[[Sequence["Token"], bytes], Sequence["Token"]]
"""Takes an instruction's tokens, the operator last, and the operator; returns the tokens to write."""


def rewrite(pdf: Pdf, content: Object, rewriter: Rewriter) -> None:
    """Let a page, or a drawing in one, draw what `rewriter` makes of it."""
    import pikepdf

    class Filter(pikepdf.TokenFilter):
        """Gathers tokens until the operator comes."""

        def __init__(self) -> None:
            super().__init__()
            self.held: list[Token] = []

        def handle_token(self, token: Token) -> list[Token] | None:  # type: ignore[override]
            self.held.append(token)
            if token.type_ not in {pikepdf.TokenType.word, pikepdf.TokenType.eof}:
                return None
            instruction, self.held = self.held, []
            if token.type_ == pikepdf.TokenType.eof:
                return instruction
            return [*rewriter(instruction, token.raw_value)]

    written = pikepdf.Page(content).get_filtered_contents(Filter())
    if isinstance(content, pikepdf.Stream):
        content.write(written)
    else:
        content.Contents = pdf.make_stream(written)


def unmark(pdf: Pdf, page: Page) -> None:
    """Drop a page's marks of structure, also in its drawings: without their tree they mean nothing.

    Marks that say which text stands for a drawing are kept.
    """
    for scope in list(page.content_scopes(kinds=("page", "form"))):
        rewrite(pdf, scope.content, _Unmarking())


class _Unmarking:
    def __init__(self) -> None:
        """Begin outside of all marks."""
        self._kept: list[bool] = []

    def __call__(self, instruction: Sequence[Token], operator: bytes) -> Sequence[Token]:
        """Return what is left of one instruction."""
        if operator in {b"BMC", b"BDC"}:
            names = [token.raw_value for token in instruction]
            self._kept.append(b"/ActualText" in names and b"/MCID" not in names)
            return instruction if self._kept[-1] else ()
        if operator == b"EMC":
            return instruction if self._kept and self._kept.pop() else ()
        return instruction
