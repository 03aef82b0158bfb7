"""What an interview cannot have here, in a sentence each, and what its author can do instead."""

from __future__ import annotations

from dataclasses import dataclass

from unbarred.engine import refusals
from unbarred.errors import Excerpt, ExitCode, UserError, Where


class NotOffered(UserError):
    """An interview asked for something that unbarred, which has no server, does not offer.

    `service` is a short name of what it truly needs, such as `e-mail`; empty
    where it is not an outside service.
    """

    code = ExitCode.CONTENT

    def __init__(
        self,
        message: str,
        hint: str = "",
        where: Where | None = None,
        excerpt: Excerpt | None = None,
        *,
        service: str = "",
    ) -> None:
        super().__init__(message, hint, where, excerpt)
        self.service = service


@dataclass(frozen=True)
class Refusal:
    """What an interview does that is refused, and what its author can do instead."""

    does: str
    instead: str


REFUSALS: dict[str, Refusal] = {
    "e-mail": Refusal(
        "sends or receives e-mail",
        "An author can end it with the papers, and say on the last screen who sends them where.",
    ),
    "text messages": Refusal(
        "sends or receives text messages",
        "An author can put the message on a screen or a paper instead.",
    ),
    "fax": Refusal(
        "sends a fax", "An author can say on the last screen who faxes the papers to which number."
    ),
    "telephone": Refusal(
        "uses a telephone service",
        "An author can leave it out where server_capabilities() says there is none.",
    ),
    "web": Refusal(
        "reads from the web",
        "An author can put what it reads into the data folder of the interview's package.",
    ),
    "Google": Refusal("uses a Google service", "An author can keep the data in the interview's package."),
    "cloud storage": Refusal(
        "keeps files in a cloud", "An author can let the papers be saved on this machine, as they are anyway."
    ),
    "database": Refusal(
        "connects to a database",
        "An author can put the data into a file of the interview's package, or keep it in a DAStore.",
    ),
    "OCR": Refusal(
        "reads text out of pictures",
        "An author can ask for the words in a field, and take the picture as an exhibit.",
    ),
    "diagrams": Refusal(
        "draws a diagram with a program of its server",
        "An author can put the finished picture into the static folder of the interview's package.",
    ),
    "machine learning": Refusal("uses machine learning", "An author can ask with a list of choices instead."),
    "page pictures": Refusal(
        "puts pictures of a PDF's pages on a paper",
        "An author can name the PDF as an exhibit, or include pictures or DOCX files.",
    ),
    "document conversion": Refusal(
        "turns one kind of document into another, which needs LibreOffice or Pandoc",
        "An author can use the DOCX that is made of each paper: letter.docx where it says letter.pdf.",
    ),
    "user accounts": Refusal(
        "manages the user accounts of a server",
        "An author can leave that out: the one person here is not signed in.",
    ),
    "other sessions": Refusal(
        "reaches into another session",
        "An author can ask for what is needed here, or link to the other interview with interview_url().",
    ),
    "programs": Refusal(
        "starts another program of its server, such as one that changes PDF files",
        "An author can put the finished file into the package, or give a DOCX template.",
    ),
    "redis": Refusal(
        "uses a redis command that is not kept here",
        "An author can keep the data in a DAStore, or with get, set, incr and delete.",
    ),
    "server": Refusal(
        "uses a part of docassemble's server",
        "An author can leave that feature out; packages offer settings for theirs.",
    ),
    "background work": Refusal(
        "runs one of a server's own background tasks",
        "An author can use background_action(), which is run at once.",
    ),
}
"""By the name of the service."""


def refused(service: str) -> NotOffered:
    """Return the refusal of `service`, on record so that it surfaces whatever becomes of the exception."""
    refusal = REFUSALS[service]
    return refusals.record(
        NotOffered(
            f"This interview {refusal.does}; unbarred does not offer that.", refusal.instead, service=service
        )
    )
