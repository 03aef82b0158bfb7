"""The loop that a volunteer would write: stock docxtpl, for each client and paper load, render, save.

It fills our own templates with the very variables that the interview had at its end, and does nothing else:
no questions, no branches, no law, no checks, no manifest. The variables come from our own run of the same
clients, before the clock runs. Our templates call docassemble's filters, which docxtpl is given.
"""

from __future__ import annotations

import contextvars
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.invented_clients import AS_OF, INTERVIEW, PLACE, Answers


@dataclass(frozen=True)
class Filled:
    """One paper: its template, and the variables with which we filled it."""

    template: Path
    variables: dict[str, Any]
    state: contextvars.Context
    """In which docassemble's functions among the variables know their language."""


def papers_of(clients: Iterable[Answers]) -> list[list[Filled]]:
    """Return the papers of each client, as our own run makes them; none may be refused."""
    from unbarred.sessions import Session
    from unbarred.sessions.unattended import fill

    found = []
    for answers in clients:
        with _recorded() as papers:
            session = Session.in_memory(INTERVIEW, {"place": PLACE, "as_of": AS_OF.isoformat()})
            complaints = fill(session, answers)
            assert not complaints, complaints
            made = session.run.papers()
        assert len(made) == len(papers), (len(made), len(papers))
        found.append(list(papers.values()))
    return found


def seconds_for(clients: Iterable[list[Filled]], out: Path) -> list[float]:
    """Make the papers of each client in a folder of `out`; return the seconds that each client took."""
    from docassemble.base.jinja import get_builtin_jinja_filters
    from docxtpl import DocxTemplate
    from jinja2 import Environment, StrictUndefined

    times = []
    for number, papers in enumerate(clients):
        began = time.perf_counter()
        folder = out / str(number)
        folder.mkdir(parents=True)
        for paper in papers:
            environment = Environment(undefined=StrictUndefined, autoescape=True)
            environment.filters.update(get_builtin_jinja_filters())
            document = DocxTemplate(str(paper.template))
            paper.state.run(document.render, paper.variables, environment, autoescape=True)
            document.save(str(folder / paper.template.name))
        times.append(time.perf_counter() - began)
    return times


@contextmanager
def _recorded() -> Iterator[dict[str, Filled]]:
    """Note what each paper is filled with; the last filling counts, for one that met a gap is begun again."""
    from unbarred.engine import attachments, files

    adapter, kept = attachments.TemplateAdapter, {}
    stock = adapter.render

    def render(self: Any, context: dict[str, Any], jinja_env: Any, autoescape: bool = False) -> None:
        left_blank = files.of_this_run().blanks()
        stock(self, context, jinja_env, autoescape)
        variables = {**context, attachments.STILL_TO_COMPLETE: left_blank}
        kept[self._path.name] = Filled(self._path, variables, contextvars.copy_context())

    adapter.render = render  # type: ignore[method-assign]
    try:
        yield kept
    finally:
        adapter.render = stock  # type: ignore[method-assign]
