"""What is sealed opens for its recipients alone."""

from __future__ import annotations

from pathlib import Path

import pyrage
import pytest

from unbarred.errors import UsageError
from unbarred.sealing import recipients, seal


def test_each_recipient_opens_it_and_nobody_else() -> None:
    rosa, pat, stranger = (pyrage.x25519.Identity.generate() for _ in range(3))
    sealed = seal(b"her packet", recipients([str(rosa.to_public()), str(pat.to_public())]))
    assert b"packet" not in sealed
    assert pyrage.decrypt(sealed, [rosa]) == pyrage.decrypt(sealed, [pat]) == b"her packet"
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [stranger])


def test_a_file_names_several(tmp_path: Path) -> None:
    key = str(pyrage.x25519.Identity.generate().to_public())
    listed = tmp_path / "clinic.txt"
    listed.write_text(f"# The clinic\n\n{key}\n{key}\n")
    assert recipients([str(listed)]) == (key,)


def test_what_is_no_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="age1nothing"):
        recipients(["age1nothing"])
    listed = tmp_path / "clinic.txt"
    listed.write_text("# none\nnone")
    with pytest.raises(UsageError, match="line 2"):
        recipients([str(listed)])


def test_a_secret_key_is_refused_and_not_shown() -> None:
    secret = str(pyrage.x25519.Identity.generate())
    with pytest.raises(UsageError, match="secret key") as refused:
        recipients([secret])
    assert secret not in str(refused.value)


def test_an_empty_list_is_told(tmp_path: Path) -> None:
    listed = tmp_path / "clinic.txt"
    listed.write_text("# nobody yet\n")
    with pytest.raises(UsageError, match="no public key"):
        recipients([str(listed)])
