"""The files of a packet lie in its folder, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.packets import places
from unbarred.errors import UserError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.pdf").write_bytes(b"not hers")
    made = tmp_path / "packet"
    (made / "exhibits").mkdir(parents=True)
    (made / "exhibits" / "A.pdf").write_bytes(b"hers")
    (made / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    (made / "folder").symlink_to(tmp_path)
    return made


@pytest.mark.parametrize(
    "name",
    [
        "../secret.pdf",
        "exhibits/../../secret.pdf",
        "/etc/hostname",
        "link.pdf",
        "folder/secret.pdf",
        "C:\\secret.pdf",
        "..\\secret.pdf",
        "\\\\server\\share\\secret.pdf",
        "a\0b",
    ],
)
def test_what_leads_out_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(UserError, match="lies outside the packet's folder"):
        places.inside(folder, name)


def test_what_is_inside_is_found(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.inside(folder, "exhibits/A.pdf").read_bytes() == b"hers"
    (folder / "own.pdf").symlink_to(folder / "exhibits" / "A.pdf")
    assert places.inside(folder, "own.pdf").read_bytes() == b"hers"
    monkeypatch.chdir(folder)
    assert places.inside(Path(), "exhibits/A.pdf").read_bytes() == b"hers"
    with pytest.raises(UserError, match=r"“exhibits/B.pdf” is not in the packet's folder"):
        places.inside(folder, "exhibits/B.pdf")
    with pytest.raises(UserError, match=r"“exhibits” in .* is not a file"):
        places.inside(folder, "exhibits")


def test_hidden_files_are_none_of_it(folder: Path) -> None:
    (folder / ".kept").mkdir()
    for name in (".kept/key.pdf", ".hidden", "~$Application.docx", "Thumbs.db", "notes.txt"):
        (folder / name).write_text("x")
    assert places.files(folder) == ["exhibits/A.pdf", "link.pdf", "notes.txt"]


@given(label=st.from_regex(r"[A-Z0-9]{1,3}", fullmatch=True), title=st.text(max_size=200))
def test_a_title_becomes_a_name_that_any_disk_takes(label: str, title: str) -> None:
    name = places.exhibit_file(label, title, ".PDF")
    assert name.startswith(f"exhibits/{label}")
    assert name.endswith(".pdf")
    assert len(name.encode()) < 255
    assert not set(name.removeprefix("exhibits/")) & set('/\\:*?"<>|\0\n ')


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("2_school-certificate.pdf", "School certificate"),
        ("1. Petition.docx", "Petition"),
        ("Gutachten über B.docx", "Gutachten über B"),
        ("2019.pdf", "2019"),
    ],
)
def test_a_file_suggests_its_title(file: str, title: str) -> None:
    assert places.title_of(Path(file)) == title
