"""Marks a paper as a draft on every page, so that it cannot be taken for the one that is filed.

The mark stands in the header of every section: a boxed line above the text, and
one word across the page behind it.
"""

from __future__ import annotations

import posixpath
import re
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.errors import TemplateFault
from unbarred.documents.word.package import CONTENT_TYPES, Part, parsed, read_package, write_package
from unbarred.documents.word.wordml import BODY, MAIN, SECTION, UTF8, R, W, w
from unbarred.errors import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORD = "DRAFT"
LINE = f"{WORD}: NOT FOR FILING"
_RELATIONS = "word/_rels/document.xml.rels"
_SETTINGS = "word/settings.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}"/>'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="12" w:space="3" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right")
)
# Word's own shape for words across a page, as its command for watermarks draws it.
_ACROSS = f"""
<w:pict {_VML}><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>
<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>
 <o:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype><v:shape id="unbarredDraft{{number}}" type="#_x0000_t136" style="position:absolute;width:400pt;
height:130pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;
mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d0d0d0" stroked="f">
<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="{WORD}"/></v:shape></w:pict>
""".replace("\n", "")
_MARK = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:pBdr>{_BORDERS}</w:pBdr><w:spacing w:before="0" w:after="120"/>'
    f'<w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>{LINE}</w:t></w:r>'
    f"<w:r>{_ACROSS}</w:r></w:p>"
)


def as_draft(content: bytes, name: str) -> bytes:
    """Return the Word file `content` with the mark on every page; `name` is said if it is none."""
    parts = read_package(content, name)
    document = parsed(parts[MAIN].content, MAIN, name)
    body = document.find(BODY)
    if body is None:
        raise TemplateFault("It has no text.", where=Where(name))
    # A paper needs neither; most have both.
    relations = etree.fromstring(parts[_RELATIONS].content if _RELATIONS in parts else _NO_RELATIONS)
    if next(document.iter(SECTION), None) is None:
        body.append(document.makeelement(SECTION))
    targets = {each.get("Id"): each.get("Target") for each in relations}
    headers = _own_headers(document, targets)
    sections = list(document.iter(SECTION))
    for kind in _kinds(sections, parts):
        if not any(_reference(section, kind) is not None for section in sections[:1]):
            # Later sections have the header of the one before them unless they name their own.
            headers.append(_add_header(parts, relations, sections[0], kind))
    for number, header in enumerate(dict.fromkeys(headers), start=1):
        root = etree.fromstring(parts[header].content)
        root.insert(0, etree.fromstring(_MARK.format(number=number)))
        parts[header] = _part(root)
    parts[MAIN], parts[_RELATIONS] = _part(document), _part(relations)
    return write_package(parts)


def _own_headers(document: Element, targets: dict[str, str]) -> list[str]:
    """Return the names of the parts that sections of `document` have as headers, in order."""
    references = document.iter(w("headerReference"))
    named = [targets[reference.get(f"{{{R}}}id")] for reference in references]
    return [posixpath.normpath(posixpath.join("/word", each)).lstrip("/") for each in named]


def _kinds(sections: list[Element], parts: dict[str, Part]) -> list[str]:
    """Return the kinds of headers that pages of the paper have."""
    kinds = ["default"]
    if any(section.find(w("titlePg")) is not None for section in sections):
        kinds.append("first")
    settings = parts.get(_SETTINGS)
    if settings is not None and re.search(rb"<w:evenAndOddHeaders(?! w:val=\"(0|false)\")", settings.content):
        kinds.append("even")
    return kinds


def _reference(section: Element, kind: str) -> Element | None:
    return next((each for each in section.findall(w("headerReference")) if each.get(w("type")) == kind), None)


def _add_header(parts: dict[str, Part], relations: Element, section: Element, kind: str) -> str:
    """Add an empty header of `kind` to `section`; return the name of its part."""
    free = next(number for number in count(1) if f"word/header{number}.xml" not in parts)
    identifier, name = f"unbarredDraft{kind.title()}", f"header{free}.xml"
    parts[f"word/{name}"] = Part.of(f'{UTF8}<w:hdr xmlns:w="{W}"><w:p/></w:hdr>'.encode())
    relations.append(
        relations.makeelement(
            f"{{{_PACKAGE}}}Relationship", {"Id": identifier, "Type": f"{_OFFICE}/header", "Target": name}
        )
    )
    reference = section.makeelement(w("headerReference"), {w("type"): kind, f"{{{R}}}id": identifier})
    section.insert(0, reference)
    types = etree.fromstring(parts[CONTENT_TYPES].content)
    own = {"PartName": f"/word/{name}", "ContentType": _KIND}
    types.append(types.makeelement(f"{types.tag.rpartition('}')[0]}}}Override", own))
    parts[CONTENT_TYPES] = _part(types)
    return f"word/{name}"


def _part(root: Element) -> Part:
    return Part.of((UTF8 + etree.tostring(root, encoding="unicode")).encode())
