"""What of a page is seen, and what only tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Page

_SEEN = set("/Type /Parent /MediaBox /CropBox /Rotate /UserUnit /Resources /Contents /Group".split())
LINKS_AND_TAGS = frozenset({"/Annots", "/StructParents", "/Tabs"})
"""Not seen, but kept of a page of our own."""


def keep_only_shown(page: Page, also: frozenset[str] = frozenset()) -> None:
    """Drop what a page says besides what it shows; `also` are further keys to keep."""
    for key in set(page.obj.keys()) - _SEEN - also:
        del page.obj[key]
