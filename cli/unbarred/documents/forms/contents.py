"""What goes into a field: the answer that a mapping names, as the kind of field takes it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from unbarred.documents.filling.customs import Customs
from unbarred.documents.filling.marks import clean
from unbarred.documents.forms import dates
from unbarred.documents.forms.expressions import CannotTell, Expressions
from unbarred.documents.forms.fields import Field, Kind, Option
from unbarred.documents.forms.rules import Rule
from unbarred.quoting import one_line

_YES, _NO = ("true", "yes", "y", "on", "1"), ("false", "no", "n", "off", "0")


@dataclass(frozen=True)
class Text:
    """Words for a text field, with newlines where it has several lines."""

    words: str


@dataclass(frozen=True)
class Chosen:
    """The options that are chosen; none to unmark a box."""

    options: tuple[Option, ...]


Content = Text | Chosen


def content_of(
    field: Field, rule: Rule, context: Mapping[str, object], expressions: Expressions
) -> Content | None:
    """Return what goes into `field`, or None for what the person left for later.

    Raises `CannotTell` for an answer that the field cannot take; the message holds no answer.
    """
    customs = expressions.customs
    value: object = rule.words
    if value is None and rule.source is not None:
        value = expressions.value_of(rule.source, context, is_template=rule.is_template)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if callable(value):
        raise CannotTell("This is a way to say it and not yet an answer; write () after it.")
    if isinstance(value, Mapping):
        raise CannotTell("This is a table of answers, not one of them.")
    if field.kind is Kind.CHECK:
        return _marked(field, rule, value)
    if field.kind in (Kind.RADIO, Kind.CHOICE):
        return _one(field, rule, value, customs)
    if field.kind is Kind.LIST:
        return _some(field, rule, value, customs)
    words = _words(field, rule, value, customs)
    return Text(words) if words.strip() else None


def _marked(field: Field, rule: Rule, value: object) -> Chosen:
    on = field.options[0] if field.options else Option("Yes", "Yes")
    if isinstance(value, bool):
        return Chosen((on,) if value else ())
    said = str(value).strip()
    chosen = _option(field, rule, said)
    if chosen is not None:
        return Chosen((chosen,))
    # A box without pictures of its own has no option to name.
    said = rule.options.get(said, said)
    if said.casefold() in _YES or said.casefold() in _NO:
        return Chosen((on,) if said.casefold() in _YES else ())
    raise CannotTell("A check box takes yes or no; write what must be true, such as a == 'b'.")


def _one(field: Field, rule: Rule, value: object, customs: Customs) -> Content:
    words = _words(field, rule, value, customs, is_choice=True)
    option = _option(field, rule, words)
    if option is None and isinstance(value, bool):
        option = next(filter(None, (_option(field, rule, said) for said in (_YES if value else _NO))), None)
    if option is not None:
        return Chosen((option,))
    if field.takes_own_words:
        return Text(words.replace("\n", rule.join if rule.join is not None else "\n"))
    words_of = (one_line(each.words, len(each.words)) for each in field.options[:12])
    known = ", ".join(dict.fromkeys(words_of)) or "none"
    more = " and more" if len(field.options) > 12 else ""
    raise CannotTell(f"The answer is none of the options, which are: {known}{more}. Say “options” for it.")


def _some(field: Field, rule: Rule, value: object, customs: Customs) -> Chosen:
    items = value if isinstance(value, list | tuple) else [value]
    chosen = [_one(field, rule, each, customs) for each in items]
    return Chosen(tuple(option for each in chosen if isinstance(each, Chosen) for option in each.options))


def _option(field: Field, rule: Rule, said: str) -> Option | None:
    return field.kept_option(rule.options[said]) if said in rule.options else field.option(said)


def _words(field: Field, rule: Rule, value: object, customs: Customs, *, is_choice: bool = False) -> str:
    if isinstance(value, bool):
        said = rule.options.get(str(value).lower())
        if said is None and not is_choice:
            raise CannotTell("The answer is yes or no, and the field takes words; say “options” for it.")
        return said if said is not None else str(value).lower()
    form = rule.days or field.date_form
    if isinstance(value, datetime.date) and dates.is_form(form):
        return dates.written(value, form)
    if isinstance(value, list | tuple):
        between = rule.join if rule.join is not None else "\n" if field.is_multiline else ", "
        return between.join(_words(field, rule, each, customs) for each in value if each not in (None, ""))
    # A block of YAML brings a line end of its own, which no field of one line could hold.
    text = clean(str(value if is_choice else customs.said(value))).strip("\n")
    if not is_choice and text in rule.options:
        return rule.options[text]
    if rule.join is not None and not field.is_multiline:
        text = rule.join.join(line.strip() for line in text.split("\n") if line.strip())
    return text
