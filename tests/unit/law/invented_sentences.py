"""Invented convictions and custody, counted by the rules of real places."""

from __future__ import annotations

import datetime
from typing import Any

from unbarred.law.interview import reckon
from unbarred.law.reckoning import Reckoning

TODAY = datetime.date(2026, 11, 21)
STARTED = datetime.date(2020, 3, 2)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def minimum(years: int, months: int = 0, *, maximum: int | None = None, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "sentence_kind": "indeterminate",
        "minimum_years": years,
        "minimum_months": months,
        "maximum_is_life": maximum is None,
        "maximum_years": maximum,
    }
    return found | more


def term(years: int, months: int = 0, **more: Any) -> dict[str, Any]:
    return {"sentence_kind": "determinate", "term_years": years, "term_months": months} | more


def ny(*convictions: dict[str, Any], jail: int | None = 0, **custody: Any) -> Reckoning:
    return reckon("us-ny", convictions, {"start": STARTED, "jail_days": jail} | custody, TODAY)


def federal(*convictions: dict[str, Any], **custody: Any) -> Reckoning:
    return reckon("us", convictions, {"start": STARTED, "jail_days": 0} | custody, TODAY)
