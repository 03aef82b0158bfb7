"""The texts of screens, in Markdown and HTML, as blocks of marked text for any width.

The blocks are the same for both faces; a face decides what bold or a hard word
looks like. Marks (styles) are `strong`, `em`, `code`, `term` and `title`.
"""

from __future__ import annotations

from unbarred.terminal.prose.bare import bare, escaped
from unbarred.terminal.prose.blocks import Block, literal, set_lines
from unbarred.terminal.prose.markdown import blocks
from unbarred.terminal.prose.tables import Table

__all__ = ["Block", "Table", "bare", "blocks", "escaped", "literal", "set_lines"]
