"""Turns docassemble's picture of a screen (`InterviewStatus`) into our `Screen`."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from unbarred.answers.values import AnswerValue
from unbarred.engine.datatypes import KINDS
from unbarred.engine.host import NotOffered
from unbarred.engine.terms import Terms
from unbarred.screens import Choice, Document, Field, FieldKind, Screen, ScreenKind, Section, ShownWhen


@dataclass(frozen=True)
class Binding:
    """A field of ours and what docassemble wants set for it."""

    field: Field
    choices: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """For a choice: docassemble's own key by our choice value."""
    inverted: bool = False
    """`noyes`: the variable is true where the person says no."""
    is_button: bool = False
    """The continue button sets this variable; the person is not asked."""


@dataclass(frozen=True)
class Translated:
    """A screen, and how to give its answers to docassemble."""

    screen: Screen
    bindings: Mapping[str, Binding]


def translate(status: Any, variables: dict[str, Any]) -> Translated:
    """Return the screen that `status` describes.

    Raises `NotOffered` for a kind of question or field unbarred cannot ask yet.
    """
    question = status.question
    kind = _kind(status)
    bindings = _bindings(status, variables) if kind is ScreenKind.QUESTION else []
    notes_and_fields = [binding.field for binding in bindings if not binding.is_button]
    if kind is ScreenKind.QUESTION and not any(each.takes_answer for each in notes_and_fields):
        kind = ScreenKind.NOTE
    names = [binding.field.name for binding in bindings if binding.field.name]
    terms = Terms(status)
    screen = Screen(
        id=" ".join([question.id if hasattr(question, "id") else "", *names]).strip() or question.name,
        kind=kind,
        heading=terms.mark(status.question_text),
        text=terms.mark(status.subquestion_text),
        under=terms.mark(status.extras.get("underText")),
        fields=tuple(terms.mark_field(each) for each in notes_and_fields),
        help=tuple(terms.mark(page) for page in _help_pages(status)),
        terms=terms.found,
        section=_section(status, variables),
        progress=_progress(question, variables),
        documents=tuple(_documents(status)),
        continue_label=status.continue_label or "",
    )
    return Translated(screen, {binding.field.name: binding for binding in bindings if binding.field.name})


def _kind(status: Any) -> ScreenKind:
    question_type = status.question.question_type
    if question_type in ("fields", "yesno", "noyes", "settrue", "multiple_choice", "continue"):
        if question_type == "multiple_choice" and not hasattr(status.question.fields[0], "saveas"):
            return _buttons_kind(status)
        return ScreenKind.QUESTION
    if question_type in ("deadend", "attachments"):
        return ScreenKind.END if status.attachments else ScreenKind.EXIT
    raise NotOffered(
        f"The screen “{status.question_text.strip()}” is a {question_type} question, "
        "which unbarred does not offer yet."
    )


def _buttons_kind(status: Any) -> ScreenKind:
    """Buttons that only leave or start again make an end; others lead elsewhere in the interview."""
    from docassemble.base.parse import Question

    leaving = {"exit", "leave", "restart", "new_session", "logout", "exit_logout", "refresh"}
    for choice in status.question.fields[0].choices:
        key = choice.get("key")
        if not (isinstance(key, Question) and key.question_type in leaving):
            raise NotOffered(
                f"The screen “{status.question_text.strip()}” has buttons that run code, "
                "which unbarred does not offer yet."
            )
    return ScreenKind.END if status.attachments else ScreenKind.EXIT


def _bindings(status: Any, variables: dict[str, Any]) -> list[Binding]:
    question = status.question
    bindings = []
    for each in status.get_field_list():
        if not status.extras.get("ok", {}).get(each.number, True):
            continue
        bindings.append(_binding(status, each, variables))
    button = getattr(question, "fields_saveas", None)
    if button:
        name = _full_name(button, question, variables)
        bindings.append(Binding(Field(name, FieldKind.YES_NO), is_button=True))
    return bindings


def _binding(status: Any, each: Any, variables: dict[str, Any]) -> Binding:
    question, number, extras = status.question, each.number, status.extras
    note = extras.get("note", {}).get(number) or extras.get("html", {}).get(number)
    if note is not None and not hasattr(each, "saveas"):
        return Binding(Field("", FieldKind.NOTE, label=note))
    if not hasattr(each, "saveas"):
        raise NotOffered(f"A field on “{status.question_text.strip()}” saves nothing unbarred knows.")
    from docassemble.base.parse import from_safeid

    name = _full_name(from_safeid(each.saveas), question, variables)
    if question.question_type == "settrue":
        return Binding(Field(name, FieldKind.YES_NO), is_button=True)
    kind, choices = _kind_and_choices(status, each)
    made = Field(
        name=name,
        kind=kind,
        label=_label(status, number),
        required=bool(extras.get("required", {}).get(number, True)),
        choices=tuple(Choice(str(c["key"]), str(c["label"]), str(c.get("help", ""))) for c in choices),
        none_label=_none_label(status, each),
        default=_default(status.defaults.get(number), kind),
        hint=str(status.hints.get(number, "") or ""),
        help=str(status.helptexts.get(number, "") or ""),
        minimum=_limit(extras.get("min", {}).get(number), kind),
        maximum=_limit(extras.get("max", {}).get(number), kind),
        min_length=_length(extras.get("minlength", {}).get(number)),
        max_length=_length(extras.get("maxlength", {}).get(number)),
        shown_when=_shown_when(status, each, variables),
    )
    return Binding(
        made,
        choices={str(choice["key"]): choice["key"] for choice in choices},
        inverted=getattr(each, "sign", 1) == -1,
    )


