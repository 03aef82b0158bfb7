"""What docassemble calls a SavedFile: one numbered file, for code that wants to handle it on disk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from unbarred.engine import files
from unbarred.engine.links import address


class SavedFile:
    """A numbered file of this run. It comes to lie on disk when its `path` or `directory` is asked for."""

    def __init__(
        self, file_number: int, extension: str | None = None, filename: str = "file", **unused: Any
    ) -> None:
        # A server's further arguments say how to fetch the file from a cloud, and where it sorts it in.
        self.file_number = int(file_number)
        self.extension = extension
        self.filename = filename

    @property
    def directory(self) -> str:
        """The folder that holds this file only."""
        return str(files.of_this_run().path(self.file_number).parent)

    @property
    def path(self) -> str:
        """Where the file lies, without its ending."""
        return str(self._at(self.filename))

    def fix(self, must_exist: bool = False) -> None:
        """Nothing to fetch."""

    def finalize(self) -> None:
        """Nothing to send."""

    def save(self, finalize: bool = False) -> None:
        """Make the file available under its ending too."""
        if self.extension and self.filename == "file":
            files.of_this_run().path_with_ending(self.file_number, self.extension)

    def copy_from(self, orig_path: str, filename: str | None = None) -> None:
        """Replace the content with that of another file, or put a copy of it beside."""
        target = self._at(filename or self.filename)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(orig_path, target)

    def write_content(
        self, content: str | bytes, filename: str | None = None, binary: bool = False, **unused: Any
    ) -> None:
        """Replace the content."""
        target = self._at(filename or self.filename)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def write_as_json(self, obj: object, filename: str | None = None, **unused: Any) -> None:
        """Replace the content with `obj` as JSON."""
        self.write_content(json.dumps(obj, sort_keys=True, indent=2), filename)

    def delete(self) -> None:
        """Forget the file."""
        files.of_this_run().remove(self.file_number)

    def delete_file(self, filename: str) -> None:
        """Remove one file of those in the folder."""
        self._at(filename).unlink(missing_ok=True)

    def size_in_bytes(self, filename: str | None = None) -> int:
        """Return how long the file is."""
        return self._at(filename or self.filename).stat().st_size

    def get_modtime(self, filename: str | None = None) -> float:
        """Return when the file was last written, in seconds since 1970."""
        return self._at(filename or self.filename).stat().st_mtime

    def list_of_files(self) -> list[str]:
        """Return what lies in the folder."""
        folder = Path(self.directory)
        return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

    def list_of_dirs(self) -> list[str]:
        """Return the folders in the folder."""
        return sorted(path.name for path in Path(self.directory).iterdir() if path.is_dir())

    def cloud_path(self, filename: str | None = None) -> None:
        """There is no cloud."""

    def url_for(self, **unused: Any) -> str:
        """Return an address that is only shown."""
        return address(f"file/{self.file_number}", {})

    temp_url_for = url_for

    def _at(self, filename: str) -> Path:
        return Path(self.directory) / filename
