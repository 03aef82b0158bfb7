"""`unbarred fill` makes a paper of a template and a file of answers, or says in a sentence why not."""

from __future__ import annotations

import contextlib
import io
import json
import os
import stat
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import docx
import pikepdf
import pytest
from conftest import PROGRAM, Unbarred
from form_maker import a_form
from typer.testing import CliRunner, Result

from unbarred.app import app
from unbarred.documents.word.reading import text_of_parts
from unbarred.errors import UserError

ANSWERS = """\
    jurisdiction: us-ny
    as_of: 2026-11-21
    answers:
      petitioner.name.first: Rosa
      petitioner.name.middle: Invented
      petitioner.name.last: Example
      petitioner.birthdate: 1986-02-28
      petitioner.prison_number: null
      children[0].first_name: Tom
      children[1].first_name: Ana
      owed: 1200
      story: "One.\\n\\nTwo."
    """
LETTER = (
    "I am {{ petitioner.name.full() }}, born {{ petitioner.birthdate }}, on {{ as_of }}.",
    "My number is {{ petitioner.prison_number }}",
    "My children: {{ children | map(attribute='first_name') | list | comma_and_list }}",
    "I owe {{ owed | currency }}.",
)
FILES = ("letter.docx", "rosa.yml")
MAPPING = """\
    fields:
      Name: petitioner.name.full()
      Number: petitioner.prison_number
      Story: story
      Term: "'Fixed'"
    """


@pytest.fixture(autouse=True)
def laid_out(desk: Path) -> None:
    """Put a template, a form with its mapping, and answers on the desk."""
    (desk / "rosa.yml").write_text(dedent(ANSWERS))
    write(desk / "letter.docx", *LETTER)
    (desk / "form.pdf").write_bytes(a_form(is_tagged=True).content())
    (desk / "form.yml").write_text(dedent(MAPPING))


def write(path: Path, *paragraphs: str | list[str]) -> None:
    """Write a template: a paragraph for each text, a table of one cell for each that stands in a list."""
    document = docx.Document()
    for words in paragraphs:
        if isinstance(words, str):
            document.add_paragraph(words)
        else:
            document.add_table(1, 1).cell(0, 0).text = words[0]
    document.save(str(path))


def test_a_letter_is_filled_by_the_custom_of_its_place(unbarred: Unbarred, desk: Path) -> None:
    done = unbarred("fill", "letter.docx", "rosa.yml", "-o", "out.docx")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "out.docx\n"
    assert "Still to complete by hand: 1 place\n    1. My number is" in done.stderr
    said = text_of_parts((desk / "out.docx").read_bytes())
    assert "I am Rosa I. Example, born February 28, 1986, on November 21, 2026." in said
    assert "Tom and Ana" in said
    assert "$1,200" in said
    assert stat.S_IMODE((desk / "out.docx").stat().st_mode) == 0o600
    run(desk, *FILES, "-o", "kenya.docx", "--in", "ke", "--draft")
    assert "28 February 1986" in text_of_parts((desk / "kenya.docx").read_bytes())
    header = docx.Document(str(desk / "kenya.docx")).sections[0].header
    assert "DRAFT: NOT FOR FILING" in header.paragraphs[0].text


def test_a_form_is_filled_and_told_about(unbarred: Unbarred, desk: Path) -> None:
    done = unbarred("fill", "form.pdf", "rosa.yml", "-o", "out.pdf", "--flatten", "--json")
    assert done.returncode == 0, done.stderr
    (paper,) = json.loads(done.stdout)["papers"]
    assert paper["file"] == "out.pdf"
    assert [gap["label"] for gap in paper["still_to_complete"]] == ["Number", "Signature"]
    assert paper["addendum"] == []
    with pikepdf.open(desk / "out.pdf") as pdf:
        assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == ["Signature"]


def test_several_papers_go_into_a_folder_and_are_the_same_each_time(desk: Path) -> None:
    for folder in ("one", "two"):
        done = run(desk, "letter.docx", "form.pdf", "rosa.yml", "-o", folder)
        assert done.stdout == f"{folder}/letter.docx\n{folder}/form.pdf\n"
    for name in ("letter.docx", "form.pdf"):
        assert (desk / "one" / name).read_bytes() == (desk / "two" / name).read_bytes()
    assert stat.S_IMODE((desk / "one").stat().st_mode) == 0o700


