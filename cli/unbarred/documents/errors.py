"""What can be wrong with a template, or with filling it."""

from __future__ import annotations

from unbarred.errors import ContentError, Where


class TemplateFault(ContentError):
    """A template cannot be used as it stands; the person who wrote it can mend it."""


class UndefinedAnswer(TemplateFault):
    """A template prints or tests a variable that has no value.

    `variable` is the expression as the template writes it, `template` the
    file's name, `paragraph` the text of the paragraph it stands in, `place`
    where that is in the paper. The exception of the undefined class is
    `__cause__`: an engine that drives an interview by missing variables raises
    that one again.
    """

    def __init__(self, variable: str, template: str, paragraph: str, place: object) -> None:
        super().__init__(
            f"{variable} has no value, and the paragraph “{paragraph}” in {place} needs it.",
            "Ask for it in the interview, or guard the paragraph with an if.",
            Where(template),
        )
        self.variable = variable
        self.template = template
        self.paragraph = paragraph
        self.place = str(place)
