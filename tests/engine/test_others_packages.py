"""Interviews of others find their modules, data and templates as they would on a server."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from others_package import write, write_docx, write_package

from unbarred.engine import LoadedInterview, Run, load_file
from unbarred.engine.services import NotOffered
from unbarred.errors import ContentError

SAYS = "modules:\n  - {}\n---\nmandatory: True\nquestion: ${{ said }}\n"


def told(interview: LoadedInterview, **given: object) -> str:
    """Return what the next screen says, after the first was answered with `given` if anything is."""
    run = Run(interview, {})
    if given:
        run.answer(given)  # type: ignore[arg-type]
    return f"{run.screen.heading} {run.screen.text}"


def test_everything_in_a_package_is_found(tmp_path: Path) -> None:
    interview = load_file(write_package(tmp_path, tmp_path / "mark") / "data/questions/garden.yml")
    run = Run(interview, {})
    run.answer({"plant": "bean"})
    assert run.screen.heading.strip() == "bean in May for 3"
    assert run.screen.text.strip() == "The bed abc parts deeper p { color: green }"
    assert [(paper.title, paper.filename) for paper in run.papers()] == [("Plan", "Plan")]


def test_its_folder_stays_as_it_was(tmp_path: Path) -> None:
    garden = write_package(tmp_path, tmp_path / "mark")
    before = sorted(garden.rglob("*"))
    told(load_file(garden / "data/questions/garden.yml"), plant="bean")
    assert sorted(garden.rglob("*")) == before


@pytest.mark.parametrize("name", [".words", "docassemble.twin.words"])
def test_of_two_packages_of_one_name_each_finds_its_own(tmp_path: Path, name: str) -> None:
    paths = []
    for said in ("first", "second"):
        folder = tmp_path / said / "docassemble" / "twin"
        write(folder, {"words.py": f"said = '{said}'\n", "data/questions/x.yml": SAYS.format(name)})
        paths.append(folder / "data/questions/x.yml")
    assert [told(load_file(path)).strip() for path in (*paths, paths[0])] == ["first", "second", "first"]


def test_a_folder_goes_before_the_installed_package_only_where_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    paths = []
    for place in ("site", "checkout"):
        folder = tmp_path / place / "docassemble" / "unbarredtwin"
        text = SAYS.format("docassemble.unbarredtwin.words")
        write(folder, {"__init__.py": "", "words.py": f"said = '{place}'\n", "data/questions/x.yml": text})
        paths.append(folder / "data/questions/x.yml")
    installed, checkout = paths
    assert load_file(installed).reference == load_file(checkout).reference
    said = [told(load_file(path)).strip() for path in (installed, checkout, installed)]
    assert said == ["site", "checkout", "site"]


def test_the_installed_package_does_not_help_a_folder_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    write(tmp_path / "site/docassemble/unbarredhelp", {"__init__.py": "", "words.py": "said = 1\n"})
    checkout = tmp_path / "checkout/docassemble/unbarredhelp"
    write(checkout, {"data/questions/x.yml": SAYS.format(".words")})
    with pytest.raises(ContentError):
        told(load_file(checkout / "data/questions/x.yml"))


def test_packages_in_one_folder_know_each_other(tmp_path: Path) -> None:
    family = tmp_path / "docassemble"
    write(family / "one" / "data" / "questions", {"x.yml": SAYS.format("docassemble.other.words")})
    write(family / "other", {"words.py": "said = 'by the other'\n"})
    assert told(load_file(family / "one/data/questions/x.yml")).strip() == "by the other"


def test_a_lone_file_finds_what_is_around_it(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "my forms",
        {
            "a letter.yml": """
            include:
              - ../shared/parts.yml
            ---
            modules:
              - .words
            ---
            objects from file:
              - bed: bed.yml
            ---
            mandatory: True
            question: ${ said } ${ told } ${ bed.name }
            attachment:
              - name: Letter
                filename: Letter
                docx template file: letter.docx
            """,
            "words.py": "said = 'words'\n",
            "sources/bed.yml": "object: DAObject\nmodule: docassemble.base.util\nitem:\n  name: bed\n",
        },
    )
    write(tmp_path / "shared", {"parts.yml": "code: |\n  told = 'parts'\n"})
    write_docx(tmp_path / "templates" / "letter.docx", "{{ told }}")
    run = Run(load_file(folder / "a letter.yml"), {})
    assert run.screen.heading.strip() == "words parts bed"
    assert [paper.title for paper in run.papers()] == ["Letter"]


def test_an_interview_without_metadata_is_called_by_its_file(tmp_path: Path) -> None:
    write(tmp_path, {"plain.yml": "mandatory: True\nquestion: Hello\n"})
    assert load_file(tmp_path / "plain.yml").title == "plain"


def test_what_a_package_registers_is_there_before_it_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "docassemble" / "early"
    write(
        folder,
        {
            "filters.py": "# pre-load\n"
            "from docassemble.base.util import register_jinja_filter\n"
            "register_jinja_filter('shouted', lambda text: text.upper() + '!')\n",
            "never.py": "# do not pre-load\nclass Never:\n    pass\n",
            "failing.py": "class Failing(nowhere):\n    pass\n",
            "data/questions/x.yml": """
            mandatory: True
            question: Over
            attachment:
              name: Letter
              filename: Letter
              docx template file: letter.docx
            """,
        },
    )
    write_docx(folder / "data/templates/letter.docx", "{{ 'hello' | shouted }}")
    assert len(Run(load_file(folder / "data/questions/x.yml"), {}).papers()) == 1
    assert "docassemble.early.filters" in sys.modules
    assert "docassemble.early.never" not in sys.modules


def test_a_package_that_imports_the_server_runs_until_it_uses_it(tmp_path: Path) -> None:
    module = (
        "from docassemble.webapp.db import session_scope\n"
        "from docassemble.webapp.extensions import db\n"
        "class Kept(db.Model):\n    pass\n"
        "def keep():\n    with session_scope() as session:\n        pass\n"
    )
    asking = "modules: .m\n---\nmandatory: True\nquestion: Go on?\nyesno: wanted\n---\n"
    write(
        tmp_path,
        {
            "m.py": module,
            "x.yml": f"{asking}mandatory: True\ncode: |\n  keep()\n",
        },
    )
    run = Run(load_file(tmp_path / "x.yml"), {})
    with pytest.raises(NotOffered, match="docassemble's server"):
        run.answer({"wanted": True})
