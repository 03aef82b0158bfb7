"""What stands among the fields and takes no answer: notes, hidden and disabled fields, going on."""

from __future__ import annotations

from typing import Any

from unbarred.answers.values import LATER, AnswerValue, to_plain
from unbarred.engine.datatypes import DATATYPES
from unbarred.engine.translate.binding import Binding
from unbarred.screens import Field, FieldKind

_YES_OR_NO = {True: "Yes", False: "No"}


def note(status: Any, each: Any) -> Binding:
    """Return a text between the fields."""
    texts = [status.extras.get(kind, {}).get(each.number) for kind in ("note", "html", "raw html")]
    said = next((text for text in texts if text), None) or status.labels.get(each.number)
    return Binding(Field("", FieldKind.NOTE, label=str(said or "")), "")


def set_by_going_on(saveas: str, name: str) -> Binding:
    """Return a variable that is true once the person goes on."""
    return Binding(Field(name, FieldKind.YES_NO), saveas, "boolean", is_given=True)


def hidden(status: Any, each: Any, saveas: str, name: str) -> Binding:
    """Return a field nobody sees: the author's default goes straight into the variable."""
    datatype = getattr(each, "datatype", "text")
    default = status.defaults.get(each.number)
    known = DATATYPES.get(datatype, DATATYPES["text"])
    answer = known.to_answer(default)
    given = known.blank if answer is None else known.to_variable(answer)
    return Binding(Field(name, FieldKind.TEXT), saveas, datatype, is_given=True, given=given)


def disabled(field: Field) -> Binding:
    """Return a field that is shown with its default and cannot be changed: here it is only to read."""
    shown = _in_words(field, field.default)
    words = ": ".join(text for text in (field.label, shown) if text)
    return Binding(Field("", FieldKind.NOTE, label=words, help=field.help), "")


def _in_words(field: Field, value: AnswerValue | None) -> str:
    if value is None or value is LATER or field.kind is FieldKind.PASSWORD:
        return ""
    if isinstance(value, bool):
        return _YES_OR_NO[value]
    labels = {each.value: each.label for each in field.choices}
    if isinstance(value, tuple):
        return ", ".join(labels.get(each, each) for each in value)
    return labels.get(str(value), str(to_plain(value)))
