"""A proposal as the file that a person reads, mends and confirms (docs/batch-map.md).

It holds values of the sheet, which are answers: it is written for its owner only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from unbarred.batch.columns.asked import CLIENT
from unbarred.batch.matching.days import Order
from unbarred.batch.matching.labels import pattern, plain
from unbarred.batch.matching.mapping import IGNORE
from unbarred.batch.proposing.proposals import Proposal, SheetProposal, Sure

_HEAD = """\
# What the columns of {file} are: a proposal of unbarred. Nothing is taken from the file yet.
# Read every line and mend what is wrong: a variable, or ignore for a column that is passed over.
# Lines marked “guess” are often wrong. Then write true here. What is said here: docs/batch-map.md
# This file holds answers from the sheet: it is for your eyes only.
confirmed: {confirmed}
"""
_MOST_CHOICES = 12


def written(file: str, sheets: Sequence[SheetProposal], *, confirmed: bool = False) -> str:
    """Return the YAML of the proposal for `file`."""
    lines = [_HEAD.format(file=file or "standard input", confirmed=str(confirmed).lower()).rstrip()]
    clients = [sheet for sheet in sheets if not sheet.stem]
    others = [sheet for sheet in sheets if sheet.stem]
    lines += _client(clients)
    lines += _dates(sheets)
    if others:
        lines += [
            "",
            "# Sheets that are not of clients: the list that their rows are items of, or ignore.",
            "sheets:",
        ]
        for sheet in others:
            lines += _other(sheet)
    lines += ["", "columns:"]
    seen: set[str] = set()
    for sheet in clients:
        lines += _columns(sheet, seen, "  ")
    lines += _values([each for sheet in sheets if sheet.stem != IGNORE for each in sheet.columns])
    return "\n".join(lines) + "\n"


def _client(sheets: Sequence[SheetProposal]) -> Iterator[str]:
    keys = [key for sheet in sheets for key in _keys(sheet)]
    yield ""
    yield "# The column that tells the clients apart. Without one, they are called by their rows."
    yield f"client: {quoted_in_yaml(keys[0])}" if keys else "# client: the heading of a column"


def _keys(sheet: SheetProposal) -> list[str]:
    """Return the heading of the clients' keys in a sheet, if it has one."""
    return [each.heading.text for each in sheet.columns if each.target == CLIENT]


def _dates(sheets: Sequence[SheetProposal]) -> Iterator[str]:
    orders = {sheet.order for sheet in sheets} - {Order.UNKNOWN}
    yield ""
    if len(orders) == 1:
        yield "# How 3/4/2021 is meant in these sheets, as days after the 12th show."
        yield f"dates: {orders.pop()}"
    else:
        yield "# How 3/4/2021 is meant. The sheets do not show it: take away the # of the line that is right."
        yield f"# dates: {Order.MONTH_FIRST}"
        yield f"# dates: {Order.DAY_FIRST}"


def _other(sheet: SheetProposal) -> Iterator[str]:
    name = quoted_in_yaml(sheet.table.name or sheet.table.file)
    if sheet.stem == IGNORE:
        yield f"  {name}: {IGNORE}"
        return
    yield f"  {name}:"
    yield f"    list: {sheet.stem}"
    yield from (f"    client: {quoted_in_yaml(key)}" for key in _keys(sheet))
    yield "    columns:"
    yield from _columns(sheet, set(), "      ")


def _columns(sheet: SheetProposal, seen: set[str], indent: str) -> Iterator[str]:
    for each in sheet.columns:
        words = plain(each.heading.text)
        if each.target == CLIENT or not words:
            continue
        begin = f"{indent}{quoted_in_yaml(each.heading.text)}: {each.target}"
        comment = f"{each.sure}: {each.why}" if each.sure is not Sure.NOTHING else each.why
        looks = f"; {', '.join(each.kinds)}" if each.kinds else ""
        if words in seen:
            # A heading that is there twice can be said of once only.
            begin = f"{indent}# there twice: {quoted_in_yaml(each.heading.text)}"
        seen.add(words)
        yield f"{begin}  # {each.heading.letters + ', ' if each.heading.letters else ''}{comment}{looks}"


def _values(columns: Sequence[Proposal]) -> Iterator[str]:
    wanting = sorted((each for each in columns if each.unlike), key=lambda each: pattern(each.target))
    if not wanting:
        return
    yield ""
    yield "# What stands in the sheet and is none of the choices. Where a line begins with #, take the # away"
    yield "# and write the choice behind the colon, or null to leave it for later; else they are problems."
    yield "values:"
    for name, group in groupby(wanting, key=lambda each: pattern(each.target)):
        proposals = list(group)
        choices = proposals[0].choices
        more = f"; and {len(choices) - _MOST_CHOICES} more" if len(choices) > _MOST_CHOICES else ""
        yield f"  # Choices: {'; '.join(_one_line(each) for each in choices[:_MOST_CHOICES])}{more}"
        yield f"  {name}:"
        texts = dict.fromkeys(str(value) for each in proposals for value in each.unlike)
        yield from (_value(text, choices) for text in texts)


def _value(text: str, choices: Sequence[str]) -> str:
    """Return the line for a value: with the choice that begins or ends as it does, if there is one only."""
    bare = plain(text)
    found = [
        each for each in choices if bare and (plain(each).startswith(bare) or plain(each).endswith(bare))
    ]
    if len(found) == 1:
        return f"    {quoted_in_yaml(text)}: {quoted_in_yaml(found[0])}  # is this right?"
    return f"    # {quoted_in_yaml(text)}:"


def quoted_in_yaml(text: str) -> str:
    """Return a text in the double quotes of YAML."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"


def _one_line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
