"""The marks of tracked changes: put in, taken out, by whom and when, each with an id of its own."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from unbarred.documents.word.wordml import PARAGRAPH_FORMAT, RUN_FORMAT, SECTION, format_of, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Kind = Literal["ins", "del"]
AUTHOR = "unbarred"
UNDATED = datetime.date(1980, 1, 1)
"""The day of changes between papers that say no day; a zip can hold none that is earlier."""
_OF_THE_MARK_ONLY = (RUN_FORMAT, SECTION, w("pPrChange"))


class Marks:
    """Makes marks. The same changes in the same order have the same marks."""

    def __init__(self, day: datetime.date | None, roots: Iterable[Element]) -> None:
        """`roots` are the parts that the marks go to: no id of theirs is given again."""
        self._date = f"{(day or UNDATED).isoformat()}T00:00:00Z"
        given = [each.get(w("id"), "") for root in roots for each in root.iter()]
        self._last = max((int(each) for each in given if each.isdigit()), default=0)

    def made(self, root: Element, kind: str) -> Element:
        """Return a new mark, to be put somewhere below `root`."""
        self._last += 1
        return root.makeelement(
            w(kind), {w("id"): str(self._last), w("author"): AUTHOR, w("date"): self._date}
        )

    def wrap(self, kind: Kind, runs: list[Element]) -> Element:
        """Return `runs`, one at least, as put in or taken out."""
        mark = self.made(runs[0], kind)
        mark.extend(runs)
        return mark

    def end(self, paragraph: Element, kind: Kind) -> None:
        """Mark the end of `paragraph`, which parts it from the next one, as put in or taken out."""
        form = format_of(paragraph)
        letters = form.find(RUN_FORMAT)
        if letters is None:
            letters = form.makeelement(RUN_FORMAT)
            before = next((each for each in form if each.tag in _OF_THE_MARK_ONLY), None)
            form.insert(len(form) if before is None else form.index(before), letters)
        letters.insert(0, self.made(form, kind))

    def row(self, row: Element, kind: Kind) -> None:
        """Mark a row of a table as put in or taken out."""
        form = row.find(w("trPr"))
        if form is None:
            form = row.makeelement(w("trPr"))
            row.insert(1 if row.find(w("tblPrEx")) is not None else 0, form)
        form.append(self.made(row, kind))

    def former_format(self, paragraph: Element, former: Element | None) -> None:
        """Note in `paragraph` that its format was `former` before."""
        change = self.made(paragraph, "pPrChange")
        old = paragraph.makeelement(PARAGRAPH_FORMAT)
        old.extend(
            copy.deepcopy(each)
            for each in (() if former is None else former)
            if each.tag not in _OF_THE_MARK_ONLY
        )
        change.append(old)
        format_of(paragraph).append(change)
