"""Where the files of a packet may lie: in its folder, and nowhere else."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

from unbarred.errors import UserError
from unbarred.quoting import quoted

PLAN = "packet.yml"
MANIFEST = "manifest.json"
PDF = "packet.pdf"
DOCX = "packet.docx"
OF_THE_PACKET = (PLAN, MANIFEST, PDF, DOCX)
"""What a packet makes itself, and what can be none of its parts."""
KEPT = ".kept"
"""The hidden folder with the PDF of each part, so that only what changed is made again."""
EXHIBITS = "exhibits"
_LONGEST_NAME = 60
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")


def inside(folder: Path, name: str) -> Path:
    """Return the path of the file `name` of the packet in `folder`.

    Raises `UserError` for a path that leads out of the folder, and for what is
    no file: a name in a plan may come from anybody.
    """
    path = within(folder, name)
    if not path.exists():
        raise UserError(
            f"{quoted(name)} is not in the packet's folder {folder}.",
            "Put it back, or leave it out with: unbarred packet leave-out",
        )
    if not path.is_file():
        raise UserError(f"{quoted(name)} in {folder} is not a file.", f"Mend its line in {PLAN}.")
    return path


def within(folder: Path, name: str) -> Path:
    """Return the path that `name` has below `folder`, be it there or not; `UserError` if it leads out."""
    written, windows = PurePosixPath(name), PureWindowsPath(name)
    leads_out = written.is_absolute() or bool(windows.drive or windows.root) or ".." in windows.parts
    path = folder / name
    if leads_out or "\0" in name or not path.resolve().is_relative_to(folder.resolve()):
        raise UserError(
            f"{quoted(name)} lies outside the packet's folder {folder}.",
            "A packet holds its own copies: take it out of the plan, then add it with: unbarred packet add",
        )
    return path


def refuse_made(name: str) -> None:
    """Raise `UserError` for the name of a file that a packet makes itself: it can be no part of one."""
    if name.casefold() in OF_THE_PACKET:
        raise UserError(f"A packet makes a file {name} itself.", "Give the file another name first.")


def read(path: Path) -> bytes:
    """Return what the file at `path` holds; raise `UserError` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UserError(f"{path} cannot be read: {reason}.") from error


def files(folder: Path) -> list[str]:
    """Return the names of all files of a packet, in order; hidden ones are none of it."""
    found = []
    for above, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        found += [Path(above, each).relative_to(folder).as_posix() for each in names if not _is_alien(each)]
    return sorted(found)


def _is_alien(name: str) -> bool:
    """Whether a file is hidden, or what Word and the system leave lying about while a folder is open."""
    return name.startswith((".", "~$")) or name.lower() in _OF_THE_SYSTEM


def exhibit_file(label: str, title: str, ending: str) -> str:
    """Return where the copy of an exhibit lies: `exhibits/C-School-certificate.pdf`."""
    spelt = unicodedata.normalize("NFKC", title)
    words = "-".join(re.findall(r"\w+", spelt))[:_LONGEST_NAME].strip("-")
    return f"{EXHIBITS}/{label}-{words}{ending.lower()}" if words else f"{EXHIBITS}/{label}{ending.lower()}"


def title_of(path: Path) -> str:
    """Return the title that a file's name suggests: `School certificate` for `2_school-certificate.pdf`."""
    words = re.sub(r"[_\-\s]+", " ", re.sub(r"^\d+[-_. ]+", "", path.stem)).strip() or path.stem
    return words[:1].upper() + words[1:]
