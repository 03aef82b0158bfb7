"""What a form asks for: its fields, with what each can hold and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from unbarred.quoting import one_line

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf

_DEEPEST = 50
_HIDDEN = 2 | 32
_LONGEST_LABEL = 100
_DATE_FORM = re.compile(r"AFDate_(?:Format|Keystroke)Ex\(\s*[\"']([^\"']+)[\"']")


class Kind(StrEnum):
    """What a field is."""

    TEXT = "text"
    CHECK = "check box"
    RADIO = "one of several boxes"
    CHOICE = "one of a list"
    LIST = "some of a list"
    SIGNATURE = "signature"
    BUTTON = "button"


FILLABLE = (Kind.TEXT, Kind.CHECK, Kind.RADIO, Kind.CHOICE, Kind.LIST)


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen: what the form keeps, and the words that are shown for it."""

    value: str
    words: str


@dataclass(frozen=True)
class Widget:
    """One place where a field shows: its annotation, and the index of its page."""

    annotation: Dictionary
    page: int
    is_hidden: bool
    """Whether it is never seen: told to be hidden, or without any size."""


@dataclass(frozen=True)
class Field:
    """One field, with everything that stands under its name."""

    name: str
    kind: Kind
    label: str
    """The form's own words for it, or the last part of its name."""
    options: tuple[Option, ...] = ()
    max_length: int | None = None
    flags: int = 0
    date_form: str = ""
    """How the form writes days, such as `mm/dd/yyyy`; empty where it does not say."""
    is_calculated: bool = False
    holders: tuple[Dictionary, ...] = field(default=(), compare=False)
    """The dictionaries that keep its value."""
    widgets: tuple[Widget, ...] = field(default=(), compare=False)

    @property
    def page(self) -> int:
        """The number of the page it first shows on."""
        return min(widget.page for widget in self.widgets) + 1

    def has(self, bit: int) -> bool:
        """Whether a flag is set; bits are numbered from 1, as in the PDF standard."""
        return bool(self.flags & (1 << (bit - 1)))

    @property
    def is_read_only(self) -> bool:
        """Whether a person could not fill it."""
        return self.has(1)

    @property
    def is_required(self) -> bool:
        """Whether the form says that it must be filled."""
        return self.has(2)

    @property
    def is_multiline(self) -> bool:
        """Whether a text can have several lines."""
        return self.kind is Kind.TEXT and self.has(13)

    @property
    def is_comb(self) -> bool:
        """Whether each letter stands in a cell of its own."""
        return self.kind is Kind.TEXT and self.has(25) and bool(self.max_length) and not self.is_multiline

    @property
    def takes_own_words(self) -> bool:
        """Whether one may write what is not in the list."""
        return self.kind is Kind.CHOICE and self.has(19)

    @property
    def is_seen(self) -> bool:
        """Whether it shows anywhere."""
        return any(not widget.is_hidden for widget in self.widgets)

    def option(self, said: str) -> Option | None:
        """Return the option whose words or value are `said`, else one that differs in capitals only.

        Words come first: a form may keep 0, 1 and 2 for the boxes that read 1, 2 and 3.
        """
        loose = said.casefold()
        ways = (
            lambda each: each.words == said,
            lambda each: each.value == said,
            lambda each: loose in (each.value.casefold(), each.words.casefold()),
        )
        return next((each for is_meant in ways for each in self.options if is_meant(each)), None)

    def kept_option(self, value: str) -> Option | None:
        """Return the option that the form keeps as `value`."""
        return next((each for each in self.options if each.value == value), None)


def read_fields(pdf: Pdf) -> tuple[Field, ...]:
    """Return the fields of a form in the order in which they stand on its pages.

    Widgets of one full name are one field, however the form keeps them apart.
    """
    found: dict[str, list[tuple[Dictionary, Widget]]] = {}
    for index, page in enumerate(pdf.pages):
        for annotation in _widgets(page.obj):
            holder = _holder(annotation)
            found.setdefault(_full_name(holder), []).append((holder, _widget(annotation, index)))
    return tuple(_field(name, members) for name, members in found.items() if name)


def inherited(part: Dictionary, key: str) -> Any:
    """Return what `part` or the nearest of those above it has under `key`, or None."""
    return next((each[key] for each in _upwards(part) if key in each), None)


def topmost(part: Dictionary) -> Dictionary:
    """Return the field at the top of the tree that `part` belongs to."""
    return list(_upwards(part))[-1]


def states(widget: Widget) -> list[str]:
    """Return the names of the states in which a box is marked, without the slash."""
    from pikepdf import Dictionary

    shapes = widget.annotation.get("/AP")
    normal = shapes.get("/N") if isinstance(shapes, Dictionary) else None
    if not isinstance(normal, Dictionary):
        return []
    return [name[1:] for name in dict(normal.items()) if name != "/Off"]


