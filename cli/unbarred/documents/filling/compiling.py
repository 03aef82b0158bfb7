"""Turns a DOCX template into code that fills it, once for each content.

Nearly all the time of filling a document goes into what does not depend on
the answers: unzipping, gathering tags, compiling Jinja. It is done once in a
process for each content of the file, and kept. Nothing of an answer is kept.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, meta
from lxml import etree

from unbarred import content
from unbarred.documents.errors import TemplateFault
from unbarred.documents.filling.breaking import prepare_tables
from unbarred.documents.filling.environment import filling_environment, strict_environment
from unbarred.documents.filling.marks import ANSWER, ANSWER_END, TAG, VANISHES
from unbarred.documents.filling.printing import Printer
from unbarred.documents.filling.skeleton import Skeleton
from unbarred.documents.filling.splicing import Finder, find_beside, names_a_part, splice
from unbarred.documents.filling.structure import needs_mending
from unbarred.documents.filling.tags import TagLifter
from unbarred.documents.filling.vanishing import mark_vanishing
from unbarred.documents.word.package import Part, parsed, read_package
from unbarred.documents.word.wordml import MAIN, NAMESPACES, W14, W, w
from unbarred.errors import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DYNAMIC = re.compile(
    r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$|docProps/(core|app|custom)\.xml$"
)
# Made anew by Word at every save; they only split texts and tell when they were written.
_NOISE = (w("proofErr"), w("lastRenderedPageBreak"))
_OLDER_SHAPES = "//mc:AlternateContent[.//w:txbxContent]/mc:Fallback"
_OPENED = re.compile(r"\{[{%#]")
_TAGS = re.compile(rb"\{[{%#]")
_BRACE_AS_NUMBER = re.compile(rb"&#(?:123|x7[bB]);")
# In the address of a link Word writes braces as numbers.
_TAGS_IN_LINKS = re.compile(rb"\{[{%#]|%7[bB](?:%7[bB]|%25|%23)")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKUP = re.compile(rb"<[^>]+>")


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be filled: its skeletons, and the parts that never change."""

    name: str
    digest: str
    """SHA-256 of the template's file, in hexadecimal."""
    skeletons: tuple[Skeleton, ...]
    still: dict[str, Part]
    spliced: tuple[tuple[str, Path, str], ...]
    """The parts put in: name, file, and the digest of what it held then."""

    def names(self, environment: Environment | None = None) -> frozenset[str]:
        """Return the variables that the template asks for."""
        filling = filling_environment(environment or strict_environment(), Printer())
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
        digest = content.digest(path)
        # Two threads may both compile; what they get is the same.
        kept = _compiled.get((path.name, digest))
        if kept and all(_is_same(find(path, name), part, then) for name, part, then in kept.spliced):
            return kept
        held = path.read_bytes()
    except OSError as fault:
        message = f"The template cannot be read: {fault.strerror}."
        raise TemplateFault(message, where=Where(str(path))) from fault
    compiled = _compiled[path.name, _digest(held)] = _compile(path, held, find)
    return compiled


def _compile(path: Path, held: bytes, find: Finder) -> CompiledTemplate:
    parts = read_package(held, path.name)
    _check_kind(parts, path.name)
    spliced_in: dict[str, Path] = {}
    if names_a_part(parts[MAIN].content):
        spliced_in, whole = splice(path, held, find)
        parts = read_package(whole, path.name)
    skeletons, still = [], {}
    for name, part in parts.items():
        if _holds_tags(name, part):
            if not DYNAMIC.match(name):
                message = f"A tag stands in {name}, where none is filled."
                hint = "Put it in the text, a header, a footer, a note or the title."
                raise TemplateFault(message, hint, Where(path.name))
            skeletons.append(_skeleton(part.content, name, path.name))
        else:
            # A part without tags says the same for everyone.
            still[name] = part
            if DYNAMIC.match(name):
                parsed(part.content, name, path.name)
    # The document first, so that its blanks have the first numbers.
    skeletons.sort(key=lambda skeleton: (skeleton.name != MAIN, skeleton.name))
    digests = tuple((name, part, _digest(part.read_bytes())) for name, part in spliced_in.items())
    return CompiledTemplate(path.name, _digest(held), tuple(skeletons), still, digests)


def _holds_tags(name: str, part: Part) -> bool:
    if name.endswith(".rels"):
        return _TAGS_IN_LINKS.search(part.content) is not None
    xml = part.content if name.endswith(".xml") else b""
    if DYNAMIC.match(name) and _BRACE_AS_NUMBER.search(xml):
        return True
    # Word may have split a tag over several runs.
    return bool(_TAGS.search(xml) or _TAGS.search(_MARKUP.sub(b"", xml)))


def _check_kind(parts: dict[str, Part], name: str) -> None:
    """Raise `TemplateFault` for a file of Word's in which no tag would be found, and so none filled."""
    filled = [part.content for key, part in parts.items() if DYNAMIC.match(key)]
    if _STRICT in parts[MAIN].content or any(xml.startswith(_UTF_16) for xml in filled):
        message = "This is a rare kind of Word document (Strict Open XML, or not in UTF-8)."
        hint = "In Word, choose File > Save As, and there “Word Document (*.docx)”."
        raise TemplateFault(message, hint, Where(name))


def _skeleton(content: bytes, part: str, template: str) -> Skeleton:
    text = content.decode("utf-8", "replace")
    if any(mark in text for mark in (TAG, VANISHES, ANSWER, ANSWER_END)):
        raise TemplateFault("The template holds a character that is not one.", where=Where(template))
    root = parsed(content, part, template)
    _quieten(root)
    lifter = TagLifter(template, part)
    lifter.lift(root)
    repeats, vanish = prepare_tables(root), mark_vanishing(root, lifter.tags)
    xml = etree.tostring(root, encoding="unicode")
    if _OPENED.search(xml):
        lifter.refuse_halves(root)
    return Skeleton.of(
        part,
        xml,
        lifter.tags,
        needs_mending=needs_mending(root),
        repeats_rows=repeats,
        may_vanish=vanish,
    )


def _quieten(root: Element) -> None:
    """Take out what Word leaves behind for itself, and ids that a loop would repeat."""
    etree.strip_elements(root, *_NOISE, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for element in root.iter(etree.Element):
        for key in element.attrib:
            if key.startswith((f"{{{W14}}}paraId", f"{{{W14}}}textId", f"{{{W}}}rsid")):
                del element.attrib[key]
    for bookmark in root.xpath("//w:bookmarkStart[@w:name='_GoBack']", namespaces=NAMESPACES):
        bookmark.getparent().remove(bookmark)
    # The same text box again, for the Word of 2007: its answers would be printed, and counted, twice.
    for older in root.xpath(_OLDER_SHAPES, namespaces=NAMESPACES):
        older.getparent().remove(older)


def _is_same(found: Path | None, part: Path, digest: str) -> bool:
    return found == part and content.digest(part) == digest


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
