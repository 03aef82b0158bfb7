"""Fills a form: every answer into its field or, where it does not fit, onto the addendum, or an error."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred import located_yaml
from unbarred.documents.fonts.lettering import Lettering, NoLetter
from unbarred.documents.forms.addendum import Heading, Item, add_addendum
from unbarred.documents.forms.contents import Chosen, Content, content_of
from unbarred.documents.forms.drafts import mark_as_draft
from unbarred.documents.forms.expressions import CannotTell, expressions_for
from unbarred.documents.forms.fields import Field, Kind
from unbarred.documents.forms.flattening import flatten
from unbarred.documents.forms.mapping import FaultyMapping, read_mapping
from unbarred.documents.forms.opening import OpenForm, damage_told, open_form
from unbarred.documents.forms.placing import Placer
from unbarred.documents.forms.rules import FormMapping, Manner, Rule
from unbarred.documents.pdf.saving import saved
from unbarred.errors import Where
from unbarred.quoting import one_line

if TYPE_CHECKING:
    from pikepdf import Pdf


@dataclass(frozen=True)
class Left:
    """A field that is still to complete by hand: its name, its words, its page."""

    name: str
    label: str
    page: int


@dataclass(frozen=True)
class FilledForm:
    """A filled form: its bytes, what is left to do in it, what stands on the addendum, what else to know."""

    content: bytes
    left: tuple[Left, ...]
    addendum: tuple[Item, ...]
    notes: tuple[str, ...]


def fill_form(
    content: bytes,
    name: str,
    mapping: Path,
    context: Mapping[str, object],
    manner: Manner | None = None,
) -> FilledForm:
    """Fill the form in `content`, called `name` in messages, with the variables in `context`.

    The file `mapping` says which goes where. Raises `TemplateFault` for a form that cannot
    be filled, and `FaultyMapping` with everything that is wrong with the
    mapping, or that these answers cannot give it.
    """
    form = open_form(content, name)
    filling = _Filling(form, name, mapping, context, manner or Manner())
    with damage_told(name):
        return filling.fill()


class _Filling:
    def __init__(
        self, form: OpenForm, name: str, mapping: Path, context: Mapping[str, object], manner: Manner
    ) -> None:
        self._form, self._name, self._path, self._context = form, name, mapping, context
        self._manner = manner
        self._expressions = expressions_for(manner.customs)
        self._mapping: FormMapping = read_mapping(mapping, form.fields, self._expressions)
        self._lettering = Lettering(form.pdf)
        self._placer = Placer(form.pdf, self._lettering)
        self._placed: set[str] = set()
        self._items: list[Item] = []
        self._left: list[Left] = []
        self._faults: list[tuple[str, str]] = []

    def fill(self) -> FilledForm:
        contents = [(field, rule, self._content(field, rule)) for field, rule in self._mapped()]
        self._stop_if_faulty()
        for field, rule, content in contents:
            if content is not None:
                self._put(field, rule, content)
                self._placed.add(field.name)
            elif rule.source or rule.words:
                self._left.append(self._to_complete(field, rule))
        self._stop_if_faulty()
        self._look_after_others()
        self._add_addendum()
        if not self._manner.keeps_fields:
            flatten(self._form.pdf, self._form.fields)
        if self._manner.is_draft:
            mark_as_draft(self._form.pdf, self._lettering)
        self._lettering.finish()
        order = {field.name: place for place, field in enumerate(self._form.fields)}
        left = tuple(sorted(self._left, key=lambda each: order[each.name]))
        return FilledForm(_saved(self._form.pdf), left, tuple(self._items), self._form.notes)

    def _mapped(self) -> list[tuple[Field, Rule]]:
        rules = self._mapping.rules
        return [(field, rules[field.name]) for field in self._form.fields if field.name in rules]

    def _content(self, field: Field, rule: Rule) -> Content | None:
        try:
            return content_of(field, rule, self._context, self._expressions)
        except CannotTell as fault:
            self._faults.append((field.name, str(fault)))
            return None

    def _put(self, field: Field, rule: Rule, content: Content) -> None:
        label = rule.label or field.label
        chosen = content.options if isinstance(content, Chosen) else ()
        try:
            if isinstance(content, Chosen):
                words = "\n".join(option.words for option in chosen)
                is_placed = self._placer.choose(field, chosen, rule.smallest)
            else:
                words = content.words
                is_placed = self._placer.text(field, words, rule.smallest)
            if is_placed:
                return
            item = Item(len(self._items) + 1, label, field.page, words)
            if self._placer.refer(field, item.number, chosen):
                self._items.append(item)
                return
        except NoLetter as fault:
            self._faults.append((field.name, str(fault)))
            return
        room = f"; it takes {field.max_length} letters" if field.max_length else ""
        message = f"The answer does not fit, and there is no room to point to the addendum{room}."
        self._faults.append((field.name, message))

    def _look_after_others(self) -> None:
        """Report what nobody fills but somebody must, and draw what the form brings along undrawn."""
        filled = {field.name for field, rule in self._mapped() if rule.source or rule.words}
        for field in self._form.fields:
            is_empty = all(str(holder.get("/V", "")) in ("", "/Off") for holder in field.holders)
            must = field.kind is Kind.SIGNATURE or field.is_required or field.is_calculated
            if field.is_seen and must and is_empty and field.name not in filled:
                self._left.append(self._to_complete(field, self._mapping.rules.get(field.name, Rule())))
            if self._form.needs_shapes or not self._manner.keeps_fields:
                self._placer.show(field, anew=self._form.needs_shapes and field.name not in self._placed)

    def _add_addendum(self) -> None:
        if not self._items:
            return
        rule = self._mapping.addendum
        line = ""
        try:
            if rule.line:
                line = str(self._expressions.value_of(rule.line, self._context, is_template=True) or "")
            title = str(self._form.pdf.docinfo.get("/Title", "")).strip()
            heading = Heading(rule.title, f"To: {title or Path(self._name).stem}", line)
            add_addendum(self._form.pdf, self._items, heading, self._lettering)
        except (CannotTell, NoLetter) as fault:
            place = located_yaml.where(self._path, ("addendum",))
            raise FaultyMapping(str(self._path), [(place, str(fault))]) from fault

    def _to_complete(self, field: Field, rule: Rule) -> Left:
        return Left(field.name, rule.label or field.label, field.page)

    def _stop_if_faulty(self) -> None:
        if not self._faults:
            return
        places = located_yaml.wheres(self._path, [("fields", name) for name, _ in self._faults])
        said = [f"{one_line(name, len(name))}: {message}" for name, message in self._faults]
        found: list[tuple[Where, str]] = list(zip(places, said, strict=True))
        raise FaultyMapping(str(self._path), found)


def _saved(pdf: Pdf) -> bytes:
    """Return the bytes of `pdf`; what the library has to say about the form's make is not for the person."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return saved(pdf)
