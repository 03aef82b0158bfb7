"""What a file is: by its ending or its kind, and whether it is a picture that a paper can hold."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from pathlib import Path

_OFFICE = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".heic": "image/heic",
    ".webp": "image/webp",
    ".rtf": "application/rtf",
}
"""Kinds that Python knows only where the machine has a table of them."""

_IN_WORDS = {"image/*": "a picture", "audio/*": "a recording", "video/*": "a film", "text/*": "a text"}


def is_of_kind(path: Path, kind: str) -> bool:
    """Say whether the file is of `kind`: an ending such as `.pdf`, or a kind such as `image/*`."""
    kind = kind.strip().lower()
    if "/" not in kind:
        return kind in ("", "*") or path.name.lower().endswith(kind if kind.startswith(".") else f".{kind}")
    whole, _, part = (_OFFICE.get(path.suffix.lower()) or _guessed(path)).partition("/")
    wanted, _, wanted_part = kind.partition("/")
    return wanted in ("*", whole) and wanted_part in ("*", part)


def in_words(kinds: Sequence[str]) -> str:
    """Return what may be chosen: `a picture or a file that ends in .pdf or .docx`."""
    endings = [each for kind in kinds if kind.strip().lower() not in _IN_WORDS and (each := _ending(kind))]
    named = [_IN_WORDS[kind] for each in kinds if (kind := each.strip().lower()) in _IN_WORDS]
    if endings:
        named.append(f"a file that ends in {_either(endings)}")
    return _either(named)


def is_picture(path: Path) -> bool:
    """Say whether the file, whatever its name, is a picture that can stand in a paper.

    That is PNG, JPEG, GIF, BMP or TIFF. Raises `OSError` if it cannot be read.
    """
    from docx.image.image import Image

    try:
        return int(Image.from_blob(path.read_bytes()).px_width) > 0
    except OSError:
        raise
    except Exception:  # noqa: BLE001  (the library stops at a damaged picture with whatever error comes)
        return False


def _guessed(path: Path) -> str:
    return mimetypes.guess_type(path.name, strict=False)[0] or ""


def _ending(kind: str) -> str:
    kind = kind.strip().lower()
    if "/" not in kind:
        return kind if kind.startswith(".") else f".{kind}"
    known = next((ending for ending, each in _OFFICE.items() if each == kind), None)
    return known or mimetypes.guess_extension(kind, strict=False) or kind


def _either(words: Sequence[str]) -> str:
    *before, last = dict.fromkeys(words)
    return f"{', '.join(before)} or {last}" if before else last
