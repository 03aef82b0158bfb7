"""What a report says in sentences, the same on the terminal and on paper."""

from __future__ import annotations

from unbarred.batch.reports.records import Totals
from unbarred.batch.tasks import Status

OF_STATUS = {
    Status.MADE: "made",
    Status.CHECKED: "nothing to mend",
    Status.REFUSED: "to be mended",
    Status.FAILED: "failed",
    Status.STOPPED: "stopped",
}


def counted(number: int, one: str, many: str) -> str:
    """Return `1 page`, `1,200 pages`."""
    return f"1 {one}" if number == 1 else f"{number:,} {many}"


def sums(totals: Totals) -> list[str]:
    """Return the sentences that sum a run up, the most important first."""
    of = totals.by_status
    said = []
    if of[Status.MADE]:
        earlier = f" ({totals.earlier:,} of them by an earlier run)" if totals.earlier else ""
        made = counted(of[Status.MADE], "packet is", "packets are")
        said.append(f"{made} made{earlier}.")
    if of[Status.CHECKED]:
        said.append(f"{counted(of[Status.CHECKED], 'row has', 'rows have')} nothing to mend.")
    if of[Status.REFUSED]:
        said.append(f"{counted(of[Status.REFUSED], 'row has', 'rows have')} something to mend.")
    if of[Status.FAILED]:
        said.append(f"{counted(of[Status.FAILED], 'row', 'rows')} failed. The same command tries again.")
    if totals.papers:
        pages = f", {counted(totals.pages, 'page', 'pages')} in PDF" if totals.pages else ""
        said.append(f"{counted(totals.papers, 'paper', 'papers')}{pages}.")
    if totals.left_blank:
        said.append(
            f"{counted(totals.left_blank, 'place is', 'places are')} left blank, to be completed by hand."
        )
    return said


def law(totals: Totals) -> str:
    """Return the sentence that stands above the facts of law which must be checked; "" if there are none."""
    if not totals.to_check:
        return ""
    facts = counted(len(totals.to_check), "statement", "statements")
    return f"Check before filing: {facts} of law that we recall, and have not read in the law itself."
