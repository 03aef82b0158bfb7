"""The end of an interview, where LibreOffice is and where it is not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from packet_papers import named
from seen_pages import checked, texts

from unbarred.documents.office import find

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("unbarred")
START = (
    "start",
    "clemency/commutation",
    "--answers",
    ROOT / "examples" / "rosa-example.yml",
    "--out",
    "packet",
)


def ran(desk: Path, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        cwd=desk,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(find() is None, reason="LibreOffice is not here")
def test_an_interview_ends_in_one_pdf_and_says_how_many_pages_each_paper_has(tmp_path: Path) -> None:
    done = ran(tmp_path, *START, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    made = json.loads(done.stdout)
    found = texts(checked((tmp_path / "packet" / "packet.pdf").read_bytes()))
    assert len(found) == made["pdf"]["pages"]
    for each in made["papers"]:
        if each["pages"]:
            first = named(found[1], re.escape(each["title"]))
            assert f"page 1 of {each['pages']}" in found[first - 1]
            assert f"page {each['pages']} of {each['pages']}" in found[first + each["pages"] - 2]
    pages = {each["file"]: each["pages"] for each in made["papers"]}
    assert pages["6-Requests-for-letters.docx"] is pages["0-Next-steps.docx"] is None
    counted = [count for count in pages.values() if count]
    # The cover and the contents stand before the papers.
    assert sum(counted) + 2 == made["pdf"]["pages"]
    whole = " ".join(found)
    assert "Would you write a letter" not in whole
    assert "Check this before you send anything" not in whole
    assert "Rosa Invented Example, DIN 00G0000" in found[0]
    assert "Governor of New York" in found[0]
    change_in_word(tmp_path / "packet" / "2-Personal-statement.docx")
    done = ran(tmp_path, "packet", "make", "packet")
    assert "Made again: Personal statement. The rest is as it was.\n" in done.stdout
    says = "2-Personal-statement.docx was changed by hand. The packet has it as it is now."
    assert says in " ".join(done.stdout.split())
    assert "Added in Word." in " ".join(texts((tmp_path / "packet" / "packet.pdf").read_bytes()))
    manifest = json.loads((tmp_path / "packet" / "manifest.json").read_text(encoding="utf-8"))
    changed = [each["file"] for each in manifest["papers"] if each["sha256"] != each["sha256_as_made"]]
    assert changed == ["2-Personal-statement.docx"]


def change_in_word(path: Path) -> None:
    paper = docx.Document(str(path))
    paper.add_paragraph("Added in Word.")
    paper.save(str(path))


def test_without_libreoffice_the_papers_are_there(tmp_path: Path) -> None:
    done = ran(tmp_path, *START, UNBARRED_OFFICE="none")
    assert (done.returncode, done.stderr) == (0, "")
    assert "packet.pdf" not in done.stdout
    names = {path.name for path in (tmp_path / "packet").iterdir()}
    assert {"1-Application.docx", "packet.yml", "manifest.json"} <= names


def test_a_pdf_that_was_asked_for_and_cannot_be_made_is_an_error_after_the_papers(tmp_path: Path) -> None:
    done = ran(tmp_path, *START, "--pdf", UNBARRED_OFFICE="none")
    assert done.returncode == 1
    assert "Your packet is ready: 10 papers, in packet/" in done.stdout
    assert "LibreOffice" in done.stderr
    assert (tmp_path / "packet" / "1-Application.docx").exists()
    done = ran(tmp_path, *START[:-1], "second", UNBARRED_OFFICE=str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert "UNBARRED_OFFICE names" in done.stderr
    assert (tmp_path / "second" / "1-Application.docx").exists()
