"""Finding which answer a heading names: by the column's heading, its question or its label."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from unbarred.batch.columns.asked import Column

_ASIDE = re.compile(r"[(\[]\s*(?:required|optional|if any|if known)\s*[)\]]", re.IGNORECASE)
_APOSTROPHE = re.compile("['’‘`´]")
_ITEM = re.compile(r"\[(?:\d+|[i-n])?\]")
_PATH = re.compile(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*|\[(?:\d+|[i-n])?\])+")
_ITERATOR = re.compile(r"\[[i-n]?\]")
_ITERATORS = "ijklmn"


def plain(text: str) -> str:
    """Return a heading as it is compared: without capitals, accents, marks, and blanks that say nothing."""
    bare = _APOSTROPHE.sub("", _ASIDE.sub(" ", text))
    parts = unicodedata.normalize("NFKD", bare)
    letters = "".join(each for each in parts if not unicodedata.combining(each)).casefold()
    words = " ".join("".join(each if each.isalnum() else " " for each in letters).split())
    return words or text.strip()


def is_path(text: str) -> bool:
    """Say whether a heading is a variable, as `petitioner.name.first` or `children[0].age` is.

    A lone word can be a variable or a heading, so it is taken for a heading.
    """
    return _PATH.fullmatch(text.strip()) is not None


def pattern(name: str) -> str:
    """Return the variable with iterators for its items: of `children[1].age`, `children[i].age`."""
    iterators = iter(_ITERATORS)
    return _ITEM.sub(lambda _: f"[{next(iterators, 'n')}]", name)


def has_iterators(name: str) -> bool:
    """Say whether a variable is about the items of a sheet, as `children[i].age` is."""
    return _ITERATOR.search(name) is not None


def stem(name: str) -> str:
    """Return the list whose items a variable with iterators is about; "" if it is about none."""
    return name[: found[-1].start()] if (found := list(_ITEM.finditer(name))) else ""


def filled_in(name: str, numbers: Sequence[int]) -> str:
    """Return the variable with `numbers` in place of its iterators, counted from 0."""
    left = iter(numbers)
    return _ITEM.sub(lambda _: f"[{next(left)}]", name)


class Labels:
    """The columns of one sheet, by what people may write above them."""

    def __init__(self, columns: Iterable[Column], within: str = "") -> None:
        """Take `columns`; in the sheet of a list, `within` is its items, such as `children[i]`."""
        self._headings: dict[str, list[Column]] = {}
        self._others: dict[str, list[Column]] = {}
        for column in columns:
            _add(self._headings, column.heading, column)
            _add(self._headings, column.name, column)
            if within and column.name.startswith(f"{within}."):
                _add(self._headings, column.name.removeprefix(f"{within}."), column)
            _add(self._others, column.question, column)
            _add(self._others, column.label, column)

    def find(self, heading: str) -> tuple[Column, ...]:
        """Return the columns that `heading` can name: one, or none, or several if it is ambiguous.

        A column's own heading, which no other has, comes before the words of its screen. One word of
        those is not enough: the only “Phone” that is asked may be her helper's, and the sheet's her own.
        """
        words = plain(heading)
        found = tuple(self._headings.get(words) or self._others.get(words) or ())
        is_lone = len(found) == 1 and words not in self._headings and " " not in words
        return () if is_lone else found


def _add(known: dict[str, list[Column]], words: str, column: Column) -> None:
    bare = plain(words)
    if bare and column not in (there := known.setdefault(bare, [])):
        there.append(column)
