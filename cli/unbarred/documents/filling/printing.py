"""Prints answers into the XML of a part, each escaped once, at the border.

Most answers are a few words on one line. They go straight into the text they
stand in. What needs more (several lines, a tab, nothing at all) stands between
marks and is laid out afterwards; whether there is any, the printer notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Self

from jinja2.runtime import Undefined, markup_join
from markupsafe import Markup, escape

from unbarred.documents.filling.customs import Customs
from unbarred.documents.filling.marks import ANSWER, ANSWER_END, BLANK, clean, marked

_SPECIAL = re.compile("[&<>]").search


_COLOUR = re.compile("[0-9A-Fa-f]{6}|auto")
_FUNCTIONS = (MethodType, FunctionType, BuiltinFunctionType)


JOIN = "unbarred: join"
"""The name of the filter that is Jinja's `~`."""


class FunctionPrinted(TypeError):
    """A tag names a function and does not call it: `{{ name.full }}` for `{{ name.full() }}`."""


class Spot(StrEnum):
    """What a tag prints into; the values are the names of the printer's filters."""

    TEXT = "unbarred: text"
    """The text of a run in a paragraph."""
    WORDS = "unbarred: words"
    """Words that are laid out nowhere: an attribute, a field's code, a property."""
    SPAN = "unbarred: span"
    """How many columns of a table a cell spans."""
    SHADE = "unbarred: shade"
    """The shade of a cell."""
    XML = "unbarred: xml"
    """Between elements, where a tag stands for a whole paragraph, row or run."""


class Printer:
    """Prints into one part after the other."""

    def __init__(self, customs: Customs | None = None) -> None:
        self.needs_layout = False
        """Whether anything printed in this part is still to be laid out."""
        self.has_printed_xml = False
        """Whether something that knows its own XML was printed in it."""
        self._customs = customs

    def begin(self) -> Self:
        """Begin a new part."""
        self.needs_layout = self.has_printed_xml = False
        return self

    def text(self, value: object) -> str:
        """Return `value` as it stands in a run's text."""
        if type(value) is not str:
            if hasattr(value, "__html__") or isinstance(value, Undefined):
                return self._as_it_is(value)
            value = self._said(value)
            if isinstance(value, Markup):
                return self._as_it_is(value)
        if value.isprintable() and value and not value.isspace():
            return str(escape(value)) if _SPECIAL(value) else value
        return self._marked(value)

    def words(self, value: object) -> str:
        """Return `value` as it stands where nothing is laid out; a blank is nothing there."""
        value = self._said(value) if isinstance(value, list | tuple) else value
        if hasattr(value, "__html__") or isinstance(value, Undefined):
            return self._as_it_is(value)
        return str(escape(clean(self._said(value))))

    def span(self, value: object) -> str:
        """Return `value` as a number of columns; raises `ValueError` for what is none."""
        columns = int(self.words(value))
        if columns < 1:
            raise ValueError("a cell spans one column at least")
        return str(columns)

    def shade(self, value: object) -> str:
        """Return `value` as Word writes a colour, such as `D9D9D9`; raises `ValueError` for what is none."""
        colour = self.words(value).strip().removeprefix("#")
        if not _COLOUR.fullmatch(colour):
            raise ValueError("a colour has six digits")
        return colour

    def xml(self, value: object) -> str:
        """Return `value` between elements: WordprocessingML as it is, anything else as a marked answer."""
        if hasattr(value, "__html__") or isinstance(value, Undefined):
            return self._as_it_is(value)
        return self._marked(self._said(value))

    def joined(self, parts: Sequence[object]) -> str:
        """Return `parts` one after the other; None among them is a line to fill in, as it is by itself."""
        if not any(part is None for part in parts):
            return markup_join(parts)
        return Markup("").join(map(self._part, parts))

    def _part(self, part: object) -> Markup:
        if hasattr(part, "__html__") or isinstance(part, Undefined):
            return Markup(self._as_it_is(part))  # noqa: S704 - it knows its own XML
        return marked(None if part is None else self._said(part))

    def _said(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, _FUNCTIONS):
            raise FunctionPrinted("a function is printed, not what it returns; write () after its name")
        said = self._customs.said(value) if self._customs else value
        return said if isinstance(said, Markup) else str(said)

    def _marked(self, answer: str) -> str:
        self.needs_layout = True
        words = clean(answer)
        # What only looks empty on paper is a gap all the same.
        return f"{ANSWER}{escape(words)}{ANSWER_END}" if words.strip() else BLANK

    def _as_it_is(self, value: object) -> str:
        """Return what knows its own XML (pictures, rich text, macros) or is no answer."""
        if isinstance(value, Undefined):
            # Strict kinds raise here; what a lenient kind prints is not an answer.
            return str(escape(str(value)))
        source = str(value.__html__())  # type: ignore[attr-defined]
        if "<" in source or ANSWER in source:
            self.needs_layout = self.has_printed_xml = True
        elif not source.isprintable():
            self.needs_layout = True
            return f"{ANSWER}{clean(source)}{ANSWER_END}"
        return source