def _widgets(page: Dictionary) -> Iterator[Dictionary]:
    from pikepdf import Array, Dictionary

    annotations = page.get("/Annots")
    for annotation in annotations if isinstance(annotations, Array) else ():
        if (
            isinstance(annotation, Dictionary)
            and annotation.get("/Subtype") == "/Widget"
            and "/Rect" in annotation
        ):
            yield annotation


def _widget(annotation: Dictionary, page: int) -> Widget:
    left, bottom, right, top = (float(edge) for edge in annotation["/Rect"])
    is_told = bool(int(annotation.get("/F", 0)) & _HIDDEN)
    return Widget(annotation, page, is_told or left == right or bottom == top)


def _upwards(part: Dictionary) -> Iterator[Dictionary]:
    from pikepdf import Dictionary

    for _ in range(_DEEPEST):
        yield part
        above = part.get("/Parent")
        if not isinstance(above, Dictionary):
            return
        part = above


def _holder(widget: Dictionary) -> Dictionary:
    """Return the dictionary that keeps the value of `widget`: the nearest one that has a name."""
    return next((each for each in _upwards(widget) if "/T" in each), widget)


def _full_name(holder: Dictionary) -> str:
    return ".".join(reversed([str(each["/T"]) for each in _upwards(holder) if "/T" in each]))


def _field(name: str, members: list[tuple[Dictionary, Widget]]) -> Field:
    holders: list[Dictionary] = []
    for each, _ in members:
        if not any(
            each.same_owner_as(other) and each.objgen == other.objgen and each.objgen[0] for other in holders
        ):
            holders.append(each)
    widgets = tuple(widget for _, widget in members)
    first = widgets[0].annotation
    flags, limit = int(inherited(first, "/Ff") or 0), inherited(first, "/MaxLen")
    kind = _kind(str(inherited(first, "/FT") or ""), flags, widgets)
    said = inherited(first, "/TU")
    return Field(
        name=name,
        kind=kind,
        label=_short(str(said) if said else name.rpartition(".")[2]),
        options=tuple(_options(kind, first, widgets)),
        max_length=int(limit) if limit is not None and int(limit) > 0 else None,
        flags=flags,
        date_form=_date_form(first),
        is_calculated="/C" in (inherited(first, "/AA") or {}),
        holders=tuple(holders),
        widgets=widgets,
    )


def _short(words: str) -> str:
    """Return words on one line; of long ones the end, which says most: “Section 2, item 5, your name”."""
    words = one_line(words, len(words))
    return words if len(words) <= _LONGEST_LABEL else "… " + words[-_LONGEST_LABEL:].partition(" ")[2]


def _kind(type_name: str, flags: int, widgets: tuple[Widget, ...]) -> Kind:
    if type_name == "/Tx":
        return Kind.TEXT
    if type_name == "/Ch":
        return Kind.LIST if flags & (1 << 21) else Kind.CHOICE
    if type_name == "/Btn":
        if flags & (1 << 16):
            return Kind.BUTTON
        several = len({state for widget in widgets for state in states(widget)}) > 1
        return Kind.RADIO if several or flags & (1 << 15) else Kind.CHECK
    return Kind.SIGNATURE if type_name == "/Sig" else Kind.BUTTON


def _options(kind: Kind, first: Dictionary, widgets: tuple[Widget, ...]) -> Iterator[Option]:
    listed = inherited(first, "/Opt")
    pairs = [_option(each) for each in listed] if listed is not None else []
    if kind in (Kind.CHOICE, Kind.LIST):
        yield from pairs
    elif kind in (Kind.CHECK, Kind.RADIO):
        known = dict.fromkeys(state for widget in widgets for state in states(widget))
        for state in known:
            # A form may number its boxes and keep their words in a list beside.
            number = int(state) if state.isdecimal() else -1
            yield Option(state, pairs[number].words if 0 <= number < len(pairs) else state)


def _option(part: Object) -> Option:
    from pikepdf import Array

    if isinstance(part, Array):
        return Option(str(part[0]), str(part[1] if len(part) > 1 else part[0]))
    return Option(str(part), str(part))


def _date_form(first: Dictionary) -> str:
    from pikepdf import Dictionary, Stream

    actions = inherited(first, "/AA")
    form = actions.get("/F") if isinstance(actions, Dictionary) else None
    script = form.get("/JS") if isinstance(form, Dictionary) else None
    if script is None:
        return ""
    words = script.read_bytes().decode("latin-1") if isinstance(script, Stream) else str(script)
    found = _DATE_FORM.search(words)
    return found.group(1) if found and found.group(1).isprintable() else ""
