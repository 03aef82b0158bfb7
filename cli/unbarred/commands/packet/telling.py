"""How a packet is told about, in words."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from unbarred.documents.packets import Plan

_WIDEST = 80
_GAP = "  "


def pages(count: int) -> str:
    """Return `1 page`, `3 pages`."""
    return "1 page" if count == 1 else f"{count} pages"


def span(first: int, count: int) -> str:
    """Return `page 3`, `pages 4–6`."""
    return f"page {first}" if count == 1 else f"pages {first}–{first + count - 1}"


def listed(words: Iterable[str]) -> str:
    """Return words in a sentence: `a, b and c`."""
    *others, last = list(words)
    return f"{', '.join(others)} and {last}" if others else last


def command(name: str, folder: Path, *words: str) -> str:
    """Return a command as it can be typed, also where the folder has a blank in its name."""
    return shlex.join(["unbarred", "packet", name, str(folder), *words])


def out_of_date(folder: Path) -> None:
    """Say that the PDF is older than the plan, and how to make it again."""
    typer.echo(f"The PDF does not show this yet. Make it with: {command('make', folder)}", err=True)


def awaited(plan: Plan, folder: Path) -> None:
    """Say which exhibits are still to come, and how they are given."""
    labels = [exhibit.label for exhibit in plan.awaited]
    if labels:
        which, it = ("Exhibit", "it") if len(labels) == 1 else ("Exhibits", "the first")
        give = command("add", folder, "FILE", "--label", labels[0])
        paragraph(f"{which} still to come: {listed(labels)}. Give {it} with: {give}")


def rows(table: Sequence[tuple[str, str, str]]) -> None:
    """Print three columns; the last is wrapped where the window ends."""
    from unbarred.terminal.wrapping import rows as wrapped
    from unbarred.terminal.wrapping import width_of

    first, second = (max((width_of(row[column]) for row in table), default=0) for column in (0, 1))
    margin = len(_GAP) * 3 + first + second
    room = max(min(shutil.get_terminal_size().columns, _WIDEST) - 1 - margin, 12)
    for where, name, title in table:
        lead = f"{_GAP}{_padded(where, first)}{_GAP}{_padded(name, second)}{_GAP}"
        for line in wrapped(title, room):
            typer.echo(f"{lead}{line}".rstrip())
            lead = " " * margin


def paragraph(text: str) -> None:
    """Print a paragraph, wrapped where the window ends."""
    from unbarred.terminal.wrapping import rows as wrapped

    for line in wrapped(text, min(shutil.get_terminal_size().columns, _WIDEST) - 1):
        typer.echo(line)


def item(text: str) -> None:
    """Print one line of a list, wrapped where the window ends."""
    from unbarred.terminal.wrapping import rows as wrapped

    lead = "- "
    for line in wrapped(text, min(shutil.get_terminal_size().columns, _WIDEST) - 1 - len(lead)):
        typer.echo(f"{lead}{line}")
        lead = " " * len(lead)


def _padded(text: str, width: int) -> str:
    from unbarred.terminal.wrapping import width_of

    return text + " " * (width - width_of(text))
