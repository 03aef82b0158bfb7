"""Markdown of screens, broken into lines of any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from unbarred.terminal.prose import Block, blocks, set_lines
from unbarred.terminal.wrapping import row_starts, rows, width_of

TERMS = {"minimum term": "The shortest time."}


def plain(markdown: str, width: int = 40) -> list[str]:
    return [line.plain for line in set_lines(blocks(markdown, TERMS), width)]


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("One *two* **three**.", ["One two three."]),
        ("One\ntwo", ["One two"]),
        ("One  \ntwo", ["One", "two"]),
        ("One\n\nTwo", ["One", "", "Two"]),
        ("# Title\nText", ["Title", "", "Text"]),
        ("Do:\n\n- one\n- two\n\nDone", ["Do:", "", "- one", "- two", "", "Done"]),
        ("3. one\n4. two", ["3. one", "4. two"]),
        ("- a\n  - b\n- c", ["- a", "  - b", "- c"]),
        ("See [the form](https://example.org/f)", ["See the form (https://example.org/f)"]),
        ("<https://example.org>", ["https://example.org"]),
        ("Smith & Sons <LLC>", ["Smith & Sons <LLC>"]),
        ("{{ 7*7 }} and {other}", ["{{ 7*7 }} and {other}"]),
        ("Your {minimum term} ends.", ["Your minimum term ends."]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["a  b", "1  2"]),
        ("", []),
    ],
)
def test_markdown_reads_as_text(markdown: str, lines: list[str]) -> None:
    assert plain(markdown) == lines


def test_a_hard_word_is_marked() -> None:
    (block,) = blocks("Your {Minimum term} **ends {minimum term}**", TERMS)
    marked = [(span.style, block.text.plain[span.start : span.end]) for span in block.text.spans]
    assert ("term", "Minimum term") in marked
    assert ("strong", "ends minimum term") in marked
    assert ("term", "minimum term") in marked


def test_lists_hang() -> None:
    assert plain("1. one two three four\n2. five", 12) == ["1. one two", "   three", "   four", "2. five"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two", 3, ["one", "two"]),
        ("extraordinarily", 6, ["extrao", "rdinar", "ily"]),
        ("an extraordinarily", 6, ["an", "extrao", "rdinar", "ily"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("🙂🙂🙂", 4, ["🙂🙂", "🙂"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_between_words(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


@given(st.text(st.sampled_from("ab 漢🙂é\t"), max_size=60), st.integers(4, 20))
def test_breaking_loses_nothing_and_fits(text: str, width: int) -> None:
    starts = row_starts(text, width)
    ends = [*starts[1:], len(text)]
    assert "".join(text[start:end] for start, end in zip(starts, ends, strict=True)) == text
    assert all(width_of(row) <= width for row in rows(text, width))


@given(st.text(st.sampled_from("ab 漢*_-#\n{}[]<"), max_size=80), st.integers(8, 30))
def test_no_line_is_wider_than_the_window(markdown: str, width: int) -> None:
    for line in set_lines(blocks(markdown), width):
        assert width_of(line.plain) <= max(width, 8)


def test_a_block_keeps_its_marks_when_broken() -> None:
    lines = Block(Text.assemble("one ", ("two three", "strong"))).lines(8)
    assert [line.plain for line in lines] == ["one two", "three"]
    assert [str(span.style) for span in lines[1].spans] == ["strong"]
