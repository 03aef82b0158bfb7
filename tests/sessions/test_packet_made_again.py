"""The packet that an interview ends in, and what becomes of it when answers change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from unbarred import content
from unbarred.answers import answer_file
from unbarred.documents.packets import Exhibit, Paper, editing, manifest, plan_file
from unbarred.errors import UsageError
from unbarred.sessions import Session, make_packet
from unbarred.sessions.unattended import fill

ROSA = Path(__file__).parents[2] / "examples" / "rosa-example.yml"


def ended(*exhibits: str) -> Session:
    """The invented person's interview, at its end, with so many exhibits; all of hers if none is named."""
    given = answer_file.load(ROSA)
    answers = dict(given.answers)
    if exhibits:
        answers = {name: value for name, value in answers.items() if not name.startswith("exhibits")}
        for place, title in enumerate(filter(None, exhibits)):
            answers |= {f"exhibits[{place}].title": title, f"exhibits[{place}].have": True}
    session = Session.in_memory(given.interview, {"place": given.jurisdiction, "as_of": str(given.as_of)})
    assert fill(session, answers) == []
    return session


@pytest.fixture(scope="module")
def rosa() -> Session:
    return ended()


@pytest.fixture
def folder(rosa: Session, tmp_path: Path) -> Path:
    """Her packet."""
    return make_packet(rosa, tmp_path / "packet").folder


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    Image.new("RGB", (60, 80), "white").save(path)
    return path


def test_the_plan_says_what_is_filed_and_what_is_only_for_her(folder: Path) -> None:
    plan = plan_file.read(folder)
    assert plan.title == "Application for commutation of sentence"
    assert (plan.by, plan.number, plan.place) == ("Rosa Invented Example", "DIN 00G0000", "us-ny")
    assert plan.beside == ("6-Requests-for-letters.docx", "0-Next-steps.docx")
    assert not {paper.file for paper in plan.papers} & set(plan.beside)
    assert [paper.file for paper in plan.papers if paper.lists_exhibits] == ["7-Exhibits.docx"]
    assert [(each.label, each.file, each.on_paper) for each in plan.exhibits] == [
        ("A", "", True),
        ("B", "", True),
        ("C", "", False),
    ]
    assert plan.serve == ()


def test_the_manifest_tells_what_it_was_made_from(folder: Path) -> None:
    known = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for file, template in known["templates"].items():
        found = [path for path in content.templates().rglob(template["name"]) if path.is_file()]
        assert template["sha256"] in {manifest.digest(path.read_bytes()) for path in found}, file
    assert set(known["templates"]) == {paper["file"] for paper in known["papers"]}
    assert {"us-ny/clemency.yml", "us-ny/place.yml", "us/counting.yml"} <= known["law"].keys()
    for file, digest in known["law"].items():
        assert manifest.digest((content.jurisdictions() / file).read_bytes()) == digest
    assert known["check_before_filing"][0].keys() >= {"says", "source", "confidence"}
    files = {path.name: manifest.digest(path.read_bytes()) for path in folder.iterdir()}
    assert files.pop("manifest.json")
    assert known["files"] == files


def test_her_exhibits_and_her_order_outlive_changed_answers(rosa: Session, folder: Path, photo: Path) -> None:
    editing.add(folder, [photo], editing.Asked(label="A"))
    editing.add(folder, [photo], editing.Asked(title="My children"))
    editing.move(folder, "8", before="1")
    editing.leave_out(folder, "biography")
    make_packet(rosa, folder, again=True)
    plan = plan_file.read(folder)
    assert [paper.file for paper in plan.papers][:2] == ["8-Affirmation.docx", "1-Application.docx"]
    assert [paper.file for paper in plan.papers if paper.left_out] == ["3-Biography.docx"]
    assert next(plan.exhibits) == Exhibit("A", "Associate degree", "exhibits/A-Associate-degree.png")
    assert list(plan.exhibits)[3] == Exhibit("D", "My children", "exhibits/D-My-children.png")
    for exhibit in plan.exhibits:
        assert not exhibit.file or (folder / exhibit.file).read_bytes() == photo.read_bytes()
    assert list((folder / ".kept").iterdir())


