"""What the report says of one client's row, and of all of them together."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from unbarred.batch.clients import RowProblem, Spot
from unbarred.batch.tasks import Status


@dataclass(frozen=True)
class Record:
    """What became of a row."""

    number: int
    """Counted from 0 in the order of the sheet."""
    client: str
    """What the sheet calls her."""
    spot: Spot
    """Her row."""
    status: Status
    folder: str = ""
    """The name of her packet's folder; "" if there is none."""
    problems: tuple[RowProblem, ...] = ()
    why: str = ""
    """Why it failed, without any answer."""
    note: str = ""
    """What else must be known of it, such as that it was made by an earlier run."""
    papers: int = 0
    pages: int | None = None
    left_blank: int = 0
    to_check: tuple[str, ...] = ()
    """Facts of law that must be checked before filing, in words."""
    unneeded: tuple[str, ...] = ()
    """What stands above answers that the interview did not ask for on her road."""
    unused: tuple[Spot, ...] = ()
    """Cells that no question asks for."""
    rows: tuple[Spot, ...] = ()
    """Where her answers stand, if she was refused; not told, but needed to find her rows again."""

    def as_data(self) -> dict[str, Any]:
        """Return what the JSON says of the row, without what stands there once for all rows."""
        return {
            "row": self.spot.row,
            "sheet": self.spot.sheet,
            "file": self.spot.file,
            "client": self.client,
            "status": self.status.value,
            "folder": self.folder or None,
            "problems": [problem_data(each) for each in self.problems],
            "why": self.why or None,
            "note": self.note or None,
            "papers": self.papers,
            "pages": self.pages,
            "left_blank": self.left_blank,
            "not_needed": list(self.unneeded),
            "not_used": [str(each) for each in self.unused],
        }


def problem_data(problem: RowProblem) -> dict[str, Any]:
    """Return a problem in plain JSON types."""
    return {
        "where": str(problem.spot),
        "file": problem.spot.file,
        "sheet": problem.spot.sheet,
        "row": problem.spot.row,
        "column": problem.spot.column or None,
        "heading": problem.spot.heading or None,
        "name": problem.name or None,
        "question": problem.question or None,
        "value": problem.value or None,
        "message": problem.message,
    }


@dataclass
class Totals:
    """What all rows come to."""

    by_status: Counter[Status] = field(default_factory=Counter)
    earlier: int = 0
    """So many of those made were there already."""
    papers: int = 0
    pages: int = 0
    left_blank: int = 0
    to_check: Counter[str] = field(default_factory=Counter)
    """So many packets rest on each fact of law that must be checked before filing."""
    unneeded: Counter[str] = field(default_factory=Counter)
    unused: Counter[str] = field(default_factory=Counter)
    """By the heading of the column."""
    left_over: tuple[str, ...] = ()
    """Folders whose rows are gone from the sheet."""
    remarks: tuple[str, ...] = ()
    """What was found out about the files, and which day the papers are made for."""

    def add(self, record: Record, *, is_earlier: bool) -> None:
        """Count a row."""
        self.by_status[record.status] += 1
        self.earlier += is_earlier
        self.papers += record.papers
        self.pages += record.pages or 0
        self.left_blank += record.left_blank
        self.to_check.update(record.to_check)
        self.unneeded.update(_of_any_item(record.unneeded))
        self.unused.update({each.heading or each.column for each in record.unused})

    @property
    def rows(self) -> int:
        """So many rows there were."""
        return self.by_status.total()

    @property
    def is_all_well(self) -> bool:
        """Whether nothing is to be mended."""
        return not any(self.by_status[each] for each in (Status.REFUSED, Status.FAILED, Status.STOPPED))

    def counts(self) -> dict[str, Any]:
        """Return how many there are of what, in plain JSON types: nothing that somebody said."""
        return {
            "rows": self.rows,
            **{each.value: self.by_status[each] for each in Status if each is not Status.STOPPED},
            "made_earlier": self.earlier,
            "papers": self.papers,
            "pages": self.pages,
            "left_blank": self.left_blank,
        }

    def as_data(self) -> dict[str, Any]:
        """Return the sums in plain JSON types."""
        return {
            **self.counts(),
            "check_before_filing": [
                {"says": says, "clients": clients} for says, clients in self.to_check.most_common()
            ],
            "not_needed": dict(self.unneeded.most_common()),
            "not_used": dict(self.unused.most_common()),
            "left_over": list(self.left_over),
            "remarks": list(self.remarks),
        }


@dataclass(frozen=True)
class Title:
    """What the report stands above its rows."""

    interview: str
    title: str
    place: str
    as_of: str
    check_only: bool

    def as_data(self) -> Mapping[str, Any]:
        """Return it in plain JSON types."""
        return dataclasses.asdict(self)


def _of_any_item(names: tuple[str, ...]) -> set[str]:
    """Return the names with the numbers of items taken out, each once."""
    return {re.sub(r"\[\d+\]", "[…]", name) for name in names}
