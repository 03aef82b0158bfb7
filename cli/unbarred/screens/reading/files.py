"""Reading the names of files: each must be there, hold something, and be of a kind that is taken.

A name is taken as people give it: typed, pasted with its quotation marks,
dropped on the window (with backslashes before blanks), copied from a browser
(`file://`), or beginning with `~` for the home folder. The answer is the full path.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from unbarred.quoting import quoted
from unbarred.screens.field import Field
from unbarred.screens.reading.file_kinds import in_words, is_of_kind
from unbarred.screens.reading.refusal import NotAccepted

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»"}
_BEFORE_A_MARK = re.compile(r"\\(?=[^\w])")


def read_files(field: Field, raw: object) -> tuple[str, ...]:
    """Return the full paths of the files that were named, none twice.

    `raw` is a list of names, or text with one name a line.
    """
    names = [each for each in _names(raw) if not isinstance(each, str) or each.strip()]
    if len(names) > 1 and not field.several:
        raise NotAccepted(f"This takes one file, and {len(names)} are named. Name the one that is meant.")
    paths = [_path(each) for each in names]
    if not paths and field.required:
        raise NotAccepted("Name at least one file.", {"file required": ()})
    for path in paths:
        if field.accepts and not any(is_of_kind(path, kind) for kind in field.accepts):
            raise NotAccepted(
                f"{quoted(path.name)} cannot be used here. Choose {in_words(field.accepts)}.", {"accept": ()}
            )
    return tuple(dict.fromkeys(str(path) for path in paths))


def _names(raw: object) -> Sequence[object]:
    if isinstance(raw, list | tuple):
        return raw
    if isinstance(raw, str):
        return [raw] if "\n" not in raw or _find(raw) else raw.splitlines()
    raise NotAccepted(f"{quoted(raw)} is not the name of a file.")


def _path(raw: object) -> Path:
    """Return the full path of a regular file that can be read and is not empty."""
    if not isinstance(raw, str):
        raise NotAccepted(f"{quoted(raw)} is not the name of a file.")
    path = _find(raw)
    if path is None:
        raise NotAccepted(
            f"There is no file {quoted(raw, 80)}. Check its name, and give the folders it is in too."
        )
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise NotAccepted(f"{quoted(path.name or path)} is a folder. Name the file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise NotAccepted(f"{quoted(path.name)} is not a file that can be kept. Choose another.")
        with path.open("rb") as opened:
            is_empty = not opened.read(1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise NotAccepted(
            f"{quoted(path.name)} cannot be read: {reason}. Change that, or choose another."
        ) from error
    if is_empty:
        raise NotAccepted(f"{quoted(path.name)} is empty. Choose a file with something in it.")
    return path


def _find(name: str) -> Path | None:
    """Return the full path of what `name` names, or None if there is nothing."""
    for spelled in _spellings(name):
        try:
            # A name that cannot be written down would be lost with the next save.
            spelled.encode()
            path = Path(spelled).expanduser().absolute()
            if path.exists():
                return path
        except (OSError, ValueError, RuntimeError):
            # Too long, a mark that no name has, or nobody's home folder.
            continue
    return None


def _spellings(name: str) -> Iterator[str]:
    """What `name` can stand for, as it is written first."""
    yield name
    bare = name.strip()
    if len(bare) > 1 and _QUOTES.get(bare[0]) == bare[-1]:
        bare = bare[1:-1]
    yield bare
    if bare.lower().startswith("file:"):
        yield _from_address(bare)
    yield _BEFORE_A_MARK.sub("", bare)


def _from_address(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return unquote(parts.path) if parts.netloc in ("", "localhost") else address
