"""What a number format makes of the number in a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unbarred.batch.intake.moments import Shows

_BUILT_IN = {
    9: "0%", 10: "0.00%", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mmss.0",
}  # fmt: skip
"""By number, those that make something else of it than a number; Excel has them in no file.

Of 27 to 36 and 50 to 58 the meaning hangs on the language; they are dates in all.
"""
_DATES_OF_LANGUAGES = {*range(27, 32), 36, *range(50, 55), 57, 58}
_TIMES_OF_LANGUAGES = {*range(32, 36), 55, 56}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|AM/PM|A/P|General', re.IGNORECASE)
_PADDED = re.compile(r"0[0-]*0")
_ESCAPED_HYPHEN = re.compile(r'\\-|"-"')
_FULL = Shows(year=True, month=True, day=True)


@dataclass(frozen=True)
class NumberFormat:
    """What is shown of a number; one that has none of these is shown as a number."""

    moment: Shows | None = None
    is_percent: bool = False
    zeros: str = ""
    """Digits that are always shown, with hyphens between them: `00000`, `000-00-0000`."""

    def padded(self, number: int) -> str:
        """Return a whole number as `zeros` shows it, with the digits that it had when it was typed."""
        if not self.zeros or number < 0:
            return ""
        digits = f"{number:0{self.zeros.count('0')}}"
        if len(digits) > self.zeros.count("0"):
            return ""
        rest = iter(digits)
        return "".join(next(rest) if mark == "0" else mark for mark in self.zeros)


PLAIN = NumberFormat()


def number_format(number: int, code: str | None) -> NumberFormat:
    """Return the format with that number; `code` is None for those that are in no file."""
    if code is None:
        if number in _DATES_OF_LANGUAGES:
            return NumberFormat(moment=_FULL)
        if number in _TIMES_OF_LANGUAGES:
            return NumberFormat(moment=Shows(time=True))
        code = _BUILT_IN.get(number, "")
    return format_of(code)


def format_of(code: str) -> NumberFormat:
    """Return what the code of a format, such as `yyyy-mm-dd;@`, shows of positive numbers."""
    first = _section(code)
    zeros = _ESCAPED_HYPHEN.sub("-", first)
    if _PADDED.fullmatch(zeros):
        return NumberFormat(zeros=zeros)
    bare = _LITERAL.sub("", first).lower()
    if "[h" in bare or "[m" in bare or "[s" in bare:
        return NumberFormat(moment=Shows(time=True, elapsed=True))
    letters = set(bare) & set("ymdhs")
    if letters:
        has_time = bool(letters & {"h", "s"})
        month = "m" in letters and (not has_time or bool(letters & {"y", "d"}))
        return NumberFormat(moment=Shows("y" in letters, month, "d" in letters, has_time))
    return NumberFormat(is_percent="%" in bare)


def _section(code: str) -> str:
    """Return what stands before the first semicolon that is not in quotes."""
    position = 0
    for literal in re.finditer(r'"[^"]*"|\\.|;', code):
        if literal.group() == ";":
            return code[: literal.start()]
        position = literal.end()
    return code if position <= len(code) else ""
