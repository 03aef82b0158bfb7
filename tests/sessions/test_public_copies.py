"""The public copy of what an interview of others makes: every kind of paper, by the rules of its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_interviews import END, Desk

from unbarred.documents.word.reading import text_of_parts
from unbarred.errors import UsageError, UserError
from unbarred.sessions.public_copy import PublicPacket, folder_beside, make_public_copy

PETITION = """
metadata:
  title: Petition
  filed with: court
---
objects:
  - child: DAObject
  - child.name: DAObject
---
mandatory: True
code: |
  child.name.first
  story
  over
---
id: child
question: The child
fields:
  - First name: child.name.first
  - Born: child.birthdate
    datatype: date
---
id: story
question: Your story
fields:
  - no label: story
    input type: area
""" + END.replace(
    "buttons:",
    """attachments:
  - name: Petition for ${ child.name.first }
    filename: petition-${ child.name.first }
    valid formats:
      - docx
    content: |
      My child ${ child.name.first[:2] }**${ child.name.first[2:] }** was born on ${ child.birthdate }.

      ${ story }
  - name: Notes
    filename: notes
    valid formats:
      - md
    content: |
      About ${ child.name.first }.
buttons:""",
)


@pytest.fixture
def made(sit: Callable[..., Desk], tmp_path: Path) -> PublicPacket:
    return made_of(sit(PETITION), tmp_path)


def made_of(desk: Desk, folder: Path) -> PublicPacket:
    desk.session.submit({"child.name.first": "Tanya", "child.birthdate": "2019-02-03"})
    desk.session.submit({"story": "TANYA misses me."})
    return make_public_copy(desk.session, folder / "public")


def test_every_paper_is_redacted_and_named_anew(made: PublicPacket) -> None:
    files = {path.name for path in made.folder.iterdir()}
    assert {"petition-T. (public copy).docx", "manifest.json"} <= files
    petition = text_of_parts((made.folder / "petition-T. (public copy).docx").read_bytes())
    assert "My child T. was born in 2019." in petition
    assert "T. misses me." in petition
    assert [paper.title for paper in made.papers][:1] == ["Petition for T."]
    every = b"".join(path.read_bytes() for path in made.folder.iterdir() if path.suffix != ".docx")
    assert b"anya" not in every.replace(b"Tanya", b"anya")


def test_it_follows_the_rules_for_courts(made: PublicPacket) -> None:
    followed = {each.followed.kind: each.followed for each in made.listed.redacted}
    assert set(followed) == {"name of a child", "date of birth"}
    assert all(each.binding and each.rule for each in followed.values())
    kept = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))["public_copy"]
    assert {each["because"] for each in kept["redacted"]} == {"law"}
    assert kept["filed_with"] == "court"
    assert [each["says"] for each in kept["also"]] == [fact.says for fact in made.listed.also]
    assert made.listed.also != ()


def test_whom_papers_can_be_filed_with(sit: Callable[..., Desk], tmp_path: Path) -> None:
    desk = sit(PETITION.replace("filed with: court", "filed with: kitchen"))
    with pytest.raises(UsageError, match="says that its papers are filed with kitchen") as fault:
        made_of(desk, tmp_path)
    assert fault.value.hint == "Write `filed with: court` or `filed with: office` in its metadata."
    assert not (tmp_path / "public").exists()


def test_there_is_none_before_the_end(sit: Callable[..., Desk], tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There are no papers yet: some questions are still open"):
        make_public_copy(sit(PETITION).session, tmp_path / "public")
    assert not (tmp_path / "public").exists()


def test_where_it_goes() -> None:
    assert folder_beside(Path("packets/packet-2026-11-22")) == Path("packets/packet-2026-11-22-public")
