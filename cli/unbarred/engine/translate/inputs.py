"""One field that is asked: how, with which choices and words, and how its answer goes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from unbarred.engine.datatypes import LEARNING, Datatype
from unbarred.engine.own_datatypes import datatype_named
from unbarred.engine.services import NotOffered
from unbarred.engine.translate import limits
from unbarred.engine.translate.binding import NOTHING_TO_CHOOSE, Binding
from unbarred.engine.translate.choices import NONE, Choices
from unbarred.engine.translate.defaults import default
from unbarred.engine.translate.language import language_of
from unbarred.screens import Choice, Field, FieldKind

BOXES = ("yesno", "noyes", "yesnowide", "noyeswide")
"""Yes or no as a box to tick."""

_SAID_BY_HEADING = ("yesno", "noyes", "yesnomaybe", "noyesmaybe", "multiple_choice", "signature")
"""Question types with one field, whose label is the screen's heading."""

_PARAMETERS = frozenset(
    ("min", "max", "minlength", "maxlength", "step", "scale", "currency symbol", "field metadata")
)


def asked(status: Any, each: Any, saveas: str, name: str, variables: dict[str, Any]) -> Binding:
    """Return the field for the variable `name`, which its author wrote as `saveas`.

    Raises `NotOffered` for a field that needs what unbarred has not.
    """
    number, extras = each.number, status.extras
    question_type = status.question.question_type
    datatype = "signature" if question_type == "signature" else getattr(each, "datatype", "text")
    has_choices = question_type == "multiple_choice" or hasattr(each, "choicetype")
    choices = Choices(status, each, datatype, saveas, name, variables) if has_choices else None
    if choices:
        datatype = choices.datatype
        if not choices.offered and not _is_combobox(status, each):
            # There is nothing to choose, so nobody is asked.
            field = Field(name, FieldKind.ONE_OF)
            return Binding(field, saveas, datatype, is_given=True, given=NOTHING_TO_CHOOSE)
    known = _known(datatype)
    kind = _kind(known, each, datatype, choices)
    if choices and kind is FieldKind.ONE_OF and (label := _label_of(extras, "nota", each)):
        choices.with_none(label)
    if choices is None and datatype == "threestate":
        offered, keys = _three_states(status.question, each)
    else:
        offered, keys = (choices.offered, choices.keys) if choices else ((), {})
    parameters = _parameters(extras, each)
    made = Field(
        name=name,
        kind=kind,
        label=_label(status, number),
        required=bool(extras.get("required", {}).get(number, True)),
        choices=offered,
        none_label=_none_label(extras, each, datatype) if kind is FieldKind.SOME_OF else "",
        all_label=_label_of(extras, "aota", each) if kind is FieldKind.SOME_OF else "",
        takes_other=_is_combobox(status, each),
        several=datatype == "files",
        accepts=limits.accepts(extras.get("accept", {}).get(number), datatype),
        default=default(status, each, known, choices, name, parameters),
        hint=str(status.hints.get(number, "") or ""),
        help=_help(status, number),
        minimum=limits.limit(status, number, "min", known, kind),
        maximum=limits.limit(status, number, "max", known, kind),
        step=limits.step(extras.get("step", {}).get(number)),
        min_length=limits.least(extras, each, kind),
        max_length=limits.length(extras.get("maxlength", {}).get(number)),
        messages=_messages(status, number),
    )
    return Binding(
        made,
        saveas,
        datatype,
        keys=keys,
        inverted=getattr(each, "sign", 1) == -1,
        input_type=getattr(each, "inputtype", ""),
        blank_is_no=datatype == "boolean" and getattr(each, "inputtype", None) in BOXES,
        # A server leaves it out for boxes, whose answers come to it one by one.
        check=None if kind is FieldKind.SOME_OF else getattr(each, "validate", None),
        parameters=parameters,
    )


def _known(datatype: str) -> Datatype:
    if datatype in LEARNING:
        raise NotOffered(
            "A screen has a field that learns from answers (machine learning), which needs a server.",
            "An author can ask with choices instead.",
            service="machine learning",
        )
    known = datatype_named(datatype)
    if known is None:
        raise NotOffered(
            f"A screen has a field of type {datatype}, which neither docassemble nor this interview explains."
        )
    return known


def _kind(known: Datatype, each: Any, datatype: str, choices: Choices | None) -> FieldKind:
    if choices is not None:
        return FieldKind.SOME_OF if known.kind is FieldKind.SOME_OF else FieldKind.ONE_OF
    if known.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF) and datatype != "threestate":
        return FieldKind.TEXT
    if known.kind is FieldKind.TEXT and getattr(each, "inputtype", None) == "area":
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


def _help(status: Any, number: Any) -> str:
    """What the author says of the field, behind a button or below it."""
    texts = [status.helptexts.get(number), status.extras.get("under_text", {}).get(number)]
    return "\n\n".join(str(text).strip() for text in texts if text)


def _none_label(extras: Mapping[str, Any], each: Any, datatype: str) -> str:
    """The words for “none of these”, which only boxes have, and only where none may be chosen."""
    if not datatype.endswith("checkboxes") or limits.least(extras, each, FieldKind.SOME_OF):
        return ""
    return _label_of(extras, "nota", each)


def _label_of(extras: Mapping[str, Any], what: str, each: Any) -> str:
    """The words for “none of these” or “all of these”; "" if there is no such choice."""
    label = extras.get(what, {}).get(each.number, False) if hasattr(each, what) else False
    if label is True:
        return "None of these" if what == "nota" else "All of these"
    return str(label) if label else ""


def _messages(status: Any, number: Any) -> dict[str, str]:
    own = status.extras.get("validation messages", {}).get(number, {})
    by_interview = status.question.interview.default_validation_messages
    if not by_interview:
        return dict(own)
    return {**by_interview.get("*", {}), **by_interview.get(language_of(status.question), {}), **own}


def _parameters(extras: Mapping[str, Any], each: Any) -> dict[str, Any]:
    found = {
        name: extras[name][each.number] for name in _PARAMETERS & extras.keys() if each.number in extras[name]
    }
    found.update(getattr(each, "extras", {}).get("custom_parameters", {}))
    for kind in ("custom_parameters_code", "custom_parameters_mako"):
        found.update(extras.get(kind, {}).get(each.number, {}))
    return found
