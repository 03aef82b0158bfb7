"""The worked examples of interviews: an invented person for each place, and the papers made for her.

They stand in tests/interviews/worked/TOPIC/INTERVIEW/PLACE.yml, as answer sets; the packet's text beside it.
Clemency has its examples in examples/, and tests of its own.
"""

from __future__ import annotations

import contextvars
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from unbarred.answers import answer_file
from unbarred.answers.answer_set import AnswerSet
from unbarred.documents.word.reading import text_of_parts
from unbarred.engine import attachments, files
from unbarred.engine.papers import Paper
from unbarred.law.remedies import Remedy
from unbarred.sessions import Session, catalogue
from unbarred.sessions.unattended import Complaint, fill

WORKED = Path(__file__).parent / "interviews" / "worked"
STEPS = "0-Next-steps"
INSTEAD = "0-What-there-is-instead"

PROGRAM = re.compile(r"\{\{|\{%|\bUndefined\b|\bNone\b(?! of)|<bound method|DA[A-Z][a-z]+|\[\]|\[Error")
"""Words of a program, which no paper and no screen says."""


@dataclass(frozen=True)
class Filled:
    """One paper: its template, and the variables with which it was filled."""

    template: Path
    variables: dict[str, Any]
    state: contextvars.Context
    """In which docassemble's functions among the variables know their language."""


@dataclass(frozen=True)
class Made:
    """What became of a worked example."""

    session: Session
    complaints: tuple[Complaint, ...]
    papers: tuple[Paper, ...]
    filled: tuple[Filled, ...]

    @property
    def packet_text(self) -> str:
        """The text of all papers, as the golden text has it."""
        return packet_text(self.papers)

    @property
    def steps(self) -> str:
        """What the next steps say, or the paper that stands for them where nothing is offered."""
        return next((words_of(each) for each in self.papers if each.filename in (STEPS, INSTEAD)), "")

    def remedies(self) -> list[Remedy]:
        """Return the law that the next steps can speak of: what the paper was filled with."""
        last = [each for each in self.filled if "next-steps" in each.template.stem]
        values = last[-1].variables.values() if last else ()
        return list({each.name: each for each in values if isinstance(each, Remedy)}.values())


@cache
def interviews() -> list[str]:
    """Return the names of our interviews on all topics but clemency."""
    return [entry.name for entry in catalogue.entries() if entry.topic != "clemency"]


@cache
def places(interview: str) -> list[str]:
    """Return the places with a worked example."""
    return sorted(path.stem for path in (WORKED / interview).glob("*.yml"))


def cases() -> list[tuple[str, str]]:
    """Return each worked example, by interview and place; of an interview that is not there yet too."""
    return sorted((str(path.parent.relative_to(WORKED)), path.stem) for path in WORKED.rglob("*.yml"))


def example(interview: str, place: str) -> AnswerSet:
    """Return the answers of the worked example."""
    return answer_file.load(WORKED / interview / f"{place}.yml")


@lru_cache(maxsize=4)
def made(interview: str, place: str) -> Made:
    """Make the packet of the worked example."""
    given = example(interview, place)
    with _recorded() as filled:
        session = Session.in_memory(interview, {"place": place, "as_of": str(given.as_of)})
        complaints = tuple(fill(session, given.answers))
        papers = () if complaints else session.run.papers()
    return Made(session, complaints, papers, tuple(filled.values()))


def packet_text(papers: tuple[Paper, ...]) -> str:
    """Return what the papers say and what is to complete by hand, to be kept and compared."""
    parts = []
    for paper in papers:
        text = "\n".join(line.rstrip() for line in text_of_parts(paper.content).splitlines())
        blanks = "".join(f"\nto complete by hand: {blank}" for blank in paper.blanks)
        parts.append(f"===== {paper.filename}.docx: {paper.title}{blanks}\n\n{text}\n")
    return "\n".join(parts)


def words_of(paper: Paper) -> str:
    """Return what a paper says, with plain spaces where no line may end."""
    return text_of_parts(paper.content).replace("\xa0", " ")


@contextmanager
def _recorded() -> Iterator[dict[str, Filled]]:
    """Note what each template is filled with; the last filling counts, for one may be begun again."""
    adapter = attachments.TemplateAdapter
    kept: dict[str, Filled] = {}
    stock = adapter.render

    def render(self: Any, context: dict[str, Any], jinja_env: Any, autoescape: bool = False) -> None:
        blanks = files.of_this_run().blanks()
        stock(self, context, jinja_env, autoescape)
        variables = {**context, attachments.STILL_TO_COMPLETE: blanks}
        kept[str(self._path)] = Filled(self._path.resolve(), variables, contextvars.copy_context())

    adapter.render = render  # type: ignore[method-assign]
    try:
        yield kept
    finally:
        adapter.render = stock  # type: ignore[method-assign]
