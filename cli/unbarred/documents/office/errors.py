"""What can go wrong between a Word file and its PDF."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

from unbarred import settings
from unbarred.errors import UserError


class OfficeMissing(UserError):
    """LibreOffice is not here, or must not be used; the papers stay Word files."""

    def __init__(self) -> None:
        if settings.office() == settings.NO_OFFICE:
            variable = f"{settings.OFFICE_VARIABLE}={settings.NO_OFFICE}"
            super().__init__(
                f"A PDF is made with LibreOffice, and {variable} says to use none.",
                f"Unset {settings.OFFICE_VARIABLE} to use it.",
            )
        else:
            super().__init__("A PDF is made with LibreOffice, which is not found here.", how_to_get())


class OfficeFailed(UserError):
    """LibreOffice is here, and made no PDF of a document, or did not start.

    `made` are the PDFs of the batch, None for each that failed.
    """

    made: Sequence[bytes | None] = ()


def how_to_get() -> str:
    """Return one sentence that says how LibreOffice is installed on this system."""
    if sys.platform == "darwin":
        return "Get it with: brew install --cask libreoffice"
    if sys.platform == "win32":
        return "Get it with: winget install TheDocumentFoundation.LibreOffice"
    for manager, command in _MANAGERS.items():
        if shutil.which(manager):
            return f"Get it with: sudo {command}"
    return "Get it from https://www.libreoffice.org/"


_MANAGERS = {
    "apt-get": "apt-get install libreoffice-writer-nogui",
    "dnf": "dnf install libreoffice-writer",
    "zypper": "zypper install libreoffice-writer",
    "pacman": "pacman -S libreoffice-still",
    "apk": "apk add libreoffice-writer",
}
