"""What a place has of its own takes the place of everybody's, in the papers that are made."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import people
import pytest

from unbarred import content
from unbarred.documents import render
from unbarred.documents.composing import compose_all
from unbarred.errors import ContentError
from unbarred.templates import template_for

SIGNED = "```signature\nSigned here | On\n{{ petitioner.name.full(middle=true) }}\n```\n"


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the templates, in a content that is otherwise the real one."""
    shutil.copytree(content.templates(), tmp_path / "templates")
    for folder in (content.root() / "interviews", content.jurisdictions()):
        (tmp_path / folder.name).symlink_to(folder)
    monkeypatch.setenv(content.CONTENT_VARIABLE, str(tmp_path))
    content.root.cache_clear()
    yield tmp_path / "templates"
    content.root.cache_clear()


def own_part(templates: Path, place: str) -> None:
    (templates / place / "shared").mkdir(parents=True)
    (templates / place / "shared" / "signature.md").write_text(SIGNED, encoding="utf-8")


def test_its_part_is_in_each_of_its_papers_that_is_signed_and_in_no_other(templates: Path) -> None:
    own_part(templates, "us-ny")
    made = {path.relative_to(templates).as_posix() for path in compose_all(templates)}
    assert "us-ny/clemency/application.docx" in made
    assert "us-ny/clemency/biography.docx" not in made
    assert all(name.startswith("us-ny/") for name in made)
    texts = {}
    for place in ("us-ny", "us-tx"):
        name = template_for("clemency/application", place)
        texts[place] = render(templates / name, people.full(place)).text
    assert "Signed here\tOn" in texts["us-ny"]
    assert "Signed here" not in texts["us-tx"]
    assert template_for("clemency/biography", "us-ny") == "clemency/biography.docx"


def test_it_is_on_the_paper_of_the_place(templates: Path) -> None:
    own_part(templates, "ke")
    compose_all(templates)
    name = template_for("clemency/application", "ke", "A4")
    assert name == "ke/clemency/application-a4.docx"
    assert round(docx.Document(str(templates / name)).sections[0].page_width.mm) == 210


def test_a_document_made_in_word_comes_before_all_on_any_paper(templates: Path) -> None:
    own_part(templates, "ke")
    by_hand = templates / "ke" / "clemency" / "application.docx"
    by_hand.parent.mkdir()
    docx.Document().save(str(by_hand))
    before = by_hand.read_bytes()
    compose_all(templates)
    assert by_hand.read_bytes() == before
    assert template_for("clemency/application", "ke", "A4") == "ke/clemency/application.docx"


def test_a_template_that_nobody_has_is_missed_by_name(templates: Path) -> None:
    with pytest.raises(ContentError, match="no template clemency/nothing for us-ny"):
        template_for("clemency/nothing", "us-ny")
    assert templates.is_dir()
