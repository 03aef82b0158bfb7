"""`unbarred check templates`: the real content, the real content broken, and templates of others."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from textwrap import dedent
from typing import Any

import docx
import pytest

INTERVIEW = """
modules:
  - .own
---
question: Who?
fields:
  - Name: who
---
mandatory: True
code: |
  who
  found = look_up(who)
  over
---
event: over
question: Over
attachment:
  name: Letter
  docx template file: letter.docx
"""


def letter(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for name in ("author", "last_modified_by"):
        setattr(document.core_properties, name, "")
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(str(path))
    return path


def edit(file: Path, old: str, new: str) -> int:
    """Replace the first `old` in a file; return its line."""
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_our_own_content_is_sound_and_notes_are_no_failure(unbarred: Any, own_content: Path) -> None:
    (own_content / "templates" / "shared" / "left-over.md").write_text("Old words.\n")
    done = unbarred("check", "templates", UNBARRED_CONTENT=str(own_content))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "templates/shared/left-over.md  Note: No template uses this part. Take it out if it is left over.\n"
        "Nothing is wrong.\n"
    )


def test_the_real_content_broken(unbarred: Any, own_content: Path) -> None:
    templates, interviews = own_content / "templates", own_content / "interviews"
    statement = templates / "clemency" / "personal-statement.md"
    convictions = templates / "shared" / "convictions.md"
    misspelt = edit(statement, "{{ story }}", "{{ stroy }}")
    attribute = edit(templates / "shared" / "addressed.md", "law.office.name", "law.office.nmae")
    item = edit(convictions, "{{ conviction.offense }}", "{{ conviction.ofense }}")
    plan = templates / "any-topic" / "release-plan.md"
    plan.write_text(plan.read_text() + "\nSee {{ law.official_form.title }}.\n")
    cover = edit(templates / "packet" / "cover.md", "{{ packet.title }}", "{{ packet.titel }}")
    unended = edit(templates / "any-topic" / "supporters.md", "{% endfor %}", "")
    # On one branch only: nobody out of prison is asked how she was thanked.
    edit(interviews / "shared" / "inside.yml", "id: honors\n", "id: honors\nif: |\n  in_prison\n")
    with (interviews / "shared" / "story.yml").open("a") as file:
        file.write("---\nid: extra\nquestion: One more\nfields:\n  - Anything: nothing_uses_it\n")
    (templates / "shared" / "left-over.md").write_text("Old words.\n")
    done = unbarred("check", "templates", "--json", UNBARRED_CONTENT=str(own_content))
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)
    told = {(each["file"], each["line"], each["kind"]): f"{each['message']} {each['mend']}" for each in found}
    both = "clemency/commutation or clemency/pardon"
    assert told["templates/clemency/personal-statement.md", misspelt, "not given"] == (
        f"Nothing in {both} gives stroy. Did you mean story?"
    )
    assert told["templates/shared/addressed.md", attribute, "not given"] == (
        "law.office.nmae does not exist: law.office is law data (Office). Did you mean name?"
    )
    assert told["templates/shared/convictions.md", item, "not given"] == (
        f"Nothing in {both} gives convictions[i].ofense. It is asked for as conviction.ofense. "
        "Did you mean offense?"
    )
    assert told["templates/packet/cover.md", cover, "not given"] == (
        "unbarred gives no titel to this paper, which it fills itself. Did you mean title?"
    )
    unbalanced = [file for file, _, kind in told if kind == "unbalanced"]
    assert unbalanced == ["templates/any-topic/supporters.md"]
    assert unended > 1
    release = [
        each for each in found if each["file"] == "templates/any-topic/release-plan.md" and each["line"]
    ]
    assert release
    for each in release:
        assert each["message"].startswith("There is no law.official_form in the law of ")
        assert each["mend"] == "Put {% if law.official_form %} around it."
        found.remove(each)
    lacking = [each["message"] for each in found if each["kind"] == "not given everywhere"]
    assert lacking
    assert all(
        text.startswith("In clemency/pardon nothing gives honors where not in_prison: inside.yml:")
        for text in lacking
    )
    notes = [each for each in found if each["is_note"]]
    assert "nothing_uses_it is asked, and nothing uses the answer." in [each["message"] for each in notes]
    assert ("templates/shared/left-over.md", "No template uses this part.") in [
        (each["file"], each["message"]) for each in notes
    ]
    stale = {each["file"] for each in found if each["kind"] == "stale"}
    assert "templates/clemency/personal-statement-a4.docx" in stale


def test_a_template_by_itself(unbarred: Any, desk: Path) -> None:
    letter(desk / "letter.docx", "Dear {{ name", "{% if here %}", "{{ you|lowre }}")
    done = unbarred("check", "templates", "letter.docx")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        (
            "letter.docx (the body: “Dear {{ name”)  The tag “{{ name” is opened with {{ and not closed "
            "in this paragraph. Type the whole tag in one paragraph, with }} at its end. In Word, select it, "
            "press Ctrl+Space to clear its formatting, and type it again."
        ),
        (
            "letter.docx (the body: “{% if here %}”)  {% if here %} is opened here and never ended. "
            "Put {% endif %} where it ends."
        ),
        "letter.docx (the body: “{{ you|lowre }}”)  There is no filter called lowre. Did you mean lower?",
        "3 to mend.",
    ]


@pytest.fixture
def package(desk: Path) -> Path:
    """Somebody else's package, that would leave a mark if anything of it ran."""
    folder = desk / "docassemble-letters" / "docassemble" / "letters"
    for inner in ("data/questions", "data/templates"):
        (folder / inner).mkdir(parents=True)
    (folder / "data" / "questions" / "letters.yml").write_text(INTERVIEW)
    mark = desk / "it-ran"
    (folder / "own.py").write_text(
        dedent(
            f"""
            __all__ = ["look_up"]
            open({str(mark)!r}, "w").close()

            def look_up(name):
                return {{"name": name}}
            """
        )
    )
    letter(
        folder / "data" / "templates" / "letter.docx",
        "Dear {{ whoo }}",
        "{{ found.name }} {{ look_up(who) }}",
    )
    return desk / "docassemble-letters"


