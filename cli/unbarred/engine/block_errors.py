"""Says where a block of an interview failed, and nothing of what was answered.

docassemble's own messages can quote variables' values, so only names that are
part of the interview's text, and the place of the block, are passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbarred.engine.interview import LoadedInterview
from unbarred.errors import ContentError, Where

_CODE = re.compile(r"<code block, (?P<file>.+), block on line (?P<line>\d+)>")
"""What docassemble calls the compiled code of a block."""

_TEXT = re.compile(r"(?P<file>\w+)__block_on_line_(?P<line>\d+)")
"""What its template engine calls the text of a block."""


def block_failed(interview: LoadedInterview, error: Exception) -> ContentError:
    """Return the error to show for `error`, which a block of `interview` raised."""
    from docassemble.base.error import DAErrorMissingVariable

    where = _where(interview, error)
    if isinstance(error, DAErrorMissingVariable):
        name = getattr(error, "variable", None) or "a variable"
        return ContentError(
            f"The interview needs {name}, and none of its questions gives it.",
            "An author must add a question or a code block for it; what was answered is kept.",
            where,
        )
    block = "The block of this interview that begins here" if where.line else "A block of this interview"
    return ContentError(
        f"{block} failed ({type(error).__name__}).",
        "An author must mend it; what was answered is kept.",
        where,
    )


def _where(interview: LoadedInterview, error: BaseException) -> Where:
    for name in _code_names(error):
        if found := _CODE.match(name):
            own = found["file"] == interview.reference
            return Where(str(interview.path) if own else found["file"], int(found["line"]))
        found = _TEXT.match(name)
        # Of an included file's text only a mangled name is known, which helps nobody.
        if found and found["file"] == re.sub(r"\W", "_", interview.reference):
            return Where(str(interview.path), int(found["line"]))
    return Where(str(interview.path))


def _code_names(error: BaseException | None) -> Iterator[str]:
    """Yield the name of the code behind `error`, the innermost first, then that of its causes."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        # An exception that was raised again can stand among its own causes.
        seen.add(id(error))
        names = []
        trace = error.__traceback__
        while trace is not None:
            names.append(trace.tb_frame.f_code.co_filename)
            trace = trace.tb_next
        yield from reversed(names)
        error = error.__cause__ or error.__context__
