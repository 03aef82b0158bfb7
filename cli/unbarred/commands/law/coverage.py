"""`unbarred law`: how much is held, by place and topic."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import typer

from unbarred.law.words import counted

if TYPE_CHECKING:
    from unbarred.law.browsing.coverage import Count

_LABEL = 26
"""Columns for a place; a longer name is cut."""
_LONGEST = 6
"""Letters of a topic in one line of the table's head."""


def show(*, as_json: bool) -> None:
    """Print the table of places and topics, or the same as JSON."""
    from unbarred import content, law
    from unbarred.commands.law import printing
    from unbarred.law.browsing import coverage

    found = coverage.coverage(content.jurisdictions())
    if as_json:
        data = {
            slug: {topic: coverage.as_data(each) for topic, each in topics.items()}
            for slug, topics in found.items()
        }
        printing.as_json(data)
        return
    names = {slug: law.place(slug).name for slug in found}
    table = _table(found, names)
    if shutil.get_terminal_size().columns >= max(map(len, table)):
        typer.echo("\n".join(table))
    else:
        _lines(found, names)
    every = coverage.together(each for topics in found.values() for each in topics.values())
    typer.echo("")
    printing.paragraph(
        f"{every.facts:,} facts in {counted(len(found), 'place')}: {every.confirmed:,} confirmed, "
        f"{every.facts - every.confirmed:,} recalled; {every.to_check:,} to check before filing. "
        f"Checked longest ago: {every.oldest}."
    )
    typer.echo("More: unbarred law PLACE, unbarred law PLACE TOPIC")


def _table(found: dict[str, dict[str, Count]], names: dict[str, str]) -> list[str]:
    """Return the lines of the table: a place each, with a column for each topic."""
    from unbarred.law.browsing.coverage import together

    topics = sorted({topic for by_topic in found.values() for topic in by_topic})
    heads = {topic: _head(topic) for topic in topics}
    widths = {topic: max(3, *map(len, head)) for topic, head in heads.items()}
    lines = []
    for row, last in enumerate(("", "facts  conf.  oldest")):
        cells = " ".join(f"{heads[topic][row]:>{widths[topic]}}" for topic in topics)
        lines.append(f"{'':<{_LABEL}} {cells}  {last}".rstrip())
    for slug, by_topic in found.items():
        whole = together(by_topic.values())
        cells = " ".join(
            f"{by_topic[topic].facts if topic in by_topic else '·':>{widths[topic]}}" for topic in topics
        )
        label = f"{slug} {names[slug]}"[:_LABEL]
        lines.append(f"{label:<{_LABEL}} {cells}  {whole.facts:>5}  {whole.confirmed:>5}  {whole.oldest}")
    return lines


def _head(topic: str) -> tuple[str, str]:
    """Return the topic in two lines, broken with a hyphen where it is long."""
    if len(topic) <= _LONGEST:
        return "", topic
    first, hyphen, second = topic.partition("-")
    if hyphen:
        return first + hyphen, second
    half = (len(topic) + 1) // 2
    return f"{topic[:half]}-", topic[half:]


def _lines(found: dict[str, dict[str, Count]], names: dict[str, str]) -> None:
    from unbarred.commands.law import printing
    from unbarred.law.browsing.coverage import together

    for slug, by_topic in found.items():
        whole = together(by_topic.values())
        typer.echo(
            f"{slug}  {names[slug]}: {counted(whole.facts, 'fact')}, {whole.confirmed:,} confirmed, "
            f"oldest {whole.oldest}"
        )
        printing.listed((f"{topic} {each.facts}" for topic, each in by_topic.items()), 4)
