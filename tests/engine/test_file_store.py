"""Files of an interview: in memory until a path is asked for, then in the process's own folder only."""

from __future__ import annotations

import copy
import stat
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from unbarred.engine import file_names
from unbarred.engine.files import FileStore, KeptFile

END = """
---
mandatory: True
question: |
  ${ told }
"""


def heading(start: Any, code: str, objects: str = "f: DAFile") -> str:
    lines = "\n".join(f"  {line}" for line in code.strip().splitlines())
    told: str = start(
        f"objects:\n  - {objects}\n---\nmandatory: True\ncode: |\n{lines}\n{END}"
    ).screen.heading
    return told


CASES = {
    "write": ("f.write('one')\ntold = f.slurp()", "one"),
    "write twice": ("f.write('one')\nf.write('two')\ntold = f.slurp()", "two"),
    "bytes": ("f.write(b'12', binary=True)\ntold = f.size_in_bytes()", "2"),
    "lines": ("f.write('1\\n2\\n')\ntold = len(f.readlines())", "2"),
    "attributes": ("f.set_attributes(filename='b.txt')\nf.retrieve()\ntold = f.filename", "b.txt"),
    "commit": ("f.write('# A')\nf.commit()\nf.retrieve()\ntold = f.slurp()", "# A"),
    "name": ("told = f.filename + ' ' + f.extension + ' ' + f.mimetype", "mañana 1.TXT txt text/plain"),
}


@pytest.mark.parametrize(("code", "told"), CASES.values(), ids=CASES)
def test_a_file_of_an_interview(start: Any, code: str, told: str) -> None:
    assert heading(start, f"f.initialize(filename='mañana 1.TXT')\n{code}") == told


def test_a_file_is_made_anew_under_a_new_number(start: Any) -> None:
    again = "f.initialize(reinitialize=True, filename='b.txt')\ntold = f.slurp() + str(f.number)"
    assert heading(start, f"f.initialize(filename='a.txt')\nf.write('x')\n{again}") == "2"


def test_copies_lists_and_collections_of_files(start: Any) -> None:
    code = """
f.initialize(filename='a.txt')
f.write('words')
g = DAFile('g')
g.initialize(filename='g.txt')
g.copy_into(f)
several = DAFileList('several', elements=[f, g], auto_gather=False, gathered=True)
told = g.slurp() + several.path()[-4:] + str(len(several))
"""
    assert heading(start, code) == "words.txt2"


def test_a_zip_file_holds_the_files(start: Any) -> None:
    code = """
import zipfile
f.initialize(filename='a.txt')
f.write('words')
z = zip_file(f, filename='all.zip')
told = ' '.join(zipfile.ZipFile(z.path()).namelist()) + ' ' + z.mimetype
"""
    assert heading(start, code) == "a.txt application/zip"


def test_numbers_are_the_same_each_time(start: Any) -> None:
    code = "f.initialize(filename='a.txt')\ng = DAFile('g')\ng.initialize()\ntold = f.number * 10 + g.number"
    assert [heading(start, code) for _ in range(3)] == ["12"] * 3


def test_a_file_is_shown_by_its_number_or_in_its_words(start: Any) -> None:
    assert heading(start, "f.initialize(filename='a.png')\ntold = f.show()").startswith("[FILE 1")
    assert heading(start, "f.initialize(filename='a.txt')\nf.write('words')\ntold = str(f)") == "words"


def test_the_pages_of_a_pdf_are_counted_without_a_library(start: Any) -> None:
    packed = zlib.compress(b"<</Type /Page>> <</Type/Page /Parent 1 0 R>> <</Type /Pages>>")
    pdf = b"%PDF-1.5\nstream\n" + packed + b"\nendstream\n<< /AcroForm 3 0 R >>"
    code = f"f.initialize(filename='a.pdf')\nf.write({pdf!r}, binary=True)\nf.retrieve()\n"
    assert heading(start, code + "told = f.num_pages()") == "2"
    assert heading(start, code + "told = [f.uses_acroform(), f.is_encrypted()]") == "[True, False]"
    assert heading(start, code + "told = f.show()") == "[FILE 1, None, None]"


def test_a_static_file_and_a_template_of_a_package(start: Any) -> None:
    static = "s = DAStaticFile('s', filename='docassemble.base:data/questions/examples/buttons.yml')\n"
    assert heading(start, static + "told = s.path()").endswith("/buttons.yml")
    assert heading(start, static + "told = s.slurp()[:9]") == "metadata:"
    kind = "told = path_and_mimetype('docassemble.base:data/questions/examples/buttons.yml')[1]"
    assert heading(start, kind) == "text/plain"


def test_the_path_of_a_finished_paper_holds_the_paper(start: Any, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    run = start(
        """
        attachment:
          name: Notes
          filename: notes
          variable name: notes
          valid formats: md
          content: |
            Hello, ${ who }
        ---
        mandatory: True
        code: |
          who = "you"
          told = notes.md.slurp().strip() + ' ' + notes.md.filename
        ---
        mandatory: True
        question: |
          ${ told }
        """
    )
    assert run.screen.heading == "Hello, you notes.md"


def test_a_file_lies_on_disk_only_once_its_path_is_asked_for() -> None:
    store = FileStore()
    number = store.add("a.txt", KeptFile(b"words", ("blank",)))
    assert store.numbered(number) == KeptFile(b"words", ("blank",))
    path = store.path(number)
    named = store.path_with_ending(number, "txt")
    assert path.read_bytes() == named.read_bytes() == b"words"
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    named.write_bytes(b"changed")
    assert path.read_bytes() == b"changed"
    assert store.numbered(number) == KeptFile(b"changed", ("blank",))
    named.unlink()
    named.write_bytes(b"put in its place")
    assert store.numbered(number).content == b"put in its place"
    store.remove(number)
    assert not path.exists()
    assert number not in store


def test_the_files_go_with_the_run() -> None:
    store = FileStore()
    path = store.path(store.add("a.txt"))
    assert path.exists()
    del store
    assert not path.exists()


def test_an_upload_is_read_once_and_keeps_its_name(tmp_path: Path) -> None:
    source = tmp_path / "My photo (1).JPEG"
    source.write_bytes(b"picture")
    store = FileStore()
    number = store.take_in(source)
    source.write_bytes(b"another")
    assert store.numbered(number).content == b"picture"
    assert store.name(number) == "My photo 1.JPEG"
    assert store.kind(number) == ("jpg", "image/jpeg")
    with pytest.raises(OSError, match="nowhere"):
        store.take_in(tmp_path / "nowhere")


def test_a_copy_of_the_variables_speaks_of_the_same_files() -> None:
    store = FileStore()
    assert copy.deepcopy({"files": store})["files"] is store


@given(some.text())
def test_a_name_becomes_one_that_is_safe_and_stays_so(name: str) -> None:
    for made in (file_names.plain, file_names.spaced, file_names.readable):
        safe = made(name)
        assert not set(safe) & set('/\\:*?"<>|\n\0')
        assert safe not in (".", "..")
        assert made(safe) == safe
    assert file_names.plain(name)


@given(some.binary(), some.from_regex(r"[a-z]{1,9}\.(txt|pdf|JPEG|docx)", fullmatch=True))
def test_what_is_kept_comes_back_from_memory_and_from_disk(content: bytes, name: str) -> None:
    store = FileStore()
    number = store.add(name, KeptFile(content))
    assert store.numbered(number).content == content
    assert store.path_with_ending(number, store.kind(number)[0]).read_bytes() == content
    assert store.numbered(number).content == content
