"""Fills a template. A document is right or it is an error.

Every answer is escaped whatever it contains, a variable without a value is an
error that names it, the result is parsed without recovery, and the same
answers give the same bytes. Nothing is written to disk on the way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from xml.parsers import expat

from jinja2 import Environment, UndefinedError
from lxml import etree

from unbarred.documents.errors import TemplateFault, UndefinedAnswer
from unbarred.documents.filling.blanks import Blank
from unbarred.documents.filling.breaking import keep_last_rows
from unbarred.documents.filling.compiling import CompiledTemplate, compile_template
from unbarred.documents.filling.customs import Customs
from unbarred.documents.filling.lending import Filling, lent
from unbarred.documents.filling.mending import foreign_element, mend
from unbarred.documents.filling.notes import NOTES_PARTS, without_lost_notes
from unbarred.documents.filling.settling import settle
from unbarred.documents.filling.skeleton import Skeleton
from unbarred.documents.filling.splicing import Finder, find_beside
from unbarred.documents.filling.tags import Tag
from unbarred.documents.filling.vanishing import without_vanished
from unbarred.documents.word.package import QUICKLY, Part, write_package
from unbarred.documents.word.reading import text_of_parts
from unbarred.documents.word.wordml import MAIN, UTF8
from unbarred.errors import Where

_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)
_TAG = re.compile(r"\{[{%].*?[%}]\}")


@dataclass(frozen=True)
class Rendered:
    """A filled document: its bytes, and the ruled lines in it, in order of their numbers."""

    content: bytes
    blanks: tuple[Blank, ...]

    @property
    def text(self) -> str:
        """What the document says, a line for each paragraph."""
        return text_of_parts(self.content)


def render(
    template: Path,
    context: Mapping[str, object],
    *,
    environment: Environment | None = None,
    find_part: Finder = find_beside,
    customs: Customs | None = None,
) -> Rendered:
    """Fill `template` with the variables in `context`.

    `environment` brings filters, globals and the undefined class; by default a
    variable without a value is an error. A value that is None or empty becomes
    a ruled line; one that knows its own XML (`__html__`) is printed as it is.
    `customs` write days, money, numbers and lists as a place does.

    Raises `UndefinedAnswer` for a variable without a value, its `__cause__`
    the exception of the environment's undefined class, and `TemplateFault`
    for a template that cannot be filled. What the context's own objects raise
    passes through, with a note of where.
    """
    compiled = compile_template(template, find_part)
    with lent(environment, customs) as filling:
        return _rendered(compiled, context, filling)


def _rendered(compiled: CompiledTemplate, context: Mapping[str, object], filling: Filling) -> Rendered:
    variables = {**filling.environment.globals, **context}
    parts = dict(compiled.still)
    blanks: list[Blank] = []
    body = ""
    for skeleton in compiled.skeletons:
        printer = filling.printer.begin()
        source = _fill(skeleton, compiled.name, filling, variables)
        source = _kept(source, skeleton, body)
        body = source if skeleton.name == MAIN else body
        needs_mending = skeleton.needs_mending or printer.has_printed_xml
        if printer.needs_layout or needs_mending:
            mends = needs_mending or skeleton.has_numbers
            source = _laid_out(source, compiled.name, blanks, may_be_foreign=needs_mending, mends=mends)
        else:
            _check(source, compiled.name)
        if skeleton.repeats_rows:
            source = keep_last_rows(source)
        parts[skeleton.name] = Part.of((UTF8 + source).encode(), QUICKLY)
    return Rendered(write_package(parts), tuple(blanks))


def _fill(skeleton: Skeleton, name: str, filling: Filling, variables: dict[str, object]) -> str:
    template = filling.template(skeleton, name)
    try:
        # The globals are among them already.
        return "".join(template.root_render_func(template.new_context(variables, shared=True)))
    except UndefinedError as fault:
        tag = _tag(skeleton, fault.__traceback__)
        variable = _variable(fault, tag.words)
        known = variables.keys() - filling.environment.globals.keys()
        raise UndefinedAnswer(variable, name, tag.words, tag.place, known) from fault
    except Exception as fault:
        tag = _tag(skeleton, fault.__traceback__)
        fault.add_note(f"{name}: in the paragraph “{tag.words}” in {tag.place}")
        raise


def _kept(source: str, skeleton: Skeleton, body: str) -> str:
    """Return a filled part without what its conditions leave no words or reader; `body` is the text's."""
    if skeleton.may_vanish:
        source = without_vanished(source)
    return without_lost_notes(source, body) if body and skeleton.name in NOTES_PARTS else source


def _laid_out(source: str, name: str, blanks: list[Blank], *, may_be_foreign: bool, mends: bool) -> str:
    """Return the XML with its answers laid out; their ruled lines are added to `blanks`."""
    try:
        root = etree.fromstring(source.encode(), _PARSER)
    except etree.XMLSyntaxError as fault:
        raise _not_whole(name, fault.msg or "") from fault
    if may_be_foreign:
        foreign = foreign_element(root, source)
        if foreign:
            raise TemplateFault(f"A filter printed <{foreign}>, which Word does not know.", where=Where(name))
    settle(root, name, blanks, source)
    if mends:
        mend(root, source)
    return str(etree.tostring(root, encoding="unicode"))


def _check(source: str, name: str) -> None:
    """Raise `TemplateFault` unless `source` is whole; where nothing is laid out, reading it is enough."""
    try:
        expat.ParserCreate().Parse(source, True)
    except expat.ExpatError as fault:
        raise _not_whole(name, str(fault)) from fault


def _not_whole(name: str, why: str) -> TemplateFault:
    hint = "An if or a for may begin inside one paragraph or table and end in another."
    return TemplateFault(f"The filled document is not whole: {why}.", hint, Where(name))


def _tag(skeleton: Skeleton, trace: TracebackType | None) -> Tag:
    """Return the tag, or one of the same paragraph, at which the template failed."""
    line = 1
    while trace is not None:
        # Jinja's compiled code knows which line of the template each of its own lines is.
        compiled = trace.tb_frame.f_globals.get("__jinja_template__")
        if compiled is not None:
            line = compiled.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return skeleton.tag(line)


def _variable(fault: UndefinedError, paragraph: str) -> str:
    """Return what has no value, as the template writes it."""
    message = fault.message or "A variable"
    item = re.search(r"has no element (-?\d+)$", message)
    named = [item.group(1)] if item else re.findall(r"'([^']*)'", message)
    if not named:
        return message
    last = re.escape(named[-1])
    step = r"[A-Za-z_]\w*(?:\(\)|\[[^\]]+\])*"
    written_as = rf"{step}\[{last}\]" if item else rf"(?:{last}|{step}\[['\"]{last}['\"]\])"
    path = re.compile(rf"(?<![\w.])(?:{step}\.)*{written_as}(?!\w)")
    for tag in _TAG.findall(paragraph):
        written = path.search(tag)
        if written:
            return written.group()
    return f"item {named[-1]}" if item else str(named[-1])