def test_force_writes_over_a_paper(desk: Path) -> None:
    for template, out in (("letter.docx", "out.docx"), ("form.pdf", "out.pdf")):
        (desk / out).write_text("an earlier one")
        done = run(desk, template, "rosa.yml", "-o", out, "--force")
        assert done.exit_code == 0, done.exception
        assert (desk / out).read_bytes()[:2] in (b"PK", b"%P")


def test_fields_are_listed_and_a_mapping_begun(desk: Path) -> None:
    listed = run(desk, "form.pdf", "--fields").stdout
    assert "Number\n    page 1: text, each letter in a cell, at most 9 letters\n" in listed
    data = json.loads(run(desk, "form.pdf", "--fields", "--json").stdout)
    assert [field["name"] for field in data["fields"]][:3] == ["Name", "Number", "Born"]
    assert "form.yml is there already" in str(refusal(desk, "form.pdf", "--skeleton"))
    run(desk, "form.pdf", "--skeleton", "-o", "begun.yml")
    done = run(desk, "form.pdf", "rosa.yml", "--map", "begun.yml", "-o", "empty.pdf")
    assert done.exit_code == 0, done.stderr
    assert "1. Your full name (page 1)" in done.stderr


def run(desk: Path, *arguments: str) -> Result:
    """Return what the command does; a process of its own for each test would take minutes."""
    with contextlib.chdir(desk):
        return CliRunner().invoke(app, ["fill", *arguments])


def refusal(desk: Path, *arguments: str) -> UserError:
    """Return what the command refuses."""
    done = run(desk, *arguments)
    assert isinstance(done.exception, UserError), done.exception
    return done.exception


def ole(mark: str) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + mark.encode("utf-16-le")


def with_part(whole: bytes, name: str, held: bytes) -> bytes:
    made = io.BytesIO(whole)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, held)
    return made.getvalue()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda whole: whole[:3_000], "not whole"),
        (lambda _: ole("EncryptedPackage"), "locked with a password"),
        (lambda _: ole("WordDocument"), "older Word"),
        (lambda _: b"{\\rtf1}", "rich text"),
        (lambda _: b"%PDF-1.7", "This is a PDF"),
        (lambda _: b"\x7fELF", "not a Word document"),
        (lambda whole: with_part(whole, "word/vbaProject.bin", b"x"), "macro"),
        (lambda whole: with_part(whole, "word/x.xml", b" " * 30_000_000), "far more than a paper needs"),
        (lambda whole: with_part(whole, "../../x.xml", b"x"), "outside"),
    ],
)
def test_a_template_that_is_none_is_one_sentence(
    change: Callable[[bytes], bytes], says: str, desk: Path
) -> None:
    path = desk / "letter.docx"
    path.write_bytes(change(path.read_bytes()))
    fault = refusal(desk, *FILES, "-o", "out.docx")
    assert fault.code == 3
    assert says in str(fault)
    assert str(fault).startswith("letter.docx: ")
    assert "\n" not in str(fault)
    assert not (desk / "out.docx").exists()


