"""Parts and documents that a place has of its own, and a change of the style of all."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from unbarred.documents.composing import compose_all, compositions, style
from unbarred.documents.composing.packing import is_composed

from .conftest import HEAD, styled

EXTENDED = RELATIONSHIP_TYPE.EXTENDED_PROPERTIES


def test_a_place_has_its_own_parts_before_everybodys(templates: Path) -> None:
    (templates / "shared" / "part.md").write_text("of all\n")
    (templates / "us" / "shared").mkdir(parents=True)
    (templates / "us" / "shared" / "part.md").write_text("of the us\n")
    for folder in (templates, templates / "us"):
        (folder / "paper.md").write_text(HEAD + 'Before\n\n{% include "part.md" %}\n\nAfter\n')
    assert [path.name for path in compose_all(templates)] == 2 * ["paper.docx", "paper-a4.docx"]
    texts = [
        [each.text for each in docx.Document(str(folder / "paper.docx")).paragraphs]
        for folder in (templates, templates / "us")
    ]
    assert texts == [["Before", "of all", "After"], ["Before", "of the us", "After"]]


def test_a_places_own_part_makes_every_document_anew_that_uses_it(templates: Path) -> None:
    (templates / "shared" / "sign.md").write_text("everybody signs\n")
    for name, text in {"letter": 'Yours,\n\n{% include "sign.md" %}\n', "list": "Nothing to sign\n"}.items():
        (templates / "topic").mkdir(exist_ok=True)
        (templates / "topic" / f"{name}.md").write_text(HEAD + text)
    compose_all(templates)
    (templates / "us-xx" / "shared").mkdir(parents=True)
    (templates / "us-xx" / "shared" / "sign.md").write_text("here one signs\n")
    made = compose_all(templates)
    assert [str(path.relative_to(templates)) for path in made] == [
        "us-xx/topic/letter.docx",
        "us-xx/topic/letter-a4.docx",
    ]
    assert styled(docx.Document(str(made[0])))[-1] == ("Normal", "here one signs")
    assert styled(docx.Document(str(templates / "topic" / "letter.docx")))[-1] == (
        "Normal",
        "everybody signs",
    )
    (templates / "us-xx" / "shared" / "running-footer.md").write_text("its own foot\n")
    assert {path.name for path in compose_all(templates)} == {
        f"{n}{e}.docx" for n in ("letter", "list") for e in ("", "-a4")
    }


def test_a_places_document_made_by_hand_is_left_alone(templates: Path) -> None:
    (templates / "shared" / "sign.md").write_text("x\n")
    (templates / "topic").mkdir()
    (templates / "topic" / "letter.md").write_text(HEAD + '{% include "sign.md" %}\n')
    for folder in ("shared", "topic"):
        (templates / "us-xx" / folder).mkdir(parents=True)
    (templates / "us-xx" / "shared" / "sign.md").write_text("y\n")
    by_hand = templates / "us-xx" / "topic" / "letter.docx"
    docx.Document().save(str(by_hand))
    assert {each.target.parent for each in compositions(templates)} == {templates / "topic"}
    by_hand.unlink()
    compose_all(templates)
    assert is_composed(by_hand)
    saved_by_a_lawyer = docx.Document(str(by_hand))
    saved_by_a_lawyer.part.package.part_related_by(EXTENDED)._blob = b"<Properties/>"
    saved_by_a_lawyer.save(str(by_hand))
    assert not is_composed(by_hand)
    assert {each.target.parent for each in compositions(templates)} == {templates / "topic"}


def test_one_change_of_style_changes_every_template(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (templates / f"{name}.md").write_text(HEAD + "# Title\n\nText\n")
    compose_all(templates)
    monkeypatch.setattr(style, "FONT", "Georgia")
    monkeypatch.setattr(style, "SIZE", 13.0)
    changed = compose_all(templates)
    assert changed == sorted(templates.glob("*.docx"), key=lambda path: (path.stem[:3], "-" in path.stem))
    for path in changed:
        normal = docx.Document(str(path)).styles.element.xpath(".//w:rPrDefault/w:rPr")[0]
        assert normal.xpath("./w:rFonts/@w:ascii") == ["Georgia"]
        assert normal.xpath("./w:sz/@w:val") == ["26"]
