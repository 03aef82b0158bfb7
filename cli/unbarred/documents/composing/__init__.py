"""Composes the house's own templates: Markdown in, DOCX beside it, one house style.

Why: a template in Word hides its words in a zip, so nobody can review a change
of them, and a change of style would be made in every file by hand. The text
stands in `templates/**/NAME.md`, parts that several share in `shared/`, and
the look in `style.py`; `python -m unbarred.documents.composing` writes the
DOCX files, which are committed because docassemble and lawyers use those. A
DOCX without a Markdown file beside it is its own source and is left alone.
"""

from unbarred.documents.composing.composer import (
    Composition,
    compose,
    compose_all,
    compositions,
    sources,
)

__all__ = ["Composition", "compose", "compose_all", "compositions", "sources"]
