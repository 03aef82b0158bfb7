"""What folders are called: safe on every file system, whatever a sheet says."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.batch.running.naming import Named, alike, free, pattern, safe
from unbarred.errors import UsageError

texts = st.text(max_size=150) | st.text(alphabet="/\\.. -~:COMNULaux1é\u0301\u202e\u200d\n\0💙", max_size=60)


@given(texts)
def test_a_name_is_safe(text: str) -> None:
    name = safe(text)
    assert len(name.encode()) <= 96
    assert unicodedata.normalize("NFC", name) == name
    assert not set(name) & set('/\\:*?"<>|')
    assert all(character.isprintable() for character in name)
    assert name == name.strip(" ").rstrip(".")
    assert not name.startswith((".", "-", "~"))


@given(texts)
def test_a_name_that_is_safe_stays_as_it_is(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@pytest.mark.parametrize("text", ["con", "NUL.txt", "Lpt1", "com¹.docx", "aux .x", "CONIN$"])
def test_no_name_is_one_that_windows_keeps_for_itself(text: str) -> None:
    assert safe(text).startswith("_")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("Ana María  Pérez", "Ana María Pérez"),
        ("Jose\u0301", "José"),
        ("a\u202etxt.exe", "a txt.exe"),
        ("C:\\Windows", "C--Windows"),
        ("ends. . .", "ends"),
        ("\0\n", ""),
        ("é" * 60, "é" * 48),
        ("e\u0323\u0302" * 90, "\u1ec7" * 32),
    ],
)
def test_what_is_unsafe_goes_and_the_rest_stays(text: str, name: str) -> None:
    assert safe(text) == name


@given(st.lists(texts, max_size=12))
def test_no_two_folders_are_one_to_any_file_system(texts: list[str]) -> None:
    taken: set[str] = set()
    for text in texts:
        name = free(safe(text) or "client", lambda each: alike(each) in taken)
        assert alike(name) not in taken
        assert len(name.encode()) <= 96
        taken.add(alike(name))


def test_names_that_differ_in_case_or_composition_alone_are_alike() -> None:
    assert alike("STRASSE") == alike("straße")
    assert alike("José") == alike("JOSE\u0301")


@given(st.integers(1, 10**6), texts, texts)
def test_a_pattern_uses_rows_keys_and_answers(row: int, key: str, last: str) -> None:
    named = Named(row, key, {"petitioner.name.last": last})
    asked = pattern("{row:04} {client} {petitioner.name.last}")
    assert asked.answers == ("petitioner.name.last",)
    assert asked.name(named) == safe(f"{row:04} {key} {last}")


def test_where_nothing_is_left_of_a_name_it_is_the_row() -> None:
    assert pattern("{client}").name(Named(7, "...", {})) == "client 7"
    assert pattern("{missing}").name(Named(7, "A", {})) == "client 7"


@pytest.mark.parametrize(
    "text",
    ["", "all alike", "{", "}{client}", "{}", "{client!r}", "{row:x}", "{a.__class__()}", "{row:{client}}"],
)
def test_a_pattern_that_cannot_be_followed_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        pattern(text)
