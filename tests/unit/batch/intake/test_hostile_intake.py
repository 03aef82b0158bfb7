"""Files that are no spreadsheets, are locked or damaged, or are made to fill a computer: a sentence each."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from intake_reading import ODS_NAMES, ods, rows, sheet, xlsx

from unbarred.batch.intake.opening import open_intake
from unbarred.errors import UserError

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def zipped(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return path


def told(path: Path) -> str:
    """What is said of a file that cannot be read, which must have a hint and its name."""
    with pytest.raises(UserError) as raised:
        rows(path)
    error = raised.value
    assert error.hint
    assert error.where is not None
    assert path.name in str(error.where)
    assert "\n" not in str(error)
    return error.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n...", "This is a PDF"),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le"), "older Excel (.xls)"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "older Word"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        (b'<?xml version="1.0"?><Workbook/>', "XML file"),
        (b"{\\rtf1}", "rich text"),
        (b"\x1f\x8b\x08\x00", "packed"),
        (b"PK\x03\x04" + bytes(50), "not whole"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "zero byte"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "intake.xlsx"
    path.write_bytes(content)
    assert said in told(path)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"Index__Document_dot_iwa": b"x"}, "file of Numbers"),
        ({"xl__workbook_dot_bin": b"x"}, "XLSB"),
        ({"word__document_dot_xml": b"x"}, "Word document"),
        ({"notes": b"x"}, "ZIP file"),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content_dot_xml": b"x"},
            "not a spreadsheet",
        ),
        ({"META-INF__manifest_dot_xml": b"<m:encryption-data/>", "content_dot_xml": b"x"}, "locked"),
        ({"_rels___dot_rels": b"<x/>"}, "not a workbook"),
        ({"_rels___dot_rels": b"<x>"}, "damaged"),
    ],
)
def test_a_package_of_another_kind_is_called_what_it_is(
    tmp_path: Path, parts: dict[str, bytes], said: str
) -> None:
    assert said in told(zipped(tmp_path / "intake.xlsx", **parts))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "no such file" in told(tmp_path / "nothing.xlsx")


ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def test_xml_that_defines_names_is_refused(tmp_path: Path) -> None:
    bomb = ENTITY + sheet('<row r="2"><c r="A2" t="inlineStr"><is><t>&b;</t></is></c></row>')
    assert "defines names of its own" in told(xlsx(tmp_path / "t.xlsx", bomb))
    wide = f'<?xml version="1.0" encoding="utf-16"?>{bomb}'.encode("utf-16")
    assert "defines names of its own" in told(xlsx(tmp_path / "u.xlsx", wide))
    content = f"{ENTITY}<x {ODS_NAMES}><table:table table:name='S'/></x>"
    path = zipped(tmp_path / "t.ods", content_dot_xml=content.encode())
    assert "defines names of its own" in told(path)


def test_what_unpacks_to_far_too_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    assert "fill a computer" in told(xlsx(tmp_path / "t.xlsx", " " * 30_000_000))
    with zipfile.ZipFile(tmp_path / "u.xlsx", "w") as archive:
        for number in range(3000):
            archive.writestr(f"x{number}", "")
    assert "fill a computer" in told(tmp_path / "u.xlsx")


@pytest.mark.parametrize(
    "data",
    [
        '<row r="2"><c r="A2" t="s"><v>99</v></c></row>',
        '<row r="2"><c r="AAAA2"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>one</v></c></row>',
        '<row r="2"><c r="A2"><v>1e999</v></c></row>',
        '<row r="x"><c r="A2"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></row>',
    ],
)
def test_xml_that_makes_no_sense_is_a_damaged_workbook(tmp_path: Path, data: str) -> None:
    assert told(xlsx(tmp_path / "t.xlsx", sheet(data)))


@cache
def _whole() -> bytes:
    book = openpyxl.Workbook()
    for number in range(60):
        book.active.append([f"text {number}", number, None, "x" * number])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_workbook_is_read_or_told_and_never_a_fault_of_ours(
    tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(_whole())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(10, len(content) - 1)) :]
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    with suppress(UserError):
        for table in open_intake([path]).tables:
            list(table.rows())


ODD = ["", "-1", "x", "99999999999", "1e999", "A0", '" y="', "&", "<", "\u00e9"]
ODS_CELL = "<table:table-cell office:value-type="
SHEETS = {
    "xlsx": sheet(
        '<row r="2" hidden="0"><c r="A2" s="1"><v>29345</v></c><c r="B2" t="s"><v>0</v></c></row>',
        before='<cols><col min="1" max="2" hidden="1"/></cols>',
        after='<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>',
    ),
    "ods": "<table:table table:name='S'><table:table-column table:number-columns-repeated='2'/>"
    f"<table:table-row table:number-rows-repeated='2'>{ODS_CELL}'float' office:value='1' "
    f"table:number-columns-spanned='2'/>{ODS_CELL}'date' office:date-value='1980-05-04'/>{ODS_CELL}'string'>"
    "<text:p>a<text:s text:c='2'/></text:p></table:table-cell></table:table-row></table:table>",
}


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["xlsx", "ods"]), st.data())
def test_odd_values_within_a_sheet_are_read_or_told(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    xml = SHEETS[kind]
    for _ in range(data.draw(st.integers(1, 3))):
        places = list(re.finditer(r"(?<=[\"'>])[^\"'<>=]+(?=[\"'<])", xml))
        place = data.draw(st.sampled_from(places))
        xml = xml[: place.start()] + data.draw(st.sampled_from(ODD)) + xml[place.end() :]
    path = tmp_path / f"t.{kind}"
    make = xlsx if kind == "xlsx" else ods
    make(path, xml)
    with suppress(UserError):
        for table in open_intake([path]).tables:
            for count, _ in enumerate(table.rows()):
                if count > 1000:
                    break


LONG = "x" * 150
MEASURED = """
import re, sys
from pathlib import Path
from unbarred.batch.intake.opening import open_intake
[table] = open_intake([Path(sys.argv[1])]).tables
def most(): return int(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1])
begun = most()
for count, row in enumerate(table.rows()):
    # A small sheet would be kept.
    if count == 600:
        before = most()
print(count + 1, before - begun, most() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says so what was needed most")
@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "jsonl"])
def test_rows_are_read_in_constant_memory(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"t.{kind}"
    count, width = 1200, 80
    texts = [[f"answer {row} {column} {LONG}" for column in range(width)] for row in range(count)]
    if kind == "csv":
        path.write_text("".join(",".join(each) + "\n" for each in [["H"] * width, *texts]))
    elif kind == "jsonl":
        path.write_text(
            "".join("{" + ",".join(f'"v{i}":"{t}"' for i, t in enumerate(row)) + "}\n" for row in texts)
        )
    elif kind == "xlsx":
        cells = (f'<c t="inlineStr"><is><t>{text}</t></is></c>' for row in texts for text in row)
        lines = ("<row>" + "".join(next(cells) for _ in range(width)) + "</row>" for _ in range(count))
        xlsx(path, sheet("").replace("</row>", "</row>" + "".join(lines)))
    else:
        string = "<table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell>"
        line = (
            "<table:table-row>" + "".join(map(string.format, row)) + "</table:table-row>" for row in texts
        )
        ods(path, "<table:table table:name='S'>" + "".join(line) + "</table:table>")
    done = subprocess.run([sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True)
    read, kept, grown = map(int, done.stdout.split())
    assert read >= count - 1
    assert kept < 30_000, f"{kept} kB for the first rows"
    assert grown < 4_000, f"{grown} kB more after {read} rows"
