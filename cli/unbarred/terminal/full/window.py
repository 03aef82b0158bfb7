"""The window: what is read above, where she types, and what is said below."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Layout, VSplit
from prompt_toolkit.layout import Window as Pane

from unbarred.terminal.full.body import Marks
from unbarred.terminal.full.drawing import Drawing, Size, draw
from unbarred.terminal.full.entry import EntryControl
from unbarred.terminal.view import View

_MARGIN = 1


class Window:
    """Lays a view out for the window's size of the moment, and moves its text."""

    def __init__(
        self, view: View, entry: EntryControl, marks: Callable[[], Marks], size: Callable[[], Size]
    ) -> None:
        self._view = view
        self._entry = entry
        self._marks = marks
        self._size = size
        self._top: int | None = None
        """The first line of text in sight; None until the text is moved."""
        above = _pane(lambda: self.drawing().above_entry(), lambda: self._rows_above)
        below = _pane(lambda: self.drawing().below_entry(), lambda: self._rows_below)
        typed = Pane(entry, wrap_lines=False)
        middle = VSplit(
            [Pane(width=_MARGIN), typed], height=lambda: Dimension.exact(self.drawing().frame.entry)
        )
        self.layout = Layout(HSplit([above, middle, below]), focused_element=typed)

    def show(self, view: View, *, keeps_place: bool) -> None:
        """Show `view`, from its start or (if it is the same question) from the place that is in sight."""
        self._view = view
        if not keeps_place:
            self._top = None

    def page(self, step: int) -> bool:
        """Move the text up (-1) or down (1) by what fits; say whether it moved."""
        drawn = self.drawing()
        # One line stays in sight, so that the place is found again.
        target = drawn.top + step * max(drawn.frame.body - 1, 1)
        self._top = min(max(target, 0), drawn.last_top)
        return self._top != drawn.top

    def line(self, step: int) -> None:
        """Move the text up or down by one line."""
        drawn = self.drawing()
        self._top = min(max(drawn.top + step, 0), drawn.last_top)

    def bring_in_sight(self, number: int) -> None:
        """Move the text so that the choice `number` can be seen, if it is in the list."""
        drawn = self.drawing()
        if number in drawn.body.places:
            self._top = drawn.top_to_show(number)

    @property
    def has_more_below(self) -> bool:
        """Say whether part of the text has yet to be read."""
        return self.drawing().has_more_below

    def drawing(self) -> Drawing:
        """Lay the view out as things stand."""
        size = self._size()
        entry_rows = self._entry.count_rows(size.columns - _MARGIN)
        return draw(self._view, self._marks(), size, entry_rows, self._top)

    @property
    def _rows_above(self) -> int:
        frame = self.drawing().frame
        return frame.header + frame.body + frame.more + frame.gap

    @property
    def _rows_below(self) -> int:
        frame = self.drawing().frame
        return frame.message + frame.filler + frame.keys


def _pane(text: Callable[[], StyleAndTextTuples], rows: Callable[[], int]) -> Pane:
    return Pane(
        FormattedTextControl(text),
        height=lambda: Dimension.exact(rows()),
        wrap_lines=False,
        always_hide_cursor=True,
    )
