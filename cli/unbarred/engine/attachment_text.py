"""The text of an attachment, with her answers lifted out before Markdown can look into them.

On a server an answer becomes part of the Markdown: `*` makes it italic, `#` a heading, and a `|`
takes a table apart. Here the same Mako prints places for answers; the paper has her words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from unbarred.engine.said import Said

if TYPE_CHECKING:
    from unbarred.documents.drafting import Answers

_NAME = r"[A-Za-z_]\w*"
_KEY = r"""\[(?:[^\[\]{}|'"]*|'[^'{}]*'|"[^"{}]*")\]"""
_BARE = re.compile(rf"\$\{{\s*({_NAME}(?:\.{_NAME}|{_KEY})*(?:\.show\([^(){{}}|]*\))?)\s*\}}")
"""An expression that only names a variable, or shows its picture: what is empty there was left for later."""

_holding: ContextVar[tuple[Said, Answers]] = ContextVar("holding")


class TextWithPlaces(str):
    """An attachment's text as docassemble knows it; `marked` has places in it for `answers`."""

    __slots__ = ("answers", "marked")

    marked: str
    answers: Answers

    @classmethod
    def of(cls, marked: str, answers: Answers) -> TextWithPlaces:
        """Return the text that `marked` is with its answers in their places."""
        made = cls(answers.restore(marked))
        made.marked, made.answers = marked, answers
        return made

    def __deepcopy__(self, memo: object) -> TextWithPlaces:
        return self


class HoldingText:
    """Takes the place of docassemble's text of an attachment: prints places instead of answers."""

    def __init__(self, stock: Any, said: Said, answers: Answers) -> None:
        self._stock = stock
        self._held = said, answers

    def text(self, variables: dict[str, Any]) -> str:
        """Return the text, in the language of now."""
        from unbarred.documents.drafting import cleaned

        source = self._source()
        if not self._stock.uses_mako:
            return cleaned(source)
        before = _holding.set(self._held)
        try:
            return cast("str", _template(source, self._stock.template.uri).render(**variables))
        finally:
            _holding.reset(before)

    def _source(self) -> str:
        from docassemble.base.functions import get_language

        stock, language = self._stock, get_language()
        if stock.other_lang and stock.language != language and language in stock.other_lang:
            return str(stock.other_lang[language][0])
        return str(stock.original_text)


@cache
def _template(source: str, uri: str | None) -> Any:
    from docassemble.base.parse import MakoTemplate

    from unbarred.documents.drafting import cleaned

    return MakoTemplate(
        _BARE.sub(r"${ \1 | n, unbarred_filled_in }", cleaned(source)),
        strict_undefined=True,
        input_encoding="utf-8",
        uri=uri,
        default_filters=["unbarred_printed"],
        imports=[
            f"from {__name__} import filled_in as unbarred_filled_in",
            f"from {__name__} import printed as unbarred_printed",
        ],
    )


def printed(value: Any) -> str:
    """Return what an expression prints, with places for what she said."""
    from unbarred.documents.filling.marks import clean

    said, answers = _holding.get()
    return said.hold_in(clean(str(value)), answers)


def filled_in(value: Any) -> str:
    """Return what a variable prints; nothing is a line to fill in."""
    words = "" if value is None else printed(value)
    return words if words.strip() else _holding.get()[1].hold("")


def holding_first(stock: Callable[..., str]) -> Callable[..., str]:
    """Take the place of a function of docassemble that takes Markdown's letters out of a text.

    In an attachment it is given places for her answers instead, and has nothing to take out of them.
    """

    def function(text: Any, *arguments: Any, **named: Any) -> str:
        is_held = _holding.get(None) is not None and text is not None
        return stock(printed(text) if is_held else text, *arguments, **named)

    return function
