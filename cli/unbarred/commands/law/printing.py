"""How facts are printed: in lines that fit the window, and as JSON."""

from __future__ import annotations

import json
import shutil
import textwrap
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unbarred.law.browsing.holdings import Holding
    from unbarred.law.facts import Record

_WIDEST = 96
_LEAST = 30
"""Columns that text keeps, however far in it stands."""


def paragraph(text: str, indent: int = 0, first: str = "") -> None:
    """Print `text` in lines of the window's width, `first` before the first one."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    filled = textwrap.fill(
        text,
        width=max(width, indent + len(first) + _LEAST),
        initial_indent=" " * indent + first,
        subsequent_indent=" " * (indent + len(first)),
        break_long_words=False,
        break_on_hyphens=False,
    )
    # What must stay together on a line is joined with hard spaces until here.
    typer.echo(filled.replace("\N{NO-BREAK SPACE}", " "))


def listed(items: Iterable[str], indent: int) -> None:
    """Print items with commas between them, none of them broken."""
    paragraph(", ".join(each.replace(" ", "\N{NO-BREAK SPACE}") for each in items), indent)


def held(found: Iterable[Holding]) -> None:
    """Print facts with where they are kept, one below the other."""
    from unbarred.law.browsing import wording

    for each in found:
        typer.echo(each.address)
        paragraph(each.fact.says, 4)
        paragraph(wording.where_it_stands(each.fact), 4)
        if warning := wording.warning(each.fact):
            paragraph(warning, 4, "! ")
        typer.echo("")


def held_as_data(each: Holding) -> dict[str, Any]:
    """Return a fact with where it is kept, for JSON."""
    return {
        "place": each.place,
        "topic": each.topic,
        "remedy": each.remedy or None,
        "section": each.section or None,
        **as_data(each.fact),
    }


def as_data(record: Record) -> dict[str, Any]:
    """Return a piece of law as plain data, without what is not said."""
    return record.model_dump(mode="json", exclude_defaults=True)


def as_json(data: object) -> None:
    """Print `data` as JSON."""
    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))
