"""Answer sets in files: loading one with all its faults at once, and saving one."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from unbarred import private_files
from unbarred.answers import json_text, yaml_text
from unbarred.answers.answer_set import FORMAT, AnswerSet
from unbarred.answers.entries import UnreadableFile
from unbarred.answers.from_entries import answer_set_from
from unbarred.errors import Where

_LARGEST = 20_000_000
"""Bytes. A long life in twenty thousand words is a hundredth of it."""


class Notation(StrEnum):
    """How an answer set is written down."""

    YAML = "yaml"
    JSON = "json"


def notation_of(path: Path) -> Notation:
    """Return JSON for a name that ends in `.json`, else YAML."""
    return Notation.JSON if path.suffix.lower() == ".json" else Notation.YAML


def load(path: Path) -> AnswerSet:
    """Return the answer set in the file at `path`.

    Raises `UnreadableFile` if it is not there, not UTF-8, or not in its format,
    and `FaultyAnswers` with everything in it that cannot be used.
    """
    source = str(path)
    return parse(_text(path, source), notation_of(path), source)


def parse(text: str, notation: Notation, source: str) -> AnswerSet:
    """Return the answer set that `text` holds; `source` names it in messages. Raises like `load`."""
    reader = json_text.parse if notation is Notation.JSON else yaml_text.parse
    return answer_set_from(reader(text, source), source)


def dump(answer_set: AnswerSet, notation: Notation) -> str:
    """Return `answer_set` as text that `parse` reads back as an equal one."""
    about = {
        "format": FORMAT,
        "interview": answer_set.interview,
        "jurisdiction": answer_set.jurisdiction,
        "as_of": answer_set.as_of.isoformat() if answer_set.as_of else "",
    }
    content: dict[str, Any] = {key: value for key, value in about.items() if value}
    content["answers"] = dict(answer_set.answers)
    return json_text.dump(content) if notation is Notation.JSON else yaml_text.dump(content)


def save(path: Path, answer_set: AnswerSet) -> None:
    """Write `answer_set` to `path`, readable by its owner only, in the notation of the file's name."""
    private_files.write(path, dump(answer_set, notation_of(path)).encode())


def _text(path: Path, source: str) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableFile("This is too large for an answer file.", where=Where(source))
        data = path.read_bytes()
    except OSError as error:
        reason = (
            "there is no such file" if isinstance(error, FileNotFoundError) else str(error.strerror).lower()
        )
        raise UnreadableFile(f"The answers in {source} cannot be read: {reason}.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(
            "This file is not UTF-8 text.", "Save it as UTF-8 (plain text, not Word).", Where(source, line)
        ) from error
