"""Encrypts what only its recipient may open, with age (https://age-encryption.org).

What is sealed here is opened with `age --decrypt --identity KEY FILE`, or with any program that
knows the format. Nobody who seals something can open it again without the recipient's key.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from unbarred.errors import UsageError
from unbarred.quoting import quoted

_OF_SSH = ("ssh-ed25519 ", "ssh-rsa ")
_LONGEST_LIST = 1_000_000
"""Bytes. A key has a hundred."""


def recipients(given: Sequence[str]) -> tuple[str, ...]:
    """Return the public keys that `given` names: keys themselves, and files with one in each line.

    A key is age's (`age1…`) or that of an SSH identity (`ssh-ed25519 …`, `ssh-rsa …`). In a
    file, blank lines and those that begin with `#` are passed over. Raises `UsageError` that says
    which is none.
    """
    keys: list[str] = []
    for each in given:
        if Path(each).is_file():
            keys += _listed(Path(each))
        else:
            _parsed(each.strip(), quoted(each, 80))
            keys.append(each.strip())
    return tuple(dict.fromkeys(keys))


def seal(content: bytes, keys: Sequence[str]) -> bytes:
    """Return `content` such that each of these public keys' owners, and nobody else, can open it."""
    import pyrage

    return bytes(pyrage.encrypt(content, [_parsed(key, quoted(key, 80)) for key in keys]))


def _listed(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _LONGEST_LIST:
            raise UsageError(f"{path} is too large for a list of public keys.")
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as a list of public keys.") from error
    keys = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            _parsed(line.strip(), f"{path}, line {number}")
            keys.append(line.strip())
    if not keys:
        raise UsageError(f"There is no public key in {path}.")
    return keys


def _parsed(key: str, called: str) -> Any:
    import pyrage

    kind = pyrage.ssh if key.startswith(_OF_SSH) else pyrage.x25519
    if key.upper().startswith("AGE-SECRET-KEY-"):
        raise UsageError(
            "A secret key was given, where the public one is needed.",
            "Give the public key that belongs to it, which begins with age1.",
        )
    try:
        return kind.Recipient.from_str(key)
    except pyrage.RecipientError as error:
        raise UsageError(
            f"{called} is not a public key of age or SSH.",
            "One of age begins with age1; make one with: age-keygen",
        ) from error
