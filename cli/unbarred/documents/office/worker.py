"""One LibreOffice that runs and waits for work.

It is started once, with a small document that stays open: LibreOffice ends
when it has none. Each later `soffice --convert-to` with the same profile finds
it and hands its work over, without a network port. That takes a tenth of what
starting it anew takes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from unbarred.documents.office import guardian
from unbarred.documents.office.errors import OfficeFailed
from unbarred.documents.office.finding import Found
from unbarred.documents.office.profile import Kind, write_profile
from unbarred.private_files import CannotWrite

_KEPT_OPEN = "open.rtf"
_EMPTY = b"{\\rtf1 }"
_LOOKS_EVERY = 0.01
"""Seconds."""
_STARTS_WITHIN = 60.0
"""Seconds, on a slow computer that does something else too."""
_RENEWED_AFTER = 500
"""Documents: it keeps a little memory of each."""


@dataclass(frozen=True)
class Batch:
    """What became of a batch: a PDF for each document or None, and whether LibreOffice had to be ended."""

    made: list[bytes | None]
    is_stuck: bool


class Worker:
    """A running LibreOffice with its own private folder, which is gone once it has ended."""

    def __init__(self, found: Found, kind: Kind) -> None:
        """Start it; raises `CannotWrite`, or `OfficeFailed` if it does not start."""
        self._found = found
        self._turned = 0
        try:
            self._folder = Path(tempfile.mkdtemp(prefix="unbarred-office-")).resolve()
            self._profile = self._folder / "profile"
            write_profile(self._profile, kind)
            (self._folder / "tmp").mkdir(mode=0o700)
            (self._folder / _KEPT_OPEN).write_bytes(_EMPTY)
        except OSError as error:
            raise CannotWrite(Path(tempfile.gettempdir()), error) from error
        self._guardian = self._start()
        self._wait_until_open()

    @property
    def is_fit(self) -> bool:
        """Whether it still runs, and has not yet done so much that a new one is better."""
        return self._guardian.poll() is None and self._turned < _RENEWED_AFTER

    def end(self) -> None:
        """End it and remove its folder."""
        assert self._guardian.stdin is not None
        self._guardian.stdin.close()
        self._guardian.wait()

    def convert(self, documents: Sequence[bytes], timeout: float) -> Batch:
        """Turn DOCX into PDF; ends it if no PDF came for `timeout` seconds. Raises `CannotWrite`."""
        self._turned += len(documents)
        folder = self._folder / "work"
        try:
            folder.mkdir(mode=0o700)
            sources = [folder / f"{number:05}.docx" for number in range(len(documents))]
            for source, content in zip(sources, documents, strict=True):
                source.write_bytes(content)
            is_done = self._hand_over(sources, timeout)
            made = [_read(source.with_suffix(".pdf")) for source in sources]
            if not is_done:
                self.end()
                # It was ended in the middle of something; the last one may be half.
                last = max((number for number, pdf in enumerate(made) if pdf), default=None)
                if last is not None:
                    made[last] = None
        except OSError as error:
            self.end()
            raise CannotWrite(folder, error) from error
        shutil.rmtree(folder, ignore_errors=True)
        return Batch(made, is_stuck=not is_done)

    def _command(self, *arguments: str | Path) -> list[str | Path]:
        profile = f"-env:UserInstallation={self._profile.as_uri()}"
        return [self._found.path, profile, "--headless", "--nologo", "--norestore", *arguments]

    def _surroundings(self) -> dict[str, str]:
        own = str(self._folder / "tmp")
        return os.environ | {"TMPDIR": own, "TMP": own, "TEMP": own, "SAL_USE_VCLPLUGIN": "svp"}

    def _start(self) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-IS",
            guardian.__file__,
            self._folder,
            _socket(self._profile),
            *self._command(self._folder / _KEPT_OPEN),
        ]
        return subprocess.Popen(  # noqa: S603  (the LibreOffice that was found)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._surroundings(),
            start_new_session=True,
            # Nobody else may speak to its socket.
            umask=0o077,
        )

    def _wait_until_open(self) -> None:
        lock = self._folder / f".~lock.{_KEPT_OPEN}#"
        until = time.monotonic() + _STARTS_WITHIN
        _wait(lambda: lock.exists() or self._guardian.poll() is not None or time.monotonic() > until)
        if self._guardian.poll() is not None:
            self.end()
            raise OfficeFailed(
                f"LibreOffice does not start: {self._found.path} ended at once.",
                "Start it by hand to see why, or install it again.",
            )

    def _hand_over(self, sources: Sequence[Path], timeout: float) -> bool:
        """Return whether all the work was done, well or not."""
        out = sources[0].parent
        sender = subprocess.Popen(  # noqa: S603  (the LibreOffice that was found)
            self._command("--convert-to", "pdf", "--outdir", out, *sources),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._surroundings(),
            start_new_session=True,
            umask=0o077,
        )
        progress = _Progress(out, timeout)
        try:
            _wait(
                lambda: (
                    sender.poll() is not None or self._guardian.poll() is not None or progress.has_stopped()
                )
            )
            return sender.poll() is not None and self._guardian.poll() is None
        finally:
            if sender.poll() is None:
                guardian.end(sender)


class _Progress:
    """Sees whether anything still comes out."""

    def __init__(self, folder: Path, timeout: float) -> None:
        self._folder, self._timeout = folder, timeout
        self._count, self._until = -1, 0.0

    def has_stopped(self) -> bool:
        count = sum(1 for name in os.listdir(self._folder) if name.endswith(".pdf"))  # noqa: PTH208
        now = time.monotonic()
        if count != self._count:
            self._count, self._until = count, now + self._timeout
        return now > self._until


def _wait(is_over: Callable[[], bool]) -> None:
    while not is_over():
        time.sleep(_LOOKS_EVERY)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _socket(profile: Path) -> Path:
    """Return where LibreOffice listens on systems with Unix sockets; being ended, it leaves that behind."""
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    user = os.getuid() if sys.platform != "win32" else 0
    return Path("/tmp", f"OSL_PIPE_{user}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}")  # noqa: S108
