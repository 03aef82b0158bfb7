"""Says what is so where an interview asks for the PDF of a paper by name (`letter.pdf`): here it is a DOCX.

An interview may also only look whether there is a PDF, and must not be stopped then. So
which files were missed is remembered, and becomes a refusal only where nothing else gives them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from unbarred.engine.services import refused

_NOT_MADE = frozenset({"pdf", "rtf", "tex"})
_MISSED = "unbarred_missed_files"


def missing(stock: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Take the place of how a collection of files says that it has no attribute."""

    def has_no(collection: Any, name: str) -> Any:
        from docassemble.base.thread_context import this_thread

        if name in _NOT_MADE and collection.__dict__.get("info"):
            missed = this_thread.misc.setdefault(_MISSED, set())
            missed.add(f"{collection.instanceName}.{name}")
        return stock(collection, name)

    return has_no


def collecting(stock: Callable[[Any, list[str]], None]) -> Callable[[Any, list[str]], None]:
    """Take the place of how docassemble collects PDF files, which leaves out a paper that has none."""

    def get_pdf_paths(target: Any, paths: list[str]) -> None:
        from docassemble.base.util import DAFileCollection

        if isinstance(target, DAFileCollection) and not hasattr(target, "pdf"):
            raise refused("document conversion")
        stock(target, paths)

    return get_pdf_paths


def notice(error: BaseException) -> None:
    """Put the refusal on record if `error` is that nothing gives a file which was missed in this step."""
    from docassemble.base.error import DAErrorMissingVariable
    from docassemble.base.thread_context import this_thread

    missed = this_thread.misc.get(_MISSED, ())
    if isinstance(error, DAErrorMissingVariable) and getattr(error, "variable", None) in missed:
        # What failed says where.
        refused("document conversion").__cause__ = error
