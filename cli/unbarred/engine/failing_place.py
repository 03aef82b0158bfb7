"""Finds the block of an interview that an exception came from, and the line in it.

docassemble calls the code of a block, and the text that Mako fills, by names of
its own; its own functions hold the block they work on in a local variable. Both
are looked for in the traceback, from the innermost call outwards.
"""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import unbarred
from unbarred.engine.blocks import Block, every_block

_CODE = re.compile(r"<(?P<kind>code block|validation code), (?P<path>.+), block on line (?P<line>\d+)>")
"""What docassemble calls the compiled code of a block."""

_TEXT = re.compile(r"(?P<path>\w+)__block_on_line_(?P<line>\d+)")
"""What its template engine calls the text of a block."""

_EXPRESSION = re.compile(r"<(?P<key>[a-z ]+?)(?: code| expression)?>")
"""What docassemble calls a lesser piece of code, by the key it stands under."""

_ON_CHANGE = "<on change code>"
_KEYS = {"code block": "code", "validation code": "validation code"}
_HOLDERS = ("the_question", "question", "current_question", "self")
"""Local variables of docassemble's functions, and of ours around them, that hold the block at work."""

_OURS = str(Path(unbarred.__file__).parent)
_NAMESPACE = str(Path("/docassemble/_")).removesuffix("_")
_BASE = str(Path("/docassemble/base/_")).removesuffix("_")
_STANDARD = str(Path(sysconfig.get_path("stdlib")) / "_").removesuffix("_")
"""Parts of paths: other packages for docassemble are an author's, the rest of what is installed is not."""


@dataclass(frozen=True)
class Place:
    """A block, and the line of its file where it failed, if that is known."""

    block: Block
    line: int | None = None


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield `error` and what led to it; an exception that was raised again may stand among its causes."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def failing_place(errors: Iterable[BaseException], sources: Iterable[Any]) -> Place | None:
    """Return the place that the first of `errors` which has one came from.

    `sources` are docassemble's sources of the interview and of all it includes.
    """
    table = list(sources)
    for error in errors:
        key: str | None = None
        line = 0
        for frame, number in _frames(error):
            named = _EXPRESSION.fullmatch(frame.f_code.co_filename)
            if named and key is None:
                key, line = named["key"], number
            place = (
                _named_code(frame, number, table)
                or _named_text(frame, number, table)
                or _on_change(frame, number, table)
            )
            if place is not None:
                return place
            held = _held_block(frame)
            if held is not None:
                # Many a key may hold its expression under another, `code`.
                own = (held.line_of_key(key, line) or held.line_of_key("code", line)) if key else None
                return Place(held, own)
    return None


def sought(error: BaseException) -> list[str]:
    """Return what docassemble looked for when `error` was raised, each for the sake of the one before."""
    names = (
        frame.f_locals.get("orig_missing_variable")
        for frame, _ in _frames(error)
        if frame.f_code.co_name == "askfor" and frame.f_globals.get("__name__") == "docassemble.base.parse"
    )
    # The innermost search may have been stopped before it had begun.
    return [str(name) for name in names if name is not None]


def authors_module(error: BaseException) -> tuple[str, int] | None:
    """Return the file and line of a module of the interview's author if `error` was raised there."""
    for frame, line in _frames(error):
        file = frame.f_code.co_filename
        if file.startswith(("<", _OURS)) or not Path(file).is_absolute():
            return None
        is_installed = "site-packages" in file and _NAMESPACE not in file
        if not (is_installed or _BASE in file or file.startswith(_STANDARD)):
            return file, line
    return None


def _frames(error: BaseException) -> Iterator[tuple[FrameType, int]]:
    """Yield the calls `error` came through and the lines they were at, the innermost first."""
    found = []
    trace = error.__traceback__
    while trace is not None:
        found.append((trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return reversed(found)


def _named_code(frame: FrameType, line: int, sources: list[Any]) -> Place | None:
    found = _CODE.fullmatch(frame.f_code.co_filename)
    source = next((each for each in sources if found and str(each.path) == found["path"]), None)
    if found is None or source is None:
        return None
    block = Block.at(source, int(found["line"]))
    return Place(block, block.line_of_key(_KEYS[found["kind"]], line))


def _named_text(frame: FrameType, line: int, sources: list[Any]) -> Place | None:
    found = _TEXT.fullmatch(frame.f_code.co_filename)
    source = next(
        (each for each in sources if found and re.sub(r"\W", "_", str(each.path)) == found["path"]), None
    )
    if found is None or source is None:
        return None
    block = Block.at(source, int(found["line"]))
    return Place(block, _line_of_text(block, frame, line))


def _on_change(frame: FrameType, line: int, sources: list[Any]) -> Place | None:
    """Return the place of code that runs when a variable changes: its block is held by nobody then."""
    if frame.f_code.co_filename != _ON_CHANGE:
        return None
    for block in (each for source in sources for each in every_block(source) if "on change" in each.keys):
        first = block.line_of_code(frame.f_code, _ON_CHANGE)
        if first is not None:
            return Place(block, first + line - 1)
    return None


def _line_of_text(block: Block, frame: FrameType, line: int) -> int | None:
    """Return the line of the file whose text was compiled to `line` of a Mako module."""
    # What Mako knows of a compiled template; its own package is called otherwise in other releases.
    template = getattr(frame.f_locals.get("context"), "_with_template", None)
    info = getattr(template, "_mmarker", None)
    if info is None:
        return None
    lines = info.get_module_source_metadata(info.code)["line_map"]
    before = [each for each in lines if each <= line]
    if not before:
        return None
    written = info.source.splitlines()
    own = lines[max(before)]
    found = block.line_of_value(info.source, own)
    if found is None and 0 < own <= len(written):
        found = block.line_of_text(written[own - 1])
    return found


def _held_block(frame: FrameType) -> Block | None:
    from docassemble.base.parse import InterviewStatus, Question

    module = str(frame.f_globals.get("__name__", ""))
    if module != "docassemble.base.parse" and not module.startswith("unbarred.engine"):
        return None
    held = [frame.f_locals.get(name) for name in _HOLDERS]
    status = frame.f_locals.get("status")
    if isinstance(status, InterviewStatus):
        held.append(getattr(status, "question", None))
    for each in held:
        # Asked first: what stands in for a missing library would go and look for it.
        if not isinstance(each, Question):
            continue
        line = getattr(each, "line_number", None)
        source = getattr(each, "from_source", None)
        if line and getattr(source, "content", ""):
            return Block.at(source, line)
    return None
