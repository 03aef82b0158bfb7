"""Long answers and pasted text, in a real pseudo-terminal."""

from __future__ import annotations

from pathlib import Path

from pty_window import ENTER, Open, given

UP = "\x1b[A"
TAB = "\t"


def test_fifty_pasted_lines_trip_nothing(open_window: Open, kept: Path) -> None:
    lines = [f"Line {number}: it was a long day.\tNo." for number in range(50)]
    lines[20:23] = ["b", ".", "?"]
    window = open_window("--from", "STORY")
    window.see("What happened?")
    window.paste("\r\n".join(lines))
    window.see("Line 49: it was a long day.")
    window.press(TAB)
    window.see("How many children")
    assert given(kept)["story"] == "\n".join(lines)


def test_a_paste_of_lines_into_one_line_stays_one_answer(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "COURT")
    window.see("Which court")
    window.paste("Supreme Court\nKings County\n")
    window.see("Answer: Supreme Court Kings County")
    window.press(ENTER)
    window.see("What happened?")
    assert given(kept) == {"court": "Supreme Court Kings County"}


def test_a_very_long_answer_is_kept_whole(open_window: Open, kept: Path) -> None:
    text = " ".join(f"word{number} <&> {{{{ 7*7 }}}} “O’Neil” مرحبا 漢字 🙂" for number in range(450))
    window = open_window("--from", "STORY")
    window.see("What happened?")
    window.paste(text)
    window.see(f"{len(text.split()):d} words")
    window.press(TAB)
    window.see("How many children")
    assert given(kept)["story"] == text


def test_the_arrows_move_in_a_long_answer_as_it_is_seen(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "STORY", columns=40, rows=20)
    window.see("What happened?")
    window.press("a" * 30 + " " + "b" * 30 + UP + "X" + TAB)
    window.see("How many children")
    assert given(kept)["story"] == f"{'a' * 30}X {'b' * 30}"


def test_wide_signs_do_not_break_the_lines(open_window: Open) -> None:
    window = open_window("--from", "STORY", columns=40, rows=20)
    window.see("What happened?")
    window.press("漢字" * 30 + " 🙂🙂 end")
    window.see("end")
    assert sum(line.count("漢") + line.count("字") for line in window.lines) == 60


def test_the_person_s_own_editor(open_window: Open, kept: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    editor = tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\nls -ld "$(dirname "$1")" "$1" > {seen}\nprintf "\\nWritten elsewhere." >> "$1"\n'
    )
    editor.chmod(0o700)
    window = open_window("--from", "STORY", EDITOR=str(editor))
    window.see("What happened?", "your own editor")
    window.type("Begun here.", "e")
    window.see("Written elsewhere.")
    window.press(TAB)
    window.see("How many children")
    assert given(kept)["story"] == "Begun here.\nWritten elsewhere."
    folder, file = seen.read_text().splitlines()
    assert folder.startswith("drwx------")
    assert file.startswith("-rw-------")
    assert not Path(file.split()[-1]).parent.exists()
