"""`unbarred export docassemble`: the package of our content, and that a server can use it."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sysconfig
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from conftest import ROOT, Unbarred

from unbarred import __version__, content, law
from unbarred.answers import answer_file
from unbarred.sessions import Session, catalogue
from unbarred.sessions.unattended import fill

NAME = f"docassemble-unbarred-{__version__}.zip"
DATA = "docassemble-unbarred/docassemble/unbarred/data"


@pytest.fixture
def archive(unbarred: Unbarred, desk: Path) -> Path:
    """The package, made by the command."""
    done = unbarred("export", "docassemble")
    assert done.returncode == 0, done.stderr
    return desk / NAME


def test_it_says_what_is_in_it(unbarred: Unbarred, desk: Path) -> None:
    done = unbarred("export", "docassemble")
    interviews, places = len(content.interview_names()), len(law.places())
    assert f"{NAME}: {interviews} interviews, " in done.stdout
    assert f"the law of {places} places." in done.stdout
    assert (desk / NAME).is_file()


def test_other_programs_are_told_the_same(unbarred: Unbarred, desk: Path) -> None:
    made = json.loads(unbarred("export", "docassemble", "--out", "new/ours.zip", "--json").stdout)
    assert made["file"] == "new/ours.zip"
    assert (desk / made["file"]).is_file()
    assert made["interviews"] == content.interview_names()
    assert made["places"] == [each.slug for each in law.places()]
    assert "clemency/application.docx" in made["templates"]
    assert "unbarred.law.interview" in made["modules"]
    assert not [each for each in made["modules"] if each.startswith(("unbarred.engine", "unbarred.terminal"))]
    assert [each for each in made["requires"] if each.startswith("pydantic")]


def test_all_interviews_templates_and_law_are_where_a_server_looks(archive: Path) -> None:
    names = zipfile.ZipFile(archive).namelist()
    for kind, pattern in {
        "interviews": "**/*.yml",
        "templates": "**/*.docx",
        "jurisdictions": "*/*.yml",
    }.items():
        folder = content.root() / kind
        wanted = {path.relative_to(folder).as_posix() for path in folder.glob(pattern)}
        there = {name.removeprefix(f"{DATA}/{content.ON_A_SERVER[kind]}/") for name in names}
        assert wanted
        assert wanted <= there


def test_everybody_can_read_it_and_nothing_leads_out_of_it(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o644
    for entry in zipfile.ZipFile(archive).infolist():
        path = PurePosixPath(entry.filename)
        assert path.parts[0] == "docassemble-unbarred"
        assert ".." not in path.parts
        assert entry.external_attr >> 16 == stat.S_IFREG | 0o644


def test_the_same_content_makes_the_same_bytes(unbarred: Unbarred, archive: Path) -> None:
    before = archive.read_bytes()
    assert unbarred("export", "docassemble").returncode == 0
    assert archive.read_bytes() == before


@pytest.mark.parametrize("touched", [b"", b"something else", None], ids=["empty", "other", "longer"])
def test_what_somebody_worked_on_stays(unbarred: Unbarred, archive: Path, touched: bytes | None) -> None:
    archive.write_bytes(archive.read_bytes() + b"x" if touched is None else touched)
    before = archive.read_bytes()
    done = unbarred("export", "docassemble")
    assert done.returncode == 2
    assert NAME in done.stderr
    assert archive.read_bytes() == before


@pytest.mark.parametrize(
    ("out", "says"), [("package", "does not end in .zip"), ("folder.zip", "is a folder")]
)
def test_a_name_that_is_not_right_is_refused(unbarred: Unbarred, desk: Path, out: str, says: str) -> None:
    (desk / "folder.zip").mkdir()
    done = unbarred("export", "docassemble", "--out", out)
    assert done.returncode == 2
    assert says in done.stderr
    assert [path.name for path in desk.iterdir()] == ["folder.zip"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"modules:\n  - unbarred.tempaltes\n", "the module unbarred.tempaltes, which does not exist"),
        (b"modules:\n  - .no_such_module\n", "the module .no_such_module, which does not exist"),
        (b"modules:\n  - no_such_library\n", "import no_such_library"),
        (b"metadata:\n  title: [\n", "broken.yml:3: This interview is not YAML"),
        ("question: Où?\n".encode("latin-1"), "Save it as UTF-8 text."),
    ],
    ids=["no module", "no module of its own", "no library", "no YAML", "no UTF-8"],
)
def test_an_interview_that_cannot_be_sent_is_told(
    unbarred: Unbarred, own_content: Path, desk: Path, text: bytes, says: str
) -> None:
    (own_content / "interviews" / "shared" / "broken.yml").write_bytes(text)
    done = unbarred("export", "docassemble", UNBARRED_CONTENT=str(own_content))
    assert done.returncode == 3
    assert says in done.stderr
    assert list(desk.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("import no_such_library\n", "import no_such_library"),
        ("def half(\n", "broken.py:1: This module is not"),
    ],
    ids=["no library", "no Python"],
)
def test_a_module_of_the_interviews_that_cannot_be_sent_is_told(
    unbarred: Unbarred, own_content: Path, desk: Path, text: str, says: str
) -> None:
    (own_content / "interviews" / "modules" / "broken.py").write_text(text)
    done = unbarred("export", "docassemble", UNBARRED_CONTENT=str(own_content))
    assert done.returncode == 3
    assert says in done.stderr
    assert list(desk.iterdir()) == []


def test_what_an_editor_leaves_behind_stays_here(unbarred: Unbarred, own_content: Path, desk: Path) -> None:
    (own_content / "templates" / "clemency" / ".~lock.application.docx").write_text("Pat, 1 o'clock")
    assert unbarred("export", "docassemble", UNBARRED_CONTENT=str(own_content)).returncode == 0
    assert not [name for name in zipfile.ZipFile(desk / NAME).namelist() if ".~lock" in name]


def test_installed_alone_every_interview_runs_to_its_papers(archive: Path, tmp_path: Path) -> None:
    people = invented_people()
    people_file = tmp_path / "people.json"
    people_file.write_text(json.dumps(people, default=str))
    server = Server(tmp_path / "server")
    server.install(archive, tmp_path / "unpacked")
    seen = server.run(Path(__file__).with_name("on_a_server.py"), ROOT / "cli" / "unbarred", people_file)
    assert seen["alone"]
    assert Path(seen["package"]).is_relative_to(server.site)
    assert Path(seen["law"]).is_relative_to(server.site)
    assert set(seen["interviews"]) == set(content.interview_names())
    for name, roads in seen["interviews"].items():
        her_name = people[name]["answers"]["petitioner.name.first"]
        for road, interview in roads.items():
            assert "this computer" not in interview["screens"]["welcome"]
            told = (*interview["screens"].values(), *interview["papers"])
            assert any("confirmed)" in text or "check this first)" in text for text in told), (
                name,
                road,
                len(interview["papers"]),
                list(interview["screens"])[-6:],
            )
            assert len(interview["papers"]) > (5 if name.startswith("clemency/") else 0)
            assert any(her_name in paper for paper in interview["papers"])
            assert any("Look through every paper." in paper for paper in interview["papers"])
            assert_the_law_says_the_same_here(name, people[name]["arguments"], interview)
            lines = "\n".join(told).splitlines()
            assert [(name, road, line) for line in lines if re.search(r"\bNone\b", line)] == []
    without_numbers = seen["interviews"]["clemency/commutation"]["numbers"]
    assert without_numbers["answered"]["convictions[0].minimum_years"] is None
    assert without_numbers["answered"]["custody.jail_days"] is None
    assert "We do not know the days you were held" in without_numbers["screens"]["time"]
    assert "To tell, we need to know your minimum term." in without_numbers["screens"]["standing"]


def assert_the_law_says_the_same_here(
    name: str, arguments: dict[str, str], on_a_server: dict[str, Any]
) -> None:
    """Give the same answers here, with the same left blank: the same follows from them, word for word."""
    here = Session.in_memory(name, arguments)
    assert fill(here, on_a_server["answered"]) == []
    screens = {each.screen.id.split()[0]: each.screen for each in here.answered()}
    for told in screens.keys() & {"time", "standing"}:
        words = f"{screens[told].heading} {screens[told].text}"
        assert words.split() == on_a_server["screens"][told].split()


def invented_people() -> dict[str, dict[str, Any]]:
    """An example's answers for each interview, in a place that it is for."""
    people = {}
    # A person of New York takes the place of those of other places, an example that of a worked one.
    worked = sorted((ROOT / "tests/interviews/worked").rglob("*.yml"), key=lambda path: path.stem == "us-ny")
    for path in (*worked, *sorted((ROOT / "examples").glob("*.yml"))):
        given = answer_file.load(path)
        place = given.jurisdiction or catalogue.entry(given.interview).places[0]
        arguments = {"place": place, "as_of": str(given.as_of)}
        people[given.interview] = {"arguments": arguments, "answers": dict(given.answers)}
    assert set(people) == set(content.interview_names()), "each interview has a file of answers"
    return people


