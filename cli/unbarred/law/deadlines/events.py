"""The events from which a deadline is counted, and what each is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema


@dataclass(frozen=True)
class Event:
    """Something that happens on a day, and starts or ends a period."""

    name: str
    words: str
    """What to ask a person for when the day is missing: `the day you got the decision`."""
    happens: str
    """The start of a sentence that ends with the day: `You got the decision on`."""
    by_service: bool = False
    """A paper is served on her, so that extra days for service by mail may apply."""


_ALL = (
    Event("conviction.entered", "the day the conviction was entered", "The conviction was entered on"),
    Event("decision.made", "the day the decision was made", "The decision was made on"),
    Event("decision.mailed", "the day the decision was mailed", "The decision was mailed on"),
    Event(
        "decision.received", "the day you got the decision in writing", "You got the decision in writing on"
    ),
    Event("denial.received", "the day you got the denial", "You got the denial on"),
    Event("hearing.held", "the day of the hearing", "The hearing is on"),
    Event("incident.happened", "the day it happened", "It happened on"),
    Event("incident.learned", "the day you learned of it", "You learned of it on"),
    Event("judgment.entered", "the day the court entered the judgment", "The court entered the judgment on"),
    Event("appeal.filed", "the day the notice of appeal was filed", "The notice of appeal was filed on"),
    Event("paper.served", "the day the paper was served on you", "The paper was served on you on", True),
    Event("request.filed", "the day you filed the request", "You filed the request on"),
    Event("response.signed", "the day the response was signed", "The response was signed on"),
    Event("sentence.imposed", "the day the court sentenced you", "The court sentenced you on"),
)

EVENTS = {each.name: each for each in _ALL}
"""Every event by its name."""


def _known(name: str) -> str:
    if name not in EVENTS:
        raise ValueError(f"there is no event {name}; the events are {', '.join(EVENTS)}")
    return name


EventName = Annotated[str, AfterValidator(_known), WithJsonSchema({"enum": list(EVENTS)})]
