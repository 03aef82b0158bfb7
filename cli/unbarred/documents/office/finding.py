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

_ANSWERS_WITHIN = 10.0
"""Seconds: it only says its version."""


@dataclass(frozen=True)
class Found:
    """A LibreOffice that was found."""

    path: Path

    @property
    def version(self) -> str:
        """What it calls itself, such as `7.4.7.2`; asking takes a moment the first time."""
        said = _said(self.path)
        return said[0] if said else ""

    @property
    def build(self) -> str:
        """Which building of that version it is, in its own words."""
        if noted := _noted_build(self.path):
            return noted
        said = _said(self.path)
        return said[1] if said else ""


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
    return next((Found(path) for path in _candidates() if _is_libreoffice(path)), None)


def _named(chosen: str) -> Found:
    # Not as a path: that would drop the ./ which says that it lies here.
    found = shutil.which(os.path.expanduser(chosen))  # noqa: PTH111
    path = Path(found or chosen).absolute()
    if not found or not _is_libreoffice(path):
        fault = "is no LibreOffice that starts" if found else "is not there"
        raise OfficeFailed(
            f"{settings.OFFICE_VARIABLE} names {chosen}, which {fault}.",
            f"Unset {settings.OFFICE_VARIABLE}, or give it the path of soffice.",
        )
    return Found(path)


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


def _is_libreoffice(path: Path) -> bool:
    return bool(_noted_build(path) or _said(path))


@cache
def _noted_build(path: Path) -> str:
    """Return the build that stands in the file beside the program; `""` if there is none, as on a Mac.

    To read it takes no time; to ask the program takes a third of a second.
    """
    try:
        noted = path.resolve().with_name("versionrc").read_text("utf-8", errors="replace")
    except OSError:
        return ""
    found = re.search(r"^buildid=(\S+)", noted, re.MULTILINE)
    return found[1] if found else ""


@cache
def _said(path: Path) -> tuple[str, str] | None:
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
