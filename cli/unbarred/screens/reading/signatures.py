"""Reading a signature: one picture of it, named by its path."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from unbarred.quoting import quoted
from unbarred.screens.field import Field
from unbarred.screens.reading.file_kinds import is_picture
from unbarred.screens.reading.files import read_files
from unbarred.screens.reading.refusal import NotAccepted

_LARGEST = 20_000_000
"""Bytes; a photograph is a quarter of it."""


def read_signature(field: Field, raw: object) -> tuple[str, ...]:
    """Return the full path of the picture, alone in its tuple."""
    paths = read_files(replace(field, several=False, accepts=(), required=True), raw)
    for path in map(Path, paths):
        if path.stat().st_size > _LARGEST:
            raise NotAccepted(f"{quoted(path.name)} is too large for a signature. Make the picture smaller.")
        if not is_picture(path):
            raise NotAccepted(
                f"{quoted(path.name)} is not a picture that a paper can hold. "
                "Save the signature as PNG or JPEG, or leave it for later and sign on paper.",
                {"accept": ()},
            )
    return paths
