"""A whole screen: its kind, its texts, its fields, what can be done on it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from unbarred.engine.links import SCHEME
from unbarred.engine.services import NotOffered
from unbarred.engine.translate import buttons as pressing
from unbarred.engine.translate.actions import Actions
from unbarred.engine.translate.binding import Binding, Buttons, Row, Translated
from unbarred.engine.translate.constant import translated_once
from unbarred.engine.translate.documents import documents
from unbarred.engine.translate.fields import bindings
from unbarred.engine.translate.language import language_of
from unbarred.engine.translate.names import full_name
from unbarred.engine.translate.place import progress, section
from unbarred.engine.translate.terms import Terms
from unbarred.screens import Field, FieldKind, Screen, ScreenKind

_ASKING = frozenset(
    "fields yesno noyes yesnomaybe noyesmaybe settrue multiple_choice continue signature review".split()
)
_ENDING = frozenset({"deadend", "attachments"})
_SENDING = frozenset({"response", "sendfile", "backgroundresponse", "backgroundresponseaction"})
_LEAVING = pressing.LEAVING | {"redirect", "signin", "register", "interview_exit"}
_BELOW = ("underText", "rightText", "post text")
"""Where docassemble keeps what stands around the fields; here it stands below them."""
_WAITING = frozenset({"refresh", "wait", "restart", "new_session"})


def translate(status: Any, variables: dict[str, Any], row: int = 0, *, worded: bool = True) -> Translated:
    """Return the screen that `status` describes; of a list that is collected, the screen of `row`.

    Without words, a question has its fields only. Raises `NotOffered` for what unbarred cannot ask.
    """
    if worded:
        return _Translation(status, variables, row).made()
    return translated_once(status, variables, lambda: _Translation(status, variables, row).made_for_nobody())


class _Translation:
    def __init__(self, status: Any, variables: dict[str, Any], row: int) -> None:
        self._status = status
        self._question = status.question
        self._variables = variables
        self._kind = _kind(status)
        self._terms = Terms(status)
        self._actions = Actions()
        self._row = _row(status, row) if self._kind is ScreenKind.QUESTION else None

    def made_for_nobody(self) -> Translated:
        if self._kind is not ScreenKind.QUESTION or self._question.question_type == "review":
            return self.made()
        bound, buttons = self._bindings(), self._buttons()
        fields = [each.field for each in bound if not each.is_given]
        if buttons:
            fields.append(buttons.field)
        if self._row and self._row.more:
            fields.append(self._row.more)
        screen = Screen(self._id(bound, buttons), self._kind_with(fields), "", fields=tuple(fields))
        return Translated(screen, tuple(each for each in bound if each.name), buttons, self._row)

    def made(self) -> Translated:
        status = self._status
        link = _link(status) if self._kind is ScreenKind.EXIT else ""
        # A question that only leads elsewhere has the address for its text; it may be one of a server's own.
        leads = self._kind is ScreenKind.EXIT and _is_address(status.question_text, link)
        heading = "" if leads else self._marked(status.question_text)
        text = self._joined(status.extras.get("pre text"), status.subquestion_text)
        bound = self._bindings()
        buttons = self._buttons()
        fields = [self._field(each.field) for each in bound if not each.is_given]
        if heading and (of_row := self._heading_of_row()):
            fields.insert(0, Field("", FieldKind.NOTE, label=self._marked(of_row)))
        if buttons:
            fields.append(self._field(buttons.field))
        if self._row and self._row.more:
            fields.append(self._row.more)
        if self._question.question_type == "review":
            fields.extend(self._review_items())
        if self._row:
            self._actions.of_row(status, self._row.number)
        self._actions.of_buttons(status)
        if self._kind in (ScreenKind.END, ScreenKind.EXIT) and pressing.has_buttons(status):
            self._actions.of_beginning_again(pressing.beginning_again(status))
        self._actions.of_menu(status)
        screen = Screen(
            id=self._id(bound, buttons),
            kind=self._kind_with(fields),
            heading=heading or self._heading_of_row(),
            text=text,
            under=self._joined(*(status.extras.get(part) for part in _BELOW)),
            fields=tuple(fields),
            help=tuple(self._marked(page) for page in _help_pages(status)),
            terms=self._terms.found,
            section=section(self._question, self._variables),
            progress=progress(self._question, self._variables),
            documents=tuple(documents(status)),
            link=link,
            continue_label=status.continue_label or "",
            can_go_back=_can_go_back(status, self._variables),
            language=language_of(self._question),
            actions=tuple(self._actions.found),
        )
        return Translated(screen, tuple(each for each in bound if each.name), buttons, self._row)

    def _id(self, bound: Sequence[Binding], buttons: Buttons | None) -> str:
        names = [each.name for each in bound if each.name] + ([buttons.field.name] if buttons else [])
        return " ".join([getattr(self._question, "id", ""), *names]).strip() or str(self._question.name)

    def _marked(self, text: str | None) -> str:
        return self._terms.mark(self._actions.mark(text or ""))

    def _joined(self, *texts: str | None) -> str:
        return "\n\n".join(self._marked(text) for text in texts if text and text.strip())

    def _field(self, each: Field) -> Field:
        label, help_text = self._actions.mark(each.label), self._actions.mark(each.help)
        if (label, help_text) != (each.label, each.help):
            each = dataclasses.replace(each, label=label, help=help_text)
        return self._terms.mark_field(each)

    def _bindings(self) -> list[Binding]:
        if self._kind is not ScreenKind.QUESTION or self._question.question_type in ("review", "continue"):
            found: list[Binding] = []
        elif pressing.has_buttons(self._status):
            found = []
        else:
            found = bindings(self._status, self._variables, self._row.number if self._row else None)
        question = self._question
        button = getattr(question, "fields_saveas", None) or getattr(question, "review_saveas", None)
        if button and self._kind is ScreenKind.QUESTION:
            name = full_name(button, self._question, self._variables)
            found.append(Binding(Field(name, FieldKind.YES_NO), button, "boolean", is_given=True))
        return found

    def _buttons(self) -> Buttons | None:
        if self._kind is ScreenKind.QUESTION and pressing.has_buttons(self._status):
            return pressing.buttons(self._status, self._variables)
        return None

    def _review_items(self) -> list[Field]:
        """Each item of a review is text to read, with the number of the action that changes it."""
        status = self._status
        items = []
        for each in self._question.fields:
            number = each.number
            if not status.extras["ok"].get(number):
                continue
            label = str(status.labels.get(number) or "").strip()
            texts = [
                self._marked(str(status.extras.get(kind, {}).get(number) or ""))
                for kind in ("note", "html", "raw html")
            ]
            if number in status.extras.get("action", {}):
                label = f"{label} ({self._actions.of_review(status.extras['action'][number], label)})"
            texts = [self._terms.mark(label), *texts, self._marked(str(status.helptexts.get(number) or ""))]
            items.append(Field("", FieldKind.NOTE, label="\n\n".join(text for text in texts if text)))
        return [item for item in items if item.label]

    def _kind_with(self, fields: Sequence[Field]) -> ScreenKind:
        is_only_to_read = not any(each.takes_answer for each in fields)
        return ScreenKind.NOTE if self._kind is ScreenKind.QUESTION and is_only_to_read else self._kind

    def _heading_of_row(self) -> str:
        return str(self._status.extras.get("list_message", {}).get(self._row.number, "")) if self._row else ""


def _kind(status: Any) -> ScreenKind:
    question_type = status.question.question_type
    if question_type in _ASKING:
        if pressing.has_buttons(status) and pressing.only_leave(status):
            return ScreenKind.END if status.attachments else ScreenKind.EXIT
        return ScreenKind.QUESTION
    if question_type in _ENDING:
        return ScreenKind.END if status.attachments else ScreenKind.EXIT
    if question_type in _SENDING:
        return ScreenKind.END
    if question_type in _LEAVING:
        return ScreenKind.EXIT
    if question_type in _WAITING:
        return ScreenKind.QUESTION
    raise NotOffered(f"A screen is a {question_type} question, which unbarred does not offer.")


def _link(status: Any) -> str:
    """The address a server would send her to."""
    if status.question.question_type in _LEAVING:
        text = (status.question_text or "").strip()
    elif pressing.has_buttons(status):
        text = pressing.leads_to(status)
    else:
        return ""
    return "" if text.startswith("unbarred:") else text


def row_sought(status: Any, variables: dict[str, Any]) -> int:
    """The row of a list that is collected on the screen for which the screen came up; 0 if for none."""
    collected = status.extras.get("list_collect", False)
    if collected is False:
        return 0
    sought = variables.get(status.extras["list_iterator"])
    return sought if isinstance(sought, int) and sought < len(collected.elements) else 0


def _is_address(text: str | None, link: str) -> bool:
    words = (text or "").split()
    return len(words) == 1 and (words[0] == link or words[0].startswith(SCHEME))


def _row(status: Any, number: int) -> Row | None:
    """The row of the list that is collected here; None if the screen collects none."""
    collected = status.extras.get("list_collect", False)
    if collected is False:
        return None
    name = collected.instanceName
    may_add = bool(status.extras.get("list_collect_allow_append")) and not collected.ask_object_type
    count = int(status.extras["list_collect_length"])
    label = str(status.extras.get("list_collect_add_another_label") or "Is there another one to add?")
    is_asked = may_add and number + 1 >= count
    more = Field(f"{name}.there_is_another", FieldKind.YES_NO, label) if is_asked else None
    return Row(name, number, count, more)


def _can_go_back(status: Any, variables: dict[str, Any]) -> bool:
    """Neither the screen forbids it, nor did code forbid to change what came before the last step."""
    since = variables["_internal"]["steps_offset"]
    is_shut = since and variables["_internal"]["steps"] - since <= 1
    return bool(status.extras.get("can_go_back", True)) and not is_shut


def _help_pages(status: Any) -> list[str]:
    pages = []
    for page in [*status.help_text, *status.interview_help_text]:
        heading = page.get("heading")
        content = page.get("content") or ""
        pages.append(f"**{heading}**\n\n{content}" if heading else content)
    return pages
