"""What a file is, by what stands in it: its name may say anything."""

from __future__ import annotations

import json
from enum import Enum, auto
from pathlib import Path

from unbarred.batch.intake.faults import UnreadableIntake, unreadable
from unbarred.batch.intake.sources import Source
from unbarred.batch.intake.zipped import Package

GUIDE = "How to fill this"
"""The sheet of our own workbooks that has no answers."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_SAVE = "Open it in Excel or LibreOffice and save it as XLSX, ODS or CSV."
_EXPORT = "Open it in Numbers, choose File, Export To, Excel, and give that file."
_HEAD = 1 << 16
_TAIL = 1 << 20


class Kind(Enum):
    """What can be read."""

    XLSX = auto()
    ODS = auto()
    DELIMITED = auto()
    JSON_LINES = auto()
    ANSWER_SET = auto()


def kind_of(source: Source) -> Kind:
    """Return what a file is. Raises `UserError` for what is no table, with a sentence on how to make one."""
    with source.open() as stream:
        head = stream.read(_HEAD)
    if not head.strip(b"\xef\xbb\xbf\r\n\t "):
        raise unreadable(source.name, "There is nothing in it.", "Fill it, save it, and try again.")
    if head.startswith(b"PK"):
        return _kind_of_package(source)
    _refuse_others(source, head)
    return _kind_of_text(source, head)


def is_numbers_folder(path: Path) -> bool:
    """Say whether a folder is one that Numbers shows as a file."""
    return path.suffix.lower() == ".numbers"


def _kind_of_package(source: Source) -> Kind:
    package = Package(source)
    names = package.names
    if "content.xml" in names:
        mimetype = package.read("mimetype") if "mimetype" in names else b""
        if b"spreadsheet" in mimetype or not mimetype:
            return Kind.ODS
        raise unreadable(source.name, "This is an OpenDocument file, but not a spreadsheet.", _SAVE)
    if any(name.startswith("Index") and name.endswith((".iwa", ".zip")) for name in names):
        raise unreadable(source.name, "This is a file of Numbers.", _EXPORT)
    if "xl/workbook.bin" in names:
        raise unreadable(source.name, "This is a binary workbook (XLSB).", _SAVE)
    if any(name.startswith("word/") for name in names):
        raise unreadable(source.name, "This is a Word document, not a spreadsheet.", _SAVE)
    if "_rels/.rels" in names:
        return Kind.XLSX
    raise unreadable(
        source.name, "This is a ZIP file, not a spreadsheet.", "Unpack it, and give the sheet in it."
    )


def _refuse_others(source: Source, head: bytes) -> None:
    """Raise `UserError` for files of other programs, which may have the name of a spreadsheet."""
    start = head[:2048].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if head.startswith(_OLE):
        raise _old(source)
    for sign, what, hint in (
        (b"%pdf", "This is a PDF, not a spreadsheet.", "Ask for the spreadsheet that it was printed from."),
        (b"{\\rtf", "This is rich text (RTF), not a spreadsheet.", _SAVE),
        (b"<!doctype html", "This is a web page with the name of a spreadsheet.", _SAVE),
        (b"<html", "This is a web page with the name of a spreadsheet.", _SAVE),
        (b"<table", "This is a web page with the name of a spreadsheet.", _SAVE),
        (b"<?xml", "This is an XML file, which is not read as it is.", _SAVE),
        (b"\x1f\x8b", "This file is packed (gzip).", "Unpack it, and give what was in it."),
        (b"age-encryption.org", "This file is sealed with age.", "Open it with age first."),
    ):
        if start.startswith(sign):
            raise unreadable(source.name, what, hint)


def _old(source: Source) -> UnreadableIntake:
    """Return what is wrong with a file of the old container, which also holds what is locked."""
    with source.open() as stream:
        content = stream.read(_TAIL)
        stream.seek(max(0, source.size - _TAIL))
        content += stream.read(_TAIL)
    if "EncryptedPackage".encode("utf-16-le") in content:
        return unreadable(
            source.name, "It is locked with a password.", "Open it in Excel and save it without one."
        )
    if "WordDocument".encode("utf-16-le") in content:
        return unreadable(source.name, "This is a document of an older Word, not a spreadsheet.", _SAVE)
    return unreadable(source.name, "This is a workbook of an older Excel (.xls).", _SAVE)


def _kind_of_text(source: Source, head: bytes) -> Kind:
    ending = source.path.suffix.lower() if source.path else ""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if ending in (".yml", ".yaml"):
        return Kind.ANSWER_SET
    if ending in (".jsonl", ".ndjson"):
        return Kind.JSON_LINES
    if start.startswith(b"{"):
        return Kind.JSON_LINES if ending != ".json" or _is_whole_line(start) else Kind.ANSWER_SET
    if ending == ".json" or start.startswith((b"[{", b"[\n", b"[\r")):
        message = "This is JSON, but not an object a line (JSON Lines)."
        raise unreadable(source.name, message, "Write each person as one {…} in a line of its own.")
    return Kind.DELIMITED


def _is_whole_line(start: bytes) -> bool:
    """Say whether the first line is a JSON object by itself."""
    line = start.partition(b"\n")[0]
    try:
        return "answers" not in json.loads(line)
    except (ValueError, RecursionError):
        return False
