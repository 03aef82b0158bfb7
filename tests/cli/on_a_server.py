"""Runs the interviews of the package that is installed in this Python; prints what was seen, as JSON.

    python on_a_server.py OUR_PROGRAM ANSWERS

ANSWERS is a JSON file: for each interview its `arguments` and its `answers` by name. The
package brings interviews, templates, law, and what of our program they call. What a
server has besides is docassemble: it is started by our engine, which is lent from the
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
from pathlib import Path
from typing import Any

import docassemble.unbarred

import unbarred
from unbarred import content, law

MOST_SCREENS = 200

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


def seen_of(name: str, arguments: dict[str, str], answers: dict[str, Any], parse: Any) -> dict[str, Any]:
    """Compile the interview and answer its screens up to the papers."""
    from docassemble.base.functions import pickleable_objects
    from docassemble.base.interview_source import interview_source_from_string
    from docassemble.base.thread_context import global_context, user_dict_context
    from docx import Document

    from unbarred.engine import context

    reference = f"docassemble.unbarred:data/questions/{name}.yml"
    with context.entered(reference) as held:
        interview = parse.Interview(source=interview_source_from_string(reference))
        variables = parse.get_initial_dict() | {"url_args": arguments}
        screens = {}
        for _ in range(MOST_SCREENS):
            status = parse.InterviewStatus(
                current_info=context.current_info(reference) | {"interface": "web"}
            )
            with global_context(held), user_dict_context(variables):
                interview.assemble(variables, status)
            question = status.question
            screens[question.id] = f"{status.question_text}\n{status.subquestion_text}"
            if status.attachments:
                break
            variables = pickle.loads(pickle.dumps(pickleable_objects(variables)))
            with global_context(held), user_dict_context(variables):
                for field in question.fields:
                    name = parse.from_safeid(field.saveas)
                    given = question.question_type == "settrue" or answer_to(name, variables, answers)
                    variables["_given"] = as_a_server_sets(field, given)
                    exec(f"{name} = _given", variables)
                question.mark_as_answered(variables)
                if question.validation_code:
                    exec(question.validation_code, variables)
        numbers = [attachment["file"]["docx"] for attachment in status.attachments or []]
        papers = [Document(io.BytesIO(held.unbarred_files.numbered(each).content)) for each in numbers]
    return {
        "screens": screens,
        "papers": ["\n".join(line.text for line in paper.paragraphs) for paper in papers],
    }


def answer_to(name: str, variables: dict[str, Any], answers: dict[str, Any]) -> Any:
    """Return the answer that a field is to have; None if it is left blank.

    An answer set does not say whether a list has any items and whether it has another.
    """
    full = re.sub(r"\[([a-z])\]", lambda index: f"[{variables[index[1]]!r}]", name)
    items, _, asked = full.rpartition(".")
    if full not in answers and asked in ("there_are_any", "there_is_another"):
        count = len(eval(items, variables).elements)
        return any(each.startswith(f"{items}[{count}]") for each in answers)
    return answers.get(full)


def as_a_server_sets(field: Any, given: Any) -> Any:
    """Return what docassemble's server gives a variable for this answer, or for a blank field."""
    from docassemble.base.util import as_datetime

    kind = getattr(field, "datatype", "boolean")
    if kind == "date":
        return as_datetime(given) if given else ""
    if kind == "integer":
        return int(given or 0)
    is_text = kind != "boolean" and getattr(field, "inputtype", "") != "radio"
    return "" if given is None and is_text else given


if __name__ == "__main__":
    parse = started()
    given = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    seen = {
        "alone": ALONE,
        "package": docassemble.unbarred.__file__,
        "law": law.__file__,
        "interviews": {name: seen_of(name, **given[name], parse=parse) for name in content.interview_names()},
    }
    sys.stdout.write(json.dumps(seen))
