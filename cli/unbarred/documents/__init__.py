"""What is filed: templates filled with answers.

The only package that knows Word's format. A template is a DOCX with Jinja
tags; `render` fills it.
"""

from unbarred.documents.blanks import Blank
from unbarred.documents.compiling import compile_template
from unbarred.documents.errors import TemplateFault, UndefinedAnswer
from unbarred.documents.inserting import Insertions
from unbarred.documents.rendering import Rendered, render

__all__ = [
    "Blank",
    "Insertions",
    "Rendered",
    "TemplateFault",
    "UndefinedAnswer",
    "compile_template",
    "render",
]
