"""How facts are printed: in lines that fit the window, and as JSON."""

from __future__ import annotations

import json
import shutil
import textwrap
from typing import TYPE_CHECKING, Any

import typer

from unbarred.law.words import DAY_FIRST, day_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unbarred.law.browsing.holdings import Holding
    from unbarred.law.facts import Fact, Record

_WIDEST = 96


def paragraph(text: str, indent: int = 0, first: str = "") -> None:
    """Print `text` in lines of the window's width, `first` before the first one."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    typer.echo(
        textwrap.fill(
            text,
            width=max(width, indent + 30),
            initial_indent=" " * indent + first,
            subsequent_indent=" " * (indent + len(first)),
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def where_it_stands(fact: Fact) -> str:
    """Return its citations, where it was read and when: one line for people."""
    cites = [f"{each}{' (from memory)' if each.recalled else ''}" for each in (fact.cite, *fact.also) if each]
    read = [] if fact.source.kind == "memory" else [f"Read on: {fact.source} ({fact.source.kind})"]
    return (
        ". ".join(
            [*(["; ".join(cites)] if cites else []), *read, f"Checked {day_words(fact.checked, DAY_FIRST)}"]
        )
        + "."
    )


def warning(fact: Fact) -> str:
    """Return what must be done before anybody relies on the fact; empty if nothing."""
    if fact.confidence == "recalled":
        return "Check before filing: this is from memory, no page was found that says so."
    if fact.verify_first:
        return "Check before filing: it was read only on an old, secondary or copied page."
    return ""


def held(found: Iterable[Holding]) -> None:
    """Print facts with where they are kept, one below the other."""
    for each in found:
        typer.echo(each.address)
        paragraph(each.fact.says, 4)
        paragraph(where_it_stands(each.fact), 4)


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
