"""What the styles of an ODS workbook say: which parts of a date cells show, which sheets are hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from unbarred.batch.intake.moments import Shows
from unbarred.batch.intake.zipped import Element

_PARTS = {
    "year": "year",
    "month": "month",
    "day": "day",
    "day-of-week": "day",
    "hours": "time",
    "seconds": "time",
}


@dataclass
class Styles:
    """By the names of styles."""

    shows: dict[str, Shows] = field(default_factory=dict)
    """Of cells."""
    hidden_tables: set[str] = field(default_factory=set)


@dataclass
class _Named:
    """What is gathered while the elements pass by."""

    parts: dict[str, set[str]] = field(default_factory=dict)
    data_of_cells: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    style: str = ""
    data_style: str = ""


def styles_of(elements: Iterable[Element]) -> Styles:
    """Return the styles that `elements` define."""
    styles = Styles()
    named = _Named()
    for each in elements:
        _take(each, named, styles)
    shown = {name: _shows(parts) for name, parts in named.parts.items()}
    for cell, data in named.data_of_cells.items():
        if data in shown:
            styles.shows[cell] = shown[data]
    for cell, parent in named.parents.items():
        if cell not in styles.shows and cell not in named.data_of_cells and parent in styles.shows:
            styles.shows[cell] = styles.shows[parent]
    return styles


def _take(each: Element, named: _Named, styles: Styles) -> None:
    attributes = each.attributes
    if each.name in ("date-style", "time-style"):
        named.data_style = attributes.get("name", "")
        named.parts[named.data_style] = set()
        if attributes.get("truncate-on-overflow") == "false":
            named.parts[named.data_style].add("elapsed")
    elif each.parent in ("date-style", "time-style") and each.name in _PARTS:
        named.parts[named.data_style].add(_PARTS[each.name])
    elif each.name == "style":
        named.style = attributes.get("name", "")
        if "data-style-name" in attributes:
            named.data_of_cells[named.style] = attributes["data-style-name"]
        if "parent-style-name" in attributes:
            named.parents[named.style] = attributes["parent-style-name"]
    elif each.name == "table-properties" and attributes.get("display") == "false":
        styles.hidden_tables.add(named.style)


def _shows(parts: set[str]) -> Shows:
    return Shows("year" in parts, "month" in parts, "day" in parts, "time" in parts, "elapsed" in parts)
