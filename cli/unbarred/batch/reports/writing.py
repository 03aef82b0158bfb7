"""Gathers what becomes of the rows, and writes all reports once the last is there."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unbarred import private_files
from unbarred.batch.reports import attention, page, texts, workbook
from unbarred.batch.reports.attention import Refused
from unbarred.batch.reports.records import Record, Title, Totals
from unbarred.batch.reports.spool import Spool
from unbarred.batch.tasks import Status

ATTENTION = "needs-attention.xlsx"
SEALED = "reports.zip.age"
"""All of them, where the packets are sealed: reasons quote answers."""
_JSON = "report.json"
_OPEN = ("report.xlsx", "report.csv", "report.html")
_ATTENTION_DIGEST = "needs_attention_sha256"
_CHUNK = 1 << 20


@dataclass
class Gathered:
    """What is known so far. Takes the records in the order of the sheet."""

    spool: Spool | None
    """None if nothing is to be written."""
    totals: Totals = field(default_factory=Totals)
    refused: Refused = field(default_factory=Refused)

    def add(self, record: Record, *, is_earlier: bool) -> None:
        """Take what became of a row; raises `CannotWrite`."""
        self.totals.add(record, is_earlier=is_earlier)
        if self.spool is None:
            return
        where = self.spool.add(record.as_data())
        if record.status is Status.REFUSED:
            self.refused.add(attention.places(record.spot, record.rows, record.problems), where)


def write(
    out: Path,
    title: Title,
    gathered: Gathered,
    sources: Callable[[], Sequence[attention.Source]],
    recipients: Sequence[str] = (),
) -> None:
    """Write the reports and the rows to be mended to `out`, each whole or not at all; raises `CannotWrite`.

    `sources` are the tables of the input; they are only asked for if there is anything to mend. Where
    there are `recipients` all is sealed for them, and only counts stand open.

    A workbook of rows to be mended that somebody changed since it was written is kept under another
    name: what was mended may stand nowhere else.
    """
    spool, totals = gathered.spool, gathered.totals
    assert spool is not None, "there is something to write"
    new = spool.folder
    try:
        if gathered.refused.rows:
            attention.write(new / ATTENTION, sources(), gathered.refused, spool)
        _fill(new / "report.html", page.as_page(title, totals, spool))
        _fill(new / "report.csv", texts.as_csv(spool))
        workbook.write(new / "report.xlsx", title, totals, spool)
        also = {_ATTENTION_DIGEST: _digest(new / ATTENTION)} if gathered.refused.rows else {}
        _fill(new / _JSON, texts.as_json(title, totals, spool, also))
        is_replaced = bool(gathered.refused.rows) and not recipients
        _make_way(out, _OPEN if recipients else (SEALED,), keeps_attention=is_replaced)
        if recipients:
            _seal(out, new, recipients)
            private_files.write(out / _JSON, texts.as_counts(title, totals, {"sealed": SEALED}).encode())
            return
        for name in (ATTENTION, *_OPEN, _JSON):
            if (new / name).exists():
                _place(new / name, out / name)
    except OSError as error:
        raise private_files.CannotWrite(out, error) from error


def _make_way(out: Path, stale: Sequence[str], *, keeps_attention: bool) -> None:
    """Take away what was there; rows that somebody mended are kept, and may stand nowhere else."""
    there = out / ATTENTION
    if there.is_file():
        if _digest(there) != _digest_then(out):
            there.replace(_free(out))
        elif not keeps_attention:
            there.unlink()
    for name in stale:
        (out / name).unlink(missing_ok=True)


def _seal(out: Path, new: Path, recipients: Sequence[str]) -> None:
    from unbarred import sealing
    from unbarred.documents.packets.handing_over import zipped

    made = {name: (new / name).read_bytes() for name in (ATTENTION, *_OPEN, _JSON) if (new / name).exists()}
    private_files.write(out / SEALED, sealing.seal(zipped("reports", made), recipients))


def _free(out: Path) -> Path:
    number = 1
    while (path := out / f"needs-attention-mended-{number}.xlsx").exists():
        number += 1
    return path


def _digest_then(out: Path) -> str:
    """Return the digest of the rows to be mended as the last run wrote them, as its report says."""
    try:
        with (out / _JSON).open("rb") as file:
            # It stands before the rows, of which there may be many.
            head = file.read(_CHUNK).partition(b'"clients": [')[0].rstrip()
        return str(json.loads(head.removesuffix(b",") + b"}")[_ATTENTION_DIGEST])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fill(path: Path, parts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        file.writelines(parts)


def _place(made: Path, path: Path) -> None:
    made.chmod(private_files.FILE_MODE)
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    made.replace(path)
