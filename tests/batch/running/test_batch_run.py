"""`unbarred batch run`: packets for the rows that are right, and what to mend in the others."""

from __future__ import annotations

import csv
import io
import json
import stat
import zipfile
from pathlib import Path

import openpyxl
from letter_clinic import HEADINGS, Clinic, Row, rosa

WRONG: Row = rosa("B", born="31/02/1986", has_helper="yes")
"""An impossible day, and no helper though there is said to be one."""


def test_every_client_has_a_folder_with_her_packet(clinic: Clinic) -> None:
    clinic.write(rosa("A"), rosa("B", given_name="Maria"))
    ended = clinic.run()
    assert ended.code == 0, ended.err
    assert clinic.folders() == ["A", "B"]
    assert set(clinic.files()) == {
        f"{client}/{file}" for client in "AB" for file in ("letter.docx", "manifest.json", "packet.yml")
    }
    assert "2 packets are made." in ended.out


def test_a_wrong_row_is_told_whole_and_the_others_are_made(clinic: Clinic) -> None:
    clinic.write(rosa("A"), WRONG, rosa("C"))
    ended = clinic.run()
    assert ended.code == 1
    assert clinic.folders() == ["A", "C"]
    assert "Row 3, B:" in ended.out
    assert "column C “born”, “31/02/1986”: That day does not exist" in ended.out
    assert "column F “helper”, blank: This needs an answer" in ended.out
    assert "The question: Who helps?" in ended.out


def test_the_rows_to_be_mended_can_be_given_back_as_they_are(clinic: Clinic) -> None:
    clinic.write(rosa("A"), WRONG, rosa("C"))
    clinic.run()
    first = clinic.files()
    book = openpyxl.load_workbook(clinic.out / "needs-attention.xlsx")
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[:3] for row in rows] == [("What to mend", *HEADINGS[:2]), (rows[1][0], "B", "Rosa")]
    assert "D “born”: That day does not exist" in str(rows[1][0])
    assert sheet["D2"].comment.text.startswith("That day does not exist")
    assert sheet["D2"].border.left.style == "mediumDashed"
    sheet["D2"], sheet["G2"] = "28 February 1986", "Pat"
    book.save(clinic.out / "needs-attention.xlsx")

    ended = clinic.run(sheet=clinic.out / "needs-attention.xlsx")
    assert ended.code == 0, ended.err + ended.out
    assert "3 packets are made (2 of them by an earlier run)." in ended.out
    assert clinic.folders() == ["A", "B", "C"]
    assert first.items() <= clinic.files().items()
    # What was mended may stand nowhere else.
    kept = openpyxl.load_workbook(clinic.out / "needs-attention-mended-1.xlsx")
    assert kept.worksheets[0]["G2"].value == "Pat"
    assert not (clinic.out / "needs-attention.xlsx").exists()


def test_clients_without_keys_keep_their_names_when_they_are_mended(clinic: Clinic) -> None:
    clinic.write(*(row[1:] for row in (rosa(given_name="Ada"), WRONG)), headings=HEADINGS[1:])
    assert clinic.run().code == 1
    assert clinic.folders() == ["2"]
    before = clinic.files()
    book = openpyxl.load_workbook(clinic.out / "needs-attention.xlsx")
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]][:3] == ["What to mend", "client", "given_name"]
    sheet["D2"], sheet["G2"] = "28 February 1986", "Pat"
    book.save(clinic.folder / "mended.xlsx")
    assert clinic.run(sheet=clinic.folder / "mended.xlsx").code == 0
    assert clinic.folders() == ["2", "3"]
    assert before.items() <= clinic.files().items()


def test_a_check_makes_nothing_and_says_everything(clinic: Clinic) -> None:
    clinic.write(rosa("A"), WRONG)
    ended = clinic.run("--check", out=False)
    assert ended.code == 1
    assert not clinic.out.exists()
    assert {path.name for path in clinic.folder.iterdir()} == {"letter.yml", "intake.csv"}
    assert "That day does not exist" in ended.out
    assert "1 row has nothing to mend.\n1 row has something to mend.\n" in ended.out


def test_a_check_of_wrong_rows_alone_speaks_of_no_packets(clinic: Clinic) -> None:
    clinic.write(WRONG)
    assert clinic.run("--check", out=False).out.endswith("\n\n1 row has something to mend.\n")


