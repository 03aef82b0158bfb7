"""The manifest of a packet: what it holds, with hashes, and what it was made from.

`manifest.json` is for programs, and for whoever asks later which law and which
templates a packet rests on. It also protects what she changes by hand: a file
that is no longer as it was made is never overwritten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unbarred import __version__
from unbarred.documents.packets import made_pages, places
from unbarred.documents.packets.arranging import called_by
from unbarred.documents.packets.layout import Placed, total
from unbarred.documents.packets.plan import Exhibit, Made, Paper, Part, Plan
from unbarred.errors import UserError

FORMAT = 2
MADE_BY = f"unbarred {__version__}"


@dataclass(frozen=True)
class PaperMade:
    """A paper as it was made: its file, and how many places are left to complete by hand."""

    title: str
    file: str
    sha256: str
    left_blank: int = 0
    sha256_now: str = ""
    """Of the file as it lies in the packet; empty if it is as it was made."""

    @property
    def is_changed(self) -> bool:
        """Whether it was changed by hand since it was made."""
        return bool(self.sha256_now) and self.sha256_now != self.sha256


def digest(content: bytes) -> str:
    """Return the SHA-256 of `content`, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def read(folder: Path) -> dict[str, Any]:
    """Return the manifest of the packet in `folder`; an empty one if it has none.

    Raises `UserError` if it cannot be read: nobody can say then what was changed by hand.
    """
    path = folder / places.MANIFEST
    if not path.exists():
        return {}
    try:
        data = json.loads(places.read(path))
        papers(data)
        listed(data)
        dict(data.get("files", {}))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            f"{path} is damaged: it is not as unbarred wrote it.",
            "Put back the one that was there, or make the packet anew in another folder.",
        ) from error
    return dict(data)


def papers(manifest: Mapping[str, Any]) -> list[PaperMade]:
    """Return the papers that a manifest names."""
    return [
        PaperMade(
            title=str(each["title"]),
            file=str(each["file"]),
            # Before there were packets in PDF, a manifest knew the papers only as they were made.
            sha256=str(each.get("sha256_as_made", each["sha256"])),
            left_blank=int(each.get("left_blank", 0)),
            sha256_now=str(each["sha256"]),
        )
        for each in manifest.get("papers", ())
    ]


def with_papers(manifest: Mapping[str, Any], made: Sequence[PaperMade]) -> dict[str, Any]:
    """Return the manifest with these papers in place of those it had."""
    listed = [
        {
            "title": each.title,
            "file": each.file,
            "sha256": each.sha256_now or each.sha256,
            "sha256_as_made": each.sha256,
            "left_blank": each.left_blank,
        }
        for each in made
    ]
    return {**manifest, "papers": listed}


def with_packet(
    manifest: Mapping[str, Any],
    plan: Plan,
    placed: Sequence[Placed],
    read: Mapping[str, str],
    files: Mapping[str, str],
) -> dict[str, Any]:
    """Return the manifest of a packet whose pages were made.

    `read` has the digests of what the pages were made of, by file. `files` has those of every file
    in the folder but the manifest's own: she can save one while pages are made.
    """
    return {
        **manifest,
        "packet": {
            "title": plan.title,
            "pages": total(placed),
            "pages_allowed": plan.options.pages,
            "parts": [_part(plan, each, read) for each in placed],
        },
        "files": dict(sorted(files.items())),
    }


def without_packet(manifest: Mapping[str, Any], files: Mapping[str, str]) -> dict[str, Any]:
    """Return the manifest of a packet whose pages were not made."""
    return {**manifest, "packet": None, "files": dict(sorted(files.items()))}


def written(manifest: Mapping[str, Any]) -> bytes:
    """Return a manifest as the file holds it."""
    data = {"format": FORMAT, "made_by": MADE_BY, **_rest(manifest)}
    return (_laid_out(data) + "\n").encode()


_ON_ONE_LINE = json.JSONEncoder(ensure_ascii=False).encode
_DEEPEST = 2
"""So deep each entry has a line of its own; what is deeper stands on one."""


def _laid_out(value: Any, depth: int = 0) -> str:
    """Return `value` as JSON, a paper or a file a line: to be read, and to be compared."""
    if not value or depth == _DEEPEST or not isinstance(value, dict | list):
        return _ON_ONE_LINE(value)
    if isinstance(value, dict):
        entries = [f"{_ON_ONE_LINE(key)}: {_laid_out(each, depth + 1)}" for key, each in value.items()]
    else:
        entries = [_laid_out(each, depth + 1) for each in value]
    inner, outer = "\n" + "  " * (depth + 1), "\n" + "  " * depth
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    return f"{opened}{inner}{f',{inner}'.join(entries)}{outer}{closed}"


def _rest(manifest: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in manifest.items() if key not in ("format", "made_by")}


def key(part: Part) -> tuple[str, str]:
    """Return what tells a part from all others of its packet: its kind, and its file, label or name."""
    match part:
        case Made(kind):
            return "made", kind
        case Paper(file):
            return "paper", file
        case Exhibit(label):
            return "exhibit", label


def listed(manifest: Mapping[str, Any]) -> dict[tuple[str, str], Mapping[str, Any]]:
    """Return what a manifest says of the parts in the PDF, in order, by their keys."""
    parts = (manifest.get("packet") or {}).get("parts", ())
    return {(each["kind"], _own(each)): each for each in parts}


def _own(each: Mapping[str, Any]) -> str:
    if each["kind"] == "paper":
        return str(each["file"])
    return str(each["part"]).replace("-", " ") if each["kind"] == "made" else str(each["part"])


def _part(plan: Plan, each: Placed, read: Mapping[str, str]) -> dict[str, Any]:
    part = each.part
    data: dict[str, Any] = {
        "part": called_by(plan, part),
        "title": part.title,
        "kind": key(part)[0],
        "first_page": each.first,
        "pages": each.pages,
    }
    if isinstance(part, Made):
        data["template"] = _template(plan, part.kind)
    else:
        data |= {"file": part.file, "sha256": read[part.file]}
    if isinstance(part, Exhibit):
        data["sheet_pages"] = each.sheet
    if each.sheet:
        data["template"] = _template(plan, made_pages.SHEET)
    return data


def _template(plan: Plan, name: str) -> dict[str, str]:
    path = made_pages.template(plan, name)
    return {"name": path.name, "sha256": digest(places.read(path))}