class Server:
    """An environment with the libraries of a docassemble server, and nothing of ours."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, symlinks=os.name == "posix")
        paths = sysconfig.get_paths("venv", vars={"base": str(folder), "platbase": str(folder)})
        self.site = Path(paths["purelib"])
        self._python = Path(paths["scripts"]) / "python"
        # A folder that is named in a .pth file is searched for modules, but its own .pth files, by which
        # the checkout is installed, are not read.
        libraries = distribution("docassemble.base").locate_file("")
        (self.site / "libraries.pth").write_text(f"{libraries}\n")

    def install(self, archive: Path, unpacked: Path) -> None:
        """Build the unpacked archive and put it in place, as pip does where there is no network."""
        zipfile.ZipFile(archive).extractall(unpacked)
        build = "from setuptools.build_meta import build_wheel; build_wheel('built')"
        self._run("-c", build, folder=unpacked / "docassemble-unbarred")
        (wheel,) = (unpacked / "docassemble-unbarred" / "built").glob("*.whl")
        zipfile.ZipFile(wheel).extractall(self.site)

    def run(self, program: Path, *arguments: Path) -> Any:
        """Run a program there, without the variables of the test; return what it prints as JSON."""
        return json.loads(self._run(str(program), *map(str, arguments), folder=self.site))

    def _run(self, *arguments: str, folder: Path) -> str:
        done = subprocess.run(
            [self._python, "-I", *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
