"""Says what is wrong with an interview that docassemble cannot read: which file, which line, which block.

While a file is read there are no answers, so what docassemble says of it may be told.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from unbarred.engine.blocks import Block
from unbarred.engine.failing_place import chain
from unbarred.engine.unknown_keys import misspelt
from unbarred.errors import ContentError, UserError, Where

_HINT = "Mend the file and start again; nothing that was answered is lost."
_DUMP = re.compile(r"\s*\n\s*In file |(?<=in the form of a dictionary\.)(?=\S)")
"""Where docassemble goes on with the whole block, in its own spelling."""

_NAMED = re.compile(r"(?:find the file|template file|content file) (?P<name>[^\s'\"]+?)[.,]?(?: |$)")
"""How docassemble names a file it does not find."""

_WITHOUT_TYPE = "No question type could be determined"
_AT_LINE = re.compile(r" (?:at line: \d+ char: \d+|\(<[^>]*>, line \d+\))$|^\(\w+\) ")
"""The place that Mako adds to what it says, which counts from the beginning of a text inside the block."""


def reading_failed(path: Path, error: BaseException, refused: UserError | None = None) -> UserError:
    """Return the error to show where docassemble raised `error` on reading the interview file at `path`.

    `refused` is what the interview was refused meanwhile, such as a library that is not there.
    """
    from jinja2 import TemplateSyntaxError

    errors = list(chain(error))
    of_ours = refused or next((each for each in errors if isinstance(each, UserError)), None)
    read = _read(error)
    if of_ours is not None:
        if of_ours.where is None and read is not None:
            block = Block.at(*read)
            of_ours.where, of_ours.excerpt = block.where(None), block.excerpt(None)
        return of_ours
    if isinstance(error, TemplateSyntaxError) and error.filename:
        # A file that begins with `# use jinja` is filled before there are blocks in it.
        whole = Block.whole(Path(error.filename))
        says = f"This interview cannot be read: Jinja does not understand it: {_one_line(error.message)}."
        return ContentError(says, _HINT, whole.where(error.lineno), whole.excerpt(error.lineno))
    if read is None:
        return ContentError(f"This interview cannot be read: {_says(error)}.", _HINT, Where(str(path)))
    source, start = read
    block = Block.at(source, start)
    line, says = _line_and_problem(errors, block, start)
    message = f"This interview cannot be read: {says.rstrip('.')}."
    guess = misspelt([source]) if says.startswith(_WITHOUT_TYPE) else ""
    return ContentError(message, f"{guess} {_HINT}".strip(), block.where(line), block.excerpt(line))


def _read(error: BaseException) -> tuple[Any, int] | None:
    """Return docassemble's source, and the line in it, of the block that was being read, the innermost."""
    found = None
    trace = error.__traceback__
    while trace is not None:
        here = trace.tb_frame
        if here.f_code.co_name == "read_from" and "line_number" in here.f_locals:
            found = here.f_locals["source"], int(here.f_locals["line_number"])
        trace = trace.tb_next
    return found


def _line_and_problem(errors: list[BaseException], block: Block, start: int) -> tuple[int | None, str]:
    from jinja2 import TemplateError

    for each in errors:
        mark = getattr(each, "problem_mark", None) or getattr(each, "context_mark", None)
        if mark is not None:
            problem = getattr(each, "problem", None) or getattr(each, "context", None) or "this is not YAML"
            # A file that ends too early fails behind its last line.
            return min(start + mark.line, block.last), f"this is not YAML: {_one_line(problem)}"
        if isinstance(each, SyntaxError):
            return _line_of_code(each, block), f"Python does not understand it: {each.msg}"
        if isinstance(each, TemplateError):
            return _in_template(each, block)
        if isinstance(getattr(each, "source", None), str) and isinstance(getattr(each, "lineno", None), int):
            return _line_of_text(each, block), f"Mako does not understand it: {_says(each)}"
    says = _says(errors[0])
    named = _NAMED.search(says)
    return (block.line_of_text(named["name"]) if named else None), says


def _in_template(error: Any, block: Block) -> tuple[int | None, str]:
    """Return the line that names the DOCX template, and what Jinja says of which paragraph in it."""
    names = block.values("docx template file")
    line = block.line_of_text(names[0]) if len(names) == 1 else None
    named = f" {names[0]}" if len(names) == 1 else ""
    # docassemble keeps the paragraphs around the one at fault, three of them before it if there are three.
    around = list(getattr(error, "docx_context", ()))
    own = min((getattr(error, "lineno", None) or 1) - 1, 3)
    paragraph = f", in the paragraph “{_one_line(around[own])}”" if own < len(around) else ""
    return line, f"Jinja does not understand the template{named}: {_one_line(error.message)}{paragraph}"


def _line_of_code(error: SyntaxError, block: Block) -> int | None:
    number = error.lineno or 1
    for key in ("code", "validation code"):
        if (error.filename or "").startswith(("<code block", "<validation code")):
            found = block.line_of_key(key, number)
            if found is not None:
                return found
    return block.line_of_text(error.text) if error.text else None


def _line_of_text(error: Any, block: Block) -> int | None:
    found = block.line_of_value(error.source, error.lineno)
    written = error.source.splitlines()
    if found is None and 0 < error.lineno <= len(written):
        found = block.line_of_text(written[error.lineno - 1])
    return found


def _says(error: BaseException) -> str:
    text = _one_line(_DUMP.split(str(error))[0])
    while shorter := _AT_LINE.sub("", text):
        if shorter == text:
            break
        text = shorter
    known = re.match(r"(docassemble|mako|jinja2)\b|docassemble_", type(error).__module__)
    return text if known and text else f"docassemble makes no sense of it ({type(error).__name__})"


def _one_line(text: object) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
