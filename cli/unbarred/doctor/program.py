"""The program itself: its version, its engine, its interviews and its law."""

from __future__ import annotations

import sys
import time
from importlib.metadata import PackageNotFoundError, version

from unbarred import __version__, content
from unbarred.doctor.sign import Sign, State
from unbarred.errors import ContentError, UserError

TESTED = ("1.10.5", "1.10.14")
"""The versions of docassemble.base that our tests run against: below Python 3.12, and from it on."""

_SET_UP_AGAIN = "Set it up again with ./setup, or as the README says for pip."


def program() -> Sign:
    """Our version and that of Python."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    return Sign("unbarred", State.GOOD, f"{__version__} on Python {python}, in {sys.prefix}")


def engine() -> Sign:
    """Whether docassemble.base is there, is a version we know, and starts."""
    try:
        found = version("docassemble.base")
    except PackageNotFoundError:
        return Sign("engine", State.BAD, "docassemble.base is not installed.", _SET_UP_AGAIN)
    try:
        seconds = _start_engine()
    except ContentError:
        says = f"docassemble.base {found}; it does not start without content."
        return Sign("engine", State.BAD, says, "Mend the content first.")
    except (ImportError, AttributeError) as error:
        # What we replace inside docassemble.base has another name or place in this version.
        return Sign("engine", State.BAD, f"docassemble.base {found} does not start: {error}.", _SET_UP_AGAIN)
    if found not in TESTED:
        says = f"docassemble.base {found} starts, but was never tested with this program."
        return Sign("engine", State.BAD, says, f"Tested are {' and '.join(TESTED)}. {_SET_UP_AGAIN}")
    return Sign("engine", State.GOOD, f"docassemble.base {found}, starts in {seconds:.2f} seconds")


def _start_engine() -> float:
    from unbarred.engine.boot import boot

    began = time.perf_counter()
    boot()
    return time.perf_counter() - began


def interviews_and_law() -> Sign:
    """Where the content is, and how much of it there is."""
    try:
        names = content.interview_names()
        places = sum(1 for folder in content.jurisdictions().iterdir() if folder.is_dir())
    except UserError as error:
        return Sign("content", State.BAD, error.message, error.hint)
    count = "1 interview" if len(names) == 1 else f"{len(names)} interviews"
    return Sign("content", State.GOOD, f"{count} and the law of {places} places, in {content.root()}")
