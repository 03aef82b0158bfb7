"""Turns a DOCX template into code that fills it, once for each content.

Nearly all the time of filling a document goes into what does not depend on
the answers: unzipping, gathering tags, compiling Jinja. It is done once in a
process for each content of the file, and kept. Nothing of an answer is kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from jinja2 import Environment, Template, TemplateSyntaxError, meta, nodes
from lxml import etree

from unbarred.documents.errors import TemplateFault
from unbarred.documents.filling.environment import filling_environment, parse, strict_environment
from unbarred.documents.filling.marks import ANSWER, ANSWER_END, TAG, TAG_PLACE
from unbarred.documents.filling.splicing import Finder, find_beside, splice
from unbarred.documents.filling.tags import TagLifter
from unbarred.documents.word.opening import check_container
from unbarred.documents.word.package import Part, read_package
from unbarred.documents.word.wordml import NAMESPACES, W14, W, w
from unbarred.errors import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DYNAMIC = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$|docProps/core\.xml$")
MAIN = "word/document.xml"
# Made anew by Word at every save; they only split texts and tell when they were written.
_NOISE = (w("proofErr"), w("lastRenderedPageBreak"))
_LINE_START = re.compile(r"<w:p(?=[ >])|(?<=</w:p>)(?=\{)|(?<=</w:tr>)(?=\{)|(?<=<w:body>)(?=\{)")


@dataclass
class Skeleton:
    """One part of a template as Jinja source: its own XML with the tags in it."""

    name: str
    source: str
    codes: dict[object, CodeType] = field(default_factory=dict)

    def template(self, environment: Environment, template: str) -> Template:
        """Return the compiled part for `environment`, which must be a filling environment."""
        # Engines make an environment for every document; what the code depends on is its kind.
        kind = (type(environment), *environment.extensions, *environment.filters, *environment.tests)
        code = self.codes.get(kind)
        if code is None:
            with self._faults_named(template):
                code = environment.compile(parse(environment, self.source, template), template, template)
            self.codes[kind] = code
        return Template.from_code(environment, code, environment.make_globals(None))

    def tree(self, environment: Environment, template: str) -> nodes.Template:
        """Return the part's syntax tree; raises `TemplateFault` where the Jinja is wrong."""
        with self._faults_named(template):
            return parse(environment, self.source, template)

    @contextmanager
    def _faults_named(self, template: str) -> Iterator[None]:
        try:
            yield
        except TemplateSyntaxError as fault:
            message = f"{fault.message} in the paragraph “{self.paragraph(fault.lineno)}”."
            raise TemplateFault(message, where=Where(template)) from fault

    def paragraph(self, line: int) -> str:
        """Return the text of the paragraph that a line of the source belongs to."""
        lines = self.source.splitlines()
        return unescape(re.sub(r"<[^>]+>", "", lines[min(line, len(lines)) - 1])).strip()


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be filled: its skeletons, and the parts that never change."""

    name: str
    skeletons: tuple[Skeleton, ...]
    still: dict[str, Part]
    spliced: tuple[tuple[str, Path, str], ...]
    """The parts put in: name, file, and the digest of what it held then."""

    def names(self, environment: Environment | None = None) -> frozenset[str]:
        """Return the variables that the template asks for."""
        filling = filling_environment(environment or strict_environment())
        found: set[str] = set()
        for skeleton in self.skeletons:
            found |= meta.find_undeclared_variables(skeleton.tree(filling, self.name))
        return frozenset(found)


_compiled: dict[tuple[str, str], CompiledTemplate] = {}


def compile_template(path: Path, find: Finder = find_beside) -> CompiledTemplate:
    """Return the template at `path`, compiled; raises `TemplateFault` when it cannot be used.

    `find` says where a part is that the template names with
    `include_docx_template('part.docx')`.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        message = f"The template cannot be read: {fault.strerror}."
        raise TemplateFault(message, where=Where(str(path))) from fault
    key = (path.name, _digest(content))
    kept = _compiled.get(key)
    if kept and all(_is_same(find(path, name), part, digest) for name, part, digest in kept.spliced):
        return kept
    compiled = _compiled[key] = _compile(path, content, find)
    return compiled


def _compile(path: Path, content: bytes, find: Finder) -> CompiledTemplate:
    check_container(content, path.name)
    spliced_in, content = splice(path, content, find)
    skeletons, still = [], {}
    for name, part in read_package(content, path.name).items():
        if DYNAMIC.match(name):
            skeleton = _skeleton(part.content, name, path.name)
            # A part without tags says the same for everyone.
            if name == MAIN or "{{" in skeleton.source or "{%" in skeleton.source:
                skeletons.append(skeleton)
                continue
        still[name] = part
    # The document first, so that its blanks have the first numbers.
    skeletons.sort(key=lambda skeleton: (skeleton.name != MAIN, skeleton.name))
    digests = tuple((name, part, _digest(part.read_bytes())) for name, part in spliced_in.items())
    return CompiledTemplate(path.name, tuple(skeletons), still, digests)


def _skeleton(content: bytes, part: str, template: str) -> Skeleton:
    text = content.decode("utf-8", "replace")
    if any(mark in text for mark in (TAG, ANSWER, ANSWER_END)):
        raise TemplateFault("The template holds a character that is not one.", where=Where(template))
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError as fault:
        raise TemplateFault(f"{part} is damaged: {fault.msg}.", where=Where(template)) from fault
    _quieten(root)
    lifter = TagLifter(template)
    lifter.lift(root)
    source = etree.tostring(root, encoding="unicode")
    source = TAG_PLACE.sub(lambda place: lifter.tags[int(place.group(1))], source)
    # One paragraph a line: a line number in Jinja's words is a paragraph in the lawyer's.
    source = _LINE_START.sub(r"\n\g<0>", source.replace("\n", " "))
    return Skeleton(part, source)


def _quieten(root: Element) -> None:
    """Take out what Word leaves behind for itself, and ids that a loop would repeat."""
    etree.strip_elements(root, *_NOISE, with_tail=False)
    for element in root.iter(etree.Element):
        for key in element.attrib:
            if key.startswith((f"{{{W14}}}paraId", f"{{{W14}}}textId", f"{{{W}}}rsid")):
                del element.attrib[key]
    for bookmark in root.xpath("//w:bookmarkStart[@w:name='_GoBack']", namespaces=NAMESPACES):
        bookmark.getparent().remove(bookmark)


def _is_same(found: Path | None, part: Path, digest: str) -> bool:
    return found == part and _digest(part.read_bytes()) == digest


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
