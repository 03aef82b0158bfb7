"""Templates written in Markdown: every tag with the file and line where the lawyer mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbarred.check.templates.markdown import read_markdown
from unbarred.check.templates.sheets import composed
from unbarred.documents.composing import compose_all

PETITION = """---
title: Petition
---

# Petition of {{ name }}

{% include "reasons.md" %}

Signed {{ day }}, {%
if here %}here{% endif %}.
"""


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder of templates with one of everything, composed."""
    folder = tmp_path / "templates"
    for name, text in {
        "petition.md": PETITION,
        "shared/reasons.md": '{% for reason in reasons %}\n{% include "reason.md" %}\n{% endfor %}\n',
        "shared/reason.md": "- {{ reason }}\n",
        "shared/running-footer.md": "{{ name }} | page [page] of [pages]\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    compose_all(folder)
    return folder


def test_each_tag_has_its_own_file_and_line(templates: Path) -> None:
    read = read_markdown(templates / "petition.md", [templates / "shared"], templates.parent)
    assert [(tag.source, f"{tag.place.file}:{tag.place.line}:{tag.place.column}") for tag in read.tags] == [
        ("{{ name }}", "templates/petition.md:5:15"),
        ("{% for reason in reasons %}", "templates/shared/reasons.md:1:1"),
        ("{{ reason }}", "templates/shared/reason.md:1:3"),
        ("{% endfor %}", "templates/shared/reasons.md:3:1"),
        ("{{ day }}", "templates/petition.md:9:8"),
        ("{%\nif here %}", "templates/petition.md:9:19"),
        ("{% endif %}", "templates/petition.md:10:15"),
    ]
    assert {each.name for each in read.parts} == {"reasons.md", "reason.md"}
    assert read.faults == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("One {{ name\n\nand {{ day }}\n", 1, "The tag “{{ name” is opened with {{ and never closed."),
        ("One\n\ntwo name }}\n", 3, "A tag is closed with }} and not opened."),
        ("{% if x\n", 1, "The tag “{% if x” is opened with {% and never closed."),
        ('{% include "reson.md" %}\n', 1, "It includes the part reson.md, which is not there."),
    ],
)
def test_what_is_broken(templates: Path, text: str, line: int, message: str) -> None:
    path = templates / "broken.md"
    path.write_text(text)
    read = read_markdown(path, [templates / "shared"], templates.parent)
    assert [(each.line, each.message) for each in read.faults] == [(line, message)]


def test_parts_that_include_one_another(templates: Path) -> None:
    (templates / "shared" / "reason.md").write_text('{% include "reasons.md" %}\n')
    read = read_markdown(templates / "petition.md", [templates / "shared"], templates.parent)
    assert [each.kind for each in read.faults] == ["missing part"]


def test_one_sheet_for_every_paper(templates: Path) -> None:
    [sheet] = composed(templates, templates.parent)
    assert sheet.file == "templates/petition.md"
    assert {target.name for target in sheet.targets} == {"petition.docx", "petition-a4.docx"}
    assert [place.place.file for place in sheet.parts["footer"]] == ["templates/shared/running-footer.md"]
    assert sheet.faults == []


def test_what_is_not_composed_anew_is_stale(templates: Path) -> None:
    with (templates / "petition.md").open("a") as file:
        file.write("\nOne more thing.\n")
    (templates / "petition-a4.docx").unlink()
    [sheet] = composed(templates, templates.parent)
    assert [(each.file, each.kind, each.message) for each in sheet.faults] == [
        ("templates/petition.docx", "stale", "It is not what templates/petition.md says now."),
        ("templates/petition-a4.docx", "stale", "It was never composed from its Markdown."),
    ]


def test_markdown_that_cannot_be_composed(templates: Path) -> None:
    with (templates / "petition.md").open("a") as file:
        file.write("\n```nosuch\nx\n```\n")
    [sheet] = composed(templates, templates.parent)
    assert {(each.file, each.kind) for each in sheet.faults} == {("templates/petition.md", "not composed")}
