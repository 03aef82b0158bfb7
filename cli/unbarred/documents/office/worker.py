"""One LibreOffice that runs and waits for work.

It is started once, with a small document that stays open: LibreOffice ends
when it has none. Each later `soffice --convert-to` with the same profile finds
it and hands its work over, without a network port. That takes a tenth of what
starting it anew takes.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from unbarred.documents.office.errors import OfficeFailed
from unbarred.documents.office.finding import Found
from unbarred.documents.office.guarded import Guarded
from unbarred.documents.office.profile import Kind, write_profile
from unbarred.private_files import CannotWrite

_KEPT_OPEN = "open.rtf"
_EMPTY = b"{\\rtf1 }"
_LOOKS_EVERY = 0.01
"""Seconds."""
_RENEWED_AFTER = 500
"""Documents: it keeps a little memory of each."""
_LEAST_ROOM = 1_000_000
"""Bytes."""


class Worker:
    """A running LibreOffice with its own private folder, which is gone once it has ended."""

    def __init__(self, found: Found, kind: Kind) -> None:
        """Start it, without waiting until it is ready; raises `CannotWrite`."""
        self._found = found
        self._turned = 0
        self._folder = _private_folder()
        self._profile = self._folder / "profile"
        own = self._folder / "tmp"
        try:
            write_profile(self._profile, kind, found.build)
            own.mkdir(mode=0o700)
            (self._folder / _KEPT_OPEN).write_bytes(_EMPTY)
        except OSError as error:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise CannotWrite(self._folder, error) from error
        self._office = Guarded(
            self._command(str(self._folder / _KEPT_OPEN)),
            self._folder,
            _socket(self._profile),
            dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(own)) | {"SAL_USE_VCLPLUGIN": "svp"},
        )

    @property
    def is_fit(self) -> bool:
        """Whether it still runs, and has not yet done so much that a new one is better."""
        return not self._office.has_ended and self._turned < _RENEWED_AFTER

    def end(self) -> None:
        """End it and remove its folder."""
        self._office.end()

    def convert(self, documents: Sequence[bytes], timeout: float) -> list[bytes | None]:
        """Turn DOCX into PDF; None stands for one that was not made.

        Ends LibreOffice if it died, or if no PDF came for `timeout` seconds. Raises `CannotWrite`,
        or `OfficeFailed` if LibreOffice is not ready in that time.
        """
        self._wait_until_open(timeout)
        self._turned += len(documents)
        folder = self._folder / "work"
        try:
            folder.mkdir(mode=0o700)
            sources = [folder / f"{number:05}.docx" for number in range(len(documents))]
            for source, content in zip(sources, documents, strict=True):
                source.write_bytes(content)
            command = self._command("--convert-to", "pdf", "--outdir", str(folder), *map(str, sources))
            is_done = self._office.run(command, _Progress(folder, timeout).has_stopped)
            made = [_read(source.with_suffix(".pdf")) for source in sources]
            if None in made:
                _check_room(folder)
            if is_done:
                shutil.rmtree(folder)
            else:
                self.end()
        except OSError as error:
            self.end()
            raise CannotWrite(folder, error) from error
        except BaseException:
            # Ctrl-C: whoever goes on with it gets a new one.
            self.end()
            raise
        return made

    def _command(self, *arguments: str) -> list[str]:
        profile = f"-env:UserInstallation={self._profile.as_uri()}"
        return [str(self._found.path), profile, "--headless", "--nologo", "--norestore", *arguments]

    def _wait_until_open(self, timeout: float) -> None:
        lock = self._folder / f".~lock.{_KEPT_OPEN}#"
        until = time.monotonic() + timeout
        while not lock.exists():
            has_ended = self._office.has_ended
            if has_ended or time.monotonic() > until:
                self.end()
                fault = "ended at once" if has_ended else f"was not ready after {timeout:g} seconds"
                raise OfficeFailed(
                    f"LibreOffice does not start: {self._found.path} {fault}.",
                    "Start it by hand to see why, or install it again.",
                )
            time.sleep(_LOOKS_EVERY)


class _Progress:
    """Sees whether anything still comes out."""

    def __init__(self, folder: Path, timeout: float) -> None:
        self._folder, self._timeout = folder, timeout
        self._count, self._until = -1, 0.0

    def has_stopped(self) -> bool:
        count = sum(1 for path in self._folder.iterdir() if path.suffix == ".pdf")
        now = time.monotonic()
        if count != self._count:
            self._count, self._until = count, now + self._timeout
        return now > self._until


def _private_folder() -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix="unbarred-office-")).resolve()
    except OSError as error:
        raise CannotWrite(Path(error.filename or "the folder for temporary files"), error) from error


def _check_room(folder: Path) -> None:
    """Raise the error that LibreOffice did not tell us of."""
    if shutil.disk_usage(folder).free < _LEAST_ROOM:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _socket(profile: Path) -> Path:
    """Return where LibreOffice listens on systems with Unix sockets; being ended, it leaves that behind."""
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    user = os.getuid() if os.name == "posix" else 0
    return Path("/tmp", f"OSL_PIPE_{user}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}")  # noqa: S108
