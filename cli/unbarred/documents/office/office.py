"""One private LibreOffice that turns Word files into PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from unbarred.documents.office.accepting import check_document
from unbarred.documents.office.errors import OfficeFailed, OfficeMissing
from unbarred.documents.office.finding import Found, find
from unbarred.documents.office.profile import Kind, write_profile
from unbarred.documents.office.settling import settle


class Office:
    """A LibreOffice of one's own; several, also in other processes, work side by side.

    A context manager: nothing starts before the first conversion, and at the
    end its private folder is gone. Threads may share one; they take turns.
    """

    def __init__(self, found: Found | None = None, *, timeout: float = 60.0) -> None:
        """Use `found`, or the one that is found here; `timeout` is in seconds for one document.

        Raises `OfficeMissing`.
        """
        self.found = found or find()
        if self.found is None:
            raise OfficeMissing
        self._timeout = timeout
        self._lock = threading.Lock()
        self._folder: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End LibreOffice and remove its folder; the next conversion would start it again."""
        with self._lock:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder = None

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
        converted; `OfficeFailed` for one that LibreOffice cannot turn.
        """
        called = list(names) or [f"Document {number} of {len(documents)}" for number in _numbers(documents)]
        for content, name in zip(documents, called, strict=True):
            check_document(content, name)
        with self._lock:
            made = self._converted(documents, Kind(archival, tagged))
            for number, pdf in enumerate(made):
                if pdf is None:
                    # What else was in its batch may be at fault.
                    made[number] = self._converted([documents[number]], Kind(archival, tagged))[0]
        for name, pdf in zip(called, made, strict=True):
            if pdf is None:
                failed = OfficeFailed(
                    f"LibreOffice cannot turn {name} into a PDF.", "Open it in Word and save it again."
                )
                failed.made = tuple(made)
                raise failed
        return [settle(pdf, name) for pdf, name in zip(made, called, strict=True) if pdf is not None]

    def _converted(self, documents: Sequence[bytes], kind: Kind) -> list[bytes | None]:
        if not documents:
            return []
        profile = self._profile(kind)
        with tempfile.TemporaryDirectory(dir=profile.parent) as work:
            sources = [Path(work, f"{number:04}.docx") for number in _numbers(documents)]
            for source, content in zip(sources, documents, strict=True):
                source.write_bytes(content)
            self._run(profile, sources, Path(work))
            made = [source.with_suffix(".pdf") for source in sources]
            return [path.read_bytes() if path.is_file() else None for path in made]

    def _profile(self, kind: Kind) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="unbarred-office-"))
        profile = self._folder / f"profile-{kind.archival:d}{kind.tagged:d}"
        if not profile.is_dir():
            write_profile(profile, kind)
        return profile

    def _run(self, profile: Path, sources: Sequence[Path], out: Path) -> None:
        assert self.found is not None
        command: list[str | Path] = [
            self.found.path,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            out,
            *sources,
        ]
        surroundings = os.environ | {"TMPDIR": str(out), "SAL_USE_VCLPLUGIN": "svp"}
        running = subprocess.Popen(  # noqa: S603  (the LibreOffice that was found)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            start_new_session=True,
        )
        try:
            running.wait(self._timeout * len(sources))
        except subprocess.TimeoutExpired:
            pass
        finally:
            if running.poll() is None:
                os.killpg(running.pid, 9)
                running.wait()


def _numbers(documents: Sequence[bytes]) -> range:
    return range(1, len(documents) + 1)
