"""Runs the interviews of the package that is installed in this Python; prints what was seen, as JSON.

    python on_a_server.py OUR_PROGRAM ANSWERS

ANSWERS is a JSON file: for each interview its `arguments` and its `answers` by name. Each
runs three times: with the answers, without the numbers, and with all left blank that can
be. The package brings interviews, templates, law, and what of our program they call. What
a server has besides is docassemble: it is started by our engine, which is lent from the
folder OUR_PROGRAM. Papers are made by docassemble's own renderer, blank fields are set
and variables are kept between two screens as a server does.
"""

from __future__ import annotations

import importlib.util
import io
import json
import pickle
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docassemble.unbarred

import unbarred
from unbarred import content, law

MOST_SCREENS = 200

LEFT_BLANK = {
    "nothing": lambda field: False,
    "numbers": lambda field: getattr(field, "datatype", "").startswith("optional_"),
    "everything": lambda field: True,
}
"""What is left blank on each road, where it is not required."""

ALONE = not any(importlib.util.find_spec(f"unbarred.{name}") for name in ("app", "engine", "sessions"))

# From here on a module of ours that is not in the package is found in the checkout.
unbarred.__path__.append(sys.argv[1])


def started() -> Any:
    """Start docassemble, and let it see the installed package and nothing of ours in its place."""
    from docxtpl import DocxTemplate

    from unbarred.engine.boot import boot
    from unbarred.engine.package_finder import FolderFinder

    boot()
    sys.meta_path[:] = [each for each in sys.meta_path if not isinstance(each, FolderFinder)]
    sys.modules["docassemble.unbarred"] = docassemble.unbarred
    from docassemble.base import parse

    parse.DocxTemplate = DocxTemplate
    return parse


def compiled(name: str, parse: Any) -> Any:
    """Compile an interview; a server keeps it for all who answer it."""
    from docassemble.base.interview_source import interview_source_from_string

    from unbarred.engine import context

    reference = f"docassemble.unbarred:data/questions/{name}.yml"
    with context.entered(reference):
        return parse.Interview(source=interview_source_from_string(reference))


def seen_of(
    interview: Any,
    arguments: dict[str, str],
    answers: dict[str, Any],
    leaves_blank: Callable[[Any], bool],
    parse: Any,
) -> dict[str, Any]:
    """Answer the screens of an interview up to the papers."""
    from docassemble.base.functions import pickleable_objects
    from docassemble.base.thread_context import global_context, user_dict_context
    from docx import Document

    from unbarred.engine import context

    reference = interview.source.path
    with context.entered(reference) as held:
        variables = parse.get_initial_dict() | {"url_args": arguments}
        screens, answered = {}, {}
        for _ in range(MOST_SCREENS):
            status = parse.InterviewStatus(
                current_info=context.current_info(reference) | {"interface": "web"}
            )
            with global_context(held), user_dict_context(variables):
                interview.assemble(variables, status)
            question = status.question
            screens[question.id] = f"{status.question_text}\n{status.subquestion_text or ''}"
            if status.attachments:
                break
            variables = pickle.loads(pickle.dumps(pickleable_objects(variables)))
            with global_context(held), user_dict_context(variables):
                for field in question.fields:
                    if not hasattr(field, "saveas"):
                        continue
                    name = parse.from_safeid(field.saveas)
                    if question.question_type == "settrue":
                        variables["_given"] = True
                    else:
                        full = full_name(name, variables)
                        can_wait = not status.extras["required"][field.number] and leaves_blank(field)
                        answered[full] = None if can_wait else answer_to(full, variables, answers)
                        variables["_given"] = as_a_server_sets(field, answered[full], status, full)
                    exec(f"{name} = _given", variables)
                question.mark_as_answered(variables)
                if question.validation_code:
                    exec(question.validation_code, variables)
        numbers = [attachment["file"]["docx"] for attachment in status.attachments or []]
        papers = [Document(io.BytesIO(held.unbarred_files.numbered(each).content)) for each in numbers]
    return {
        "answered": answered,
        "screens": screens,
        "papers": ["\n".join(line.text for line in (*paper.paragraphs, *cells(paper))) for paper in papers],
    }


def cells(paper: Any) -> list[Any]:
    """Return what stands in the tables of a paper."""
    return [cell for table in paper.tables for row in table.rows for cell in row.cells]


def full_name(name: str, variables: dict[str, Any]) -> str:
    """Return the name of a field with its iterators replaced."""
    return re.sub(r"\[([a-z])\]", lambda index: f"[{variables[index[1]]!r}]", name)


def answer_to(full: str, variables: dict[str, Any], answers: dict[str, Any]) -> Any:
    """Return the answer that a field is to have; None if it is left blank.

    Whether a list has another item follows from its items, and mostly whether it has any.
    """
    items, _, asked = full.rpartition(".")
    if asked == "there_is_another" or (asked == "there_are_any" and full not in answers):
        count = len(eval(items, variables).elements)
        return any(each.startswith(f"{items}[{count}]") for each in answers)
    return answers.get(full)


def as_a_server_sets(field: Any, given: Any, status: Any, name: str) -> Any:
    """Return what docassemble's server gives a variable for this answer, or for a blank field."""
    from docassemble.base.functions import custom_types
    from docassemble.base.util import DADict, as_datetime

    kind = getattr(field, "datatype", "boolean")
    if kind in custom_types:
        own, sent = custom_types[kind]["class"], "" if given is None else str(given)
        limits = {each: status.extras[each][field.number] for each in ("min", "max") if each in status.extras}
        assert own.call_validate(sent, name, limits)
        return own.call_transform(sent, name, limits)
    if kind == "checkboxes":
        boxes = {each["key"]: each["key"] in (given or ()) for each in status.selectcompute[field.number]}
        return DADict(name, auto_gather=False, gathered=True, elements=boxes)
    if kind == "date":
        return as_datetime(given) if given else ""
    if kind in ("integer", "number", "float", "currency", "range"):
        return (int if kind == "integer" else float)(given or 0)
    if given is not None or kind == "boolean":
        return given
    # Without its setting `restrict input variables` a server takes a choice that nobody made for this word.
    return "None" if getattr(field, "inputtype", "") == "radio" else ""


if __name__ == "__main__":
    parse = started()
    given = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    seen = {
        "alone": ALONE,
        "package": docassemble.unbarred.__file__,
        "law": law.__file__,
        "interviews": {
            name: {
                road: seen_of(interview, **given[name], leaves_blank=leaves_blank, parse=parse)
                for road, leaves_blank in LEFT_BLANK.items()
            }
            for name in content.interview_names()
            for interview in [compiled(name, parse)]
        },
    }
    sys.stdout.write(json.dumps(seen))
