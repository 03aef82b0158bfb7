"""The many right ways in which people write answers, and what they write that is odd and right."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable

from messy_faults import Formula

from unbarred.batch.columns.asked import Column
from unbarred.screens import FieldKind

ODD_KEYS = (
    *r"../../outside .. /etc/passwd C:\temp\x CON a/b\c .hidden -rf ~root nul.txt =1+1 @home".split(),
    *("%2e%2e%2f", "Ünïcödé", "+49 30 12345", "x" * 300, "O'Neil & Co. <b>"),
)
"""Keys that would lead out of a folder, or that some program would obey."""

SCRIPTS = "Нина مريم מרים 美玲 さくら 지은 सीता மாலா Ελένη ნინო ሰላም Nguyễn มาลี".split()
LATIN = "Zoë Siobhán Françoise Björk Íñigo Øyvind Anaïs".split()
TEXTS = (
    '=HYPERLINK("http://evil.example","Ann")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "=cmd|'/C x'!A1",
)
"""Texts that are no formulas, and look like some."""


def _day(chance: random.Random, value: object, column: Column) -> object:
    day = datetime.date.fromisoformat(str(value))
    ways: list[object] = [
        day, day, day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}",
        f"{day:%d-%b-%Y}".upper(), f"{day:%A}, {day:%B} {day.day}, {day.year} ", f"{day:%Y/%m/%d}",
    ]  # fmt: skip
    if day.day > 12:
        ways += [f"{day.month}/{day.day}/{day.year}", f"{day.day}.{day.month}.{day.year}"]
    return chance.choice(ways)


def _number(chance: random.Random, value: object, column: Column) -> object:
    return chance.choice((value, value, str(value), f" {value} ", Formula(f"={value}+0", float(str(value)))))


def _yes_no(chance: random.Random, value: object, column: Column) -> object:
    return chance.choice((value, "Yes", "yes ", "Y", "YES") if value else (value, "No", "no", "N"))


def _choice(chance: random.Random, value: object, column: Column) -> object:
    label = next(each.label for each in column.choices if each.value == value)
    return chance.choice((value, label, label.lower(), f" {label} "))


WAYS: dict[FieldKind, Callable[[random.Random, object, Column], object]] = {
    FieldKind.DATE: _day,
    FieldKind.INTEGER: _number,
    FieldKind.YES_NO: _yes_no,
    FieldKind.ONE_OF: _choice,
}
