"""The path of a file, completed while it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbarred.terminal.full.completing import complete


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("letter one.txt", "letter two.pdf", "map.png", ".hidden", "papers/deed.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("m", "map.png"),
        ("le", "letter "),
        ("letter t", "letter two.pdf"),
        ("pa", "papers/"),
        ("papers/", "papers/deed.pdf"),
        ("~/pa", "~/papers/"),
        (".h", ".hidden"),
        ("x", "x"),
        ("~nobody-here/x", "~nobody-here/x"),
        ("a\0b", "a\0b"),
    ],
)
def test_a_path_goes_on_as_far_as_it_is_certain(typed: str, text: str) -> None:
    assert complete(typed).text == text


def test_what_it_can_go_on_with_is_named() -> None:
    assert complete("letter ").said == "Here: letter one.txt, letter two.pdf"
    assert complete("").said == "Here: letter one.txt, letter two.pdf, map.png, papers/"
    assert complete("x").said == "Nothing here begins like that."


def test_only_files_that_are_taken_count() -> None:
    assert complete("le", (".pdf",)).text == "letter two.pdf"
    assert complete("", ("image/*",)).said == "Here: map.png, papers/"
    assert complete("p", ("image/*",)).text == "papers/"


def test_many_are_cut_and_none_can_move_the_cursor(desk: Path) -> None:
    for number in range(12):
        (desk / f"many{number}\x1b[2J").write_text("x")
    said = complete("many").said
    assert said.endswith(", …")
    assert "\x1b" not in said
