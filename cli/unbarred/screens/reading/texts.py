"""Reading text: one line, many lines, an email address.

Text stays exactly as typed, but for blanks that nobody sees and a paste brings
along: where a line ends, and around a single line. Characters that no paper can hold are
refused, not dropped.
"""

from __future__ import annotations

import re
import unicodedata

from unbarred.quoting import quoted
from unbarred.screens.field import Field
from unbarred.screens.reading.refusal import NotAccepted

_LINE_BREAK = re.compile(r"\r\n?")
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\.]+(\.[^\s@<>,;:\"()\[\]\\.]+)+")
_NOT_CHARACTERS = "\ufffe\uffff"


def read_line(field: Field, raw: object) -> str:
    """Return one line of text, without blanks around it."""
    text = _tidy(raw).strip()
    if "\n" in text:
        raise NotAccepted("This has more than one line. Type it all on one line.")
    return _fitting(field, text)


def read_area(field: Field, raw: object) -> str:
    """Return text of any number of lines, each ended by `\\n`."""
    return _fitting(field, _tidy(raw))


def read_email(field: Field, raw: object) -> str:
    """Return an email address. Whether it exists is not looked up."""
    text = read_line(field, raw)
    if not _EMAIL.fullmatch(text):
        example = field.hint or "ana@example.org"
        raise NotAccepted(f"{quoted(text)} is not an email address. It looks like this: {example}")
    return text


def _tidy(raw: object) -> str:
    if isinstance(raw, int) and not isinstance(raw, bool):
        # A docket number made of digits alone is a number in a file, and text here.
        raw = str(raw)
    if not isinstance(raw, str):
        raise NotAccepted(_instead_of_text(raw))
    text = _LINE_BREAK.sub("\n", raw)
    _refuse_unprintable(text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _instead_of_text(raw: object) -> str:
    if isinstance(raw, list | tuple):
        return "This needs one text, and a list was given."
    if isinstance(raw, bool):
        return "This needs a text, and only yes or no was given. In a file, put it in quotes."
    return f"This needs a text, and {quoted(raw)} is none. In a file, put it in quotes."


def _refuse_unprintable(text: str) -> None:
    for position, character in enumerate(text):
        if character in "\n\t" or _is_printable(character):
            continue
        before = text[max(0, position - 20) : position].strip()
        place = f"after {quoted(before)}" if before else "at the start"
        raise NotAccepted(
            f"There is a hidden mark {place} that cannot be printed. Take it out and try again."
        )


def _is_printable(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs") and character not in _NOT_CHARACTERS


def _fitting(field: Field, text: str) -> str:
    if field.max_length is not None and len(text) > field.max_length:
        raise NotAccepted(
            f"This has {len(text):,} letters and signs, and there is room for {field.max_length:,}. "
            f"Make it shorter by {len(text) - field.max_length:,}."
        )
    if field.min_length is not None and len(text) < field.min_length:
        raise NotAccepted(f"This is too short. Type at least {field.min_length:,} letters and signs.")
    return text
