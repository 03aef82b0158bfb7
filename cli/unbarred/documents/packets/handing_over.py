"""A packet as one ZIP file, to hand over."""

from __future__ import annotations

import io
import shlex
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from unbarred import private_files
from unbarred.documents.packets import places
from unbarred.documents.packets.plan import Made
from unbarred.documents.packets.status import Status, status
from unbarred.errors import UserError

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can say: the same packet gives the same bytes."""
_ONLY_FOR_HER = 0o600 << 16
_UNIX = 3


@dataclass(frozen=True)
class HandedOver:
    """A ZIP that was made: where it is, the files in it, and those of the folder that are not."""

    path: Path
    files: tuple[str, ...]
    not_in_it: tuple[str, ...]


def hand_over(folder: Path, out: Path | None = None, *, as_is: bool = False) -> HandedOver:
    """Write the ZIP of the packet in `folder`; beside the folder, under its name, if `out` is None.

    In it are the files that the plan names and does not leave out, the plan,
    the manifest, and what was made. Raises `UserError` if the packet's PDF is
    older than its parts, unless `as_is`, and for a file that leads out of the folder.
    """
    found = status(folder)
    name = folder.resolve().name
    beside = folder.parent if folder.name == name else folder.resolve().parent
    path = out or beside / f"{name}.zip"
    if path.resolve().is_relative_to(folder.resolve()):
        raise UserError("The ZIP cannot lie in the packet itself.", "Give another place with --out.")
    if (folder / places.PDF).exists() and not found.is_current and not as_is:
        raise UserError(
            f"The packet has changed since {places.PDF} was made.",
            f"Make it again with: unbarred packet make {shlex.quote(str(folder))}, or give --as-is.",
        )
    names = sorted(set(_handed(found)))
    private_files.make_folder(path.parent)
    private_files.write(
        path, zipped(name, {each: places.read(places.inside(folder, each)) for each in names})
    )
    others = tuple(each for each in places.files(folder) if each not in names)
    return HandedOver(path, tuple(names), others)


def _handed(found: Status) -> Iterator[str]:
    """Yield the files of a packet that are handed over."""
    for name in (places.PLAN, places.MANIFEST, places.PDF, places.DOCX):
        if (found.folder / name).exists():
            yield name
    for part in found.plan.parts:
        if not isinstance(part, Made) and part.file and not part.left_out:
            yield part.file
    yield from found.beside


def zipped(top: str, files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of `files`, by their names below the folder `top`; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{top}/{name}", _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _ONLY_FOR_HER
            archive.writestr(entry, content)
    return out.getvalue()
