"""The fields of a question, one by one."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from unbarred.answers.values import AnswerValue
from unbarred.engine.datatypes import DATATYPES, LEARNING, Datatype
from unbarred.engine.services import NotOffered
from unbarred.engine.translate.binding import NOTHING_TO_CHOOSE, Binding
from unbarred.engine.translate.choices import NONE, Choices
from unbarred.engine.translate.conditions import conditions, others
from unbarred.engine.translate.names import author_name, full_name
from unbarred.screens import Choice, Field, FieldKind, Limit

_SAID_BY_HEADING = ("yesno", "noyes", "yesnomaybe", "noyesmaybe", "multiple_choice", "signature")
"""Question types with one field, whose label is the screen's heading."""

_BOXES = ("yesno", "noyes", "yesnowide", "noyeswide")
"""Yes or no as a box to tick."""

_OWN_INPUTS = {"area": FieldKind.AREA, "number": FieldKind.TEXT}
"""How a custom datatype's own `input_type` is asked; else as a line of text."""

_PARAMETERS = ("min", "max", "minlength", "maxlength", "step", "scale", "currency symbol", "field metadata")


def bindings(status: Any, variables: dict[str, Any], row: int | None = None) -> list[Binding]:
    """Return the fields of the screen, bound to their variables; of a list that is collected, those of `row`.

    Raises `NotOffered` for a field that needs what unbarred has not.
    """
    bound = [(each, _binding(status, each, variables)) for each in _shown(status, row)]
    asked = [(each, binding) for each, binding in bound if binding.name and not binding.is_given]
    when = conditions(asked, status, variables)
    boxes = [binding.name for each, binding in asked if getattr(each, "inputtype", None) in _BOXES]
    made = []
    for each, binding in bound:
        field = dataclasses.replace(
            binding.field,
            shown_when=tuple(when.get(id(binding), ())),
            rules_out=tuple(_others(each, "uncheckothers", binding, boxes, status, variables)),
            takes_in=tuple(_others(each, "checkothers", binding, boxes, status, variables)),
        )
        made.append(dataclasses.replace(binding, field=field))
    return made


def _shown(status: Any, row: int | None) -> Iterator[Any]:
    """docassemble's fields that its own code shows; its headers between the rows of a list are left out."""
    for each in status.get_field_list():
        if not status.extras.get("ok", {}).get(each.number, True):
            continue
        if row is None or (getattr(each, "collect_number", None) == row and not _is_header(each)):
            yield each


def _is_header(each: Any) -> bool:
    return str(getattr(each, "collect_type", "")).endswith("header")


def _others(
    each: Any, what: str, binding: Binding, boxes: list[str], status: Any, variables: dict[str, Any]
) -> list[str]:
    named = getattr(each, what, False)
    return others(named, binding, boxes, status, variables) if named and binding.name in boxes else []


def _binding(status: Any, each: Any, variables: dict[str, Any]) -> Binding:
    question, number = status.question, each.number
    if not hasattr(each, "saveas"):
        texts = [status.extras.get(kind, {}).get(number) for kind in ("note", "html", "raw html")]
        note = next((text for text in texts if text), None) or status.labels.get(number)
        return Binding(Field("", FieldKind.NOTE, label=str(note or "")), "")
    saveas = author_name(each.saveas)
    name = full_name(saveas, question, variables)
    if question.question_type == "settrue":
        return Binding(Field(name, FieldKind.YES_NO), saveas, "boolean", is_given=True)
    if getattr(each, "inputtype", None) == "hidden":
        return _hidden(status, each, saveas, name)
    return _asked(status, each, saveas, name, variables)


def _hidden(status: Any, each: Any, saveas: str, name: str) -> Binding:
    """A field nobody sees: the author's default goes straight into the variable."""
    datatype = getattr(each, "datatype", "text")
    default = status.defaults.get(each.number)
    known = DATATYPES.get(datatype, DATATYPES["text"])
    answer = known.to_answer(default)
    given = known.blank if answer is None else known.to_variable(answer)
    return Binding(Field(name, FieldKind.TEXT), saveas, datatype, is_given=True, given=given)


