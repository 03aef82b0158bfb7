"""What is filed: templates filled with answers.

The only package that knows Word's format. A template is a DOCX with Jinja
tags; `render` fills it.
"""

from unbarred.documents.errors import TemplateFault, UndefinedAnswer
from unbarred.documents.filling.blanks import Blank
from unbarred.documents.filling.compiling import compile_template
from unbarred.documents.filling.inserting import Insertions
from unbarred.documents.filling.rendering import Rendered, render

__all__ = [
    "Blank",
    "Insertions",
    "Rendered",
    "TemplateFault",
    "UndefinedAnswer",
    "compile_template",
    "render",
]
