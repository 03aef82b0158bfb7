"""Where LibreOffice is on this computer, and which version."""

from __future__ import annotations

import glob
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from unbarred import settings
from unbarred.documents.office.errors import OfficeFailed

NAMES = ("soffice", "libreoffice")
PLACES = {
    "darwin": (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ),
}
"""Where its installers put it, by system, if it is not on the path."""
ELSEWHERE = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/usr/local/bin/soffice",
)
"""Where it may be on other systems; `*` stands for a version."""

_ANSWERS_WITHIN = 20.0
"""Seconds: it only says its version."""


@dataclass(frozen=True)
class Found:
    """A LibreOffice that was found, and what it calls itself, such as `7.4.7.2`."""

    path: Path
    version: str
    build: str = ""
    """Which building of that version it is, in its own words."""


def find() -> Found | None:
    """Return the LibreOffice to use; None if there is none here.

    `UNBARRED_OFFICE` names another, or says `none`. Raises `OfficeFailed` if
    what it names is not there or is no LibreOffice.
    """
    chosen = settings.office()
    if chosen == settings.NO_OFFICE:
        return None
    if chosen:
        return _named(chosen)
    for path in _candidates():
        if said := _says(path):
            return Found(path, *said)
    return None


def _named(chosen: str) -> Found:
    found = shutil.which(Path(chosen).expanduser())
    said = _says(Path(found)) if found else None
    if not found or not said:
        fault = "is no LibreOffice that starts" if found else "is not there"
        raise OfficeFailed(
            f"{settings.OFFICE_VARIABLE} names {chosen}, which {fault}.",
            f"Unset {settings.OFFICE_VARIABLE}, or give it the path of soffice.",
        )
    return Found(Path(found), *said)


def _candidates() -> list[Path]:
    on_path = [shutil.which(name) for name in NAMES]
    usual = [
        found
        for place in PLACES.get(sys.platform, ELSEWHERE)
        for found in sorted(glob.glob(os.path.expanduser(place)), reverse=True)  # noqa: PTH207, PTH111
    ]
    return [Path(each) for each in [*on_path, *usual] if each and not _is_shut_in(Path(each))]


def _is_shut_in(path: Path) -> bool:
    """Whether it is of a snap or Flatpak: those do not see the private folder that it would work in."""
    return path.resolve().name in ("snap", "flatpak") or "flatpak" in path.parts


@cache
def _says(path: Path) -> tuple[str, str] | None:
    """Return the version and the build that the program at `path` says; None if it is no LibreOffice."""
    try:
        said = subprocess.run(  # noqa: S603  (found on the path, or named by the owner)
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_ANSWERS_WITHIN,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.match(rb"LibreOffice\S* +(\d+(?:\.\d+)+) *(\S*)", said)
    return (found[1].decode(), found[2].decode(errors="replace")) if found else None