def _asked(status: Any, each: Any, saveas: str, name: str, variables: dict[str, Any]) -> Binding:
    number, extras = each.number, status.extras
    question_type = status.question.question_type
    datatype = "signature" if question_type == "signature" else getattr(each, "datatype", "text")
    has_choices = question_type == "multiple_choice" or hasattr(each, "choicetype")
    choices = Choices(status, each, datatype, name, variables) if has_choices else None
    if choices:
        datatype = choices.datatype
        if not choices.offered and not _is_combobox(status, each):
            # There is nothing to choose, so nobody is asked.
            field = Field(name, FieldKind.ONE_OF)
            return Binding(field, saveas, datatype, is_given=True, given=NOTHING_TO_CHOOSE)
    known = _known(status, datatype)
    kind = _kind(known, each, datatype, choices)
    if datatype == "threestate" and choices is None:
        offered, keys = _three_states(status.question, each)
    else:
        offered, keys = (choices.offered, choices.keys) if choices else ((), {})
    if choices and kind is FieldKind.ONE_OF and (label := _label_of(extras, "nota", each)):
        choices.with_none(label)
        offered, keys = choices.offered, choices.keys
    made = Field(
        name=name,
        kind=kind,
        label=_label(status, number),
        required=bool(extras.get("required", {}).get(number, True)),
        choices=offered,
        none_label=_label_of(extras, "nota", each) if kind is FieldKind.SOME_OF else "",
        all_label=_label_of(extras, "aota", each) if kind is FieldKind.SOME_OF else "",
        takes_other=_is_combobox(status, each),
        several=datatype == "files",
        accepts=_accepts(extras.get("accept", {}).get(number), datatype),
        default=_default(status, each, known, choices),
        hint=str(status.hints.get(number, "") or ""),
        help=str(status.helptexts.get(number, "") or ""),
        minimum=_limit(_min_or_max(status, number, "min", kind), known, kind),
        maximum=_limit(_min_or_max(status, number, "max", kind), known, kind),
        step=_step(extras.get("step", {}).get(number)),
        min_length=_least(extras, each, kind),
        max_length=_length(extras.get("maxlength", {}).get(number)),
        messages=_messages(status, number),
    )
    return Binding(
        made,
        saveas,
        datatype,
        keys=keys,
        inverted=getattr(each, "sign", 1) == -1,
        blank_is_no=datatype == "boolean" and getattr(each, "inputtype", None) in _BOXES,
        check=getattr(each, "validate", None),
        parameters=_parameters(extras, each),
    )


def _known(status: Any, datatype: str) -> Datatype:
    if datatype in LEARNING:
        raise NotOffered(
            f"The screen “{(status.question_text or '').strip()}” has a field that learns from answers "
            "(machine learning), which needs a server.",
            "An author can ask with choices instead.",
            service="machine learning",
        )
    if datatype in DATATYPES:
        return DATATYPES[datatype]
    from docassemble.base.functions import custom_types

    own = custom_types.get(datatype)
    if own is None:
        raise NotOffered(
            f"The screen “{(status.question_text or '').strip()}” has a field of type {datatype}, "
            "which neither docassemble nor this interview explains."
        )
    text = DATATYPES["text"]
    return Datatype(_OWN_INPUTS.get(own["input_type"], FieldKind.TEXT), text.to_variable, text.to_answer)


def _kind(known: Datatype, each: Any, datatype: str, choices: Choices | None) -> FieldKind:
    input_type = getattr(each, "inputtype", None)
    if choices is not None:
        if known.kind is FieldKind.SOME_OF:
            return FieldKind.SOME_OF
        return FieldKind.ONE_OF
    if known.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF) and datatype != "threestate":
        return FieldKind.TEXT
    if datatype == "text" and input_type == "area":
        return FieldKind.AREA
    return known.kind


def _three_states(question: Any, each: Any) -> tuple[tuple[Choice, ...], dict[str, Any]]:
    """Yes, no and “I don't know” with docassemble's words for them."""
    inverted = getattr(each, "sign", 1) == -1
    yes, no = question.yes(), question.no()
    offered = (Choice("True", yes), Choice("False", no), Choice(NONE, question.maybe()))
    return offered, {"True": not inverted, "False": inverted, NONE: None}


