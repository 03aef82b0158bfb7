"""Reads the mapping of a form, and holds it against the form's fields: everything wrong with it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from unbarred import located_yaml
from unbarred.documents.forms import dates
from unbarred.documents.forms.expressions import Expressions
from unbarred.documents.forms.fields import FILLABLE, Field, Kind
from unbarred.documents.forms.rules import SMALLEST, AddendumRule, FormMapping, Rule
from unbarred.errors import ContentError, Where, nearest
from unbarred.quoting import quoted

_TOP = ["fields", "days", "addendum"]
_ENTRY = ["value", "words", "days", "join", "options", "label", "smallest"]
_ADDENDUM = ["title", "line"]
Keys = tuple[located_yaml.Key, ...]


class FaultyMapping(ContentError):
    """A mapping cannot be used with its form, or with these answers. Holds every fault at once."""

    def __init__(self, source: str, faults: Sequence[tuple[Where, str]]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault[0].line or 0, fault[0].column or 0)))
        if len(self.faults) == 1:
            where, message = self.faults[0]
            super().__init__(message, where=where)
            return
        lines = "".join(f"\n  {where}: {message}" for where, message in self.faults)
        super().__init__(f"There are {len(self.faults)} things to mend.{lines}", where=Where(source))


def read_mapping(path: Path, fields: Sequence[Field], expressions: Expressions) -> FormMapping:
    """Return the mapping in the file at `path`.

    Raises `FaultyMapping`, or `ContentError` for a file that cannot be read or is no YAML.
    """
    return _Reader(path, {field.name: field for field in fields}, expressions).read()


class _Reader:
    def __init__(self, path: Path, fields: Mapping[str, Field], expressions: Expressions) -> None:
        self._path, self._fields, self._expressions = path, fields, expressions
        self._faults: list[tuple[Keys, str]] = []
        self._days = ""

    def read(self) -> FormMapping:
        content = located_yaml.read(self._path)
        top = self._table(content, (), _TOP, "a mapping")
        self._days = self._date_form(top.get("days"), ("days",))
        addendum = self._addendum(top.get("addendum"))
        entries = top.get("fields")
        if not isinstance(entries, dict):
            self._fault(("fields",), "“fields” needs a line for each field: its name, a colon, an answer.")
            entries = {}
        rules = {str(name): self._rule(name, entry) for name, entry in entries.items()}
        if self._faults:
            places = located_yaml.wheres(self._path, [keys for keys, _ in self._faults])
            said = [message for _, message in self._faults]
            raise FaultyMapping(str(self._path), list(zip(places, said, strict=True)))
        return FormMapping(str(self._path), rules, addendum)

    def _fault(self, keys: Keys, message: str) -> None:
        self._faults.append((keys, message))

    def _table(self, given: Any, keys: Keys, known: list[str], what: str) -> dict[str, Any]:
        table, faults = located_yaml.known_entries(given, keys, known, what)
        self._faults += faults
        return table

    def _addendum(self, given: Any) -> AddendumRule:
        if given is None:
            return AddendumRule()
        keys: Keys = ("addendum",)
        table = self._table(given, keys, _ADDENDUM, "what the addendum takes")
        line = self._text(table, "line", keys)
        self._check_source(line, (*keys, "line"), is_template=True)
        return AddendumRule(self._text(table, "title", keys) or AddendumRule.title, line)

    def _rule(self, name: Any, given: Any) -> Rule:
        keys: Keys = ("fields", name)
        if isinstance(name, bool) or name is None:
            self._fault(keys, "Put this name in quotes: YAML reads it as yes or no.")
            return Rule()
        field = self._fields.get(str(name))
        if field is None:
            near = nearest(str(name), list(self._fields))
            self._fault(keys, f"The form has no field {quoted(name, 80)}. {near}".rstrip())
        elif given is not None and field.kind not in FILLABLE:
            self._fault(keys, f"{quoted(name, 80)} is a {field.kind}; it is left to be done by hand.")
        elif given is not None and (field.has(14) or field.has(21)) and field.kind is Kind.TEXT:
            self._fault(keys, f"{quoted(name, 80)} takes a password or a file; it cannot be filled.")
        rule = (
            self._long_rule(given, keys, field) if isinstance(given, dict) else self._short_rule(given, keys)
        )
        self._check_source(rule.source, keys, is_template=rule.is_template)
        return rule

    def _short_rule(self, given: Any, keys: Keys) -> Rule:
        if isinstance(given, list | dict):
            self._fault(keys, "A field is filled by one answer, not by several.")
            return Rule()
        source = None if given is None else str(given).lower() if isinstance(given, bool) else str(given)
        return Rule(source, days=self._days)

    def _long_rule(self, given: Any, keys: Keys, field: Field | None) -> Rule:
        table = self._table(given, keys, _ENTRY, "what a field takes")
        if "value" in table and "words" in table:
            self._fault(keys, "A field takes a value or words, not both.")
        value = table.get("value")
        smallest = table.get("smallest", SMALLEST)
        if isinstance(smallest, bool) or not isinstance(smallest, int | float) or not 4 <= smallest <= 72:
            self._fault((*keys, "smallest"), "The smallest letters are a number of points, from 4 to 72.")
            smallest = SMALLEST
        return Rule(
            source=self._short_rule(value, keys).source,
            words=self._text(table, "words", keys) if "words" in table else None,
            days=self._date_form(table.get("days"), (*keys, "days")) or self._days,
            join=self._text(table, "join", keys) if "join" in table else None,
            options=self._options(table.get("options"), (*keys, "options"), field),
            label=self._text(table, "label", keys),
            smallest=float(smallest),
        )

    def _options(self, given: Any, keys: Keys, field: Field | None) -> dict[str, str]:
        if given is None:
            return {}
        if not isinstance(given, dict):
            self._fault(
                keys, "“options” needs a line for each answer: the answer, a colon, the form's option."
            )
            return {}
        found = {}
        for answer, said in given.items():
            option = field.option(_word(said)) if field else None
            if field and field.options and option is None:
                known = [each.words for each in field.options]
                near = nearest(_word(said), known) or f"It has {', '.join(map(quoted, known[:12]))}."
                self._fault(
                    (*keys, answer), f"{quoted(field.name, 80)} has no option {quoted(_word(said))}. {near}"
                )
            found[_word(answer)] = option.value if option else _word(said)
        return found

    def _text(self, table: dict[str, Any], key: str, keys: Keys) -> str:
        given = table.get(key)
        if isinstance(given, dict | list):
            self._fault((*keys, key), f"“{key}” needs a text.")
            return ""
        return "" if given is None else _word(given)

    def _date_form(self, given: Any, keys: Keys) -> str:
        if given is None:
            return ""
        if not isinstance(given, str) or not dates.is_form(given):
            self._fault(keys, "Days are written like mm/dd/yyyy, with d, m and y for day, month and year.")
            return ""
        return given

    def _check_source(self, source: str | None, keys: Keys, *, is_template: bool) -> None:
        fault = self._expressions.fault_in(source, is_template=is_template) if source else ""
        if fault:
            self._fault(keys, fault)


def _word(given: Any) -> str:
    """Return a word of the mapping as it is written: YAML makes yes and no of some."""
    return {True: "true", False: "false"}.get(given, str(given)) if isinstance(given, bool) else str(given)
