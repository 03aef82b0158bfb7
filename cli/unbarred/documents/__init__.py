"""What is filed: templates filled with answers.

The only package that knows Word's format. A template is a DOCX with Jinja
tags; `render` fills it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unbarred.documents.errors import TemplateFault, UndefinedAnswer
    from unbarred.documents.filling.blanks import Blank
    from unbarred.documents.filling.compiling import compile_template
    from unbarred.documents.filling.customs import Customs
    from unbarred.documents.filling.inserting import Insertions
    from unbarred.documents.filling.rendering import Rendered, render

__all__ = [
    "Blank",
    "Customs",
    "Insertions",
    "Rendered",
    "TemplateFault",
    "UndefinedAnswer",
    "compile_template",
    "render",
]

_HOMES = {
    "Blank": "filling.blanks",
    "Customs": "filling.customs",
    "Insertions": "filling.inserting",
    "Rendered": "filling.rendering",
    "TemplateFault": "errors",
    "UndefinedAnswer": "errors",
    "compile_template": "filling.compiling",
    "render": "filling.rendering",
}


def __getattr__(name: str) -> object:
    """Import what fills templates when it is first asked for: git starts us only to read one."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
