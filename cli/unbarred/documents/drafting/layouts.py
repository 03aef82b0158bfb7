"""How paragraphs stand: what an attachment's metadata and the markup between and in paragraphs say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from unbarred.documents.drafting.blocks import Layout
from unbarred.documents.drafting.markup import Code

_INCHES = {"in": 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4, "pt": 1 / 72, "px": 1 / 72, "em": 12 / 72}
_LENGTH = re.compile(r"([0-9.]+) *([A-Za-z]+)")
_QUOTE = 0.5
_STEP = 0.45
"""How far a list's words stand in from those around it."""
_DEEPEST = 4.0
_SPACINGS = {
    "TIGHTSPACING": (1.0, False),
    "SINGLESPACING": (1.0, False),
    "ONEANDAHALFSPACING": (1.5, True),
    "DOUBLESPACING": (2.0, True),
    "TRIPLESPACING": (3.0, True),
}
"""The height of lines, and whether first lines are indented then."""
_IN_METADATA = {
    "SingleSpacing": "SINGLESPACING",
    "OneAndAHalfSpacing": "ONEANDAHALFSPACING",
    "DoubleSpacing": "DOUBLESPACING",
    "TripleSpacing": "TRIPLESPACING",
}


@dataclass(frozen=True)
class Settings:
    """What holds from here on: the spacing (none: that of the house), and the indent of first lines."""

    spacing: str = ""
    is_indented: bool = False
    indent: float = 0.5


def of_metadata(metadata: Mapping[str, object]) -> Settings:
    """Return what an attachment's `metadata` say of all its paragraphs."""
    settings = Settings(indent=inches(str(metadata.get("IndentationAmount", ""))) or 0.5)
    for key, name in _IN_METADATA.items():
        if _is_true(metadata.get(key)):
            settings = changed(settings, name)
            break
    if "Indentation" in metadata:
        settings = replace(settings, is_indented=_is_true(metadata["Indentation"]))
    return settings


def changed(settings: Settings, name: str) -> Settings:
    """Return the settings after the markup called `name`."""
    if name in _SPACINGS:
        return replace(settings, spacing=name, is_indented=_SPACINGS[name][1])
    if name in ("START_INDENTATION", "INDENTATION", "STOP_INDENTATION", "NOINDENTATION"):
        return replace(settings, is_indented=not name.startswith(("STOP", "NO")))
    return settings


def of_style(style: str, settings: Settings, quotes: int, *, in_list: bool) -> Layout:
    """Return how a paragraph stands that says nothing of it itself; `quotes` is how often it is quoted."""
    if style != "Normal":
        return Layout()
    side = min(_QUOTE * quotes, _DEEPEST / 2)
    layout = Layout(left=side, right=side)
    if settings.spacing:
        line = _SPACINGS[settings.spacing][0]
        # Lines that stand far apart need no more room between paragraphs.
        layout = replace(layout, line=line, after=None if settings.spacing == "SINGLESPACING" else 0)
    return replace(layout, first=settings.indent) if settings.is_indented and not in_list else layout


def with_code(layout: Layout, code: Code) -> Layout:
    """Return `layout` as the markup `code` at a paragraph's beginning wants it."""
    layout = replace(layout, first=0)
    if code.name == "BORDER":
        return replace(layout, boxed=True)
    if code.name == "INDENTBY":
        left, right = (*(inches(part) for part in _LENGTHS.findall(code.value)), 0.0, 0.0)[:2]
        return replace(layout, left=layout.left + left, right=layout.right + right)
    close = replace(layout, line=None, after=None)
    if code.name in ("CENTER", "BOLDCENTER"):
        return replace(close, align="center", bold=code.name == "BOLDCENTER")
    if code.name in ("FLUSHLEFT", "FLUSHRIGHT"):
        return replace(close, align="left" if code.name == "FLUSHLEFT" else "right")
    return layout


_LENGTHS = re.compile(r"[0-9.]+ *[A-Za-z]+")


def inches(length: str) -> float:
    """Return a length such as `1.5in` in inches, at most what a page has room for; 0 for any other words."""
    found = _LENGTH.fullmatch(length.strip())
    if not found or found.group(2).lower() not in _INCHES or found.group(1).count(".") > 1:
        return 0.0
    amount = found.group(1).strip(".")
    return min(float(amount or 0) * _INCHES[found.group(2).lower()], _DEEPEST)


def item_left(depth: int) -> float:
    """Return how far the words of a list's item stand in, `depth` lists deep."""
    return min(_STEP * (depth + 1), _DEEPEST)


def _is_true(value: object) -> bool:
    return value is True or str(value).strip().lower() in ("true", "yes", "1")