def test_a_sheet_without_a_client_is_told_and_where_rows_belong(clinic: Clinic) -> None:
    clinic.write(rosa("EXAMPLE"))
    for ended in (clinic.run("--check", out=False), clinic.run()):
        assert ended.code == 1
        assert "intake.csv has no row for a client" in ended.err
        assert "below the headings" in ended.err
        assert ended.out == ""
    assert not clinic.out.exists()


def test_a_check_with_a_folder_writes_the_report_alone(clinic: Clinic) -> None:
    clinic.write(rosa("A"), WRONG)
    assert clinic.run("--check").code == 1
    assert clinic.folders() == []
    names = {path.name for path in clinic.out.iterdir() if path.name[0] != "."}
    reports = {f"report.{kind}" for kind in ("html", "csv", "json", "xlsx")}
    assert names == {"batch.json", "needs-attention.xlsx", *reports}
    assert clinic.run().code == 1
    assert clinic.folders() == ["A"]


def test_another_program_gets_one_object(clinic: Clinic) -> None:
    clinic.write(rosa("A"), WRONG)
    ended = clinic.run("--json")
    told = json.loads(ended.out)
    assert (told["rows"], told["made"], told["refused"]) == (2, 1, 1)
    (refused,) = told["clients"]
    assert [each["heading"] for each in refused["problems"]] == ["born", "helper"]
    assert refused["problems"][0] == {
        "where": "row 3, column C “born”",
        "file": "intake.csv",
        "sheet": "",
        "row": 3,
        "column": "C",
        "heading": "born",
        "name": "born",
        "question": "Who is it for?",
        "value": "31/02/1986",
        "message": refused["problems"][0]["message"],
    }


