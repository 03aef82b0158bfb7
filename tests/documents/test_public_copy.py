"""`unbarred assemble --public`: a public copy of a finished session tells no secret, its PDF included."""

from __future__ import annotations

import datetime
import html
import json
import re
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from unbarred.answers.answer_file import Notation, parse
from unbarred.app import app
from unbarred.documents.word.reading import text_of_parts
from unbarred.errors import ExitCode, UserError
from unbarred.sessions import Session, shelf, unattended
from unbarred.settings import HOME_VARIABLE

AS_OF = datetime.date(2026, 11, 22)
EXAMPLE = Path(__file__).parents[2] / "examples" / "maria-example.yml"
STORY = """\
Luz was five then. LUZ’s father hit us both. I was born on February 28, 1986, my number is 123-45-6789.
We lived at 9 Vanished Lane. Max Will wrote that he will help, and his son Will.
"""
MORE = {
    "story": STORY,
    "children[0].first_name": "Luz",
    "children[1].first_name": "Will",
    "children[1].age": 7,
    "children[1].carer": None,
    "children[1].contact": None,
    "exhibits[0].title": "Report card of Luz",
}
TOLD = [
    "Luz",
    "son Will",
    "Feb",
    "1986-02-28",
    "2/28/1986",
    "February 28",
    "123-45-6789",
    "9 Vanished",
    "3 Nowhere",
]
TOLD += ["555-0101"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one finished session, of the invented Maria."""
    made = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(made))
        answers = parse(EXAMPLE.read_text(encoding="utf-8"), Notation.YAML, "example")
        folder = shelf.new_folder(answers.interview, AS_OF)
        given = {"place": "us-ny", "as_of": AS_OF.isoformat()}
        session = Session.begin(folder, answers.interview, given)
        assert unattended.fill(session, {**answers.answers, **MORE}) == []
        session.close()
    return made


@pytest.fixture
def finished(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the finished session; the test is in an empty folder."""
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    monkeypatch.chdir(tmp_path)
    return shelf.names()[0]


def assemble(finished: str, *options: str) -> Result:
    return CliRunner().invoke(app, ["assemble", finished, "--out", "packet", "--public", *options])


def refusal(finished: str, *options: str) -> UserError:
    fault = assemble(finished, "--no-pdf", *options).exception
    assert isinstance(fault, UserError)
    return fault


def plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(each for each in apart if not unicodedata.combining(each)).casefold()
    return re.sub(r"\s+", " ", bare)


def said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def everything(folder: Path) -> dict[str, str]:
    """Return all that can be read in the files of a folder, by their names, which are read too."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        texts = [path.name]
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                texts += [archive.comment.decode(), *archive.namelist()]
                for name in archive.namelist():
                    xml = archive.read(name).decode("utf-8", "replace")
                    texts += [
                        xml,
                        *(html.unescape(re.sub("<[^>]*>", "", part)) for part in xml.split("</w:p>")),
                    ]
        elif path.suffix == ".pdf":
            texts += [said([*command, str(path)]) for command in (["pdfinfo", "-meta"], ["qpdf", "--json"])]
            texts += [said(["pdfinfo", str(path)]), said(["pdftotext", str(path), "-"])]
        else:
            texts.append(path.read_bytes().decode("utf-8", "replace"))
        found[path.name] = plain("\n".join(texts))
    return found


def leaks(folder: Path, told: list[str]) -> list[tuple[str, str]]:
    texts = everything(folder)
    return [
        (file, words)
        for file, text in texts.items()
        for words in told
        if re.search(rf"(?<![^\W\d_]){re.escape(plain(words))}(?![^\W\d_])", text)
    ]


def test_no_secret_is_anywhere_in_the_public_copy(finished: str) -> None:
    done = assemble(finished, "--no-pdf")
    assert done.exit_code == 0, done.output
    whole, public = Path("packet"), Path("packet-public")
    assert leaks(whole, TOLD) != []
    assert leaks(public, TOLD) == []
    statement = text_of_parts((public / "2-Personal-statement (public copy).docx").read_bytes())
    assert (
        "L. was five then. L.’s father hit us both. I was born in 1986, my number is ending in 6789."
        in statement
    )
    assert "We lived at [home address withheld]. Max W. wrote that he will help, and his son W." in statement
    assert "Public copy, redacted" in statement
    assert "Maria Invented Madeup" in statement


def test_it_says_by_which_rule_and_what_to_read(finished: str) -> None:
    done = assemble(finished, "--no-pdf")
    words = " ".join(done.output.split())
    assert "Its public copy is in packet-public/." in words
    assert "22 NYCRR § 202.5(e)(1)(iii)" in words
    assert "That rule is for papers to courts. We took it as a measure." in words
    assert "Our own caution, not law: we hold no rule of this place on it." in words
    assert "In small letters it was left, " in words
    assert "Not part of the public copy; a sheet in its place says so: Exhibit A" in words
    assert "Read every page before you hand it out." in words
    sheet = text_of_parts(Path("packet-public/Exhibit A (public copy).docx").read_bytes())
    assert "Exhibit A is not part of the public copy." in sheet
    assert "Report card of L." in sheet


def test_the_list_holds_rules_and_counts_and_no_secret(finished: str) -> None:
    done = assemble(finished, "--no-pdf", "--json")
    printed = json.loads(done.stdout)["public_copy"]
    kept = json.loads(Path("packet-public/manifest.json").read_text(encoding="utf-8"))["public_copy"]
    assert {key: printed[key] for key in kept} == kept
    child = next(each for each in kept["redacted"] if each["kind"] == "name of a child")
    assert (child["shown_as"], child["rule"]["id"]) == ("initials", "childrens-names")
    assert child["because"] == "a rule for other papers, taken as a measure"
    assert child["times"] >= 4
    assert "3-Biography (public copy).docx" in child["papers"]
    assert kept["left_out"] == ["Exhibit A"]
    assert not any(words in json.dumps(printed) for words in ("Luz", "Vanished", "6789-", "February 28"))


def test_same_answers_same_bytes(finished: str) -> None:
    assemble(finished, "--no-pdf")
    first = {path.name: path.read_bytes() for path in Path("packet-public").iterdir()}
    assert assemble(finished, "--no-pdf").exit_code == 0
    assert {path.name: path.read_bytes() for path in Path("packet-public").iterdir()} == first


def test_a_public_copy_that_was_touched_is_not_replaced(finished: str) -> None:
    assemble(finished, "--no-pdf")
    touched = Path("packet-public/2-Personal-statement (public copy).docx")
    touched.write_bytes(b"read and mended by hand")
    assert refusal(finished).code is ExitCode.USAGE
    assert touched.read_bytes() == b"read and mended by hand"


def test_a_redacted_exhibit_is_taken_in_once_it_tells_nothing(finished: str) -> None:
    clean = Path("card.docx")
    shutil.copy(Path(__file__).parents[2] / "templates/public-copy/left-out.docx", clean)
    done = assemble(finished, "--no-pdf", "--redacted-exhibit", "a=card.docx")
    assert done.exit_code == 0, done.output
    assert Path("packet-public/Exhibit A (public copy).docx").read_bytes() == clean.read_bytes()
    assert "Not part of the public copy" not in done.output
    shutil.copy("packet/3-Biography.docx", clean)
    again = refusal(finished, "--redacted-exhibit", "A=card.docx")
    assert again.code is ExitCode.REFUSED
    assert again.message.startswith("Exhibit A still shows a ")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--redacted-exhibit", "Q=card.pdf"], "There is no exhibit Q."),
        (["--redacted-exhibit", "A=card.exe"], "card.exe cannot be an exhibit."),
        (["--redacted-exhibit", "card.pdf"], "does not say which exhibit it is"),
    ],
)
def test_what_cannot_be_a_redacted_exhibit(finished: str, options: list[str], says: str) -> None:
    fault = refusal(finished, *options)
    assert fault.code is ExitCode.USAGE
    assert says in fault.message
    assert not Path("packet-public").exists()


@pytest.mark.usefixtures("office")
def test_no_secret_is_in_the_pdf_its_text_and_its_metadata(finished: str) -> None:
    done = assemble(finished, "--pdf")
    assert done.exit_code == 0, done.output
    assert "luz" in everything(Path("packet"))["packet.pdf"]
    public = everything(Path("packet-public"))["packet.pdf"]
    assert "public copy, redacted" in public
    assert "exhibit a is not part of the public copy." in public
    assert leaks(Path("packet-public"), TOLD) == []


def test_a_file_of_answers_makes_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = ["clemency/commutation", "--in", "us-tx", "--answers", str(EXAMPLE), "--no-pdf", "--public"]
    done = CliRunner().invoke(app, ["start", *given, "--out", "packet"])
    assert done.exit_code == 0, done.output
    assert "[name withheld]" in text_of_parts(
        Path("packet-public/3-Biography (public copy).docx").read_bytes()
    )
    again = CliRunner().invoke(app, ["start", *given, "--out", "packet"])
    assert isinstance(again.exception, UserError)
    asked = CliRunner().invoke(app, ["start", "clemency/commutation", "--in", "us-tx", "--public"])
    assert "--public is for answers from a file." in str(asked.exception)
