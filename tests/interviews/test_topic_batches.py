"""Each interview in a batch, by the real commands: the workbook to fill in, packets of twenty clients."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import worked_examples

from unbarred.answers import answer_file

PROGRAM = Path(sys.executable).with_name("unbarred")
CLIENTS = 20
FIRST_NAMES = (
    "Ada Bea Cleo Dora Enid Fay Gwen Hana Ida June Kaya Lena Mina Nell Opal Pia Rhea Sana Tess Uma".split()
)


def one_place_each() -> list[tuple[str, str]]:
    """Return each interview with a worked example, and one place of its."""
    found = {name: worked_examples.places(name) for name in worked_examples.interviews()}
    return [(name, "us-ny" if "us-ny" in places else places[0]) for name, places in found.items() if places]


CASES = one_place_each()


def unbarred(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [PROGRAM, *arguments],
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80"},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("name", "place"), CASES, ids=[f"{name} {place}" for name, place in CASES])
def test_twenty_clients_get_twenty_packets(name: str, place: str, tmp_path: Path) -> None:
    given = worked_examples.example(name, place)
    unbarred(
        tmp_path, "batch", "sheet", name, "--in", place, "--as-of", str(given.as_of), "-o", "intake.xlsx"
    )
    assert (tmp_path / "intake.xlsx").stat().st_size > 5_000
    answers = json.loads(answer_file.dump(given, answer_file.Notation.JSON))["answers"]
    lines = [
        {"client": f"{number:03}", **answers, "petitioner.name.first": first}
        for number, first in enumerate(FIRST_NAMES, start=1)
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (tmp_path / "intake.jsonl").write_text(text, encoding="utf-8")
    run = ["batch", "run", name, "--in", place, "--as-of", str(given.as_of), "--jobs", "0", "--json"]
    told = json.loads(unbarred(tmp_path, *run, "intake.jsonl", "--out", "filings"))
    folders = [path for path in (tmp_path / "filings").iterdir() if path.is_dir()]
    assert len(folders) == CLIENTS == len(lines), told
    names = {paper.filename for paper in worked_examples.made(name, place).papers}
    for folder in folders:
        assert {path.stem for path in folder.rglob("*.docx")} >= names