def test_a_paper_she_added_stays_too(rosa: Session, folder: Path, photo: Path) -> None:
    editing.add(folder, [photo], editing.Asked(title="A letter", as_papers=True, after="2"))
    make_packet(rosa, folder, again=True)
    assert list(plan_file.read(folder).papers)[2] == Paper("photo.png", "A letter")
    assert (folder / "photo.png").read_bytes() == photo.read_bytes()


def test_an_exhibit_that_was_ready_when_the_program_was_killed_stays_too(
    rosa: Session, folder: Path, photo: Path
) -> None:
    plan = folder / "packet.yml"
    ready = folder / ".packet.ready"
    (ready / "new" / "exhibits").mkdir(parents=True)
    (ready / "new" / "exhibits" / "D.png").write_bytes(photo.read_bytes())
    hers = "- exhibit: D\n  title: My children\n  file: exhibits/D.png\n"
    (ready / "new" / "packet.yml").write_text(plan.read_text().replace("- made: cert", f"{hers}- made: cert"))
    (ready / "gone.json").write_text("[]")
    make_packet(rosa, folder, again=True)
    assert Exhibit("D", "My children", "exhibits/D.png") in plan_file.read(folder).parts
    assert (folder / "exhibits" / "D.png").read_bytes() == photo.read_bytes()


def test_an_exhibit_keeps_its_file_when_the_one_before_it_is_named_no_more(
    rosa: Session, folder: Path, photo: Path
) -> None:
    editing.add(folder, [photo], editing.Asked(label="C"))
    make_packet(ended("Associate degree", "Order of protection, 2014"), folder, again=True)
    degree, order = plan_file.read(folder).exhibits
    assert (degree.label, order.label, order.title) == ("A", "B", "Order of protection, 2014")
    assert (degree.file, (folder / order.file).read_bytes()) == ("", photo.read_bytes())


def test_a_paper_of_hers_is_not_replaced_by_one_of_that_name(
    rosa: Session, tmp_path: Path, photo: Path
) -> None:
    folder = make_packet(ended(""), tmp_path / "packet").folder
    hers = tmp_path / "7-Exhibits.docx"
    hers.write_bytes((folder / "3-Biography.docx").read_bytes())
    editing.add(folder, [hers], editing.Asked(as_papers=True))
    with pytest.raises(UsageError, match=r"has a paper 7-Exhibits\.docx that you added"):
        make_packet(rosa, folder, again=True)
    assert (folder / "7-Exhibits.docx").read_bytes() == hers.read_bytes()


@pytest.mark.parametrize(
    "name", ["1-Application.docx", "0-Next-steps.docx", "notes.txt", "packet.pdf", "exhibits/x.txt"]
)
def test_what_she_changed_or_put_there_by_hand_is_never_lost(rosa: Session, folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    with (folder / name).open("ab") as file:
        file.write(b"by hand")
    with pytest.raises(UsageError, match="were changed or added to since they were made"):
        make_packet(rosa, folder, again=True)
    assert (folder / name).read_bytes().endswith(b"by hand")


def test_a_damaged_manifest_or_plan_protects_all(rosa: Session, folder: Path) -> None:
    for name in ("packet.yml", "manifest.json"):
        (folder / name).write_text("[")
        with pytest.raises(UsageError, match="were changed or added to"):
            make_packet(rosa, folder, again=True)


def test_a_packet_of_before_there_were_plans_can_be_made_again(rosa: Session, folder: Path) -> None:
    (folder / "packet.yml").unlink()
    known = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    papers = [
        {key: each[key] for key in ("title", "file", "sha256", "left_blank")} for each in known["papers"]
    ]
    (folder / "manifest.json").write_text(json.dumps({"format": 1, "interview": "x", "papers": papers}))
    make_packet(rosa, folder, again=True)
    assert plan_file.read(folder).title == "Application for commutation of sentence"
