"""A draft says on every page that it is not for filing; the next assembly takes the mark away."""

from __future__ import annotations

from pathlib import Path

import pytest
from seen_pages import texts
from typer.testing import CliRunner

from unbarred.answers import answer_file
from unbarred.app import app
from unbarred.documents.filling.drafts import LINE
from unbarred.documents.office import find
from unbarred.documents.word.reading import text_of_parts
from unbarred.sessions import Session, unattended
from unbarred.settings import HOME_VARIABLE

ROSA = Path(__file__).parents[2] / "examples" / "rosa-example.yml"
NAME = "2026-11-21-commutation-rosa"


@pytest.fixture
def finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one who has a finished session of the invented Rosa."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    given = answer_file.load(ROSA)
    arguments = {"place": given.jurisdiction, "as_of": str(given.as_of)}
    session = Session.begin(tmp_path / "home" / "sessions" / NAME, given.interview, arguments)
    assert unattended.fill(session, given.answers) == []
    session.close()
    return tmp_path


def assembled(folder: Path, *options: str) -> dict[str, str]:
    """Assemble the packet; return what each Word file in it says."""
    done = CliRunner().invoke(app, ["assemble", NAME, "--out", "packet", *options])
    assert done.exit_code == 0, done.output
    return {path.name: text_of_parts(path.read_bytes()) for path in (folder / "packet").glob("*.docx")}


def test_each_paper_of_a_draft_is_marked_until_it_is_assembled_anew(finished: Path) -> None:
    marked = assembled(finished, "--draft", "--no-pdf")
    assert len(marked) == 10
    assert all(LINE in words for words in marked.values())
    filed = assembled(finished, "--no-pdf")
    assert filed.keys() == marked.keys()
    assert not any(LINE in words for words in filed.values())
    assert "draft" not in (finished / "packet" / "packet.yml").read_text(encoding="utf-8")


@pytest.mark.skipif(find() is None, reason="LibreOffice is not here")
def test_each_page_of_a_draft_is_marked(finished: Path) -> None:
    assembled(finished, "--draft", "--pdf")
    pages = texts((finished / "packet" / "packet.pdf").read_bytes())
    assert len(pages) > 10
    assert all(LINE in page for page in pages)


def test_a_public_copy_is_made_of_no_draft(finished: Path) -> None:
    done = CliRunner().invoke(app, ["assemble", NAME, "--out", "packet", "--draft", "--public"])
    assert "not of a draft" in str(done.exception)
    assert not (finished / "packet").exists()
