"""How many clients a batch serves, beside the loop of stock docxtpl that a volunteer would write.

    python -m benchmarks.batch                     in words, with the goals
    python -m benchmarks.batch --json              one object for other programs
    python -m benchmarks.batch --whole             clients who leave nothing out
    python -m benchmarks.batch --runs 1            each only once
    python -m benchmarks.batch --rows 100000 --checked 100000     the long sheet too (an hour)

Whole programs are run as a volunteer would run them: `unbarred batch run` over 1,000 invented clients who
ask New York for a shorter sentence, on one core and on two, from the command to its end. (One process makes
packets while another reads the sheet, so that one process on two cores would be more than one core's work.)
The loop of docxtpl (`docxtpl_loop.py`) fills the same templates with the same variables and does nothing
else; it is one process, as such loops are. Two ratios to it are told: of two cores of ours, and of one. What
else a computer does, or the others on a shared one, only ever makes a program slower; so all three are run in
turn several times, and of each the fastest run counts. How fast the slowest was is told too.
A long sheet, as CSV and as XLSX, is read and matched in a program of its own, and its beginning is checked
with `--check`. Ends with status 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from benchmarks import docxtpl_loop, invented_clients, large_sheets
from benchmarks.batch_figures import Figures
from benchmarks.watching import Watched, memory, watch

ROOT = Path(__file__).parents[1]
UNBARRED = Path(sys.executable).with_name("unbarred")
CLIENTS, WITH_DOCXTPL, RUNS, ROWS, CHECKED = 1000, 20, 3, 10_000, 500
SETTLED_AFTER = 4.0
"""Seconds after which a program that checks has loaded whatever it needs."""


def main() -> int:
    """Measure everything and report it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--clients", type=int, default=CLIENTS, help=f"clients of the run [{CLIENTS}]")
    parser.add_argument(
        "--docxtpl", type=int, default=WITH_DOCXTPL, help=f"of them by docxtpl [{WITH_DOCXTPL}]"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of each, in turn [{RUNS}]")
    parser.add_argument("--rows", type=int, default=ROWS, help=f"rows of the long sheet [{ROWS}]")
    parser.add_argument("--checked", type=int, default=CHECKED, help=f"of them checked [{CHECKED}]")
    parser.add_argument("--pdf", type=int, default=0, help="clients who get a PDF too [0]")
    parser.add_argument(
        "--out", type=Path, help="where packets are put, such as /dev/shm [a temporary folder]"
    )
    parser.add_argument(
        "--whole",
        dest="invent",
        action="store_const",
        const=invented_clients.answers,
        default=invented_clients.brief,
        help="clients who leave nothing out",
    )
    parser.add_argument("--only", choices=_PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--sheet", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only:
        _PARTS[chosen.only](chosen)
        return 0
    # A machine may be set to keep nothing of what Python compiles; installed programs do.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(dir=chosen.out) as folder:
        os.environ["UNBARRED_HOME"] = str(Path(folder) / "home")
        figures = measure(Path(folder), chosen)
    goals = figures.goals()
    if chosen.json:
        print(json.dumps(asdict(figures) | {"is_met": all(goals.values())}, indent=2))
    else:
        for words, is_met in goals.items():
            print(f"{'' if is_met else 'MISSED: '}{words}")
        print(f"{figures.clients} clients; the packets were put in {figures.packets_in}")
    return 0 if all(goals.values()) else 1


def measure(folder: Path, chosen: argparse.Namespace) -> Figures:
    """Measure everything; what is made goes to `folder`."""
    sheet = folder / "clients.xlsx"
    large_sheets.write_xlsx(sheet, map(large_sheets.for_sheet, map(chosen.invent, range(chosen.clients))))
    out = folder / "filings"
    ones, twos, loops = in_turn(sheet, out, chosen)
    one, two = (min(runs, key=lambda run: run.seconds) for runs in (ones, twos))
    theirs, their_work = max(loops)
    again = batch(sheet, out, 2)
    assert again.packets == chosen.clients, again.packets
    csv, xlsx = (long_sheet(folder, kind, chosen) for kind in ("csv", "xlsx"))
    checked = check(folder, chosen)
    pdf = with_pdf(folder, chosen)
    papers = papers_in(out)
    files = [each.stat() for each in out.glob("*/*")]
    reports = [each for each in out.iterdir() if each.is_file()]
    rates = [chosen.clients / each.seconds for each in (one, two)]
    return Figures(
        clients=chosen.clients,
        papers_per_client=round(statistics.mean(papers), 2),
        clients_per_second=round(rates[1], 2),
        slowest_per_second=round(chosen.clients / max(run.seconds for run in twos), 2),
        one_per_second=round(rates[0], 2),
        speedup_two=round(rates[1] / rates[0], 3),
        docxtpl_per_second=round(theirs, 2),
        ratio_to_docxtpl=round(rates[1] / theirs, 2),
        ratio_of_one=round(rates[0] / theirs, 2),
        client_cpu_ms=round(one.processor / chosen.clients * 1000, 1),
        docxtpl_cpu_ms=round(their_work * 1000, 1),
        rss_mb=round(max(run.peak for run in (*ones, *twos)), 1),
        rss_grown_mb=round(max(run.grown for run in (*ones, *twos)), 1),
        first_packet_s=round(two.first_packet, 2),
        again_per_second=round(chosen.clients / again.seconds, 1),
        packet_kb=round(sum(each.st_size for each in files) / chosen.clients / 1000, 1),
        packet_disk_kb=round(sum(each.st_blocks for each in files) * 512 / chosen.clients / 1000, 1),
        files_per_client=round(len(files) / chosen.clients, 1),
        reports_kb=round(sum(each.stat().st_size for each in reports) / chosen.clients / 1000, 2),
        pdf_per_second=round(pdf[0], 2),
        pdf_packet_kb=round(pdf[1], 1),
        rows=chosen.rows,
        csv_rows_per_second=csv[0],
        csv_grown_mb=csv[1],
        csv_peak_mb=csv[2],
        xlsx_rows_per_second=xlsx[0],
        xlsx_grown_mb=xlsx[1],
        xlsx_peak_mb=xlsx[2],
        checked=chosen.checked,
        checked_per_second=round(chosen.checked / checked.seconds, 2),
        checked_grown_mb=round(checked.grown, 1),
        packets_in=str(folder.parent),
    )


def in_turn(
    sheet: Path, out: Path, chosen: argparse.Namespace
) -> tuple[list[Watched], list[Watched], list[list[float]]]:
    """Make all packets on one core, on two, and by docxtpl's loop, one after the other, several times."""
    ones, twos, loops = [], [], []
    for _ in range(chosen.runs):
        for made in (out.with_name("by-one"), out):
            shutil.rmtree(made, ignore_errors=True)
        ones.append(batch(sheet, out.with_name("by-one"), 1))
        twos.append(batch(sheet, out, 2))
        loops.append(in_a_program("docxtpl", sheet, chosen))
    assert all(run.packets == chosen.clients for run in (*ones, *twos)), twos
    return ones, twos, loops


def batch(sheet: Path, out: Path, jobs: int) -> Watched:
    """Make all packets of `sheet` with `jobs` processes, on so many cores."""
    seen = watch([*_command(sheet), "--out", out, "--jobs", str(jobs)], out, on_one_core=jobs == 1)
    assert seen.status == 0, seen
    return seen


def with_pdf(folder: Path, chosen: argparse.Namespace) -> tuple[float, float]:
    """Return clients a second of two processes that make PDFs too, and the kilobytes of a packet."""
    clients = chosen.pdf
    if not clients:
        return 0.0, 0.0
    sheet, out = folder / "pdf.xlsx", folder / "pdf"
    large_sheets.write_xlsx(sheet, large_sheets.many(clients, chosen.invent))
    seen = watch([*_command(sheet), "--out", out, "--jobs", "2", "--pdf"], out)
    assert (seen.status, seen.packets) == (0, clients), seen
    size = sum(each.stat().st_size for each in out.glob("*/**/*") if each.is_file())
    return clients / seen.seconds, size / clients / 1000


def long_sheet(folder: Path, kind: str, chosen: argparse.Namespace) -> list[float]:
    """Return rows a second, memory grown after a tenth of the rows, and the most held, of a sheet."""
    sheet = folder / f"long.{kind}"
    write = large_sheets.write_csv if kind == "csv" else large_sheets.write_xlsx
    write(sheet, large_sheets.many(chosen.rows, chosen.invent))
    try:
        return [round(each, 1) for each in in_a_program("reading", sheet, chosen)]
    finally:
        sheet.unlink()


def check(folder: Path, chosen: argparse.Namespace) -> Watched:
    """Look for problems in many rows, with two processes, and make nothing."""
    sheet = folder / "checked.csv"
    large_sheets.write_csv(sheet, large_sheets.many(chosen.checked, chosen.invent))
    seen = watch([*_command(sheet), "--check", "--jobs", "2"], settle_after=SETTLED_AFTER)
    assert seen.status == 0, seen
    return seen


def papers_in(out: Path) -> list[int]:
    """Return how many papers each packet has."""
    return [len(json.loads(each.read_bytes())["papers"]) for each in out.glob("*/manifest.json")]


def in_a_program(part: str, sheet: Path, chosen: argparse.Namespace) -> list[float]:
    """Return the numbers that a part of this benchmark prints when it has a program of its own."""
    command = [sys.executable, "-m", "benchmarks.batch", "--only", part, "--sheet", str(sheet)]
    command += ["--docxtpl", str(chosen.docxtpl), "--rows", str(chosen.rows)]
    command += ["--whole"] if chosen.invent is invented_clients.answers else []
    return [
        float(each)
        for each in subprocess.run(
            command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT
        ).stdout.split()
    ]


def _command(sheet: Path) -> list[str | Path]:
    place, day = invented_clients.PLACE, invented_clients.AS_OF.isoformat()
    return [UNBARRED, "batch", "run", invented_clients.INTERVIEW, "--in", place, "--as-of", day, sheet]


def _print_docxtpl(chosen: argparse.Namespace) -> None:
    """Print how many clients a second the loop of docxtpl serves, and the processor's seconds for each."""
    papers = docxtpl_loop.papers_of(map(chosen.invent, range(chosen.docxtpl)))
    # What each imports is loaded before the clock runs, here and there.
    with tempfile.TemporaryDirectory(dir=chosen.sheet.parent) as folder:
        docxtpl_loop.seconds_for(papers[:1], Path(folder, "first"))
        worked = time.process_time()
        seconds = sum(docxtpl_loop.seconds_for(papers, Path(folder, "all")))
        print(len(papers) / seconds, (time.process_time() - worked) / len(papers))


def _print_reading(chosen: argparse.Namespace) -> None:
    """Print rows a second, memory grown after a tenth of the rows, and the most held, of reading."""
    from unbarred.batch.columns.finding import find_asked
    from unbarred.batch.intake.opening import open_intake
    from unbarred.batch.matching.clients import clients
    from unbarred.batch.matching.plan import match

    day = invented_clients.AS_OF.isoformat()
    asked = find_asked(invented_clients.INTERVIEW, {"place": invented_clients.PLACE, "as_of": day})
    began, settled, most = time.perf_counter(), 0.0, 0.0
    matched = match(open_intake([chosen.sheet]).tables, lambda: asked)
    count = 0
    for count, client in enumerate(clients(matched), start=1):
        assert not client.problems, client.spot
        if count % 100 == 0:
            most = max(most, memory())
        if count == chosen.rows // 10:
            settled = memory()
    assert count == chosen.rows, count
    print(count / (time.perf_counter() - began), max(most, memory()) - settled, max(most, memory()))


_PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "docxtpl": _print_docxtpl,
    "reading": _print_reading,
}

if __name__ == "__main__":
    sys.exit(main())
