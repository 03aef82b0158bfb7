"""The same command again: what is made is known by its content, and what is hers is never lost."""

from __future__ import annotations

import json
import zipfile

from letter_clinic import LETTER, Clinic, rosa


def test_what_is_made_is_not_made_again(clinic: Clinic) -> None:
    clinic.write(rosa("A"), rosa("B"))
    clinic.run()
    before = [clinic.made_when(name) for name in "AB"]
    ended = clinic.run()
    assert ended.code == 0
    assert "2 packets are made (2 of them by an earlier run)." in ended.out
    assert [clinic.made_when(name) for name in "AB"] == before


def test_a_mended_row_replaces_its_folder_whole(clinic: Clinic) -> None:
    clinic.write(rosa("A"), rosa("B"))
    clinic.run()
    kept, replaced = clinic.made_when("A"), clinic.files()["B/letter.docx"]
    clinic.write(rosa("A"), rosa("B", given_name="Maria"))
    assert clinic.run().code == 0
    assert clinic.made_when("A") == kept
    assert clinic.files()["B/letter.docx"] != replaced
    assert "in place of the packet from before" in (clinic.out / "report.html").read_text()


def test_rows_may_change_their_places(clinic: Clinic) -> None:
    clinic.write(rosa("A"), rosa("B"))
    clinic.run("--name", "{row:03}")
    before = {name: clinic.made_when(name) for name in clinic.folders()}
    assert list(before) == ["002", "003"]
    clinic.write(rosa("New"), rosa("B"), rosa("A"))
    assert clinic.run("--name", "{row:03}").code == 0
    assert clinic.folders() == ["002", "002 (2)", "003"]
    assert {name: clinic.made_when(name) for name in before} == before


def test_another_interview_makes_all_packets_anew(clinic: Clinic) -> None:
    clinic.write(rosa("A"))
    clinic.run()
    before = clinic.made_when("A")
    clinic.interview.write_text(LETTER.replace("Dear", "Beloved"))
    # The engine reads an interview once in a process.
    running = clinic.start(jobs=0)
    assert "1 packet is made.\n" in running.communicate()[0]
    assert clinic.made_when("A") != before
    with zipfile.ZipFile(clinic.out / "A" / "letter.docx") as paper:
        assert b"Beloved" in paper.read("word/document.xml")


def test_a_folder_that_somebody_worked_in_is_never_overwritten(clinic: Clinic) -> None:
    clinic.write(rosa("A"), rosa("B"))
    clinic.run()
    (clinic.out / "A" / "notes.txt").write_text("call her sister")
    same = clinic.run()
    assert (same.code, "2 packets are made" in same.out) == (0, True)

    clinic.write(rosa("A", given_name="Maria"), rosa("B"))
    before = clinic.files()
    ended = clinic.run()
    assert ended.code == 1
    assert "the folder “A” was changed by hand since. It was left as it is. Move the folder" in ended.out
    assert clinic.files() == before

    (clinic.out / "A").rename(clinic.folder / "elsewhere")
    assert clinic.run().code == 0
    assert clinic.folders() == ["A", "B"]


def test_files_that_a_power_cut_tore_are_made_again(clinic: Clinic) -> None:
    clinic.write(*(rosa(key) for key in "ABCD"))
    clinic.run()
    before = clinic.files()
    whole = (clinic.out / "A" / "letter.docx").read_bytes()
    (clinic.out / "A" / "letter.docx").write_bytes(whole[:2048])
    (clinic.out / "B" / "letter.docx").write_bytes(b"\0" * len(whole))
    (clinic.out / "C" / "packet.yml").unlink()
    (clinic.out / "D" / "manifest.json").write_bytes(b"")
    ended = clinic.run()
    assert ended.code == 0
    assert "4 packets are made." in ended.out
    assert clinic.files() == before


def test_a_row_that_is_gone_leaves_its_folder_and_is_named(clinic: Clinic) -> None:
    clinic.write(rosa("A"), rosa("B"))
    clinic.run()
    clinic.write(rosa("A"))
    ended = clinic.run()
    assert ended.code == 0
    assert "1 folder has no row any more, and stays" in ended.out
    assert clinic.folders() == ["A", "B"]
    assert json.loads((clinic.out / "report.json").read_text())["left_over"] == ["B"]


def test_a_refused_row_keeps_the_packet_from_before(clinic: Clinic) -> None:
    clinic.write(rosa("A"))
    clinic.run()
    before = clinic.files()
    clinic.write(rosa("A", born="31/02/1986"))
    assert clinic.run().code == 1
    assert clinic.files() == before
    assert "Her packet from before is still in the folder “A”." in (clinic.out / "report.csv").read_text()


def test_a_batch_goes_on_with_the_day_on_which_it_was_begun(clinic: Clinic) -> None:
    clinic.write(rosa("A"))
    clinic.run()
    before = clinic.made_when("A")
    ended = clinic.run_program(
        "batch", "run", clinic.interview, clinic.sheet, "--out", clinic.out, "--jobs", "0", "--trust"
    )
    assert ended.code == 0
    assert "This batch was begun as of 2026-11-21, and goes on with that day." in ended.err
    assert clinic.made_when("A") == before
    other = clinic.run("--as-of", "2026-11-23")
    assert "they are all made anew, as of 2026-11-23" in other.err
    assert clinic.made_when("A") != before


def test_the_folder_of_another_interview_is_refused(clinic: Clinic) -> None:
    clinic.write(rosa("A"))
    clinic.run()
    before = clinic.files()
    other = clinic.folder / "other.yml"
    other.write_text(LETTER)
    ended = clinic.run_program(
        "batch", "run", other, clinic.sheet, "--out", clinic.out, "--jobs", "0", "--trust"
    )
    assert (ended.code, "holds a batch for another interview" in ended.err) == (2, True)
    assert clinic.files() == before


def test_a_folder_with_a_damaged_note_is_refused(clinic: Clinic) -> None:
    clinic.write(rosa("A"))
    clinic.run()
    for damaged in ("", "[]", '{"format": 1}', "\0"):
        (clinic.out / "batch.json").write_text(damaged)
        ended = clinic.run()
        assert (ended.code, "batch.json is damaged" in ended.err) == (1, True)
