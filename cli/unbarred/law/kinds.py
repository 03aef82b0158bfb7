"""What each file of a place holds."""

from __future__ import annotations

from typing import Any

from unbarred.law.deadlines import CountingRules
from unbarred.law.jurisdictions import Facility, Organisation, Place, TimeRules
from unbarred.law.redaction import RedactionRules
from unbarred.law.remedies import TopicFile

TOPIC = "topic"
"""Any file that is not about the place itself."""

KINDS: dict[str, Any] = {
    "place": Place,
    TOPIC: TopicFile,
    "sentence": TimeRules,
    "counting": CountingRules,
    "facilities": tuple[Facility, ...],
    "help": tuple[Organisation, ...],
    "redaction": RedactionRules,
}
"""What a file must be, by its name without the ending."""
