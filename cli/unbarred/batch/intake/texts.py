"""Texts and numbers of cells as a person would have typed them."""

from __future__ import annotations

import re
from decimal import Decimal

from unbarred.batch.intake.tables import Cell, Trouble

EMPTY = Cell()

_NEVER_SEEN = "\u200b\u2060\ufeff"
"""Characters without a width, which copying from web pages leaves between letters."""
_ODD = re.compile("[\\r\\u00a0\\u2007\\u202f\\u200b\\u2060\\ufeff]")
_LIKE_BLANKS = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " "} | dict.fromkeys(_NEVER_SEEN))
_AT_ENDS = "\u200c\u200d\u200e\u200f\u00ad"
"""Joiners and marks of direction mean something within a word, and nothing around one."""
_KEPT_AS_TEXT = re.compile(r"'(?=[0-9=+\-@.#'])")
"""The apostrophe by which a spreadsheet is told that a text follows, where an export has kept it."""
_TEXT_AS_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
"""How exports keep Excel from making a number of 01234."""
_ERROR = re.compile(
    r"#(?:N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|FIELD!|ERROR!|BLOCKED!|CONNECT!|BUSY!"
    r"|UNKNOWN!|EXTERNAL!|GETTING_DATA)|Err:[0-9]{3}|#{3,}"
)
"""What spreadsheets show for a fault, and for a date in a column that is too narrow."""


def tidy(text: str) -> str:
    """Return `text` without the blanks around it and without what cannot be seen; lines end in `\\n`."""
    if _ODD.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LIKE_BLANKS)
    text = text.strip()
    while text and (text[0] in _AT_ENDS or text[-1] in _AT_ENDS):
        text = text.strip(_AT_ENDS).strip()
    return text


def text_cell(text: str, *, is_formula: bool = False) -> Cell:
    """Return the cell in which `text` stands; what it shows may be an error of the spreadsheet."""
    tidied = tidy(text)
    if not tidied:
        return Cell(is_formula=True) if is_formula else EMPTY
    first = tidied[0]
    if first == "'" and _KEPT_AS_TEXT.match(tidied):
        tidied = tidied[1:]
    elif first == "=" and (quoted := _TEXT_AS_FORMULA.fullmatch(tidied)):
        tidied = tidy(quoted[1].replace('""', '"'))
    elif first in "#E" and _ERROR.fullmatch(tidied):
        return Cell(tidied, Trouble.ERROR, is_formula=is_formula)
    return Cell(tidied or None, is_formula=is_formula)


def number_of(text: str) -> int | Decimal:
    """Return the number that a file writes as `text`: `12.0` is 12, `0.30000000000000004` is 0.3.

    Raises `ValueError` for what is no number, or none that ends.
    """
    if len(text) <= 40 and text.removeprefix("-").isdecimal():
        return int(text)
    # Spreadsheets count in 15 digits; those beyond are of how computers write fractions.
    number = Decimal(format(float(text), ".15g"))
    if not number.is_finite():
        raise ValueError(f"{text[:40]} is no number that ends")
    return int(number) if number == number.to_integral_value() else number


def percent(number: int | Decimal) -> str:
    """Return a share as a sheet shows it: 0.125 is `12.5%`."""
    shown = format(Decimal(number) * 100, "f")
    return f"{shown.rstrip('0').rstrip('.') if '.' in shown else shown}%"


def elapsed(seconds: int) -> str:
    """Return a length of time in hours, minutes and, if there are any, seconds: `26:30`."""
    minutes, rest = divmod(abs(seconds), 60)
    shown = f"{minutes // 60}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")
    return f"-{shown}" if seconds < 0 else shown
