"""Completing the path of a file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from prompt_toolkit.completion import CompleteEvent, PathCompleter, get_common_complete_suffix
from prompt_toolkit.document import Document

from unbarred.screens.reading.file_kinds import is_of_kind
from unbarred.terminal.printable import printable
from unbarred.terminal.words import files

_MOST_NAMED = 8


@dataclass(frozen=True)
class Completed:
    """A path completed as far as it is certain, and what is said where nothing more is."""

    text: str
    said: str = ""


def complete(typed: str, accepts: tuple[str, ...] = ()) -> Completed:
    """Return `typed` with what every path that begins so goes on with; only files that are taken count."""
    is_hidden_wanted = Path(typed).name.startswith(".")

    def counts(name: str) -> bool:
        path = Path(name)
        if path.name.startswith(".") and not is_hidden_wanted:
            return False
        return not accepts or any(is_of_kind(path, kind) for kind in accepts) or path.is_dir()

    document = Document(typed, len(typed))
    completer = PathCompleter(expanduser=True, file_filter=counts)
    found = list(completer.get_completions(document, CompleteEvent()))
    if not found:
        return Completed(typed, files.nothing_begins_so())
    text = typed + get_common_complete_suffix(document, found)
    if len(found) == 1 and Path(text).expanduser().is_dir():
        text += os.sep
    names = [printable(each.display_text) for each in found[:_MOST_NAMED]]
    return Completed(text, files.can_go_on_with(", ".join(names), len(found) > _MOST_NAMED))
