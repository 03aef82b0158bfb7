"""How the text of a field is to look, as the form's maker said it: font, size, colour, side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unbarred.documents.fonts import Style
from unbarred.documents.fonts.lettering import Face, Lettering
from unbarred.documents.fonts.simple import SimpleFont
from unbarred.documents.forms.fields import inherited

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

_COLOURS = ("g", "rg", "k")
_LARGEST = 300.0


@dataclass(frozen=True)
class TextStyle:
    """The look of a field's text."""

    faces: tuple[Face, ...]
    """The form's own font, if its letters are known, and the standard one like it."""
    like: Style
    """What other fonts that help out should look like."""
    size: float
    """Points; 0 for what fits."""
    colour: str
    side: int
    """0 for the left, 1 for the middle, 2 for the right."""


class Styles:
    """The styles of one form's fields."""

    def __init__(self, pdf: Pdf, lettering: Lettering) -> None:
        """Remember the form that is filled."""
        self._form, self._lettering = pdf.Root["/AcroForm"], lettering
        self._faces: dict[str, tuple[Face, ...]] = {}
        self._likes: dict[str, Style] = {}

    def of(self, widget: Dictionary) -> TextStyle:
        """Return the style of a field's text."""
        said = inherited(widget, "/DA") or self._form.get("/DA")
        font, size, colour = _parsed(str(said) if said is not None else "")
        if font not in self._faces:
            self._load(font, widget)
        side = inherited(widget, "/Q")
        side = int(side if side is not None else self._form.get("/Q", 0))
        return TextStyle(self._faces[font], self._likes[font], size, colour, side if side in (0, 1, 2) else 0)

    def _load(self, name: str, widget: Dictionary) -> None:
        from pikepdf import Dictionary

        found = None
        for resources in (inherited(widget, "/DR"), self._form.get("/DR")):
            fonts = resources.get("/Font") if isinstance(resources, Dictionary) else None
            if found is None and isinstance(fonts, Dictionary):
                found = fonts.get(name)
        own = SimpleFont(found) if isinstance(found, Dictionary) else None
        like = Style(own.family, own.is_bold) if own else Style("sans")
        standard = self._lettering.standard_face(like)
        self._faces[name] = (own, standard) if own and own.is_usable else (standard,)
        self._likes[name] = like


def _parsed(said: str) -> tuple[str, float, str]:
    """Return font, size and colour of a default appearance such as `/Helv 0 Tf 0 g`."""
    words = said.split()
    font, size, colour = "/Helv", 0.0, "0 g"
    for place, word in enumerate(words):
        numbers = _numbers(words[max(0, place - 4) : place])
        if word == "Tf" and place >= 2:
            font = words[place - 2]
            size = numbers[-1] if numbers else 0.0
        elif word in _COLOURS:
            count = {"g": 1, "rg": 3, "k": 4}[word]
            if len(numbers) >= count:
                colour = f"{' '.join(words[place - count : place])} {word}"
    return font, min(max(size, 0.0), _LARGEST), colour


def _numbers(words: list[str]) -> list[float]:
    """Return the numbers at the end of `words`."""
    found: list[float] = []
    for word in reversed(words):
        value: Any = _number(word)
        if value is None:
            break
        found.insert(0, value)
    return found


def _number(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None
