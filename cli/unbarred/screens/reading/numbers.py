"""Reading whole numbers, numbers and money."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from unbarred.quoting import quoted
from unbarred.screens.field import Field
from unbarred.screens.reading.refusal import NotAccepted

_NUMBER = re.compile(
    r"""(?P<sign>[-+−]?)
        (?P<whole> \d+ | \d{1,3} (?P<gap>[,\ \u00a0\u202f'’])\d{3} (?:(?P=gap)\d{3})* )?
        (?: \. (?P<part>\d+) )?""",
    re.VERBOSE,
)
_DECIMAL_COMMA = re.compile(r"[-+−]?\d+,\d{1,2}")
_CURRENCY = re.compile(r"[$€£¥₹₦]|\b(?:USD|EUR|GBP|KES|KSh|US)\b", re.IGNORECASE)

_MOST_DIGITS = 15
"""As many as a number in JSON surely holds, so that what is written is read back the same."""


def read_integer(field: Field, raw: object) -> int:
    """Return a whole number."""
    number = _within(field, _number(raw, field.hint or "12"))
    if number != number.to_integral_value():
        raise NotAccepted("Type a whole number, without a point or a fraction.", {"integer": (), "step": ()})
    return int(_on_a_step(field, number))


def read_number(field: Field, raw: object) -> Decimal:
    """Return a number, exactly as typed."""
    return _on_a_step(field, _within(field, _number(raw, field.hint or "12.5")))


def read_currency(field: Field, raw: object) -> Decimal:
    """Return an amount of money, without its currency."""
    bare = _CURRENCY.sub("", raw).strip() if isinstance(raw, str) else raw
    amount = _within(field, _number(bare, field.hint or "1,200.50"))
    if amount != round(amount, 2):
        raise NotAccepted("Money has at most two digits after the point. Type the amount again.")
    return _on_a_step(field, amount)


def _number(raw: object, example: str) -> Decimal:
    number = _from_text(raw.strip()) if isinstance(raw, str) else _from_typed(raw)
    if number is None or not number.is_finite():
        raise NotAccepted(
            f"{quoted(raw)} is not a number. Type it with digits, for example {example}", {"number": ()}
        )
    if len(number.as_tuple().digits) > _MOST_DIGITS or abs(number.adjusted()) >= _MOST_DIGITS:
        raise NotAccepted("That number is too long. Check it and type it again.")
    return number


def _from_typed(raw: object) -> Decimal | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | Decimal):
        return Decimal(raw)
    if isinstance(raw, float):
        return Decimal(repr(raw))
    return None


def _from_text(text: str) -> Decimal | None:
    if _DECIMAL_COMMA.fullmatch(text):
        raise NotAccepted(
            f"{quoted(text)} can be read in two ways. Use a point before a fraction: {text.replace(',', '.')}"
        )
    match = _NUMBER.fullmatch(text)
    if match is None or (match["whole"] is None and match["part"] is None):
        return None
    whole = re.sub(r"\D", "", match["whole"] or "0")
    sign = "-" if match["sign"] in ("-", "−") else ""
    return Decimal(f"{sign}{whole}.{match['part'] or '0'}" if match["part"] else f"{sign}{whole}")


def _within(field: Field, number: Decimal) -> Decimal:
    smallest, largest = field.minimum, field.maximum
    if isinstance(smallest, Decimal) and number < smallest:
        raise NotAccepted(
            f"That is too small. Type {_plain(smallest)} or more.", {"min": (_plain(smallest),)}
        )
    if isinstance(largest, Decimal) and number > largest:
        raise NotAccepted(f"That is too large. Type {_plain(largest)} or less.", {"max": (_plain(largest),)})
    return number


def _on_a_step(field: Field, number: Decimal) -> Decimal:
    """Return `number`, which must be a whole count of steps away from the smallest one."""
    step = field.step
    if step is None or step <= 0:
        return number
    base = field.minimum if isinstance(field.minimum, Decimal) else Decimal(0)
    steps = (Fraction(number) - Fraction(base)) / Fraction(step)
    if steps.denominator == 1:
        return number
    below = base + step * (steps.numerator // steps.denominator)
    above = below + step
    fits = not isinstance(field.maximum, Decimal) or above <= field.maximum
    nearest = f"{_plain(below)} or {_plain(above)}" if fits else _plain(below)
    raise NotAccepted(
        f"That is between two steps of {_plain(step)}. Type {nearest}.", {"step": (_plain(step),)}
    )


def _plain(number: Decimal) -> str:
    """The number in digits as people write it, `7` and not `7.0`."""
    return f"{number.normalize():,f}"
