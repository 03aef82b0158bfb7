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
    Event("hearing.first", "the day of the first interview", "The first interview is on"),
    Event("incident.happened", "the day it happened", "It happened on"),
    Event("incident.learned", "the day you learned of it", "You learned of it on"),
    Event("judgment.entered", "the day the court entered the judgment", "The court entered the judgment on"),
    Event("appeal.filed", "the day the notice of appeal was filed", "The notice of appeal was filed on"),
    Event("paper.served", "the day the paper was served on you", "The paper was served on you on", True),
    Event("request.filed", "the day you filed the request", "You filed the request on"),
    Event("response.signed", "the day the response was signed", "The response was signed on"),
    Event("answer.due", "the day the answer was due", "The answer was due on"),
    Event("answer.received", "the day you got the answer", "You got the answer on"),
    Event("appeal.decided", "the day the appeal was decided", "The appeal was decided on"),
    Event("agency.learned", "the day the agency learned of it", "The agency learned of it on"),
    Event("appeal.made", "the day you made the appeal inside the prison", "You made the appeal on"),
    Event("appeal.received", "the day they got the appeal", "They got the appeal on"),
    Event("arrest.happened", "the day of the arrest", "The arrest was on"),
    Event(
        "care.starts",
        "the day the child goes to live with the carer",
        "The child goes to live with the carer on",
    ),
    Event("case.listed", "the day the case was listed", "The case was listed on"),
    Event("case.referred", "the day the case was referred", "The case was referred on"),
    Event("case.determined", "the day the case was finally decided", "The case was finally decided on"),
    Event("charge.served", "the day the charge was served on you", "The charge was served on you on", True),
    Event("child.born", "the day the child was born", "The child was born on"),
    Event("child.entered_care", "the day the child came into care", "The child came into care on"),
    Event("child.removed", "the day the child was taken from home", "The child was taken from home on"),
    Event("claim.filed", "the day you filed the claim", "You filed the claim on"),
    Event("claim.denied", "the day the claim was denied", "The claim was denied on"),
    Event("custody.started", "the day custody started", "Custody started on"),
    Event("custody.returned", "the day you were taken back to prison", "You were taken back to prison on"),
    Event("court.appeared", "the day you first came before the court", "You first came before the court on"),
    Event("date.noticed", "the day you were told of the date", "You were told of the date on"),
    Event("decision.final", "the day the decision became final", "The decision became final on"),
    Event("denial.made", "the day of the denial", "The denial was made on"),
    Event(
        "dossier.sent",
        "the day the papers of the case were sent to you",
        "The papers of the case were sent on",
    ),
    Event("form.returned", "the day the form came back to you", "The form came back on"),
    Event("grievance.accepted", "the day the grievance was accepted", "The grievance was accepted on"),
    Event("grievance.filed", "the day you filed the grievance", "You filed the grievance on"),
    Event(
        "informal.tried", "the day you tried to settle it with staff", "You tried to settle it with staff on"
    ),
    Event("injury.known", "the day you knew of the harm", "You knew of the harm on"),
    Event("judgment.final", "the day the judgment became final", "The judgment became final on"),
    Event("notice.given", "the day notice was given", "Notice was given on"),
    Event("order.made", "the day the order was made", "The order was made on"),
    Event("order.served", "the day the order was served on you", "The order was served on you on", True),
    Event("parole.eligible", "the first day you can be paroled", "The first day you can be paroled is"),
    Event("petition.filed", "the day the petition was filed", "The petition was filed on"),
    Event(
        "petition.served", "the day the petition was served on you", "The petition was served on you on", True
    ),
    Event("power.signed", "the day the paper is signed", "The paper is signed on"),
    Event("pregnancy.confirmed", "the day the pregnancy was confirmed", "The pregnancy was confirmed on"),
    Event("punishment.received", "the day you got the punishment", "You got the punishment on"),
    Event("release.happened", "the day of release", "The release is on"),
    Event("request.received", "the day they got the request", "They got the request on"),
    Event(
        "remedies.exhausted", "the day the last court at home decided", "The last court at home decided on"
    ),
    Event("reply.received", "the day you got the reply", "You got the reply on"),
    Event("rights.ended", "the day parental rights were ended", "Parental rights were ended on"),
    Event("sentence.ended", "the day the whole sentence ended", "The whole sentence ended on"),
    Event("transfer.happened", "the day of the transfer", "The transfer was on"),
    Event("sentence.imposed", "the day the court sentenced you", "The court sentenced you on"),
)

EVENTS = {each.name: each for each in _ALL}
"""Every event by its name."""


def _known(name: str) -> str:
    if name not in EVENTS:
        raise ValueError(f"there is no event {name}; the events are {', '.join(EVENTS)}")
    return name


EventName = Annotated[str, AfterValidator(_known), WithJsonSchema({"enum": list(EVENTS)})]
