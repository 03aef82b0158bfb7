"""One private LibreOffice that turns Word files into PDF."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from unbarred.documents.office.accepting import check_document
from unbarred.documents.office.errors import OfficeFailed, OfficeMissing
from unbarred.documents.office.finding import Found, find
from unbarred.documents.office.profile import Kind
from unbarred.documents.office.settling import settle
from unbarred.documents.office.worker import Worker

TIMEOUT = 60.0
"""Seconds: a paper of sixty pages takes less than two."""
TOGETHER = 50
"""Documents in one command: more save nothing, and a command has only so much room on some systems."""


class Office:
    """A LibreOffice of one's own; several, also in other processes, work side by side.

    A context manager: nothing starts before `prepare` or the first conversion, and
    at the end its private folder is gone. It stays warm in between, and is started
    anew if it broke down. Threads may share one; they take turns.
    """

    def __init__(self, found: Found | None = None, *, timeout: float = TIMEOUT) -> None:
        """Use `found`, or the one that is found here; raises `OfficeMissing`.

        `timeout` is in seconds: for starting it, and for each document.
        """
        self.found = found or _found()
        self._timeout = timeout
        self._lock = threading.Lock()
        self._workers: dict[Kind, Worker] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End LibreOffice and remove its folder; the next conversion would start it again."""
        with self._lock:
            while self._workers:
                self._workers.popitem()[1].end()

    def prepare(self, *, archival: bool = False, tagged: bool = True) -> None:
        """Start LibreOffice without waiting for it, so that it is warm once the documents are there.

        Raises `CannotWrite`.
        """
        with self._lock:
            self._worker(Kind(archival, tagged))

    def to_pdf(
        self,
        documents: Sequence[bytes],
        *,
        archival: bool = False,
        tagged: bool = True,
        names: Sequence[str] = (),
    ) -> list[bytes]:
        """Return the PDF of each DOCX, in order; the same document gives the same bytes.

        `archival` asks for PDF/A-2b. `names` are what errors call the
        documents. Raises `UserError` for what is no DOCX, before anything is
        converted; `OfficeFailed` for one that LibreOffice cannot turn, with
        the PDFs of the others.
        """
        called = list(names) or [f"Document {place} of {len(documents)}" for place in _places(documents)]
        for content, name in zip(documents, called, strict=True):
            check_document(content, name)
        if not documents:
            return []
        with self._lock:
            made = self._made(documents, Kind(archival, tagged))
        whole = [pdf for pdf in made if pdf is not None]
        if len(whole) < len(made):
            failed = OfficeFailed(
                f"LibreOffice cannot make a PDF of {called[made.index(None)]}.",
                "Open it in Word, and save it again.",
            )
            failed.made = tuple(made)
            raise failed
        return whole

    def _made(self, documents: Sequence[bytes], kind: Kind) -> list[bytes | None]:
        starts = range(0, len(documents), TOGETHER)
        made = [pdf for start in starts for pdf in self._batch(documents[start : start + TOGETHER], kind)]
        # One bad document must not cost the others theirs, and LibreOffice may have been at fault.
        return [
            pdf if pdf is not None else self._batch([document], kind)[0]
            for pdf, document in zip(made, documents, strict=True)
        ]

    def _batch(self, documents: Sequence[bytes], kind: Kind) -> list[bytes | None]:
        made = self._worker(kind).convert(documents, self._timeout)
        return [pdf and settle(pdf) for pdf in made]

    def _worker(self, kind: Kind) -> Worker:
        worker = self._workers.get(kind)
        if worker is not None and worker.is_fit:
            return worker
        if worker is not None:
            worker.end()
            del self._workers[kind]
        self._workers[kind] = Worker(self.found, kind)
        return self._workers[kind]


def _found() -> Found:
    found = find()
    if found is None:
        raise OfficeMissing
    return found


def _places(documents: Sequence[bytes]) -> range:
    return range(1, len(documents) + 1)
