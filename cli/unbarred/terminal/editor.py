"""Writing a long answer in the person's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path


class EditorFailed(Exception):
    """The editor could not be started; `name` is what was tried."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def own_editor() -> str | None:
    """Return the command of the editor that `VISUAL` or `EDITOR` names, if one does."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or None


def edit(text: str, command: str) -> str:
    """Return `text` as it is after editing with `command`.

    The text lies in a file and a folder that only the owner can open, and both
    are gone afterwards, with whatever backup the editor has put beside it.
    Raises `EditorFailed`.
    """
    # mkdtemp makes a folder of mode 0700.
    with tempfile.TemporaryDirectory(prefix="unbarred-") as folder:
        file = Path(folder, "answer.txt")
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")
        try:
            # The person's own setting, split as a shell would: `code --wait` has two words.
            status = subprocess.call([*shlex.split(command), str(file)])  # noqa: S603
        except (OSError, ValueError) as failure:
            raise EditorFailed(command) from failure
        if status != 0:
            return text
        return file.read_text(encoding="utf-8", errors="replace").removesuffix("\n")