def _full_name(name: str, question: Any, variables: dict[str, Any]) -> str:
    from docassemble.base.parse import substitute_vars_from_user_dict

    return str(substitute_vars_from_user_dict(name, variables, is_generic=question.is_generic))


def _kind_and_choices(status: Any, each: Any) -> tuple[FieldKind, list[dict[str, Any]]]:
    datatype = getattr(each, "datatype", "text")
    input_type = getattr(each, "inputtype", None)
    if status.question.question_type == "multiple_choice":
        return FieldKind.ONE_OF, list(status.selectcompute[each.number])
    if datatype == "text" and input_type == "area":
        return FieldKind.AREA, []
    if datatype not in KINDS:
        raise NotOffered(
            f"The screen “{status.question_text.strip()}” has a field of type {datatype}, "
            "which unbarred does not offer yet."
        )
    kind = KINDS[datatype]
    if hasattr(each, "choicetype") and kind is not FieldKind.YES_NO:
        choices = list(status.selectcompute[each.number])
        return (FieldKind.SOME_OF if kind is FieldKind.SOME_OF else FieldKind.ONE_OF), choices
    return kind, []


def _label(status: Any, number: int) -> str:
    label = str(status.labels.get(number, "") or "").strip()
    return "" if label == "no label" else label


def _none_label(status: Any, each: Any) -> str:
    label = status.extras.get("nota", {}).get(each.number, False) if hasattr(each, "nota") else False
    if label is True:
        return "None of these"
    return str(label) if label else ""


def _default(value: Any, kind: FieldKind) -> AnswerValue | None:
    if value is None or value == "":
        return None
    if kind is FieldKind.DATE:
        return _day(value)
    if kind in (FieldKind.NUMBER, FieldKind.CURRENCY):
        return Decimal(str(value))
    if kind is FieldKind.INTEGER:
        return int(value)
    if kind is FieldKind.YES_NO:
        return value if isinstance(value, bool) else None
    if kind is FieldKind.SOME_OF:
        items: Iterable[Any] = (
            (key for key, on in value.items() if on) if isinstance(value, Mapping) else [value]
        )
        return tuple(str(item) for item in items) or None
    return str(value)


def _day(value: Any) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    from docassemble.base.util import as_datetime

    return as_datetime(value).date()  # type: ignore[no-any-return]


def _limit(value: Any, kind: FieldKind) -> Decimal | datetime.date | None:
    if value is None or value == "":
        return None
    return _day(value) if kind is FieldKind.DATE else Decimal(str(value))


def _length(value: Any) -> int | None:
    return None if value is None or value == "" else int(float(value))


def _shown_when(status: Any, each: Any, variables: dict[str, Any]) -> tuple[ShownWhen, ...]:
    from docassemble.base.parse import from_safeid

    if "show_if_js" in each.extras:
        raise NotOffered(
            f"The screen “{status.question_text.strip()}” hides a field by JavaScript, "
            "which unbarred does not run."
        )
    if "show_if_var" not in each.extras:
        return ()
    other = _full_name(from_safeid(each.extras["show_if_var"]), status.question, variables)
    text = str(status.extras.get("show_if_val", {}).get(each.number, "True"))
    value: AnswerValue = {"True": True, "False": False}.get(text, text)
    return (ShownWhen(other, value, holds=bool(each.extras.get("show_if_sign", 1))),)


def _help_pages(status: Any) -> list[str]:
    pages = []
    for page in [*status.help_text, *status.interview_help_text]:
        heading = page.get("heading")
        content = page.get("content") or ""
        pages.append(f"**{heading}**\n\n{content}" if heading else content)
    return pages


def _section(status: Any, variables: dict[str, Any]) -> Section | None:
    sections = _section_titles(variables["nav"].sections, status.question.language)
    current = variables["nav"].current
    if current is None:
        return None
    if current in sections:
        position = list(sections).index(current) + 1
        return Section(sections[current], position, len(sections))
    return Section(str(current))


def _section_titles(sections: Any, language: str) -> dict[str, str]:
    if not sections:
        return {}
    listed = sections.get(language) or sections.get("*") or next(iter(sections.values()))
    titles: dict[str, str] = {}
    for entry in listed:
        pairs = entry.items() if isinstance(entry, Mapping) else [(entry, entry)]
        for key, title in pairs:
            if key != "subsections":
                titles[str(key)] = str(title)
    return titles


def _progress(question: Any, variables: dict[str, Any]) -> int | None:
    """Percent done, for an interview that reckons it (`progress bar: True`)."""
    if not question.interview.use_progress_bar:
        return None
    return round(variables["_internal"].get("progress") or 0)


def _documents(status: Any) -> list[Document]:
    return [
        Document(attachment["name"], attachment["filename"], attachment.get("description") or "")
        for attachment in status.attachments or []
    ]
