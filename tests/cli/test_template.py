"""`unbarred template`: a Word file as text, in the terminal and in git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import docx
import pytest
from conftest import PROGRAM, ROOT, Unbarred

TEMPLATE = ROOT / "templates" / "clemency" / "application.docx"


def written(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(str(path))
    return path


def test_it_prints_what_a_template_says(unbarred: Unbarred) -> None:
    done = unbarred("template", "text", TEMPLATE)
    assert done.returncode == 0
    assert "== body ==" in done.stdout
    assert "== footer ==" in done.stdout
    assert "{{ petitioner.name.full(middle=true) }}" in done.stdout


def test_several_files_are_told_apart(unbarred: Unbarred, desk: Path) -> None:
    files = [written(desk / f"{name}.docx", name) for name in ("one", "two")]
    done = unbarred("template", "text", *files)
    assert [line for line in done.stdout.splitlines() if line.startswith("=====")] == [
        f"===== {file}" for file in files
    ]


@pytest.mark.parametrize("spoilt", ["gone.docx", "no-word.docx", "."])
def test_what_cannot_be_read_is_said_in_a_sentence(unbarred: Unbarred, desk: Path, spoilt: str) -> None:
    (desk / "no-word.docx").write_bytes(b"%PDF-1.7")
    done = unbarred("template", "text", desk / spoilt)
    assert done.returncode in (1, 3)
    assert spoilt in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_git_gets_utf8_from_any_terminal(unbarred: Unbarred, desk: Path) -> None:
    file = written(desk / "paper.docx", "Name\tمرحبا")
    done = unbarred("template", "text", file, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    assert "Name⇥مرحبا\n" in done.stdout


def test_two_versions_are_compared(unbarred: Unbarred, desk: Path) -> None:
    old = written(desk / "old.docx", "I ask.", "{{ reasons }}")
    new = written(desk / "new.docx", "I ask.", "{{ my_reasons }}")
    done = unbarred("template", "diff", old, new)
    assert done.returncode == 1
    assert "-{{ reasons }}\n+{{ my_reasons }}\n" in done.stdout
    assert unbarred("template", "diff", old, old).returncode == 0


def test_git_shows_the_words_that_changed_in_a_word_file(desk: Path) -> None:
    """With the two lines of docs/comparing.md and the .gitattributes of the project."""

    def git(*arguments: str) -> str:
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        path = f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["git", *arguments],
            cwd=desk,
            env={**os.environ, **settings, "PATH": path},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    git("init", "-q")
    git("config", "user.name", "Pat Sample")
    git("config", "user.email", "pat@example.org")
    told = (ROOT / "docs" / "comparing.md").read_text(encoding="utf-8")
    lines = [line for line in told.splitlines() if line.startswith("git config diff.unbarred.")]
    assert len(lines) == 2
    for line in lines:
        key, value = line.removeprefix("git config ").split(" ", 1)
        git("config", key, value.strip("'"))
    (desk / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    written(desk / "paper.docx", "I ask for mercy.", "{{ reasons }}")
    git("add", ".")
    git("commit", "-qm", "A template")
    written(desk / "paper.docx", "I ask for mercy.", "{{ my_reasons }}")
    for _ in range(2):  # the second time from git's own store
        changed = [
            line for line in git("diff").splitlines() if line[0] in "+-" and line[:3] not in ("+++", "---")
        ]
        assert changed == ["-{{ reasons }}", "+{{ my_reasons }}"]