@pytest.mark.parametrize(
    ("paragraph", "says"),
    [
        ("{{ petitioner.nmae }}", "petitioner.nmae has no value"),
        ("{{ 1 / 0 }}", "divided by nothing"),
        (["{% colspan story %}a"], "not of the kind"),
        (["{% colspan 0 %}a"], "not of the kind"),
        (["{% cellbg story %}a"], "not of the kind"),
        ("{{ 'x' * 10 ** 15 }}", "too large"),
        ("{{ petitioner.name + 1 }}", "not of the kind"),
        ("{{ children }}", "not of the kind"),
        ("{{ petitioner.name.full }}", "without the () after it"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "no answer"),
        ("{{ petitioner.name.full.__globals__ }}", "no answer"),
        ("{% for x in range(10 ** 9) %}{{ x }}{% endfor %}", "too large"),
    ],
)
def test_what_a_template_stumbles_over_is_one_sentence(
    paragraph: str | list[str], says: str, desk: Path
) -> None:
    write(desk / "letter.docx", paragraph)
    fault = refusal(desk, *FILES, "-o", "out.docx")
    assert fault.code == 3
    assert says in str(fault)
    assert "letter.docx" in str(fault)
    assert "Rosa" not in str(fault)
    assert not (desk / "out.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["letter.docx"], 2, "answers are missing"),
        (["letter.docx", "rosa.yml"], 2, "with -o"),
        (["letter.docx", "rosa.yml", "-o", "folder"], 2, "folder is a folder"),
        (["letter.docx", "rosa.yml", "-o", "there.docx"], 2, "there already"),
        (["letter.docx", "rosa.yml", "-o", "letter.docx", "--force"], 2, "would be lost"),
        (["letter.docx", "rosa.yml", "-o", "same.docx", "--force"], 2, "would be lost"),
        (["letter.docx", "rosa.yml", "-o", "out.pdf"], 2, "does not end as"),
        (["letter.docx", "form.pdf", "rosa.yml", "-o", "there.docx"], 2, "is a file"),
        (["missing.docx", "rosa.yml", "-o", "out.docx"], 3, "no such file"),
        (["folder", "rosa.yml", "-o", "out"], 3, "is a directory"),
        (["letter.docx", "missing.yml", "-o", "out.docx"], 1, "no such file"),
        (["letter.docx", "broken.yml", "-o", "out.docx"], 1, "broken.yml:2"),
        (["letter.docx", "rosa.yml", "-o", "out.docx", "--in", "us-nyy"], 2, "us-ny"),
        (["letter.docx", "rosa.yml", "-o", "nowhere/out.docx"], 1, "Cannot write"),
        (["letter.docx", "rosa.yml", "-o", "x" * 300 + ".docx"], 1, "file name too long"),
        (["form.pdf", "rosa.yml", "-o", "out.pdf", "--map", "missing.yml"], 2, "there is no missing.yml"),
        (["form.pdf", "rosa.yml", "-o", "form.pdf", "--force"], 2, "would be lost"),
        (["rosa.yml", "rosa.yml", "-o", "out.yml"], 3, "not a Word document"),
        (["form.pdf", "letter.docx", "--fields"], 2, "one PDF"),
        (["letter.docx", "--fields"], 3, "not a PDF"),
    ],
)
def test_what_is_asked_wrongly_is_told_and_nothing_is_written(
    arguments: list[str], code: int, says: str, desk: Path
) -> None:
    (desk / "folder").mkdir()
    (desk / "there.docx").write_text("hers")
    (desk / "broken.yml").write_text("answers: [")
    os.link(desk / "letter.docx", desk / "same.docx")
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    fault = refusal(desk, *arguments)
    assert fault.code == code, fault
    assert says in str(fault)
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["../secret.docx", "{desk}/secret.docx", "part/../../secret.docx"])
def test_a_template_cannot_bring_in_what_is_outside_its_folder(name: str, desk: Path) -> None:
    write(desk / "secret.docx", "A secret.")
    (desk / "given").mkdir()
    write(desk / "given" / "letter.docx", f"{{{{p include_docx_template('{name.format(desk=desk)}') }}}}")
    fault = refusal(desk, "given/letter.docx", "rosa.yml", "-o", "out.docx")
    assert "outside its folder" in str(fault)


def test_a_part_that_is_none_is_told(desk: Path) -> None:
    (desk / "part.docx").write_bytes(ole("EncryptedPackage"))
    write(desk / "letter.docx", "{{p include_docx_template('part.docx') }}")
    assert "part.docx: It is locked with a password." in str(refusal(desk, *FILES, "-o", "out.docx"))


def test_all_that_is_wrong_with_answers_is_told_at_once(desk: Path) -> None:
    (desk / "rosa.yml").write_text("answers:\n  name: Rosa\n  name.first: Rosa\n  children[1].age: 3\n")
    fault = refusal(desk, *FILES, "-o", "out.docx")
    assert "rosa.yml:2:3: name is answered itself" in str(fault)
    assert "rosa.yml:4:3: children[0] is missing" in str(fault)


@pytest.mark.skipif(os.name != "posix", reason="limits of a process are those of POSIX")
def test_a_full_disk_is_one_sentence_and_leaves_what_was_there(desk: Path) -> None:
    (desk / "out.docx").write_text("hers")
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 1; exec "$@" -o out.docx --force', "sh", PROGRAM, "fill", *FILES],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("Cannot write to out.docx: file too large.")
    assert "Traceback" not in done.stderr
    assert (desk / "out.docx").read_text() == "hers"
    assert list(desk.glob(".*")) == []


def test_no_permission_is_one_sentence(desk: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to the superuser")
    (desk / "closed").mkdir(mode=0o500)
    assert "permission denied" in str(refusal(desk, *FILES, "-o", "closed/out.docx"))
