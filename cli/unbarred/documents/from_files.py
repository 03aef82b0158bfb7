"""Fills a template or a form, whichever a file is, with the answers of a file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.variables import variables
from unbarred.documents.errors import TemplateFault, UndefinedAnswer
from unbarred.documents.filling.customs import Customs
from unbarred.errors import UsageError, Where

LARGEST = 200_000_000
"""Bytes of a template or form."""


@dataclass(frozen=True)
class Gap:
    """A place that is still to complete by hand, in words; with its page where a form says it."""

    label: str
    page: int | None = None


@dataclass(frozen=True)
class Added:
    """An answer that stands on the addendum of a form: its number there, and what it answers."""

    number: int
    label: str
    page: int


@dataclass(frozen=True)
class Filled:
    """A paper that was made: its bytes, what is left to do in it, and what else the person must know."""

    content: bytes
    gaps: tuple[Gap, ...] = ()
    added: tuple[Added, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wishes:
    """How papers are to be made."""

    customs: Customs = field(default_factory=Customs)
    is_draft: bool = False
    is_flat: bool = False
    """For a form: whether its fields become content of the pages."""
    mapping: Path | None = None
    """For a form: the file that says which answer goes where; beside the form if None."""


def is_form(template: Path) -> bool:
    """Whether the name of `template` says that it is a PDF."""
    return template.suffix.lower() == ".pdf"


def mapping_of(form: Path) -> Path:
    """Return where the mapping of a form stands: beside it, under the same name."""
    return form.with_suffix(".yml")


def variables_of(answers: AnswerSet, source: str) -> dict[str, object]:
    """Return the variables of a template for `answers`, read from the file `source`.

    Besides the answers: `place`, and `as_of`, which is today where the answers do not say a day.
    """
    today = datetime.datetime.now().astimezone().date()
    about = {"place": answers.jurisdiction or None, "as_of": answers.as_of or today}
    return about | variables(answers, source)


def fill_file(template: Path, context: Mapping[str, object], wishes: Wishes) -> Filled:
    """Fill the template or form at `template`.

    Raises `ContentError` for one that cannot be filled, or for a variable without a value.
    """
    return _form(template, context, wishes) if is_form(template) else _document(template, context, wishes)


def read(path: Path) -> bytes:
    """Return what a template or form holds; raises `TemplateFault` if it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise TemplateFault("This is too large for a template or a form.", where=Where(str(path)))
        return path.read_bytes()
    except OSError as fault:
        missing = isinstance(fault, FileNotFoundError)
        reason = "there is no such file" if missing else (fault.strerror or "unknown reason").lower()
        raise TemplateFault(f"This cannot be read: {reason}.", where=Where(str(path))) from fault


def _form(form: Path, context: Mapping[str, object], wishes: Wishes) -> Filled:
    from unbarred.documents.forms import Manner, fill_form

    mapping = wishes.mapping or mapping_of(form)
    content = read(form)
    if not mapping.is_file():
        raise UsageError(
            f"{form} needs a mapping, which says what goes into which field; there is no {mapping}.",
            f"Begin one with: unbarred fill {form} --skeleton",
        )
    manner = Manner(keeps_fields=not wishes.is_flat, is_draft=wishes.is_draft, customs=wishes.customs)
    filled = fill_form(content, form.name, mapping, context, manner)
    return Filled(
        filled.content,
        tuple(Gap(each.label, each.page) for each in filled.left),
        tuple(Added(item.number, item.label, item.page) for item in filled.addendum),
        filled.notes,
    )


def _document(template: Path, context: Mapping[str, object], wishes: Wishes) -> Filled:
    from unbarred.documents.filling.drafts import as_draft
    from unbarred.documents.filling.guarding import faults_told, guarded_environment
    from unbarred.documents.filling.rendering import render
    from unbarred.documents.word.package import read_package

    read_package(read(template), template.name)
    if template.suffix.lower() != ".docx":
        raise UsageError(
            f"{template.name} is no template: its name must end in .docx, or in .pdf for a form.",
            "Save it as a Word document (.docx).",
        )
    try:
        with faults_told(template.name):
            rendered = render(template, context, environment=guarded_environment(), customs=wishes.customs)
    except UndefinedAnswer as fault:
        hint = "Add it to the answers (null leaves it for later), or guard the paragraph with an if."
        raise TemplateFault(fault.message, f"{fault.meant} {hint}".strip(), fault.where) from fault
    content = as_draft(rendered.content, template.name) if wishes.is_draft else rendered.content
    return Filled(content, tuple(Gap(blank.label) for blank in rendered.blanks))
