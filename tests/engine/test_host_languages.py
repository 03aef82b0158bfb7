"""Numbers, money and dates by language and place: without the machine's own list of places, run by run."""

from __future__ import annotations

import locale
from typing import Any

import pytest

MONEY = {
    "": "$1,234.50 | 1,234,567 | -$1.50",
    "en_GB.utf8": "£1,234.50 | 1,234,567 | -£1.50",
    "de_DE.utf8": "1.234,50 € | 1.234.567 | -1,50 €",
    "fr_FR.utf8": "1 234,50 € | 1 234 567 | -1,50 €",
    "es_MX.utf8": "$1,234.50 | 1,234,567 | -$1.50",
    "hi_IN.utf8": "₹1,234.50 | 12,34,567 | -₹1.50",
    "ja_JP.utf8": "\N{FULLWIDTH YEN SIGN}1,234 | 1,234,567 | -\N{FULLWIDTH YEN SIGN}2",
    "sw_KE": "Ksh 1,234.50 | 1,234,567 | -Ksh 1.50",
}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def told(start: Any, code: str) -> str:
    lines = "\n".join(f"  {line}" for line in code.splitlines())
    return str(
        start(f"mandatory: True\ncode: |\n{lines}\n---\nmandatory: True\nquestion: Over\n").value("told")
    )


@pytest.mark.parametrize(("place", "money"), MONEY.items())
def test_money_and_numbers_by_place(start: Any, place: str, money: str) -> None:
    setting = (
        f"from docassemble.base.util import update_locale\nset_locale('{place}')\nupdate_locale()\n"
        if place
        else ""
    )
    numbers = "told = ' | '.join([currency(1234.5), nice_number(1234567), currency(-1.5)])"
    assert plain(told(start, setting + numbers)) == money


def test_a_place_holds_for_one_run_and_not_for_the_process(start: Any) -> None:
    before = locale.setlocale(locale.LC_ALL)
    test_money_and_numbers_by_place(start, "de_DE.utf8", MONEY["de_DE.utf8"])
    test_money_and_numbers_by_place(start, "", MONEY[""])
    assert locale.setlocale(locale.LC_ALL) == before


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("currency(12, decimals=False)", "$12"),
        ("currency(12, symbol='€')", "€12.00"),
        ("currency(12, symbol='€', symbol_precedes=False)", "12.00€"),
        ("currency_symbol()", "$"),
        ("get_locale('thousands_sep')", ","),
        ("nice_number(3)", "three"),
        ("nice_number(3, language='es')", "tres"),
        ("nice_number(1234.5)", "1,234.5"),
        ("ordinal(2)", "third"),
        ("format_date('2026-11-22')", "November 22, 2026"),
        ("format_date('2026-11-22', language='es')", "22 de noviembre de 2026"),
        ("format_time('14:05', format='short')", "2:05 PM"),
        ("[get_language(), get_country(), get_default_timezone()]", "['en', 'US', 'America/New_York']"),
        ("country_name('KE')", "Kenya"),
        ("language_name('es')", "Spanish"),
        ("phone_number_formatted('2025550123')", "(202) 555-0123"),
    ],
)
def test_formats_without_a_place_set(start: Any, expression: str, expected: str) -> None:
    assert plain(told(start, f"from docassemble.base.util import *\ntold = {expression}")) == expected


def test_set_language_and_country(start: Any) -> None:
    shown = "[nice_number(3), get_country(), phone_number_is_valid('020 7946 0018')]"
    code = f"set_language('es')\nset_country('GB')\ntold = {shown}"
    assert told(start, code) == "['tres', 'GB', True]"


def test_an_unknown_place_is_passed_over_as_on_a_server(start: Any) -> None:
    setting = "from docassemble.base.util import update_locale\nset_locale('xx_YY.utf8')\nupdate_locale()\n"
    assert told(start, f"{setting}told = currency(2)") == "$2.00"
