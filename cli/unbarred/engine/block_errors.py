"""Says where a block of an interview failed, why, and nothing of what was answered.

docassemble's own messages can quote variables' values, so only what `reasons`
lets pass, and the block as its author wrote it, are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from unbarred.engine.failing_place import chain, failing_place, sought
from unbarred.engine.interview import LoadedInterview
from unbarred.engine.reasons import IsWritten, reason, shown_name
from unbarred.engine.unknown_keys import misspelt
from unbarred.errors import ContentError, ExitCode, UserError, Where

_HINT = "An author must mend it; no answer is lost."
_PARAGRAPH = re.compile(r"(?P<template>.+): in the paragraph (?P<paragraph>“.*” in .+)", re.DOTALL)
"""The note that filling a template leaves on an error."""

_CIRCLES = (
    re.compile(r"There appears to be a circularity\.  Variables involved: (?P<names>.*)\."),
    re.compile(r"There appears to be an infinite loop\.  Variables in stack are (?P<names>.*)\."),
    re.compile(r"Infinite loop: (?P<names>.*) already looked for, where stack is .*"),
    re.compile(r"Infinite loop detected while looking for (?P<names>.*)"),
)
"""What docassemble says when blocks need one another."""

_MANY_SEARCHES = 50
_MOST_NAMED = 8

_WRAPPED = re.compile(r"(Got error|NameError:|Failure while processing) ")
"""How docassemble begins when it tells another exception, with its message."""


def block_failed(interview: LoadedInterview, error: BaseException) -> ContentError:
    """Return the error to show for `error`, which a block of `interview` raised."""
    sources = _sources(interview.parsed)

    def is_written(word: str) -> bool:
        return bool(word.strip()) and any(word in str(source.content) for source in sources)

    errors = list(chain(error))
    fault = _fault(errors, is_written)
    hint = f"{misspelt(sources)} {_HINT}".strip() if fault.may_be_misspelt else _HINT
    # What sought a variable, or what was told anew, stands among the causes.
    place = failing_place([*errors[1:], errors[0]] if fault.is_told_anew else errors, sources)
    if place is None or not fault.has_block:
        return ContentError(fault.message, hint, Where(str(interview.path)))
    line = place.line or (place.block.line_of_text(fault.about) if fault.about else None)
    return ContentError(fault.message, hint, place.block.where(line), place.block.excerpt(line))


def locate(interview: LoadedInterview, error: UserError) -> None:
    """Add to what unbarred refuses an interview the block that asked for it, if it names no place yet."""
    if error.where is not None or error.code is not ExitCode.CONTENT:
        return
    place = failing_place(chain(error), _sources(interview.parsed))
    if place is not None:
        error.where, error.excerpt = place.block.where(place.line), place.block.excerpt(place.line)


@dataclass(frozen=True)
class _Fault:
    message: str
    about: str = ""
    """A text of the block that is at fault."""
    is_told_anew: bool = False
    """The error itself comes from docassemble's search; the block that failed is behind a cause of it."""
    may_be_misspelt: bool = False
    has_block: bool = True


def _fault(errors: list[BaseException], is_written: IsWritten) -> _Fault:
    from docassemble.base.error import DAError, DAErrorMissingVariable, DAErrorNoEndpoint

    error = errors[0]
    if isinstance(error, DAErrorMissingVariable):
        name = str(getattr(error, "variable", None) or "a variable")
        message = f"The interview needs {shown_name(name, is_written)}, and none of its questions gives it."
        return _Fault(message, name, is_told_anew=True, may_be_misspelt=True)
    if isinstance(error, DAErrorNoEndpoint):
        message = "The interview stops here: it has no screen that ends it."
        return _Fault(message, may_be_misspelt=True, has_block=False)
    is_told_anew = False
    if isinstance(error, RecursionError) and len(searches := sought(error)) > _MANY_SEARCHES:
        # Python gives up before docassemble does.
        circle = _listed(", ".join(set(searches)), is_written)
        return _Fault(f"The interview goes in a circle over {circle}.")
    if isinstance(error, DAError):
        found = next((found for each in _CIRCLES if (found := each.fullmatch(str(error)))), None)
        if found:
            names = _listed(found["names"], is_written)
            return _Fault(
                f"The interview goes in a circle{' over ' if names else ''}{names}.", is_told_anew=True
            )
        if _WRAPPED.match(str(error)) and len(errors) > 1:
            is_told_anew, error = True, errors[1]
    why = reason(error, is_written)
    template = _template(errors)
    if template:
        return _Fault(f"The template {template} cannot be filled ({why}).", is_told_anew=is_told_anew)
    about = str(error.name or "") if isinstance(error, ImportError) else ""
    return _Fault(f"This block of the interview failed ({why}).", about, is_told_anew)


def _listed(names: str, is_written: IsWritten) -> str:
    # Which comes first changes from run to run, and says nothing.
    every = sorted({shown_name(name.strip(), is_written) for name in names.split(", ")})
    more = f" and {len(every) - _MOST_NAMED} more" if len(every) > _MOST_NAMED else ""
    return ", ".join(every[:_MOST_NAMED]) + more


def _template(errors: Iterable[BaseException]) -> str:
    for error in errors:
        for note in getattr(error, "__notes__", ()):
            found = _PARAGRAPH.fullmatch(note)
            if found:
                return f"{found['template']}, in the paragraph {found['paragraph']},"
    return ""


def _sources(parsed: Any) -> list[Any]:
    """Return docassemble's sources of an interview: its own file and every file it includes."""
    found = {str(parsed.source.path): parsed.source}
    for question in parsed.all_questions:
        source = getattr(question, "from_source", None)
        if source is not None and hasattr(source, "path"):
            found.setdefault(str(source.path), source)
    return list(found.values())
