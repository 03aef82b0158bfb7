"""Puts the parts that a template names into it, before it is compiled.

`{{p include_docx_template('caption.docx') }}` alone in a paragraph is
docassemble's way to share a part. Where the name is written out, the part is
spliced in here once, instead of at every filling through temporary files that
hold a client's half-finished papers.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError
from lxml.etree import XMLSyntaxError

from unbarred.documents.errors import TemplateFault
from unbarred.documents.word.opening import check_container
from unbarred.documents.word.package import read_package
from unbarred.documents.word.wordml import MAIN
from unbarred.errors import Where

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

Finder = Callable[[Path, str], Path | None]

FUNCTION = "include_docx_template"
DEEPEST = 10
_CALL = re.compile(r"\{\{p\s+include_docx_template\((.*)\)\s*\}\}$", re.DOTALL)
_QUOTED = re.compile(r"(['\"])([^'\"]+)\1")
_SETTING = re.compile(r"(\w+)\s*=\s*([^=].*)", re.DOTALL)


def find_beside(template: Path, name: str) -> Path | None:
    """Return the part called `name` in the folder of `template`, or None.

    Raises `TemplateFault` for a name that leads out of that folder: a template can come from anybody.
    """
    folder = template.parent.resolve()
    part = (folder / name).resolve()
    if not part.is_relative_to(folder):
        raise TemplateFault(
            f"It includes the part {name}, which is outside its folder.", where=Where(template.name)
        )
    return template.parent / name if part.is_file() else None


def names_a_part(xml: bytes) -> bool:
    """Whether the main part of a template names another to be put in."""
    # Word may have split the name over several runs.
    return FUNCTION.encode() in re.sub(rb"<[^>]+>", b"", xml)


def splice(path: Path, content: bytes, find: Finder) -> tuple[dict[str, Path], bytes]:
    """Return the parts that were put in, by name, and the DOCX that holds them all."""
    # Only templates with parts pay for python-docx and docxcompose.
    from docxcompose.composer import Composer

    document = _opened(content, path.name)
    used: dict[str, Path] = {}
    for _ in range(DEEPEST):
        calls = [paragraph for paragraph in document.paragraphs if FUNCTION in paragraph.text]
        if not calls:
            break
        used |= dict(_put(document, Composer(document), paragraph, path, find) for paragraph in calls)
    else:
        message = f"Its parts include one another more than {DEEPEST} deep."
        raise TemplateFault(message, where=Where(path.name))
    out = io.BytesIO()
    document.save(out)
    if names_a_part(read_package(out.getvalue(), path.name)[MAIN].content):
        message = "It includes a part in a table, a text box or a content control."
        raise TemplateFault(message, "Put it between paragraphs of the text.", Where(path.name))
    return used, out.getvalue()


def _put(
    document: Document, composer: object, paragraph: Paragraph, path: Path, find: Finder
) -> tuple[str, Path]:
    name, settings = _read_call(paragraph.text.strip(), path)
    part = find(path, name)
    if part is None:
        raise TemplateFault(f"It includes the part {name}, which is not there.", where=Where(path.name))
    body = document.element.body
    subdocument = _opened(part.read_bytes(), name)
    for each in (body, subdocument.element.body):
        # The format of the last section may be left out; the composer counts on it.
        each.get_or_add_sectPr()
    for variable, value in settings.items():
        paragraph.insert_paragraph_before(f"{{%p set {variable} = {value} %}}")
    composer.insert(body.index(paragraph._p), subdocument)  # type: ignore[attr-defined]
    body.remove(paragraph._p)
    return name, part


def _opened(content: bytes, name: str) -> Document:
    """Return a Word file as python-docx has it; raises `TemplateFault` for one that it cannot open."""
    import docx

    check_container(content, name)
    try:
        return docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, XMLSyntaxError) as fault:
        raise TemplateFault("It is damaged.", "Save it anew in Word.", Where(name)) from fault


def _read_call(words: str, path: Path) -> tuple[str, dict[str, str]]:
    """Return the part's name and the Jinja expressions that are set for it, by variable."""
    call = _CALL.match(words)
    try:
        name, *given = _arguments(call.group(1)) if call else [""]
    except TemplateSyntaxError as fault:
        raise TemplateFault(f"{fault.message} in “{words}”.", where=Where(path.name)) from fault
    settings = [_SETTING.fullmatch(argument.strip()) for argument in given]
    quoted = _QUOTED.fullmatch(name.strip())
    if quoted is None or not all(settings):
        raise TemplateFault(
            f"“{words}” must stand alone in its paragraph and name its part in quotes.",
            "For example: {{p include_docx_template('caption.docx') }}",
            Where(path.name),
        )
    return quoted.group(2), {setting.group(1): setting.group(2) for setting in settings if setting}


def _arguments(source: str) -> list[str]:
    """Return what stands between the commas of a call, as it is written."""
    arguments, depth = [""], 0
    for _line, kind, piece in Environment(autoescape=True).lex("{{" + source + "}}"):
        if kind.startswith("variable_"):
            continue
        if kind == "operator" and piece == "," and depth == 0:
            arguments.append("")
            continue
        if kind == "operator":
            depth += (piece in "([{") - (piece in ")]}")
        arguments[-1] += piece
    return arguments