def _is_combobox(status: Any, each: Any) -> bool:
    question = status.question
    if question.question_type == "multiple_choice":
        return getattr(question, "question_variety", "") == "combobox"
    return getattr(each, "inputtype", None) in ("combobox", "datalist", "ajax")


def _label(status: Any, number: Any) -> str:
    if status.question.question_type in _SAID_BY_HEADING:
        return ""
    label = str(status.labels.get(number, "") or "").strip()
    return "" if label == "no label" else label


def _label_of(extras: Mapping[str, Any], what: str, each: Any) -> str:
    """The words for “none of these” or “all of these”; "" if there is no such choice."""
    label = extras.get(what, {}).get(each.number, False) if hasattr(each, what) else False
    if label is True:
        return "None of these" if what == "nota" else "All of these"
    return str(label) if label else ""


def _default(status: Any, each: Any, known: Datatype, choices: Choices | None) -> AnswerValue | None:
    if choices is not None:
        return choices.defaults if known.kind is FieldKind.SOME_OF else _one(status, each, choices)
    default = status.defaults.get(each.number)
    if default is None or default == "":
        return None
    answer = known.to_answer(default)
    if isinstance(answer, bool) and getattr(each, "sign", 1) == -1:
        return not answer
    return answer


def _one(status: Any, each: Any, choices: Choices) -> AnswerValue | None:
    default = status.defaults.get(each.number)
    if choices.default is None and isinstance(default, str) and getattr(each, "inputtype", "") == "combobox":
        return default or None
    return choices.default


def _min_or_max(status: Any, number: Any, which: str, kind: FieldKind) -> Any:
    limit = status.extras.get(which, {}).get(number)
    if limit in (None, "") and kind is FieldKind.DATE:
        return status.question.interview.options.get(f"default date {which}")
    return limit


def _limit(value: Any, known: Datatype, kind: FieldKind) -> Limit | None:
    if value is None or str(value).strip() == "":
        return None
    if kind in (FieldKind.DATE, FieldKind.TIME, FieldKind.DATE_TIME):
        day = known.to_answer(value)
        if not isinstance(day, datetime.date | datetime.time):
            raise ValueError("a limit is no date or time")
        return day
    number = DATATYPES["number"].to_answer(value)
    if not isinstance(number, Decimal):
        raise ValueError("a limit is no number")
    return number


def _step(value: Any) -> Decimal | None:
    """The step between numbers; a browser's `any`, and whatever else is no number, is none."""
    read = DATATYPES["number"].to_answer(value)
    return read if isinstance(read, Decimal) and read > 0 else None


def _length(value: Any) -> int | None:
    return None if value is None or value == "" else int(float(value))


def _least(extras: Mapping[str, Any], each: Any, kind: FieldKind) -> int | None:
    """The least letters, or choices: boxes without one for none of them may all be left empty on a server."""
    least = _length(extras.get("minlength", {}).get(each.number))
    if least is None and kind is FieldKind.SOME_OF and extras.get("nota", {}).get(each.number) is False:
        return 0
    return least


def _accepts(value: Any, datatype: str) -> tuple[str, ...]:
    if value:
        return tuple(part.strip() for part in str(value).split(",") if part.strip())
    by_camera = {"camera": "image/*", "user": "image/*", "environment": "image/*"}
    by_sound = {"microphone": "audio/*", "camcorder": "video/*"}
    own = (by_camera | by_sound).get(datatype)
    return (own,) if own else ()


def _messages(status: Any, number: Any) -> dict[str, str]:
    by_interview = status.question.interview.default_validation_messages.get(status.question.language, {})
    return {**by_interview, **status.extras.get("validation messages", {}).get(number, {})}


def _parameters(extras: Mapping[str, Any], each: Any) -> dict[str, Any]:
    found = {name: extras[name][each.number] for name in _PARAMETERS if each.number in extras.get(name, {})}
    found.update(getattr(each, "extras", {}).get("custom_parameters", {}))
    for kind in ("custom_parameters_code", "custom_parameters_mako"):
        found.update(extras.get(kind, {}).get(each.number, {}))
    return found
