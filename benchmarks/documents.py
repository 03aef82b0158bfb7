"""How fast papers are made, beside python-docx-template, which nearly everybody uses.

    python benchmarks/documents.py            in words, with the goals
    python benchmarks/documents.py --json     one object for other programs

Both fill the same petition of ten pages, from answers to the bytes of the DOCX, in turn, in one program: 120
numbered paragraphs, a third of them under conditions, a table of 30 rows, a header. It is made here with
Word's own library, and keeps to what python-docx-template can do. The first document of each, for which the
template is compiled, is made in a program of its own whose imports are done before the clock runs. Ends with
status 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

PARAGRAPHS, ROWS = 120, 30
_WORDS = (
    "On {{ step.day }}, at {{ petitioner.facility }}, I asked for {{ step.asked }}, and {{ step.heard }}. "
    "I was {{ step.age }} years old then, and I went on with what I had begun."
)
WARM, FIRSTS, MANY = 5, 7, 10_000
SECONDS = 4.0
"""How long one process, and then two, make documents to compare their throughput."""


@dataclass(frozen=True)
class Figures:
    """What was measured. Times in milliseconds at the median, memory in megabytes."""

    unbarred_ms: float
    docxtpl_ms: float
    ratio: float
    """The median, over all runs, of how many times longer docxtpl took right after us."""
    first_ms: float
    docxtpl_first_ms: float
    rss_mb: float
    """The memory of the program after it made all documents."""
    grown_mb: float
    """How much of it was not there after the first hundred."""
    two_processes: float
    """How many times the documents of one process two make in the same time."""

    def goals(self) -> dict[str, bool]:
        """Return what must hold, in words, and whether it does."""
        return {
            f"a document takes {self.unbarred_ms:.2f} ms, under 4": self.unbarred_ms < 4,
            f"docxtpl takes {self.docxtpl_ms:.1f} ms, {self.ratio:.1f} times as long, at least 20": self.ratio
            >= 20,
            f"the first takes {self.first_ms:.0f} ms, docxtpl's {self.docxtpl_first_ms:.0f}": (
                self.first_ms <= self.docxtpl_first_ms
            ),
            f"memory is {self.rss_mb:.0f} MB, grown by {self.grown_mb:.1f}, at most 2": self.grown_mb <= 2,
            f"two processes make {self.two_processes:.2f} times as many as one, at least 1.7": (
                self.two_processes >= 1.7
            ),
        }


def main() -> int:
    """Measure everything and report it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--runs", type=int, default=60, help="documents of each [60]")
    parser.add_argument("--many", type=int, default=MANY, help=f"over how many memory is watched [{MANY}]")
    parser.add_argument("--only", choices=_PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--template", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only:
        _PARTS[chosen.only](chosen.template, chosen.many)
        return 0
    # A machine may be set to keep nothing of what Python compiles; installed programs do.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "petition.docx"
        write_template(template)
        figures = measure(template, chosen.runs, chosen.many)
    goals = figures.goals()
    if chosen.json:
        print(json.dumps(asdict(figures) | {"is_met": all(goals.values())}, indent=2))
    else:
        for words, is_met in goals.items():
            print(f"{'' if is_met else 'MISSED: '}{words}")
    return 0 if all(goals.values()) else 1


def measure(template: Path, runs: int, many: int) -> Figures:
    """Measure everything about `template`."""
    ours, theirs = [], []
    for number in range(-WARM, runs):
        given = answers(max(number, 0))
        pair = timed(lambda: fill(template, given)), timed(lambda: fill_with_docxtpl(template, given))  # noqa: B023
        if number >= 0:
            ours.append(pair[0])
            theirs.append(pair[1])
    firsts = [
        (in_a_program("first", template)[0], in_a_program("docxtpl-first", template)[0])
        for _ in range(FIRSTS)
    ]
    rss, grown = in_a_program("memory", template, many)
    one, two = throughput(template, 1), throughput(template, 2)
    return Figures(
        unbarred_ms=round(statistics.median(ours), 3),
        docxtpl_ms=round(statistics.median(theirs), 2),
        ratio=round(statistics.median(their / our for our, their in zip(ours, theirs, strict=True)), 1),
        first_ms=round(statistics.median(first for first, _ in firsts), 1),
        docxtpl_first_ms=round(statistics.median(first for _, first in firsts), 1),
        rss_mb=round(rss, 1),
        grown_mb=round(grown, 1),
        two_processes=round(two / one, 2),
    )


def fill(template: Path, given: dict[str, object]) -> bytes:
    """Return the petition as we fill it."""
    from unbarred.documents import render

    return render(template, given).content


def fill_with_docxtpl(template: Path, given: dict[str, object]) -> bytes:
    """Return the petition as python-docx-template fills it."""
    from docxtpl import DocxTemplate

    document, out = DocxTemplate(str(template)), io.BytesIO()
    document.render(given, autoescape=True)
    document.save(out)
    return out.getvalue()


def timed(action: Callable[[], object]) -> float:
    """Return how many milliseconds `action` takes."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def in_a_program(part: str, template: Path, many: int = MANY) -> list[float]:
    """Return the numbers that a part of this benchmark prints when it has a program of its own."""
    return [float(each) for each in start(part, template, many).communicate()[0].split()]


def start(part: str, template: Path, many: int = MANY) -> subprocess.Popen[str]:
    """Start a program for a part of this benchmark."""
    command = [sys.executable, __file__, "--only", part, "--template", str(template)]
    return subprocess.Popen([*command, "--many", str(many)], stdout=subprocess.PIPE, text=True)


def throughput(template: Path, processes: int) -> float:
    """Return how many documents a second `processes` programs make together."""
    programs = [start("throughput", template) for _ in range(processes)]
    return sum(float(program.communicate()[0]) for program in programs)


def write_template(path: Path) -> None:
    """Write the template to `path`."""
    document = docx.Document()
    normal = document.styles["Normal"].font
    normal.name, normal.size = "Times New Roman", Pt(12)
    header = document.sections[0].header.paragraphs[0]
    header.text = "{{ petitioner.name }}, No. {{ petitioner.number }}"
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_heading("Petition of {{ petitioner.name }}", level=1)
    for number in range(PARAGRAPHS):
        words = _WORDS.replace("step.", f"steps[{number}].")
        governed = number % 3 == 0
        if governed:
            document.add_paragraph(f"{{%p if steps[{number}].told %}}")
        paragraph = document.add_paragraph(style="List Number")
        # Word splits what is typed over several runs.
        for piece in _pieces(words):
            paragraph.add_run(piece).bold = piece.startswith("{{") and number % 10 == 0
        if governed:
            document.add_paragraph("{%p endif %}")
    table = document.add_table(rows=4, cols=4, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, ("Day", "Program", "Hours", "Outcome"), strict=True):
        cell.text = words
    table.rows[1].cells[0].text = "{%tr for program in programs %}"
    cells = ("{{ program.day }}", "{{ program.title }}", "{{ program.hours }}", "{{ program.outcome }}")
    for cell, words in zip(table.rows[2].cells, cells, strict=True):
        cell.text = words
    table.rows[3].cells[0].text = "{%tr endfor %}"
    document.add_paragraph("Respectfully, {{ petitioner.name }}")
    document.save(str(path))


def answers(number: int = 0) -> dict[str, Any]:
    """Return one person's answers; each number is another person."""
    return {
        "petitioner": SimpleNamespace(
            name=f"Rosalind Examplewood {number}",
            number=f"{number:05}-000",
            facility="Example & Sampleton Correctional Facility",
        ),
        "steps": [
            SimpleNamespace(
                day=f"March {each % 28 + 1}, {1990 + each % 30}",
                asked=f"place number {each} in the program",
                heard="“wait” was the answer" if each % 2 else "nobody answered",
                age=20 + each % 40,
                told=each % 6 == 0,
            )
            for each in range(PARAGRAPHS)
        ],
        "programs": [
            SimpleNamespace(day=str(2001 + each), title=f"Course {each}", hours=each * 4, outcome="Finished")
            for each in range(ROWS)
        ],
    }


def _pieces(words: str) -> list[str]:
    """Return `words` in pieces, each tag a piece of its own."""
    pieces = []
    for part in words.split("{{"):
        tag, closed, rest = part.partition("}}")
        pieces += [f"{{{{{tag}}}}}", rest] if closed else [part]
    return [piece for piece in pieces if piece]


def _print_first(how: Callable[[Path, dict[str, object]], bytes]) -> Callable[[Path, int], None]:
    def first(template: Path, _many: int) -> None:
        # Both have what they import; what is timed is the work that the template makes.
        import docxtpl  # noqa: F401

        import unbarred.documents  # noqa: F401

        given = answers()
        print(timed(lambda: how(template, given)))

    return first


def _print_throughput(template: Path, _many: int) -> None:
    for number in range(WARM):
        fill(template, answers(number))
    made, end = 0, time.perf_counter() + SECONDS
    given = [answers(number) for number in range(50)]
    while time.perf_counter() < end:
        fill(template, given[made % 50])
        made += 1
    print(made / SECONDS)


def _print_memory(template: Path, many: int) -> None:
    for number in range(100):
        fill(template, answers(number))
    gc.collect()
    before = memory()
    for number in range(100, many):
        fill(template, answers(number))
    gc.collect()
    print(memory(), memory() - before)


def memory() -> float:
    """Return the memory that this program has now, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


_PARTS: dict[str, Callable[[Path, int], None]] = {
    "first": _print_first(fill),
    "docxtpl-first": _print_first(fill_with_docxtpl),
    "memory": _print_memory,
    "throughput": _print_throughput,
}

if __name__ == "__main__":
    sys.exit(main())
