"""Sheets of any length, written row by row: as many rows as asked for fit into no memory.

Both are as programs write them: the XLSX has its texts in a table of their own, as Excel's does, a sheet for
the clients and one for each repeated thing, keyed by client; the CSV has a column for each item. Below the
headings stand the variables, as in the sheets that `unbarred batch sheet` makes.
"""

from __future__ import annotations

import csv
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from benchmarks.invented_clients import Answer, Answers, answers

KEY = "client"
MAIN = "Clients"
LOOKED_AT = 300
"""Clients among whom every answer occurs that any of them gives."""

_ITEM = re.compile(r"^(?P<stem>\w+)\[(?P<number>\d+)\](?P<rest>.*)$")
_SHORT = 80
"""Letters of a text that may well come again, and is put into the table once."""

_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def many(count: int, invent: Callable[[int], Answers] = answers) -> Iterator[Answers]:
    """Yield the answers of `count` clients; after a thousand their texts come again."""
    known = [for_sheet(invent(number)) for number in range(min(count, 1000))]
    for number in range(count):
        yield {**known[number % 1000], "petitioner.prison_number": f"{number % 20 + 6:02}G{number:06}"}


def for_sheet(given: Answers) -> Answers:
    """Return a client's answers as a sheet has them; that there are none, no row says."""
    return {name: each for name, each in given.items() if not name.endswith(".there_are_any")}


def write_csv(path: Path, clients: Iterable[Answers]) -> None:
    """Write a table with a row for each client and a column for each answer."""
    clients, first = _looked_at(clients)
    names = list(dict.fromkeys(name for given in first for name in given))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([_headings(names), [KEY, *names]])
        for number, given in enumerate(clients):
            writer.writerow([key_of(number), *map(_typed, map(given.get, names))])


def write_xlsx(path: Path, clients: Iterable[Answers]) -> None:
    """Write a workbook with a sheet for the clients, and one for each thing there can be several of."""
    clients, first = _looked_at(clients)
    columns: dict[str, list[str]] = {MAIN: []}
    for given in first:
        for name in given:
            sheet, column, _ = _place(name)
            if column not in columns.setdefault(sheet, []):
                columns[sheet].append(column)
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as held:
        folder = Path(temporary)
        texts = _Texts(held.enter_context((folder / "texts").open("w", encoding="utf-8")))
        sheets = {
            name: _Sheet(held.enter_context((folder / name).open("w", encoding="utf-8")), texts, each)
            for name, each in columns.items()
        }
        for number, given in enumerate(clients):
            for name, rows in _rows(given).items():
                for row in rows:
                    sheets[name].add([key_of(number), *map(row.get, columns[name])])
        for written in sheets.values():
            written.close()
        texts.close()
        _pack(path, folder, list(sheets))


def key_of(number: int) -> str:
    """Return what the sheet calls client `number`."""
    return f"2026-{number:06}"


def _looked_at(clients: Iterable[Answers]) -> tuple[Iterator[Answers], list[Answers]]:
    clients = iter(clients)
    first = list(islice(clients, LOOKED_AT))
    return chain(first, clients), first


def _rows(given: Answers) -> dict[str, list[Answers]]:
    """Return the rows of each sheet: one of the main sheet, one for each item elsewhere."""
    found: dict[tuple[str, int], Answers] = {(MAIN, 0): {}}
    for name, value in given.items():
        sheet, column, number = _place(name)
        found.setdefault((sheet, number), {})[column] = value
    rows: dict[str, list[Answers]] = {}
    for (sheet, _), row in found.items():
        rows.setdefault(sheet, []).append(row)
    return rows


def _place(name: str) -> tuple[str, str, int]:
    """Return the sheet of an answer, its column, and the number of the item: of `children[1].age`, 1."""
    item = _ITEM.match(name)
    return (
        (item["stem"], f"{item['stem']}[i]{item['rest']}", int(item["number"])) if item else (MAIN, name, 0)
    )


def _headings(names: Sequence[str]) -> list[str]:
    return [KEY.capitalize(), *(re.sub(r"\W+|_", " ", name).strip().capitalize() for name in names)]


def _typed(value: Answer) -> str:
    """Return an answer as it is typed into a cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


class _Texts:
    """The table of texts of a workbook."""

    def __init__(self, file: IO[str]) -> None:
        self._file, self._count = file, 0
        self._short: dict[str, int] = {}
        file.write(f'{_DECLARED}<sst xmlns="{_SPREADSHEET}">')

    def number(self, text: str) -> int:
        """Return the number of `text` in the table."""
        known = self._short.get(text)
        if known is not None:
            return known
        self._file.write(f'<si><t xml:space="preserve">{escape(text)}</t></si>')
        if len(text) <= _SHORT and len(self._short) < 10_000:
            self._short[text] = self._count
        self._count += 1
        return self._count - 1

    def close(self) -> None:
        """Write its end."""
        self._file.write("</sst>")
        self._file.flush()


class _Sheet:
    def __init__(self, file: IO[str], texts: _Texts, names: Sequence[str]) -> None:
        self._file, self._texts, self._count = file, texts, 0
        file.write(f'{_DECLARED}<worksheet xmlns="{_SPREADSHEET}"><sheetData>')
        self.add(_headings(names))
        self.add([KEY, *names], is_hidden=True)

    def add(self, row: Sequence[Answer], *, is_hidden: bool = False) -> None:
        """Write one row."""
        self._count += 1
        hidden = ' hidden="1"' if is_hidden else ""
        self._file.write(f'<row r="{self._count}"{hidden}>')
        for index, value in enumerate(row):
            if value is None:
                continue
            place = f'<c r="{_letters(index)}{self._count}"'
            if isinstance(value, int) and not isinstance(value, bool):
                self._file.write(f"{place}><v>{value}</v></c>")
            else:
                self._file.write(f'{place} t="s"><v>{self._texts.number(_typed(value))}</v></c>')
        self._file.write("</row>")

    def close(self) -> None:
        """Write its end."""
        self._file.write("</sheetData></worksheet>")
        self._file.flush()


def _letters(index: int) -> str:
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def _pack(path: Path, folder: Path, sheets: Sequence[str]) -> None:
    """Put the parts of a workbook together."""
    numbered = list(enumerate(sheets, start=1))
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered)
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number, _ in numbered]
    targets.append(("sharedStrings", "sharedStrings.xml"))
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    kinds = {"workbook.xml": "sheet.main", "sharedStrings.xml": "sharedStrings"}
    kinds |= {target: "worksheet" for kind, target in targets if kind == "worksheet"}
    typed = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{typed}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_RELATIONS}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        "</Relationships>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for part, text in parts.items():
            package.writestr(part, _DECLARED + text)
        files = {
            "xl/sharedStrings.xml": "texts",
            **{f"xl/worksheets/sheet{n}.xml": name for n, name in numbered},
        }
        for part, file in files.items():
            with (folder / file).open("rb") as source, package.open(part, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
