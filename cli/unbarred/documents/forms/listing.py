"""What a form asks for, in words, and the beginning of a mapping for it."""

from __future__ import annotations

import io
from collections.abc import Sequence

import yaml

from unbarred.documents.forms.fields import FILLABLE, Field, Kind
from unbarred.documents.forms.opening import open_form
from unbarred.quoting import one_line

_MOST_OPTIONS = 20


def fields_of(content: bytes, name: str) -> tuple[Field, ...]:
    """Return the fields of the form in `content`; raises `TemplateFault`, which says `name`."""
    return open_form(content, name).fields


def in_words(field: Field) -> str:
    """Return what a field is and can hold, such as `text of several lines, at most 40 letters, required`."""
    said: list[str] = [field.kind]
    if field.is_multiline:
        said[0] = "text of several lines"
    if field.is_comb:
        said[0] = "text, each letter in a cell"
    if field.max_length is not None:
        said.append(f"at most {field.max_length} letters")
    if field.date_form:
        said.append(f"a day like {field.date_form}")
    said += [
        words
        for words, is_so in (
            ("required", field.is_required),
            ("reckoned by the form", field.is_calculated),
            ("not to be changed", field.is_read_only),
            ("hidden", not field.is_seen),
        )
        if is_so
    ]
    return ", ".join(said)


def options_in_words(field: Field) -> list[str]:
    """Return what can be chosen, as a mapping names it."""
    return [
        shown(each.value) if each.value == each.words else f"{shown(each.value)} ({shown(each.words)})"
        for each in field.options[:_MOST_OPTIONS]
    ] + [f"and {len(field.options) - _MOST_OPTIONS} more"] * (len(field.options) > _MOST_OPTIONS)


def as_data(field: Field) -> dict[str, object]:
    """Return a field in plain JSON types."""
    return {
        "name": field.name,
        "kind": field.kind.name.lower(),
        "page": field.page,
        "label": field.label,
        "options": [{"value": each.value, "words": each.words} for each in field.options],
        "max_length": field.max_length,
        "multiline": field.is_multiline,
        "comb": field.is_comb,
        "required": field.is_required,
        "read_only": field.is_read_only,
        "calculated": field.is_calculated,
        "days": field.date_form or None,
    }


def skeleton(fields: Sequence[Field], name: str) -> str:
    """Return a mapping for the form called `name` that fills nothing yet, with what each field is."""
    out = io.StringIO()
    out.write(f"# Which answer goes into which field of {one_line(name, 80)}.\n")
    out.write("# Write an answer's name or an expression after the colon; null leaves the field as it is.\n")
    out.write("fields:\n")
    for field in fields:
        if field.kind not in FILLABLE:
            continue
        out.write(f"\n  # Page {field.page}: {one_line(field.label, 90)} ({in_words(field)})\n")
        if field.options and field.kind is not Kind.CHECK:
            out.write(f"  # Options: {one_line('; '.join(options_in_words(field)), 400)}\n")
        out.write(f"  {_key(field.name)}: null\n")
    return out.getvalue()


def _key(name: str) -> str:
    """Return a name as a key of YAML, in quotes where it needs them."""
    written: str = yaml.safe_dump({name: 0}, allow_unicode=True, width=10**9)
    key = written.rstrip("\n").removesuffix(": 0")
    # A long name is written with a question mark before it: quotes are plainer.
    return _in_quotes(name) if key.startswith("?") else key


def shown(text: str) -> str:
    """Return a name or an option as it is, but in the quotes of YAML what a terminal would obey."""
    return text if text.isprintable() else _in_quotes(text)


def _in_quotes(text: str) -> str:
    written: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**9)
    return written.rstrip("\n")
