"""Asks a question that nobody reads: what can change of it is worked out, the rest was, once.

docassemble works out all of a screen each time: words, buttons, help, colours. Where answers come from a
spreadsheet, only this matters of most questions: which variables they look at (what is not defined yet is
asked first), what their fields begin with, and the limits that are written as Mako. Of a question with any
code in it, or with anything that is not known here to be without effect, docassemble's own way is gone.
"""

from __future__ import annotations

import builtins
import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from unbarred.engine.compiled_once import evaluate, execute
from unbarred.engine.translate.constant import is_constant

_TYPES = ("fields", "settrue")
_READ = ("content", "subcontent", "helptext")
"""The texts of a question, in the order in which docassemble looks at them."""
_CHANGING = ("min", "max")
"""What of a field may be written as Mako, besides its hint."""
_ANEW = ("defaults", "hints", "extras", "sought", "orig_sought")
"""What docassemble returns of a question that is another each time."""
_ITERATORS = "ijklmn"

_EMPTY = frozenset(
    """action_buttons attachments audiovideo autoterms backbuttonlabel breadcrumb compute_attachment
    continuecolor continuelabel cornerbackbuttonlabel css decorations helpheading helplabel need need_post
    reconsider reload_after role script section tabular terms undefine""".split()
)
"""What there must be none of."""

_WITHOUT_EFFECT = frozenset(
    """back_button can_go_back checkin condition data_for_debug embeds fields fields_for_invalidation
    fields_for_onchange fields_used from_source id initial_code interview is_generic is_initial is_mandatory
    language line_number mako_names mandatory_code name names_used number other_fields_used package progress
    question_type scan_for_variables target validation_code""".split()
)
"""What bears on whether a question is asked, or on what comes after it, but not on how it is asked."""

_OURS = "unbarred_"
"""What the names begin with of what is kept here with a question."""


@dataclass(frozen=True)
class _Field:
    """What must be worked out of a field each time."""

    number: Any
    changing: tuple[tuple[str, Any], ...]
    """Limits: name and text."""
    hint: Any
    """Its text, or None."""
    variable: str
    """As the author wrote it; empty for a field without one."""
    is_by_itself: bool
    """Whether its variable belongs to nothing, and is never one of Python's own names."""
    proposed: tuple[Any, ...]
    """What the author proposes as an answer, if anything."""


@dataclass(frozen=True)
class _Known:
    """What was worked out of a question: the same for everyone."""

    texts: tuple[Any, ...]
    fields: tuple[_Field, ...]
    holders: tuple[str, ...]
    """The objects and lists that its variables belong to."""
    asked: Mapping[str, Any]
    """What docassemble returns of it, but for words, and for what is worked out anew."""
    extras: Mapping[str, Any]
    """The same of what it calls extras."""


def asking_once(stock: Callable[..., Any]) -> Callable[..., Any]:
    """Return what takes the place of docassemble's `Question.ask`, which is `stock`."""
    from docassemble.base.thread_context import get_globals

    def ask(
        question: Any,
        variables: dict[str, Any],
        old_variables: Any,
        the_x: str,
        iterators: list[str],
        *sought: Any,
        **named: Any,
    ) -> Any:
        is_worded = getattr(get_globals(), "unbarred_is_worded", True)
        is_usual = old_variables is None and not named and "role" not in variables
        if is_worded or not is_usual or not _is_plain(question):
            return stock(question, variables, old_variables, the_x, iterators, *sought, **named)
        known: _Known | None = vars(question).get("unbarred_known")
        if known is None:
            asked = stock(question, variables, old_variables, the_x, iterators, *sought)
            question.unbarred_known = _what_stays(question, asked)
            return asked
        asked = _asked(question, known, variables, the_x, iterators)
        asked["sought"], asked["orig_sought"] = sought
        return asked

    return ask


def _is_plain(question: Any) -> bool:
    """Say whether nothing of a question is worked out but what `_asked` works out."""
    known: bool | None = vars(question).get("unbarred_is_plain")
    if known is None:
        interview = question.interview
        known = (
            question.question_type in _TYPES
            and is_constant(question)
            and all(_is_plain_part(name, value) for name, value in vars(question).items())
            and isinstance(question.can_go_back, bool)
            and not any(interview.default_screen_parts.values())
            and not any(interview.helptext.values())
        )
        question.unbarred_is_plain = known
    return known


