"""The profile folder of a private LibreOffice: what it may do, and how it writes PDF.

A new profile has nothing of its owner's in it, and LibreOffice is told there
what it must not do: run macros, follow links, keep a list of papers, look for
updates.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PDF, _PDF_A_2B = 0, 2

_COMMON = "org.openoffice.Office.Common"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)
_ALWAYS: dict[str, dict[str, bool | int | str]] = {
    f"{_COMMON}/Security/Scripting": {
        "DisableMacrosExecution": True,
        "MacroSecurityLevel": 3,
        "BlockUntrustedRefererLinks": True,
        "DisableActiveContent": True,
    },
    # The document would be looked for on the network, and a picture in a document can be a link.
    "org.openoffice.Inet/Settings": {
        "ooInetProxyType": 2,
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": 9,
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": 9,
        "ooInetNoProxy": "",
    },
    "org.openoffice.Office.Writer/Content/Update": {"Link": 0},
    f"{_COMMON}/Misc": {"FirstRun": False, "UseOpenCL": False, "UseDocumentOOoLockFile": True},
    f"{_COMMON}/History": {"PickListSize": 0},
    f"{_COMMON}/Save/Document": {"AutoSave": False, "CreateBackup": False},
    "org.openoffice.Office.Recovery/AutoSave": {"Enabled": False},
    "org.openoffice.Office.Recovery/RecoveryInfo": {"Enabled": False, "CrashReporterEnabled": False},
    "org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments": {
        "AutoCheckEnabled": False
    },
    "org.openoffice.Setup/Office": {"ooSetupInstCompleted": True, "MigrationCompleted": True},
    "org.openoffice.Setup/L10N": {"ooLocale": "en-US", "ooSetupSystemLocale": "en-US"},
}


@dataclass(frozen=True)
class Kind:
    """Which PDF is wanted: for the archive (PDF/A-2b), tagged for those who listen to it."""

    archival: bool = False
    tagged: bool = True


def write_profile(folder: Path, kind: Kind, build: str) -> None:
    """Make `folder` a profile in which LibreOffice writes PDF of this kind.

    Where it finds its own `build` noted it starts once, else it sets up its
    extensions first and starts again.
    """
    user = folder / "user"
    user.mkdir(parents=True, mode=0o700)
    (user / "extensions").mkdir()
    (user / "extensions" / "buildid").write_text(build, encoding="utf-8")
    items = [
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{_said(value)}</value>'
        "</prop></item>\n"
        for path, values in {**_ALWAYS, f"{_COMMON}/Filter/PDF/Export": _export(kind)}.items()
        for name, value in values.items()
    ]
    text = _HEAD + "".join(items) + "</oor:items>\n"
    (user / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _export(kind: Kind) -> dict[str, bool | int | str]:
    return {
        "SelectPdfVersion": _PDF_A_2B if kind.archival else _PDF,
        "UseTaggedPDF": kind.tagged,
        "ExportBookmarks": True,
        "EmbedStandardFonts": True,
        "ExportFormFields": False,
        "ExportNotes": False,
        "ExportPlaceholders": False,
        "IsAddStream": False,
        # Signatures and stamps that were scanned must stay readable.
        "ReduceImageResolution": True,
        "MaxImageResolution": 300,
        "Quality": 90,
        "DisplayPDFDocumentTitle": True,
    }


def _said(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
