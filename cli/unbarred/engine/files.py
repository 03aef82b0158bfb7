"""The files of a run, by number, in memory.

A file comes to lie on disk only when an interview asks for its path, and then
in the process's own folder, which no other person can read. Numbers are given
in the order in which files are made, so that each replay gives the same ones.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
import weakref
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from unbarred.engine import file_names, private_folder


@dataclass(frozen=True)
class KeptFile:
    """A file's content, the places in it left to fill in by hand, and the template it was made from."""

    content: bytes
    blanks: tuple[str, ...] = ()
    template: Path | None = None


@dataclass
class _Numbered:
    name: str
    kept: KeptFile
    folder: Path | None = None
    """Where it lies, once its path was asked for."""


class FileStore:
    """The numbered files of one run; those that lie on disk are removed with it."""

    def __init__(self) -> None:
        self._files: dict[int, _Numbered] = {}
        self._handed_over: dict[str, KeptFile] = {}
        # Counting is one step in Python, so that two threads cannot be given the same number.
        self._numbers = itertools.count(1)
        self._folder: Path | None = None

    def __deepcopy__(self, memo: object) -> FileStore:
        """A copy of an interview's variables speaks of the same files."""
        return self

    def hand_over(self, path: str, kept: KeptFile) -> None:
        """Keep in memory what docassemble believes to be at `path`."""
        self._handed_over[path] = kept

    def keep(self, path: str, name: str) -> int:
        """Give a number to the temporary file at `path`, called `name`; the file itself is removed."""
        kept = self._handed_over.pop(path, None)
        if kept is None:
            source = Path(path)
            kept = KeptFile(source.read_bytes())
            source.unlink(missing_ok=True)
        return self.add(name, kept)

    def take_in(self, path: Path) -> int:
        """Give a number to a copy of somebody's own file at `path`, which stays as it is.

        It is read once, here. Its name is kept; `name`, `kind` and `numbered`
        tell the rest. Raises `OSError` if it cannot be read.
        """
        return self.add(file_names.readable(path.name) or "file", KeptFile(path.read_bytes()))

    def add(self, name: str, kept: KeptFile | None = None) -> int:
        """Give a number to a new file called `name`, which is empty if nothing is given."""
        number = next(self._numbers)
        self._files[number] = _Numbered(name, kept or KeptFile(b""))
        return number

    def __contains__(self, number: object) -> bool:
        return number in self._files

    def numbered(self, number: int) -> KeptFile:
        """Return the file with this number as it is now."""
        file = self._files[number]
        if file.folder is None:
            return file.kept
        bare = file.folder / "file"
        named = bare.with_name(f"file.{self.kind(number)[0]}")
        # One file under two names, unless something was put in the place of one of them.
        latest = max(
            (path for path in (bare, named) if path.exists()), key=lambda path: path.stat().st_mtime_ns
        )
        return replace(file.kept, content=latest.read_bytes())

    def name(self, number: int) -> str:
        """Return what the file is called."""
        return self._files[number].name

    def kind(self, number: int) -> tuple[str, str]:
        """Return the ending of the file's name and its MIME type."""
        return file_names.kind(self.name(number))

    def rename(self, number: int, name: str) -> None:
        """Call the file `name` from now on."""
        self._files[number].name = name

    def remove(self, number: int) -> None:
        """Forget the file; its number is not given again."""
        file = self._files.pop(number, None)
        if file and file.folder:
            shutil.rmtree(file.folder, ignore_errors=True)

    def path(self, number: int) -> Path:
        """Return a path at which the file lies, without its ending; it is put there if it was not."""
        file = self._files[number]
        if file.folder is None:
            file.folder = self._own_folder() / str(number)
            file.folder.mkdir(mode=0o700)
            (file.folder / "file").write_bytes(file.kept.content)
        return file.folder / "file"

    def path_with_ending(self, number: int, ending: str) -> Path:
        """Return the same file's path with `.ending`: one file under two names, as docassemble expects."""
        bare = self.path(number)
        named = bare.with_name(f"file.{ending}")
        if not named.exists():
            try:
                named.hardlink_to(bare)
            except OSError:
                # Some file systems have no second names.
                named.symlink_to(bare.name)
        return named

    def blanks(self) -> list[str]:
        """Return the blanks of every file so far, in order."""
        return [blank for file in self._files.values() for blank in file.kept.blanks]

    def _own_folder(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="files-", dir=private_folder.path()))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder


def of_this_run() -> FileStore:
    """Return the store of the run whose globals docassemble holds now."""
    from docassemble.base.thread_context import get_globals

    return cast("FileStore", get_globals().unbarred_files)