def test_everything_is_for_its_owner_only_and_no_name_is_left_half_written(clinic: Clinic) -> None:
    clinic.write(rosa("A"), WRONG)
    clinic.run()
    for path in [clinic.out, *clinic.out.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert [path.name for path in clinic.out.rglob(".*")] == [".in-use"]


def test_all_reports_tell_the_same(clinic: Clinic) -> None:
    clinic.write(rosa("A"), WRONG)
    clinic.run()
    report = json.loads((clinic.out / "report.json").read_text())
    assert [(row["client"], row["status"]) for row in report["clients"]] == [("A", "made"), ("B", "refused")]
    told = [problem["message"] for problem in report["clients"][1]["problems"]]
    with (clinic.out / "report.csv").open(newline="", encoding="utf-8-sig") as file:
        lines = list(csv.DictReader(file))
    assert [line["Client"] for line in lines] == ["A", "B", "B"]
    assert [line["What to mend"] for line in lines[1:]] == told
    page = (clinic.out / "report.html").read_text()
    assert all(message in page for message in told)
    assert "<script" not in page
    sheet = openpyxl.load_workbook(clinic.out / "report.xlsx")["To mend"]
    assert [row[5] for row in sheet.iter_rows(min_row=2, values_only=True)] == told


def test_folders_can_be_called_by_rows_and_answers(clinic: Clinic) -> None:
    clinic.write(rosa("A", given_name="../Ana/"), rosa("B", given_name="CON"), rosa("C", given_name="con"))
    assert clinic.run("--name", "{given_name}").code == 0
    assert clinic.folders() == ["Ana-", "_CON", "_con (2)"]
    assert {path.name for path in clinic.folder.iterdir()} == {"letter.yml", "intake.csv", "filings"}


def test_a_pattern_that_cannot_be_followed_is_told(clinic: Clinic) -> None:
    clinic.write(rosa())
    for pattern, says in (
        ("all", "would be called the same"),
        ("{row", "has no partner"),
        ("{client:03}", "is not understood"),
        ("{client!r}", "is no name of an answer"),
        ("{__import__('os')}", "is no name of an answer"),
        ("{given_nam}", "Did you mean given_name"),
    ):
        ended = clinic.run("--name", pattern)
        assert (ended.code, says in ended.err) == (2, True), ended.err


def test_packets_are_sealed_for_their_recipients(clinic: Clinic, tmp_path: Path) -> None:
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    clinic.write(rosa("A", given_name="Rosamunde"))
    assert clinic.run("--seal", str(identity.to_public())).code == 0
    files = clinic.files()
    assert set(files) == {"A/packet.zip.age", "A/manifest.json"}
    assert pyrage.decrypt(files["A/packet.zip.age"], [identity])[:2] == b"PK"
    before = clinic.made_when("A")
    assert clinic.run("--seal", str(identity.to_public())).code == 0
    assert clinic.made_when("A") == before


def test_the_reports_of_sealed_packets_are_sealed_and_only_counts_stand_open(clinic: Clinic) -> None:
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    clinic.write(rosa("A"), rosa("B", given_name="Rosamunde", born="soon after the flood"))
    assert clinic.run().code == 1
    ended = clinic.run("--seal", str(identity.to_public()))
    assert ended.code == 1
    assert "report.html in " in ended.out
    assert "needs-attention.xlsx in " in ended.out
    open_files = {path.name for path in clinic.out.iterdir() if path.is_file()}
    assert open_files == {"batch.json", "report.json", "reports.zip.age", ".in-use"}
    for path in clinic.out.rglob("*"):
        assert path.is_dir() or b"flood" not in path.read_bytes()
    counts = json.loads((clinic.out / "report.json").read_text())
    assert (counts["rows"], counts["made"], counts["refused"]) == (2, 1, 1)
    assert counts["sealed"] == "reports.zip.age"
    assert "clients" not in counts

    opened = zipfile.ZipFile(
        io.BytesIO(pyrage.decrypt((clinic.out / "reports.zip.age").read_bytes(), [identity]))
    )
    kinds = [f"reports/report.{kind}" for kind in ("xlsx", "csv", "html", "json")]
    assert opened.namelist() == ["reports/needs-attention.xlsx", *kinds]
    assert b"soon after the flood" in opened.read("reports/report.html")
    book = openpyxl.load_workbook(io.BytesIO(opened.read("reports/needs-attention.xlsx")))
    book.worksheets[0]["D2"] = "28 February 1986"
    book.save(clinic.folder / "mended.xlsx")
    assert clinic.run("--seal", str(identity.to_public()), sheet=clinic.folder / "mended.xlsx").code == 0
    assert clinic.folders() == ["A", "B"]

    assert clinic.run().code == 1
    assert not (clinic.out / "reports.zip.age").exists()
    assert (clinic.out / "report.html").exists()


def test_rows_that_somebody_mended_are_never_taken_away(clinic: Clinic) -> None:
    import pyrage

    clinic.write(rosa("A"), WRONG)
    clinic.run()
    mended = clinic.out / "needs-attention.xlsx"
    book = openpyxl.load_workbook(mended)
    book.worksheets[0]["G2"] = "Pat"
    book.save(mended)
    clinic.run("--seal", str(pyrage.x25519.Identity.generate().to_public()))
    assert not mended.exists()
    kept = openpyxl.load_workbook(clinic.out / "needs-attention-mended-1.xlsx")
    assert kept.worksheets[0]["G2"].value == "Pat"


def test_what_no_column_is_for_and_what_was_not_asked_is_told(clinic: Clinic) -> None:
    clinic.write([*rosa("A", helper="Pat"), "blue"], headings=(*HEADINGS, "shoes"))
    assert clinic.run().code == 1
    assert not clinic.out.exists()
    ended = clinic.run("--ignore-unmatched")
    assert ended.code == 0
    assert "No question asks for: “shoes”." in ended.out
    assert "in none of their papers: helper." in ended.out


def test_no_folder_and_a_folder_with_something_else_are_refused(clinic: Clinic) -> None:
    clinic.write(rosa())
    assert clinic.run(out=False).code == 2
    clinic.out.mkdir()
    (clinic.out / "thesis.docx").write_text("mine")
    ended = clinic.run()
    assert (ended.code, "is not empty" in ended.err) == (2, True)
    assert [path.name for path in clinic.out.iterdir()] == ["thesis.docx"]


def test_of_a_row_that_cannot_be_read_nothing_else_is_told(clinic: Clinic) -> None:
    lines = clinic.folder / "intake.jsonl"
    right = '{"client": "A", "given_name": "Rosa", "born": "1984-06-30", "has_helper": false}'
    lines.write_text(f'{right}\n{{"client": "B", "given_name": \n')
    ended = clinic.run(sheet=lines)
    assert ended.code == 1
    assert clinic.folders() == ["A"]
    told = [line for line in ended.out.splitlines() if "row 2" in line or line.startswith("  ")]
    assert "needs an answer" not in ended.out
    assert told
