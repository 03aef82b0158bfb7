"""What can be wrong with a template, or with filling it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unbarred.errors import ContentError, Where, nearest


class TemplateFault(ContentError):
    """A template cannot be used as it stands; the person who wrote it can mend it."""


class UndefinedAnswer(TemplateFault):
    """A template prints or tests a variable that has no value.

    `variable` is the expression as the template writes it, `template` the
    file's name, `paragraph` the text of the paragraph it stands in, `place`
    where that is in the paper; `known` are the names that have a value. The
    exception of the undefined class is `__cause__`: an engine that drives an
    interview by missing variables raises that one again.
    """

    def __init__(
        self, variable: str, template: str, paragraph: str, place: object, known: Iterable[str] = ()
    ) -> None:
        message = f"{variable} has no value, and the paragraph “{paragraph}” in {place} needs it."
        super().__init__(message, where=Where(template))
        self._known = known
        self.variable = variable
        self.template = template
        self.paragraph = paragraph
        self.place = str(place)

    @property
    def meant(self) -> str:
        """Which names that have a value are like this one, as a question; empty if none is.

        Looked for when it is asked for: an engine meets many a missing variable on its way.
        """
        # Only the first name of a path can be looked for: what belongs to things, they alone know.
        root, known = re.split(r"[.\[(]", self.variable)[0], sorted(self._known)
        return "" if root in known else nearest(root, known)

    @property
    def hint(self) -> str:
        """What to do."""
        return f"{self.meant} Ask for it in the interview, or guard the paragraph with an if.".strip()

    @hint.setter
    def hint(self, _words: str) -> None:
        """It has no other."""
