"""Holds a Word file against the rules that matter to Word, which opens nothing that breaks them.

Word says “unreadable content” and no more. `faults` says what and where, for
every part: the container and its relationships, the order of elements that the
OOXML schema (ISO/IEC 29500, transitional) wants, tables, identifiers, and values.
"""

from __future__ import annotations

from unbarred.documents.errors import TemplateFault
from unbarred.documents.word.opening import open_container
from unbarred.documents.word.validating.containers import container_faults
from unbarred.documents.word.validating.fault import Fault
from unbarred.documents.word.validating.order import order_faults
from unbarred.documents.word.validating.parts import parse_parts
from unbarred.documents.word.validating.references import reference_faults
from unbarred.documents.word.validating.structure import structure_faults
from unbarred.documents.word.validating.values import value_faults

__all__ = ["Fault", "faults"]


def faults(content: bytes) -> list[Fault]:
    """Return what Word would complain of in the DOCX `content`; nothing if it opens cleanly."""
    try:
        parts = open_container(content, "")
    except TemplateFault as fault:
        return [Fault("", "", fault.message)]
    trees, found = parse_parts(parts)
    if found:
        return found
    found += container_faults(parts, trees)
    for name, root in trees.items():
        found += order_faults(name, root)
        found += structure_faults(name, root)
        found += value_faults(name, root)
    return [*found, *reference_faults(trees)]
