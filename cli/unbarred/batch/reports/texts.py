"""The report as CSV and as JSON, written row by row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from unbarred import __version__
from unbarred.batch.reports import cells, lines
from unbarred.batch.reports.records import Title, Totals
from unbarred.batch.reports.spool import Spool

FORMAT = 1


def as_csv(spool: Spool) -> Iterator[str]:
    """Yield `report.csv`: commas, quotation marks where needed, a mark by which Excel knows it is UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    writer.writerow(lines.HEADINGS)
    for row in spool.rows():
        for line in lines.lines(row):
            writer.writerow([cells.for_csv(each) for each in line])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def as_json(title: Title, totals: Totals, spool: Spool, also: Mapping[str, str]) -> Iterator[str]:
    """Yield `report.json`: one object, `also` in it, with a line for each row."""
    head = {**_about(title), **also, **totals.as_data()}
    text = json.dumps(head, indent=2, ensure_ascii=False)
    yield text.removesuffix("\n}") + ',\n  "clients": ['
    between = "\n    "
    for row in spool.rows():
        yield between + json.dumps(row, ensure_ascii=False)
        between = ",\n    "
    yield "\n  ]\n}\n"


def as_counts(title: Title, totals: Totals, also: Mapping[str, str]) -> str:
    """Return what may stand in `report.json` where the reports are sealed: counts, and `also`."""
    return json.dumps({**_about(title), **also, **totals.counts()}, indent=2, ensure_ascii=False) + "\n"


def _about(title: Title) -> dict[str, Any]:
    return {"format": FORMAT, "made_by": f"unbarred {__version__}", **title.as_data()}