def test_a_folder_of_others(unbarred: Any, package: Path, desk: Path) -> None:
    done = unbarred("check", "templates", package)
    file = "docassemble-letters/docassemble/letters/data/templates/letter.docx"
    reference = "docassemble.letters:data/questions/letters.yml"
    assert done.stdout.splitlines() == [
        f"{file} (the body: “Dear {{{{ whoo }}}}”)  Nothing in {reference} gives whoo. Did you mean who?",
        "1 to mend.",
    ]
    # The same from the template, whose interviews are beside it.
    assert unbarred("check", "templates", desk / file).stdout == done.stdout
    assert not (desk / "it-ran").exists()


def test_papers_made_on_walked_paths(unbarred: Any, package: Path, desk: Path) -> None:
    folder = package / "docassemble" / "letters" / "data"
    letter(folder / "templates" / "letter.docx", "Dear {{ who }}", "{{ found.nmae }}")
    # What Python gives is not known until it runs.
    assert unbarred("check", "templates", package).returncode == 0
    refused = unbarred("check", "templates", package, "--paths", "1")
    assert (refused.returncode, "--trust" in refused.stderr) == (2, True)
    assert not (desk / "it-ran").exists()
    done = unbarred("check", "templates", package, "--paths", "1", "--trust")
    assert done.returncode == 1
    assert "nmae" in done.stdout
    assert (desk / "it-ran").exists()


def locked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", b"x")
    held = bytearray(out.getvalue())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        held[held.index(sign) + place] |= 1
    return bytes(held)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 50_000_000)
    return out.getvalue()


def test_files_that_are_no_templates(unbarred: Any, desk: Path) -> None:
    whole = letter(desk / "whole.docx", "Words.").read_bytes()
    ole = bytes.fromhex("d0cf11e0a1b11ae1")
    given = {
        "bomb.docx": bomb(),
        "half.docx": whole[: len(whole) // 2],
        "locked.docx": ole + "EncryptedPackage".encode("utf-16-le"),
        "locked-zip.docx": locked(),
        "old.doc": ole + b"\0" * 512,
        "empty.docx": b"",
        "text.docx": b"Dear {{ name }}",
    }
    for name, held in given.items():
        (desk / name).write_bytes(held)
    done = unbarred("check", "templates", "--json", *sorted(given))
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)
    assert {each["file"] for each in found} == set(given)
    assert {each["kind"] for each in found} == {"not usable"}


def test_what_is_not_there(unbarred: Any, desk: Path) -> None:
    done = unbarred("check", "templates", "nowhere.docx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no" in done.stderr
    letter(desk / "letter.docx", "Words.")
    (desk / "other.yml").write_text("question: One\nyesno: one\nmandatory: True\n")
    done = unbarred("check", "templates", "letter.docx", "--interview", "other.yml")
    assert (done.returncode, "makes no paper from letter.docx" in done.stderr) == (2, True)


def test_one_file_of_ours(unbarred: Any, own_content: Path) -> None:
    file = own_content / "templates" / "shared" / "addressed.md"
    line = edit(file, "law.office.name", "law.office.nmae")
    edit(own_content / "templates" / "clemency" / "personal-statement.md", "{{ story }}", "{{ stroy }}")
    done = unbarred("check", "templates", file, UNBARRED_CONTENT=str(own_content))
    assert done.returncode == 1
    assert f"templates/shared/addressed.md:{line}:" in done.stdout
    assert "stroy" not in done.stdout
