"""Drafts a paper from the Markdown that an interview's author wrote in it, with docassemble's markup.

On a server Pandoc and LaTeX do this. Here the paper is a DOCX in the house
style: fonts, margins and numbered pages are those of our own templates.
Nothing is refused: what has no place in such a paper is left out, its words stay.
"""

from unbarred.documents.drafting.drafting import Draft, Showing, draft
from unbarred.documents.drafting.markup import QR, blackened, cleaned
from unbarred.documents.drafting.places import Answers

__all__ = ["QR", "Answers", "Draft", "Showing", "blackened", "cleaned", "draft"]
