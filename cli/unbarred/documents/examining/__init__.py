"""Looks into a template without filling it: every tag with its place, and what must not be in one.

A template may come from anybody. Nothing here runs any of it; it is unpacked within limits and
parsed without following references. All that is wrong is told at once.
"""

from unbarred.documents.examining.examination import Examination, examine
from unbarred.documents.examining.flaws import Flaw
from unbarred.documents.examining.spots import Spot
from unbarred.documents.examining.tags import Tag

__all__ = ["Examination", "Flaw", "Spot", "Tag", "examine"]
