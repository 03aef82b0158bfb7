"""How long papers take to become PDFs: one, and twenty together; LibreOffice started for it, and warm.

    python -m benchmarks.pdf            medians in words, with the goals
    python -m benchmarks.pdf --json     for other programs

The papers are the templates of the commutation packet as they stand. For
comparison, `soffice` converts one by itself, with a profile that it has used
before. Ends with status 1 if a goal is missed, or if LibreOffice is not here.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.startup import Measured, report, summed_up, timed

from unbarred import content
from unbarred.documents.office import Found, Office, OfficeMissing, find
from unbarred.errors import UserError

MANY = 20


def main() -> int:
    """Measure everything and report it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--runs", type=int, default=5, help="runs of each [5]")
    chosen = parser.parse_args()
    try:
        measured = measure(chosen.runs)
    except UserError as error:
        print(error, file=sys.stderr)
        return error.code
    return report(measured, as_json=chosen.json)


def measure(runs: int) -> list[Measured]:
    """Return what was measured; raises `OfficeMissing`."""
    found = find()
    if found is None:
        raise OfficeMissing
    one, many = papers(1), papers(MANY)
    with Office(found) as warm:
        warm.to_pdf(many)
        return [
            repeatedly("one, LibreOffice started for it", 2500, runs, lambda: started(found, one)),
            repeatedly(
                "each of twenty, LibreOffice started for them", 250, runs, lambda: started(found, many), MANY
            ),
            repeatedly("one, warm", 250, runs * 3, lambda: warm.to_pdf(one)),
            repeatedly("each of twenty, warm", 100, runs, lambda: warm.to_pdf(many), MANY),
            repeatedly(
                "each of twenty, warm, for the archive", 120, runs, lambda: archived(warm, many), MANY
            ),
            by_itself(found, one[0], runs),
        ]


def papers(count: int) -> list[bytes]:
    """Return `count` Word files, the templates of a packet again and again."""
    files = sorted((content.templates() / "clemency").glob("*[!4].docx"))
    return [files[number % len(files)].read_bytes() for number in range(count)]


def repeatedly(what: str, goal: float, runs: int, action: Callable[[], object], among: int = 1) -> Measured:
    """Time `action`, after one run that does not count; the times are shared `among` documents."""
    action()
    return summed_up(what, goal, [timed(action) / among for _ in range(runs)])


def started(found: Found, documents: list[bytes]) -> None:
    """Start LibreOffice, make the PDFs, end it."""
    with Office(found) as office:
        office.to_pdf(documents)


def archived(office: Office, documents: list[bytes]) -> None:
    """Make PDF/A."""
    office.to_pdf(documents, archival=True)


def by_itself(found: Found, document: bytes, runs: int) -> Measured:
    """Time LibreOffice's own command, for comparison."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.docx")
        source.write_bytes(document)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command: list[str | Path] = [
            found.path,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            source,
        ]
        return repeatedly(
            "one, by soffice --convert-to alone",
            5000,
            runs,
            lambda: subprocess.run(command, capture_output=True, check=True),
        )


if __name__ == "__main__":
    sys.exit(main())
