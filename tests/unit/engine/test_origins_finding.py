"""Which interview a person means: by our name, a file, a folder or a package."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from others_package import write, write_package

from unbarred import content
from unbarred.engine.origins import Kind, at, find, interviews_at
from unbarred.errors import UsageError

TITLED = "metadata:\n  title: {}\n---\nquestion: Hello\n"
REFERENCE = "docassemble.garden:data/questions/garden.yml"


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return write_package(tmp_path, tmp_path / "mark")


def refusal(given: object) -> str:
    with pytest.raises(UsageError) as caught:
        find(str(given))
    return str(caught.value)


def test_our_own_names_go_first() -> None:
    found = find("clemency/commutation")
    assert (found.kind, found.path) == (Kind.OURS, content.interviews() / "clemency/commutation.yml")
    assert find("docassemble.unbarred:data/questions/clemency/commutation.yml") == found
    assert find(str(found.path)) == found


@pytest.mark.parametrize(
    "within",
    [
        "data/questions/garden.yml",
        "data/questions",
        "data",
        "",
        "..",
        "../..",
    ],
)
def test_a_package_is_known_by_its_file_and_by_every_folder_around_it(garden: Path, within: str) -> None:
    found = find(os.path.normpath(garden / within))
    assert (found.kind, found.package, found.folder) == (Kind.FOLDER, "docassemble.garden", garden)
    assert (found.reference, found.label) == (REFERENCE, REFERENCE)
    assert find(found.name) == found


def test_a_path_may_be_given_from_where_one_is(garden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(garden.parents[1])
    found = find(".")
    assert Path(found.name).is_absolute()
    monkeypatch.chdir("/")
    assert find(found.name) == found


def test_what_others_include_is_not_offered_but_can_be_started(garden: Path) -> None:
    assert [each.path.name for each in interviews_at(str(garden))] == ["garden.yml"]
    assert find(str(garden / "data/questions/parts.yml")).package == "docassemble.garden"


def test_a_lone_file_gets_a_package_of_its_own(tmp_path: Path) -> None:
    paths = [tmp_path / "one" / "letter.yml", tmp_path / "two" / "letter.yml", tmp_path / "one" / "other.yml"]
    for path in paths:
        write(path.parent, {path.name: TITLED.format("A letter")})
    found = [find(str(path)) for path in paths]
    assert {each.kind for each in found} == {Kind.FILE}
    assert len({each.package for each in found}) == 3
    assert [each.label for each in found] == ["letter.yml", "letter.yml", "other.yml"]


def test_of_several_interviews_she_chooses(tmp_path: Path) -> None:
    write(tmp_path / "my forms", {"a.yml": TITLED.format("A"), "b.yml": TITLED.format("B")})
    said = refusal(tmp_path / "my forms")
    assert "There are 2 interviews" in said
    assert f"unbarred start '{tmp_path / 'my forms' / 'b.yml'}'" in said


def test_an_installed_package_is_known_by_name_and_by_path() -> None:
    found = find("docassemble.base:data/questions/examples/yesno.yml")
    assert (found.kind, found.name) == (Kind.INSTALLED, found.reference)
    assert find("docassemble.base:examples/yesno.yml") == found
    assert at(found.path) == found
    assert len(interviews_at("docassemble.base")) > 700


def test_a_copy_of_docassemble_itself_never_takes_its_place(tmp_path: Path) -> None:
    write(tmp_path / "docassemble/base/data/questions", {"x.yml": TITLED.format("X")})
    assert find(str(tmp_path / "docassemble/base/data/questions/x.yml")).kind is Kind.FILE


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            "clemency/comutation",
            "There is no interview called clemency/comutation. Did you mean clem",
        ),
        ("docassemble.bsae", "docassemble.bsae is not installed here. Did you mean docassemble.base?"),
        ("docassemble.bsae:x.yml", "docassemble.bsae is not installed here. Did you mean docassemble.base?"),
        (
            "docassemble.base:examples/yesn.yml",
            "has no interview “examples/yesn.yml”. Did you mean exa",
        ),
        ("docassemble.base:../__init__.py", "has no interview “../__init__.py”"),
        ("nowhere/at/all.yml", "There is no file “nowhere/at/all.yml”."),
        ("\0", "There is no interview called"),
    ],
)
def test_what_does_not_exist_is_answered_with_what_is_near(given: str, said: str) -> None:
    assert said in refusal(given)


def test_a_misspelt_file_is_answered_with_those_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"letter.yml": TITLED.format("A letter")})
    assert "Did you mean letter.yml?" in refusal(tmp_path / "leter.yml")


def test_what_is_no_interview_is_said_to_be_none(tmp_path: Path) -> None:
    write(tmp_path, {"readme.md": "", "package.zip": "", "empty/x.txt": ""})
    assert "their names end in .yml" in refusal(tmp_path / "readme.md")
    assert "Unpack it first" in refusal(tmp_path / "package.zip")
    assert "There is no interview in" in refusal(tmp_path / "empty")
    assert "a part of interviews" in refusal(content.interviews() / "shared" / "case.yml")


def test_a_name_that_leads_nowhere_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path / "data/questions", {"x.yml": TITLED.format("X")})
    (tmp_path / "data/questions/y.yml").symlink_to(tmp_path / "nowhere")
    assert [each.path.name for each in interviews_at(str(tmp_path))] == ["x.yml"]
