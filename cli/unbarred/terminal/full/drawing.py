"""What stands where in the window at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from prompt_toolkit.formatted_text import StyleAndTextTuples
from rich.text import Text

from unbarred.terminal.full.body import Body, Marks, body
from unbarred.terminal.full.frame import Frame, Needs, key_rows, share_out
from unbarred.terminal.full.style import fragments
from unbarred.terminal.prose import literal, set_lines
from unbarred.terminal.view import View, Writing
from unbarred.terminal.words import prompts, writing
from unbarred.terminal.wrapping import width_of

_MARGIN = 1
_MOST_ENTRY_ROWS = 6


@dataclass(frozen=True)
class Size:
    """The window, in columns and rows."""

    columns: int
    rows: int


@dataclass(frozen=True)
class Drawing:
    """A view laid out for a size."""

    view: View
    size: Size
    frame: Frame
    body: Body
    top: int
    """The first line of the body that is in sight."""
    header: list[Text]
    message: list[Text]
    keys: list[Text]

    @property
    def last_top(self) -> int:
        """How far down the body can be moved."""
        return max(len(self.body.lines) - self.frame.body, 0)

    @property
    def has_more_below(self) -> bool:
        """Say whether part of the text has yet to be read."""
        return self.top < self.last_top

    def above_entry(self) -> StyleAndTextTuples:
        """Everything above the place where she types."""
        frame = self.frame
        lines = self.header[: frame.header]
        lines += self.body.lines[self.top : self.top + frame.body]
        lines += [self._more()] * frame.more
        return _joined(lines + [Text()] * frame.gap)

    def below_entry(self) -> StyleAndTextTuples:
        """Everything below it; the keys stand at the foot of the window."""
        frame = self.frame
        return _joined(self.message[: frame.message] + [Text()] * frame.filler + self.keys[: frame.keys])

    def top_to_show(self, number: int) -> int:
        """Return the top at which choice `number` is in sight."""
        start, end = self.body.places[number]
        return max(min(self.top, start), end - self.frame.body, 0)

    def _more(self) -> Text:
        if self.top and self.has_more_below:
            said = prompts.more_both()
        elif self.top:
            said = prompts.more_above()
        else:
            is_writing = isinstance(self.view.entry, Writing)
            said = writing.more_of_question() if is_writing else prompts.more_below()
        return Text(f" ({said})")


def draw(view: View, marks: Marks, size: Size, entry_rows: int, top: int | None) -> Drawing:
    """Lay out `view`; a `top` of None means: from the start, or the end if something was said already."""
    text = body(view, marks, size.columns)
    header = _header(view, size.columns)
    message = _message(view, size.columns)
    keys = _keys(view, size.columns)
    is_writing = isinstance(view.entry, Writing)
    needs = Needs(
        header=len(header),
        body=len(text.lines),
        entry=entry_rows if is_writing else min(entry_rows, _MOST_ENTRY_ROWS),
        message=len(message),
        keys=len(keys),
        is_writing=is_writing,
    )
    frame = share_out(needs, size.rows)
    last_top = max(len(text.lines) - frame.body, 0)
    start = (last_top if view.said else 0) if top is None else min(top, last_top)
    return Drawing(view, size, frame, text, start, header, message, keys)


def _header(view: View, columns: int) -> list[Text]:
    """Where she is on the left, how far on the right; one under the other where it is narrow."""
    section, place = view.page.section, view.page.place
    if not section and not place:
        return []
    room = columns - 2 * _MARGIN
    gap = room - width_of(section) - width_of(place)
    if gap >= 2 or not section:
        lines = [Text(f" {section}{' ' * max(gap, 0)}{place}")]
    else:
        lines = [
            Text(f" {line.plain}")
            for line in set_lines([literal(section), literal(place, follows=True)], room)
        ]
    return [*lines, Text()]


def _message(view: View, columns: int) -> list[Text]:
    """The problem or the notice, and how a long answer stands."""
    said = [(view.notice, "notice"), (view.problem, "problem")]
    parts = [literal(text, style=style, follows=True) for text, style in said if text]
    if isinstance(view.entry, Writing):
        parts.append(literal(_standing(view.entry), follows=True))
        parts.append(literal(writing.how_to_end_writing(), follows=True))
    lines = set_lines(parts, columns - 2 * _MARGIN)
    gap = [Text()] if lines and not isinstance(view.entry, Writing) else []
    return gap + [Text(" ").append_text(line) for line in lines]


def _standing(entry: Writing) -> str:
    from unbarred.terminal.editor import own_editor

    parts = [writing.word_count(entry.draft.word_count), writing.kept_as_typed()]
    return " · ".join([*parts, writing.editor_offered()] if own_editor() else parts)


def _keys(view: View, columns: int) -> list[Text]:
    first = writing.key_done_writing() if isinstance(view.entry, Writing) else prompts.key_go_on()
    commands = prompts.command_keys(has_actions=view.page.has_actions)
    items = (first, *(f"{sign} {meaning}" for sign, meaning in commands))
    lines = []
    for row in key_rows(items, columns - 2 * _MARGIN):
        line = Text(" ")
        for place, item in enumerate(row):
            sign, meaning = item.split(" ", 1)
            line.append(" · " if place else "").append(sign, "key").append(f" {meaning}")
        lines.append(line)
    return lines


def _joined(lines: list[Text]) -> StyleAndTextTuples:
    joined: StyleAndTextTuples = []
    for place, line in enumerate(lines):
        if place:
            joined.append(("", "\n"))
        joined += fragments(line)
    return joined
