"""Reading yes or no, one choice, and several choices.

A choice is named by its value or by the words shown for it. Numbers and first
letters belong to a front end that shows them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from unbarred.errors import nearest
from unbarred.quoting import quoted
from unbarred.screens.field import Choice, Field
from unbarred.screens.reading.refusal import NotAccepted
from unbarred.screens.reading.texts import read_line

_YES = frozenset({"yes", "y", "true", "t"})
_NO = frozenset({"no", "n", "false", "f"})
_NONE = frozenset({"none", "none of these", "none of the above"})
_ALL = frozenset({"all", "all of these", "all of the above"})
_MARKUP = re.compile(r"[{}*`]")
_MOST_NAMED = 8
"""So many choices are named in a message; of more, only the nearest."""


def read_yes_no(field: Field, raw: object) -> bool:
    """Return whether the answer is yes."""
    if isinstance(raw, bool):
        return raw
    word = _plain(raw) if isinstance(raw, str) else ""
    if word in _YES or word in _NO:
        return word in _YES
    raise NotAccepted(f"{quoted(raw)} is neither yes nor no. Type yes or no.")


def read_one(field: Field, raw: object) -> str:
    """Return the value of the choice that was named, or her own words where the field takes them."""
    choice = _find(field.choices, raw)
    if choice is not None:
        return choice.value
    if field.takes_other:
        return read_line(field, raw)
    raise NotAccepted(_unknown(field.choices, raw))


def read_some(field: Field, raw: object) -> tuple[str, ...]:
    """Return the values of the choices that were named, in the order of the field, none twice."""
    wanted = raw if isinstance(raw, list | tuple) else _split(field, raw)
    found = [(_find(field.choices, each), each) for each in wanted]
    unknown = [each for choice, each in found if choice is None]
    if unknown:
        raise NotAccepted(" ".join(_unknown(field.choices, each) for each in unknown))
    chosen = {choice.value for choice, _ in found if choice}
    return _counted(field, tuple(dict.fromkeys(each.value for each in field.choices if each.value in chosen)))


def _counted(field: Field, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return `chosen` if they are as many as the field takes."""
    count, least, most = len(chosen), field.min_length or 0, field.max_length
    if least and least == most and count != least:
        raise NotAccepted(
            f"Choose exactly {_number(least)}{_instead_of(count)}.", _kinds("minmaxlength", least)
        )
    if count < least:
        raise NotAccepted(
            f"Choose at least {_number(least)}{_instead_of(count)}.", _kinds("minlength", least)
        )
    if most is not None and count > most:
        raise NotAccepted(f"Choose at most {_number(most)}{_instead_of(count)}.", _kinds("maxlength", most))
    if not chosen and field.required and not field.none_label and field.min_length is None:
        raise NotAccepted("Choose at least one.", {"checkboxes required": ("",)})
    return chosen


def _number(count: int) -> str:
    return "one" if count == 1 else str(count)


def _instead_of(count: int) -> str:
    return f", not {count}" if count else ""


def _kinds(kind: str, count: int) -> Mapping[str, Sequence[object]]:
    return {f"checkbox {kind}": (count,), f"multiselect {kind}": (count,)}


def _split(field: Field, raw: object) -> Sequence[object]:
    if not isinstance(raw, str) or _find(field.choices, raw):
        return [raw]
    if field.none_label and _plain(raw) in _NONE | {_plain(field.none_label)}:
        return []
    if field.all_label and _plain(raw) in _ALL | {_plain(field.all_label)}:
        return [each.value for each in field.choices]
    mark = next((mark for mark in ("\n", ";", ",") if mark in raw), None)
    return [part for part in raw.split(mark) if part.strip()] if mark else [raw]


def _find(choices: Sequence[Choice], raw: object) -> Choice | None:
    for name in _names(raw):
        exact = next((each for each in choices if each.value == name), None)
        if exact:
            return exact
        plain = _plain(name)
        for spelled in ([each.value for each in choices], [each.label for each in choices]):
            same = [each for each, text in zip(choices, spelled, strict=True) if _plain(text) == plain]
            if len(same) == 1:
                return same[0]
    return None


def _names(raw: object) -> tuple[str, ...]:
    """The words `raw` may stand for: YAML turns an unquoted `yes` or `12` into another type."""
    if isinstance(raw, bool):
        return ("yes", "true") if raw else ("no", "false")
    if isinstance(raw, int):
        return (str(raw),)
    return (raw,) if isinstance(raw, str) else ()


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split()).casefold()


def _unknown(choices: Sequence[Choice], raw: object) -> str:
    labels = [_MARKUP.sub("", each.label) for each in choices]
    if len(labels) > _MOST_NAMED:
        close = nearest(str(raw), labels)
        return f"{quoted(raw)} is not one of the {len(labels)} choices. {close}".rstrip()
    return f"{quoted(raw)} is not one of the choices. They are: {'; '.join(labels)}."
