"""Writes files as one ZIP archive: the same files, the same bytes.

An archive ends in a seal, its own SHA-256 as its comment, so that an archive which
nobody has touched can be told from one that somebody went on working on.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from unbarred import private_files
from unbarred.errors import UsageError

SUFFIX = ".zip"

_PERMISSIONS = 0o644
"""Everybody may read it and what is in it: it holds nothing that anybody answered."""
_REGULAR_FILE = 0o100000
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can tell."""
_UNIX = 3
_SEAL_LENGTH = hashlib.sha256().digest_size * 2


def check_place(path: Path) -> None:
    """Raise an error if an archive cannot go to `path`: a new name, or that of an untouched earlier archive.

    Raises `UsageError` for a name that is not right or is taken, `CannotWrite`
    if nothing can be made there. Makes nothing.
    """
    if path.suffix.lower() != SUFFIX:
        raise UsageError(f"{path} does not end in {SUFFIX}.", "A server takes no other package.")
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", "Give the name of a file with --out.")
    private_files.check_room(path.parent)
    if path.exists() and not _is_untouched(path):
        raise UsageError(
            f"{path} is there already, and not as unbarred made it.",
            "Give another name with --out, so that nothing of it is lost.",
        )


def write_archive(path: Path, files: Mapping[str, bytes]) -> str:
    """Write `files`, by their names in the archive, to `path` in one step; return the SHA-256 of the file.

    Raises what `check_place` raises.
    """
    check_place(path)
    private_files.make_folder(path.parent)
    data = _sealed(_zipped(files))
    private_files.write(path, data)
    path.chmod(_PERMISSIONS)
    return hashlib.sha256(data).hexdigest()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Return the archive with room for the seal at its end, where the format has the comment."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            # Left alone, it says on which system it was made.
            entry.create_system = _UNIX
            entry.external_attr = (_REGULAR_FILE | _PERMISSIONS) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
        archive.comment = bytes(_SEAL_LENGTH)
    return made.getvalue()


def _sealed(data: bytes) -> bytes:
    body = data[:-_SEAL_LENGTH]
    return body + hashlib.sha256(body).hexdigest().encode()


def _is_untouched(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return data == _sealed(data)
