"""Finds fonts on this computer: those of the wanted style first, then any that has the letters."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from unbarred.documents.fonts.typeface import FontUnusable, Typeface


@dataclass(frozen=True)
class Style:
    """What letters should look like: `family` is `serif`, `sans` or `mono`."""

    family: str = "serif"
    is_bold: bool = False


_KNOWN = {
    "serif": ("liberationserif", "tinos", "times", "timesnewroman", "notoserif", "dejavuserif"),
    "sans": ("liberationsans", "arimo", "arial", "notosans", "dejavusans"),
    "mono": ("liberationmono", "cousine", "cour", "couriernew", "notosansmono", "dejavusansmono"),
}
_BOLD = ("bold", "bd")
_SLANTED = ("italic", "oblique", "bolditalic", "boldoblique", "i", "bi", "z")


def fonts_for(style: Style) -> Iterator[tuple[Path, Typeface]]:
    """Yield the usable fonts of this computer, those nearest to `style` first, always in the same order."""
    for path in _ordered(style):
        font = _usable(path)
        if font is not None:
            yield path, font


@cache
def _ordered(style: Style) -> tuple[Path, ...]:
    return tuple(sorted(_files(), key=lambda path: (*_distance(path, style), path.name, str(path))))


def _distance(path: Path, style: Style) -> tuple[int, int, int]:
    """Return how far a font is from `style`, by its file's name: slant, family, weight."""
    stem = path.stem.lower().replace("_", "").replace(" ", "")
    family, _, weight = stem.partition("-")
    if not weight:
        # Windows writes `timesbd`: the weight follows the family without a sign between.
        ends = (end for end in (*_BOLD, *_SLANTED) if stem.removesuffix(end) in _all_known() - {stem})
        weight = next(ends, "")
        family = stem.removesuffix(weight)
    is_plain = weight in ("", "regular", "book", "roman", *_BOLD)
    ranks = (*_KNOWN[style.family], *(name for names in _KNOWN.values() for name in names))
    rank = ranks.index(family) if family in ranks else len(ranks)
    return int(not is_plain), rank, int((weight in _BOLD) != style.is_bold)


def _all_known() -> frozenset[str]:
    return frozenset(name for names in _KNOWN.values() for name in names)


@cache
def read(path: Path) -> Typeface:
    """Return the font in a file; raises `FontUnusable` and `OSError`."""
    return Typeface(path)


@cache
def _usable(path: Path) -> Typeface | None:
    try:
        return read(path)
    except (OSError, FontUnusable):
        # One of a computer's many fonts cannot be used; another will serve.
        return None


@cache
def _files() -> tuple[Path, ...]:
    found: set[Path] = set()
    for folder in _folders():
        for top, _, names in os.walk(folder):
            found |= {Path(top, name) for name in names if name.lower().endswith((".otf", ".ttc", ".ttf"))}
    return tuple(sorted(found))


def _folders() -> list[Path]:
    """Return where this system, its user and LibreOffice keep fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        own = Path(os.environ.get("LOCALAPPDATA", str(home)))
        return [windows / "Fonts", own / "Microsoft" / "Windows" / "Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    folders = [Path(each) / "fonts" for each in shared.split(":") if each]
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return [*folders, own / "fonts", home / ".fonts", Path("/usr/lib/libreoffice/share/fonts")]