def _is_plain_part(name: str, value: Any) -> bool:
    if name in _EMPTY:
        return not value
    if name in _READ:
        return value is None or not value.other_lang
    return name in _WITHOUT_EFFECT or name.startswith(_OURS)


def _what_stays(question: Any, asked: Mapping[str, Any]) -> _Known:
    """Return what stays the same of what docassemble returned for a plain question."""
    from docassemble.base.parse import from_safeid, parse_var_name

    fields = tuple(_field(each, from_safeid) for each in question.fields)
    numbers = {each.number for each in fields}
    holders: dict[str, None] = {}
    for field in fields:
        parts = parse_var_name(field.variable) if field.variable else {}
        for kind in ("objects", "bracket_objects"):
            holders |= dict.fromkeys(parts.get(kind, ())[-1:])
    texts = (getattr(question, name) for name in _READ)
    return _Known(
        texts=tuple(each for each in texts if each is not None and each.uses_mako),
        fields=fields,
        holders=tuple(holders),
        asked={
            **{name: each for name, each in asked.items() if name not in _ANEW},
            **dict.fromkeys(("question_text", "subquestion_text", "continue_label")),
            **dict.fromkeys(("help_text", "interview_help_text"), ()),
        },
        # What belongs to a field stays; the rest is titles and the like.
        extras={
            name: each
            for name, each in asked["extras"].items()
            if isinstance(each, bool)
            or (isinstance(each, dict) and each.keys() <= numbers and name not in _CHANGING)
        },
    )


def _field(each: Any, from_safeid: Callable[[str], str]) -> _Field:
    proposed = (each.default,) if hasattr(each, "default") else ()
    variable = from_safeid(each.saveas) if hasattr(each, "saveas") else ""
    extras = getattr(each, "extras", {})
    return _Field(
        number=each.number,
        changing=tuple((name, extras[name]) for name in _CHANGING if name in extras),
        hint=getattr(each, "hint", None),
        variable=variable,
        is_by_itself=variable.isidentifier() and not hasattr(builtins, variable),
        # A text of it has no Mako, or its field were not constant.
        proposed=tuple(each.text({}).strip() if hasattr(each, "text") else each for each in proposed),
    )


def _asked(
    question: Any, known: _Known, variables: dict[str, Any], the_x: str, iterators: list[str]
) -> dict[str, Any]:
    """Return what docassemble would for a plain question, in the same steps, but without words."""
    from docassemble.base.thread_context import this_thread

    this_thread.current_question = question
    _speak_of(the_x, iterators, variables)
    for text in known.texts:
        text.text(variables)
    extras, defaults, hints = dict(known.extras), {}, {}
    for field in known.fields:
        for name, text in field.changing:
            if limit := text.text(variables).strip():
                extras.setdefault(name, {})[field.number] = limit
        if field.variable:
            for value in _begins_with(field, question, variables, the_x, iterators):
                defaults[field.number] = value
            if field.hint is not None:
                hints[field.number] = field.hint.text(variables)
    for holder in known.holders:
        if not holder.isidentifier() or holder not in variables:
            evaluate(holder, variables)
    return {**known.asked, "defaults": defaults, "hints": hints, "extras": extras}


def _speak_of(the_x: str, iterators: list[str], variables: dict[str, Any]) -> None:
    """Let the question's own names mean what it is asked about."""
    if the_x != "None":
        execute(f"x = {the_x}", variables)
    for name, item in zip(_ITERATORS, iterators, strict=False):
        execute(f"{name} = {item}", variables)


def _begins_with(
    field: _Field, question: Any, variables: dict[str, Any], the_x: str, iterators: list[str]
) -> Iterable[Any]:
    """Yield what a field begins with, if anything: what it holds, or held before it was forgotten."""
    from docassemble.base.parse import substitute_vars

    if not field.is_by_itself or field.variable in variables:
        # As docassemble has it: whatever fails is no answer to begin with.
        with contextlib.suppress(BaseException):
            return (evaluate(field.variable, variables),)
    forgotten = variables["_internal"].get("dirty")
    full = forgotten and substitute_vars(field.variable, question.is_generic, the_x, iterators)
    return (forgotten[full],) if full and full in forgotten else field.proposed
