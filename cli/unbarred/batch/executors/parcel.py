"""All that workers on other computers need of this one: the content, and somebody else's interview.

It holds no answers. It is known by its digest, and unpacked only if that is right.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from unbarred import content
from unbarred.batch.tasks import Work
from unbarred.errors import ContentError, UserError, Where
from unbarred.private_files import CannotWrite, make_folder

_CONTENT = "content"
_OTHERS = "others"
_NOT_CARRIED = frozenset({"__pycache__", ".git"})
_LARGEST = 256 * 1024**2
"""Bytes, packed: every worker holds it, and so does the scheduler."""


@dataclass(frozen=True)
class Parcel:
    """Files in one piece."""

    digest: str
    """SHA-256 of `data`."""
    data: bytes = field(repr=False)
    interview: str
    """The path in it of somebody else's interview; "" where it is one of ours or installed there."""

    def unpack(self, folder: Path) -> None:
        """Write the files below `folder`, which must be new. Raises `UserError` if they arrived damaged."""
        if hashlib.sha256(self.data).hexdigest() != self.digest:
            raise UserError("What was sent is not what arrived.")
        make_folder(folder)
        with zipfile.ZipFile(io.BytesIO(self.data)) as packed:
            for name in packed.namelist():
                if ".." in PurePosixPath(name).parts or PurePosixPath(name).is_absolute():
                    raise UserError("What was sent would be written outside of its folder.")
                path = folder / name
                try:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(packed.read(name))
                except OSError as error:
                    raise CannotWrite(path, error) from error

    def content_in(self, folder: Path) -> Path:
        """Return where the content is after `unpack(folder)`."""
        return folder / _CONTENT

    def work_in(self, folder: Path, work: Work) -> Work:
        """Return `work` as it is for a worker that has unpacked into `folder`."""
        interview = str(folder / self.interview) if self.interview else work.interview
        return dataclasses.replace(work, interview=interview, out=None)


def pack(work: Work) -> Parcel:
    """Pack what `work` needs. Raises `ContentError` where a file cannot be read or there is too much."""
    interview, others = _others(work.interview)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for name, path in sorted([*_content(), *others]):
            # No times and no owners: the same files are the same parcel.
            into.writestr(zipfile.ZipInfo(name), _read(path), zipfile.ZIP_DEFLATED)
            if packed.tell() > _LARGEST:
                raise ContentError(
                    "There is too much beside this interview to send it to other computers.",
                    "Put it into a folder of its own, or install its package there.",
                    Where(work.interview),
                )
    data = packed.getvalue()
    return Parcel(hashlib.sha256(data).hexdigest(), data, interview)


def _content() -> Iterator[tuple[str, Path]]:
    folders = (content.interviews(), content.templates(), content.jurisdictions())
    for name, folder in zip(content.FOLDERS, folders, strict=True):
        for inner, path in _below(folder):
            yield f"{_CONTENT}/{name}/{inner}", path


def _others(interview: str) -> tuple[str, list[tuple[str, Path]]]:
    """Return the path of somebody else's interview in the parcel, and its files; nothing for one of ours."""
    from unbarred.engine import origins
    from unbarred.engine.origins import package_form
    from unbarred.engine.origins.surroundings import surroundings

    origin = origins.find(interview)
    if origin.kind is origins.Kind.FILE:
        paths = [_plain(path) for _, path in surroundings(origin.path).files()]
    elif origin.kind is origins.Kind.FOLDER:
        own = package_form.PackageFolder(origin.package, origin.folder)
        family = package_form.family(own)
        paths = [_plain(path) for each in family for _, path in _below(each.folder)]
        # Their own folders' names are the packages' names.
        paths.append(_plain(origin.folder).parent)
    else:
        return "", []
    # They may name each other by the way from one to the other.
    top = Path(os.path.commonpath([path.parent for path in paths]))
    files = [(f"{_OTHERS}/{path.relative_to(top).as_posix()}", path) for path in set(paths) if path.is_file()]
    return f"{_OTHERS}/{_plain(origin.path).relative_to(top).as_posix()}", files


def _plain(path: Path) -> Path:
    """Return the whole path without `..`, by the names that its parts are called by, not where links lead."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - _NOT_CARRIED)
        for name in sorted(names):
            # Editors keep locks and halves of files under hidden names.
            if not name.startswith("."):
                path = Path(root, name)
                yield path.relative_to(folder).as_posix(), path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ContentError(
            f"A file of this interview cannot be read: {reason}.", where=Where(str(path))
        ) from error
