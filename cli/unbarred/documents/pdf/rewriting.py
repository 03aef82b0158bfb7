"""Rewrites what a page draws, instruction by instruction, and leaves all that is not meant to the letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from unbarred.documents.pdf.opening import OVER_LIMIT

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf, Stream, Token

Rewriter = Callable[[Sequence[bytes], bytes], bool | bytes]
"""Takes the words of an instruction before its operator, and the operator.

Returns whether to keep it, or the operator to write in its place, without the words.
"""


def rewrite(pdf: Pdf, content: Object, rewriter: Rewriter) -> None:
    """Let a page, or a drawing in one, draw what `rewriter` makes of it.

    Strangers' content may be faulty, and reading it and writing it anew would
    lose what comes after a fault. Here only tokens are looked at.
    """
    import pikepdf

    class Filter(pikepdf.TokenFilter):
        """Gathers tokens until the operator comes."""

        def __init__(self) -> None:
            super().__init__()
            self.held: list[Token] = []

        def handle_token(self, token: Token) -> list[Token] | None:  # type: ignore[override]
            self.held.append(token)
            kind = token.type_
            if kind not in ENDS:
                return None
            instruction, self.held = self.held, []
            if kind == pikepdf.TokenType.eof:
                return instruction
            words = [each.raw_value for each in instruction[:-1] if each.type_ != pikepdf.TokenType.space]
            kept = rewriter(words, token.raw_value)
            if isinstance(kept, bytes):
                return [pikepdf.Token(pikepdf.TokenType.word, kept)]
            return instruction if kept else []

    ENDS = (pikepdf.TokenType.word, pikepdf.TokenType.eof)  # noqa: N806
    written = pikepdf.Page(content).get_filtered_contents(Filter())
    if isinstance(content, pikepdf.Stream):
        content.write(written)
    else:
        content.Contents = pdf.make_stream(written)


def commands(content: Object) -> bytes:
    """Return what a page, or a drawing in one, draws, as PDF writes it; nothing of what is coded wrongly."""
    import pikepdf

    held = content if isinstance(content, pikepdf.Stream) else content.get("/Contents")
    streams = held if isinstance(held, pikepdf.Array) else [held]
    return b"\n".join(_unpacked(each) for each in streams if isinstance(each, pikepdf.Stream))


def _unpacked(stream: Stream) -> bytes:
    import pikepdf

    try:
        return stream.read_bytes()
    except pikepdf.PikepdfError as error:
        if OVER_LIMIT in str(error):
            raise
        return b""


def unmark(pdf: Pdf, page: Page) -> None:
    """Drop a page's marks of structure, also in its drawings: without their tree they mean nothing.

    Marks that say which text stands for a drawing are kept.
    """
    for scope in list(page.content_scopes(kinds=("page", "form"))):
        if b"EMC" in commands(scope.content):
            rewrite(pdf, scope.content, _Unmarking())


class _Unmarking:
    def __init__(self) -> None:
        self._kept: list[bool] = []

    def __call__(self, words: Sequence[bytes], operator: bytes) -> bool:
        """Whether an instruction stays."""
        if operator in {b"BMC", b"BDC"}:
            self._kept.append(b"/ActualText" in words and b"/MCID" not in words)
            return self._kept[-1]
        if operator == b"EMC":
            return bool(self._kept) and self._kept.pop()
        return True
