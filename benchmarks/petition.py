"""A petition of ten pages as a template, made with Word's own library, and answers for it.

120 numbered paragraphs, a third of them under conditions, a table of 30 rows, a header. It keeps to what
python-docx-template can do, so that both can fill it.
"""

from __future__ import annotations

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
