"""What a mapping says: for each field, where its content comes from; and how the form is filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unbarred.documents.filling.customs import Customs

SMALLEST = 8.0
"""Points. Smaller letters do not survive a bad copier."""


@dataclass(frozen=True)
class Rule:
    """How one field is filled."""

    source: str | None = None
    """A Jinja expression, or a text with tags in it; None for a field that is left as it is."""
    words: str | None = None
    """Fixed words, the same for everyone."""
    days: str = ""
    """How a day is written, such as `mm/dd/yyyy`."""
    join: str | None = None
    """What stands between the lines of an answer, or the items of a list, in a field of one line."""
    options: Mapping[str, str] = field(default_factory=dict)
    """The form's option for each answer."""
    label: str = ""
    """What the field is called where it is spoken of; the form's own words if empty."""
    smallest: float = SMALLEST
    """The smallest letters, in points, before the text goes to the addendum."""

    @property
    def is_template(self) -> bool:
        """Whether the source is a text with tags in it, rather than one expression."""
        return self.source is not None and ("{{" in self.source or "{%" in self.source)


@dataclass(frozen=True)
class AddendumRule:
    """What the pages at the end are called, and what stands at the foot of each."""

    title: str = "Addendum"
    line: str = ""
    """A text with tags, such as a name and a number: papers get separated."""


@dataclass(frozen=True)
class FormMapping:
    """Everything that the mapping of one form says."""

    source: str
    """The name of its file, for messages."""
    rules: Mapping[str, Rule]
    addendum: AddendumRule = AddendumRule()


@dataclass(frozen=True)
class Manner:
    """How a form is filled."""

    keeps_fields: bool = True
    """Whether the fields stay, to be changed by hand; without, they become content of the pages."""
    is_draft: bool = False
    """Whether each page is marked as a draft."""
    customs: Customs = field(default_factory=Customs)
    """How the place writes days, money and numbers."""
