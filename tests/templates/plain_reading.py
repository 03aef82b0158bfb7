"""What a template would say if it were plain text: another way to the same words, to hold ours against.

Reads the paragraphs with Word's own library and fills them with stock Jinja, in one text; nothing of ours
takes part. What is only looks (blank lines, ruled lines, their numbers) is left out of the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import docx
from docx.oxml.ns import qn
from jinja2 import Environment, StrictUndefined, Template

_WHOLE = re.compile(r"(\{[{%#])([-+]?)(?:p|tr|tc|r)\s")
_LOOKS = re.compile(r"_+|\(\d+\)")
_SPACE = re.compile(r"\s+")


def words(text: str) -> str:
    """Return what `text` says: its words with one space between."""
    return _SPACE.sub(" ", _LOOKS.sub(" ", text)).strip()


def plain_reading(path: Path, context: Mapping[str, object]) -> str:
    """Return the words of the template at `path` filled with `context`; raises what Jinja raises."""
    return words("\n".join(each.render(context) for each in _parts(path)))


@cache
def _parts(path: Path) -> tuple[Template, ...]:
    document = docx.Document(str(path))
    environment = Environment(
        undefined=StrictUndefined, finalize=lambda value: "" if value is None else value
    )
    section = document.sections[0]
    parts = [document.element.body]
    parts += [each._element for each in (section.footer, section.header) if not each.is_linked_to_previous]
    return tuple(environment.from_string(_source(part)) for part in parts)


def _source(part: object) -> str:
    lines = []
    for paragraph in part.iter(qn("w:p")):  # type: ignore[attr-defined]
        pieces = {qn("w:tab"): "\t", qn("w:br"): "\n"}
        line = "".join(
            each.text or "" if each.tag == qn("w:t") else pieces[each.tag]
            for each in paragraph.iter(qn("w:t"), *pieces)
            if each.getparent().tag == qn("w:r")
        )
        lines.append(_WHOLE.sub(r"\1\2 ", line))
    return "\n".join(lines) + "\n"
