"""Which Python modules interview files name in their `modules` and `imports` blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from unbarred.errors import ContentError, Where

_BLOCKS = ("modules", "imports")


def named_in(files: Iterable[Path]) -> set[str]:
    """Return the modules that the interview files name, such as `unbarred.templates`.

    A name that begins with a dot is a module of the interview's own package. Raises
    `ContentError` for a file that is not YAML.
    """
    return {name for path in files for block in _blocks(path) for name in _names(block)}


def _blocks(path: Path) -> Iterator[Any]:
    try:
        yield from yaml.load_all(path.read_bytes(), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Where(str(path), mark.line + 1 if mark else None)
        raise ContentError(f"This interview is not YAML: {error.problem}.", where=where) from error
    except yaml.reader.ReaderError as error:
        says = f"This interview is not YAML: {error.reason}."
        raise ContentError(says, "Save it as UTF-8 text.", Where(str(path))) from error


def _names(block: Any) -> Iterator[str]:
    for key in _BLOCKS if isinstance(block, dict) else ():
        named = block.get(key) or ()
        yield from (str(each) for each in ([named] if isinstance(named, str) else named))
