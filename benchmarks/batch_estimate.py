"""What a clinic day and a whole country take, on paper, from what `python -m benchmarks.batch` measured.

    python -m benchmarks.batch --pdf 40 --json > figures.json
    python -m benchmarks.batch_estimate figures.json     the tables of docs/batch-figures.md

Nothing is measured here: each number is one of the figures times a number of clients or computers.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import fields
from pathlib import Path

from benchmarks.batch import Figures

CLINIC, NATION = 10_000, 1_000_000
CORES = 8
"""Of a computer of a cluster."""
COMPUTERS = 10


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("figures", type=Path, help="what the benchmark printed with --json")
    known = {each.name for each in fields(Figures)}
    given = json.loads(parser.parse_args().figures.read_text(encoding="utf-8"))
    figures = Figures(**{name: value for name, value in given.items() if name in known})
    print("\n".join(table(figures, CLINIC)), end="\n\n")
    print("\n".join(table(figures, NATION)))


def table(figures: Figures, clients: int) -> list[str]:
    """Return the lines of a table for so many clients."""
    core = figures.one_per_second
    # What two processes lose on one computer, each of more is taken to lose as well.
    together = core * figures.speedup_two / 2
    computer = together * CORES
    cluster = computer * COMPUTERS
    packets, disk = (clients * each / 1e6 for each in (figures.packet_kb, figures.packet_disk_kb))
    rows = [
        ("packets, two cores", _time(clients / figures.clients_per_second), "`clients_per_second`"),
        (
            f"packets, one computer of {CORES} cores",
            _time(clients / computer),
            f"`one_per_second` × `speedup_two` / 2 × {CORES}",
        ),
        (f"packets, {COMPUTERS} such computers", _time(clients / cluster), "the same × 10"),
        ("hours of one core", f"{clients / core / 3600:,.1f}", "`one_per_second`"),
        ("the check alone, two cores", _time(clients / figures.checked_per_second), "`checked_per_second`"),
        ("the same command again, all made", _time(clients / figures.again_per_second), "`again_per_second`"),
        ("reading the sheet, CSV", _time(clients / figures.csv_rows_per_second), "`csv_rows_per_second`"),
        ("reading the sheet, XLSX", _time(clients / figures.xlsx_rows_per_second), "`xlsx_rows_per_second`"),
        ("packets on the disk", f"{disk:,.1f} GB", "`packet_disk_kb`"),
        ("files", f"{clients * figures.files_per_client:,.0f}", "`files_per_client`"),
        ("reports", f"{clients * figures.reports_kb / 1000:,.0f} MB", "`reports_kb`"),
        ("over the network, if carried back", f"{packets:,.1f} GB", "`packet_kb`"),
        (
            f"of a line of 1 Gbit/s, {COMPUTERS} computers",
            f"{cluster * figures.packet_kb / 125_000:.0%}",
            "`packet_kb` × packets a second",
        ),
        (
            f"memory of one computer of {CORES} cores",
            f"{(CORES + 1) * figures.rss_mb / 1000:.1f} GB",
            f"`rss_mb` × {CORES + 1}",
        ),
    ]
    if figures.pdf_per_second:
        pdf = figures.pdf_per_second
        rows += [
            ("with a PDF each, two cores", _time(clients / pdf), "`pdf_per_second`"),
            (
                "with a PDF each, on the disk",
                f"{clients * figures.pdf_packet_kb / 1e6:,.0f} GB",
                "`pdf_packet_kb`",
            ),
        ]
    lines = [f"| {clients:,} clients | | from |", "|---|---:|---|"]
    return lines + [f"| {what} | {number} | {source} |" for what, number, source in rows]


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


if __name__ == "__main__":
    main()
