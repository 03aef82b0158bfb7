"""What a clinic day and a whole country take, on paper, from what `python -m benchmarks.batch` measured.

    python -m benchmarks.batch --pdf 40 --json > figures.json
    python -m benchmarks.batch_estimate figures.json                               the tables
    python -m benchmarks.batch_estimate figures.json --into docs/batch-figures.md  put in their places

Nothing is measured here: each number is one of the figures times a number of clients or computers.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import fields
from pathlib import Path

from benchmarks.batch_figures import Figures

CLINIC, NATION = 10_000, 1_000_000
CORES = 8
"""Of a computer of a cluster."""
COMPUTERS = 10


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("figures", type=Path, help="what the benchmark printed with --json")
    parser.add_argument("--into", type=Path, help="a page with places for the tables")
    chosen = parser.parse_args()
    known = {each.name for each in fields(Figures)}
    given = json.loads(chosen.figures.read_text(encoding="utf-8"))
    figures = Figures(**{name: value for name, value in given.items() if name in known})
    tables = {
        "measured": measured(figures),
        "clinic": table(figures, CLINIC),
        "nation": table(figures, NATION),
    }
    if chosen.into is None:
        print("\n\n".join("\n".join(lines) for lines in tables.values()))
        return
    page = chosen.into.read_text(encoding="utf-8")
    for name, lines in tables.items():
        before, begin, rest = page.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        assert end, name
        page = before + begin + "\n".join(["", *lines, "", ""]) + end + after
    chosen.into.write_text(page, encoding="utf-8")


def measured(figures: Figures) -> list[str]:
    """Return the lines of the table of what was measured."""
    rows = [
        ("clients a second, two processes, from the command to its end", figures.clients_per_second, "60"),
        ("the same, in the slowest run", figures.slowest_per_second, ""),
        ("clients a second, one core", figures.one_per_second, ""),
        ("two cores against one", figures.speedup_two, "1.8"),
        ("clients a second, the loop of stock docxtpl", figures.docxtpl_per_second, ""),
        ("two processes of ours against that loop", figures.ratio_to_docxtpl, "8"),
        ("one core of ours against that loop", figures.ratio_of_one, ""),
        ("the processor's work for a client, ours, ms", figures.client_cpu_ms, ""),
        ("the processor's work for a client, docxtpl, ms", figures.docxtpl_cpu_ms, ""),
        ("papers of a client", figures.papers_per_client, "4"),
        ("from the command to the first packet, s", figures.first_packet_s, "3"),
        ("memory of a process at most, MB", figures.rss_mb, "400"),
        ("it grew by, MB", figures.rss_grown_mb, "flat"),
        ("clients a second, all made by an earlier run", figures.again_per_second, ""),
        ("clients a second, with a PDF each, two processes", figures.pdf_per_second, ""),
        (f"rows of CSV a second, read and matched, {figures.rows:,} rows", figures.csv_rows_per_second, ""),
        ("memory at most, and grown by, MB", f"{figures.csv_peak_mb} and {figures.csv_grown_mb}", "flat"),
        (f"rows of XLSX a second, read and matched, {figures.rows:,} rows", figures.xlsx_rows_per_second, ""),
        ("memory at most, and grown by, MB", f"{figures.xlsx_peak_mb} and {figures.xlsx_grown_mb}", "flat"),
        (f"rows a second, `--check`, {figures.checked:,} rows", figures.checked_per_second, ""),
        ("memory grown by, MB", figures.checked_grown_mb, "flat"),
        ("a packet: files, kB, kB on the disk", _packet(figures), ""),
        ("a packet with its PDF, kB", figures.pdf_packet_kb, ""),
        ("the reports, kB for a client", figures.reports_kb, ""),
    ]
    lines = [f"| {figures.clients:,} clients | found | goal |", "|---|---:|---:|"]
    return lines + [f"| {what} | {found} | {goal} |" for what, found, goal in rows]


def _packet(figures: Figures) -> str:
    return f"{figures.files_per_client}, {figures.packet_kb}, {figures.packet_disk_kb}"


def table(figures: Figures, clients: int) -> list[str]:
    """Return the lines of a table for so many clients."""
    core = figures.one_per_second
    # What two processes lose on one computer, each of more is taken to lose as well.
    together = core * figures.speedup_two / 2
    computer = together * CORES
    # One computer reads the sheet for all of them.
    cluster = min(computer * COMPUTERS, figures.csv_rows_per_second)
    packets, disk = (clients * each / 1e6 for each in (figures.packet_kb, figures.packet_disk_kb))
    rows = [
        ("packets, two cores", _time(clients / figures.clients_per_second), "`clients_per_second`"),
        (
            f"packets, one computer of {CORES} cores",
            _time(clients / computer),
            f"`one_per_second` × `speedup_two` / 2 × {CORES}",
        ),
        (
            f"packets, {COMPUTERS} such computers",
            _time(clients / cluster),
            "the same × 10, at most `csv_rows_per_second`",
        ),
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
