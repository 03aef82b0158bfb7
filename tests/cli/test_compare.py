"""`unbarred compare`: packets, Word files and answers, in words, as data and in Word."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from conftest import Unbarred


def paper(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    path.parent.mkdir(exist_ok=True)
    document.save(str(path))
    return path


def packet(folder: Path, papers: dict[str, tuple[str, ...]], **known: object) -> Path:
    """Write a packet: paragraphs by title; its manifest says what `known` has too."""
    listed = []
    for number, (title, paragraphs) in enumerate(papers.items(), start=1):
        file = f"{number}-{title.replace(' ', '-')}.docx"
        paper(folder / file, *paragraphs)
        listed.append({"title": title, "file": file, "sha256": "", "left_blank": 0})
    (folder / "manifest.json").write_text(json.dumps({"format": 1, "papers": listed, **known}))
    return folder


def changed_answers(rosa: Path, path: Path) -> Path:
    text = rosa.read_text(encoding="utf-8").replace("2017-04-20", "2017-05-20")
    path.write_text(text.replace("1986-02-28", "2/28/1986"), encoding="utf-8")
    return path


def test_two_papers(unbarred: Unbarred, desk: Path) -> None:
    before = paper(desk / "a.docx", "I ask for mercy. I am 41.", "The end.")
    after = paper(desk / "b.docx", "I ask for mercy. I am 42.", "The end.")
    done = unbarred("compare", before, after, "--out", "changes.docx")
    assert done.returncode == 0
    assert done.stdout == "b.docx:\n  1st paragraph: “I am 41.” became “I am 42.”\n"
    with zipfile.ZipFile(desk / "changes.docx") as made:
        document = made.read("word/document.xml").decode()
    assert 'w:author="unbarred" w:date="1980-01-01T00:00:00Z"' in document
    assert "<w:delText" in document
    assert (desk / "changes.docx").stat().st_mode & 0o077 == 0
    again = unbarred("compare", before, after, "--out", "changes.docx")
    assert (again.returncode, "is there already" in again.stderr) == (2, True)
    assert unbarred("compare", before, before).stdout == "a.docx: nothing changed.\n"


def test_two_packets(unbarred: Unbarred, desk: Path) -> None:
    same = ("The same words in both.",)
    before = packet(
        desk / "one",
        {"Application": ("I ask for mercy.",), "Plan": same, "Waiver": ("They may talk about me.",)},
        as_of="2026-11-21",
        law={"us-ny/clemency.yml": "1", "us-ny/place.yml": "1"},
        templates={"1-Application.docx": {"name": "application.docx", "sha256": "1"}},
    )
    after = packet(
        desk / "two",
        {"Petition": ("I ask for mercy and a hearing.",), "Statement": ("I drove.",), "Plan": same},
        as_of="2026-11-22",
        law={"us-ny/clemency.yml": "2", "us-ny/place.yml": "1"},
        templates={"1-Petition.docx": {"name": "application.docx", "sha256": "2"}},
    )
    shutil.copy(before / "2-Plan.docx", after / "3-Plan.docx")
    done = unbarred("compare", before, after, "--out", "changes")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "The day of the papers was 2026-11-21, and is 2026-11-22.",
        "The law in us-ny/clemency.yml has changed.",
        "The template application.docx has changed.",
        "Petition was called Application.",
        "The file 1-Application.docx is 1-Petition.docx now.",
        "Statement is new (2-Statement.docx).",
        "The file 2-Plan.docx is 3-Plan.docx now.",
        "Waiver is gone (3-Waiver.docx).",
        "",
        "Petition:",
        "  1st paragraph: “I ask for mercy.” became “I ask for mercy and a hearing.”",
        "",
        "1 paper is the same.",
    ]
    assert {path.name for path in (desk / "changes").iterdir()} == {"what-changed.txt", "1-Petition.docx"}
    assert (desk / "changes" / "what-changed.txt").read_text(encoding="utf-8") == done.stdout
    with zipfile.ZipFile(desk / "changes" / "1-Petition.docx") as made:
        assert 'w:date="2026-11-22T00:00:00Z"' in made.read("word/document.xml").decode()


def test_packets_as_data(unbarred: Unbarred, desk: Path) -> None:
    one = packet(desk / "one", {"Application": ("I ask.",)})
    two = packet(desk / "two", {"Application": ("I ask again.",)})
    told = json.loads(unbarred("compare", one, two, "--json").stdout)
    assert told["papers"][0]["change"] == "changed"
    change = told["papers"][0]["changes"][0]
    assert (change["before"], change["after"], change["where"]) == ("I ask.", "I ask again.", "1st paragraph")
    assert unbarred("compare", one, one).stdout == "Nothing changed.\n"


def test_a_manifest_that_somebody_changed_ends_nothing(unbarred: Unbarred, desk: Path) -> None:
    one = packet(desk / "one", {"Application": ("I ask.",)})
    two = packet(
        desk / "two", {"Application": ("I ask.",)}, check_before_filing=["this"], law=3, templates="x"
    )
    assert unbarred("compare", one, two).stdout == "Nothing changed.\n"


def test_another_plan_is_told(unbarred: Unbarred, desk: Path) -> None:
    parts = "parts:\n- made: cover\n- paper: 1-Application.docx\n  title: Application\n"
    plan = f"title: Plea\npaper: letter\n{parts}"
    later = plan.replace("title: Plea", "title: Petition\nto: [The Governor, Albany]\nserve: [The county]")
    later = (
        later.replace("made: cover", "made: cover\n  left_out: true") + "- exhibit: A\n  title: My diploma\n"
    )
    for name, text in (("one", plan), ("two", later)):
        (packet(desk / name, {"Application": ("I ask.",)}) / "packet.yml").write_text(text)
    assert unbarred("compare", "one", "two").stdout.splitlines()[:5] == [
        "The title on the cover was “Plea”, and is “Petition”.",
        "The address on the cover was not said, and is “The Governor, Albany”.",
        "Who gets a copy was not said, and is “The county”.",
        "The cover was in it, and is left out.",
        "Exhibit A (My diploma) was not in it, and is still to come.",
    ]
    assert unbarred("compare", "two", "two").stdout == "Nothing changed.\n"


def test_an_exhibit_that_was_replaced_is_told(unbarred: Unbarred, desk: Path) -> None:
    folders = []
    for name, content in (("one", b"a photograph"), ("two", b"another")):
        folder = packet(desk / name, {"Application": ("I ask.",)})
        (folder / "exhibits").mkdir()
        (folder / "exhibits" / "a.png").write_bytes(content)
        plan = "title: Packet\nparts:\n- paper: 1-Application.docx\n  title: Application\n"
        plan += "- exhibit: A\n  title: My diploma\n  file: exhibits/a.png\n"
        (folder / "packet.yml").write_text(plan)
        folders.append(folder)
    done = unbarred("compare", *folders)
    assert "Exhibit A, My diploma: the file is another now." in done.stdout.splitlines()


def test_two_sets_of_answers(unbarred: Unbarred, rosa: Path, desk: Path) -> None:
    done = unbarred("compare", rosa, changed_answers(rosa, desk / "b.yml"), "--out", "answers.docx")
    assert done.stdout == "custody.start: “April 20, 2017” became “May 20, 2017”\n"
    lines = [each.text for each in docx.Document(str(desk / "answers.docx")).paragraphs]
    assert "petitioner.name.first: Rosa" in lines


def test_a_day_is_read_in_the_order_of_its_place(unbarred: Unbarred, desk: Path) -> None:
    for name, day in (("a.yml", "03/04/1980"), ("b.yml", "1980-04-03"), ("c.yml", "1980-03-04")):
        text = f"jurisdiction: gb-eaw\nanswers:\n  petitioner.birthdate: '{day}'\n"
        (desk / name).write_text(text)
    assert unbarred("compare", "a.yml", "b.yml").stdout == "Nothing changed.\n"
    told = "petitioner.birthdate: “April 3, 1980” became “March 4, 1980”\n"
    assert unbarred("compare", "a.yml", "c.yml").stdout == told


def test_answers_are_named_by_their_questions(unbarred: Unbarred, rosa: Path, desk: Path) -> None:
    done = unbarred("compare", rosa, changed_answers(rosa, desk / "b.yml"), "--questions")
    (line,) = done.stdout.splitlines()
    question, _, told = line.partition(" (custody.start): ")
    assert question.endswith("?")
    assert told == "“April 20, 2017” became “May 20, 2017”"


def test_a_saved_session_and_a_file(unbarred: Unbarred, rosa: Path, saved: str, desk: Path) -> None:
    done = unbarred("compare", changed_answers(rosa, desk / "b.yml"), saved, "--json")
    changes = {each["name"]: each for each in json.loads(done.stdout)["answers"]}
    # A session also keeps what the file leaves to the interview.
    assert {name for name, each in changes.items() if each["before"]} == {"custody.start"}
    change = changes["custody.start"]
    assert (change["before"], change["after"]) == ("May 20, 2017", "April 20, 2017")
    assert change["label"]


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (("a.docx", "one"), "is a Word file", 2),
        (("a.txt", "a.docx"), "is neither a packet", 2),
        (("gone.docx", "a.docx"), "gone.docx cannot be read: no such file", 1),
        (("spoilt.docx", "a.docx"), "spoilt.docx", 3),
        (("empty", "empty"), "There is no packet in empty", 1),
        (("nobody", "nobody"), "There is no saved session called nobody", 4),
        (("one", "one", "--out", "x.docx"), "Give a new folder", 2),
        (("a.docx", "a.docx", "--out", "x.pdf"), "ends in .docx", 2),
        (("a.docx", "a.docx", "--out", "none/x.docx"), "none/x.docx", 1),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    unbarred: Unbarred, desk: Path, arguments: tuple[str, ...], words: str, code: int
) -> None:
    paper(desk / "a.docx", "I ask.")
    packet(desk / "one", {"Application": ("I ask.",)})
    (desk / "a.txt").write_text("x")
    (desk / "spoilt.docx").write_bytes(b"PK\x03\x04")
    (desk / "empty").mkdir()
    there = sorted(desk.rglob("*"))
    done = unbarred("compare", *arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert sorted(desk.rglob("*")) == there


def test_a_letter_that_the_terminal_lacks_ends_nothing(unbarred: Unbarred, tmp_path: Path) -> None:
    before, after = paper(tmp_path / "a.docx", "Rosa."), paper(tmp_path / "b.docx", "Ọla.")
    done = unbarred("compare", before, after, PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0, done.stderr
    assert r"\u1eccla." in done.stdout
