"""Reading text: one line, many lines, a password, an email address, a web address.

Text stays exactly as typed, but for blanks that nobody sees and a paste brings
along: where a line ends, and around a single line. Characters that no paper can hold are
refused, not dropped.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from unbarred.quoting import quoted
from unbarred.screens.field import Field
from unbarred.screens.reading.refusal import NotAccepted

_LINE_BREAK = re.compile(r"\r\n?")
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\.]+(\.[^\s@<>,;:\"()\[\]\\.]+)+")
_HOST = re.compile(r"(?!-)[\w-]+(\.[\w-]+)+\.?|localhost|[0-9a-f:.]*:[0-9a-f:.]*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
_NOT_CHARACTERS = "\ufffe\uffff"
_ONE_LINE = "This has more than one line. Type it all on one line."


def read_line(field: Field, raw: object) -> str:
    """Return one line of text, without blanks around it."""
    text = _tidy(raw).strip()
    if "\n" in text:
        raise NotAccepted(_ONE_LINE)
    return _fitting(field, text)


def read_area(field: Field, raw: object) -> str:
    """Return text of any number of lines, each ended by `\\n`."""
    return _fitting(field, _tidy(raw))


def read_email(field: Field, raw: object) -> str:
    """Return an email address. Whether it exists is not looked up."""
    text = read_line(field, raw)
    if not _EMAIL.fullmatch(text):
        example = field.hint or "ana@example.org"
        raise NotAccepted(
            f"{quoted(text)} is not an email address. It looks like this: {example}", {"email": ()}
        )
    return text


def read_url(field: Field, raw: object) -> str:
    """Return a web address with its scheme, `http` or `https`. Whether it exists is not looked up."""
    text = read_line(field, raw)
    if _is_web_address(text):
        return text
    mended = f"https://{text.removeprefix('//')}"
    if not _SCHEME.match(text) and _is_web_address(mended):
        raise NotAccepted(
            f"A web address begins with http:// or https://. Type {quoted(mended, 200)}.", {"url": ()}
        )
    example = field.hint or "https://www.example.org"
    raise NotAccepted(f"{quoted(text, 80)} is not a web address. It looks like this: {example}", {"url": ()})


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and _HOST.fullmatch(host) is not None
        and not re.search(r"[\s<>\"\\^`{|}]", text)
    )


def read_password(field: Field, raw: object) -> str:
    """Return one line exactly as typed, with the blanks around it. No message repeats it."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    if not isinstance(raw, str):
        raise NotAccepted("This needs a text. In a file, put it in quotes.")
    text = raw.removesuffix("\n").removesuffix("\r")
    if "\n" in text or "\r" in text:
        raise NotAccepted(_ONE_LINE)
    if not (text.isprintable() or all(_is_printable(each) or each == "\t" for each in text)):
        raise NotAccepted("There is a hidden mark that cannot be printed. Take it out and try again.")
    return _fitting(field, text)


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
    # Python's own answer is quick and stricter: most texts need no second look.
    if text.replace("\n", "").replace("\t", "").isprintable():
        return
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
            f"Make it shorter by {len(text) - field.max_length:,}.",
            {"maxlength": (field.max_length,)},
        )
    if field.min_length is not None and len(text) < field.min_length:
        raise NotAccepted(
            f"This is too short. Type at least {field.min_length:,} letters and signs.",
            {"minlength": (field.min_length,)},
        )
    return text
