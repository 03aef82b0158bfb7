"""Lifts Jinja's tags out of a part's XML, wherever Word has scattered them.

Word splits `{{ petitioner.name }}` over as many runs as it likes. Each tag is
gathered into the run it starts in and replaced by a numbered place, so that
what is left is plain XML with all of the template's own words. Tags that
stand for a whole paragraph, row, cell or run (`{%p … %}`, `{%tr … %}`,
`{%tc … %}`, `{%r … %}`, as python-docx-template has them) take the place of it.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from unbarred.documents.errors import TemplateFault
from unbarred.documents.filling import grammar
from unbarred.documents.filling.marks import TAG, TAG_END, TAG_PLACE
from unbarred.documents.filling.places import Place, paragraph_of, place_of
from unbarred.documents.filling.printing import Spot
from unbarred.documents.filling.promoting import promoted
from unbarred.documents.filling.quotes import straightened
from unbarred.documents.filling.structure import MORE_THAN_WORDS, shows_more_than_words
from unbarred.documents.word.wordml import (
    CELL,
    PARAGRAPH,
    ROW,
    RUN,
    RUN_FORMAT,
    SECTION,
    TEXT,
    ancestor,
    keep_spaces,
    text_of,
    texts,
    w,
)
from unbarred.errors import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ELEMENTS = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_OPENED = "contains(., '{{') or contains(., '{%') or contains(., '{#')"
# Fields, drawings and properties hold text too, but no paragraphs.
_HOLDERS = frozenset(
    """instrText delText t posOffset title subject creator description keywords category contentStatus
    lastModifiedBy Company Manager lpwstr lpstr""".split()
)


@dataclass(frozen=True)
class Tag:
    """One tag: its Jinja, what it prints into, where it stands, and the paragraph's text around it."""

    source: str
    spot: Spot
    place: Place
    words: str

    @property
    def prints(self) -> bool:
        """Whether it prints a value; others decide, repeat or say nothing."""
        return self.source.startswith("{{")


class TagLifter:
    """Lifts the tags of one part of the template `name`; `tags` are what it found, by number."""

    def __init__(self, name: str, part: str) -> None:
        self.name = name
        self.part = part
        self.tags: list[Tag] = []

    def lift(self, root: Element) -> None:
        """Replace every tag below `root` by its numbered place.

        Raises `TemplateFault` for a tag that is not closed in its paragraph, for
        one where nothing can be printed, and for words beside a tag that stands
        for the whole paragraph or row: they would never be printed.
        """
        for paragraph in list(root.iter(PARAGRAPH)):
            self._gather(paragraph)
        self._lift_elsewhere(root)
        self.tags = [
            replace(tag, source=source)
            for tag, source in zip(self.tags, promoted(root, self.tags), strict=True)
        ]
        for text in list(root.iter(TEXT)):
            if text.text and TAG in text.text:
                keep_spaces(text)
                self._place(text)

    def _gather(self, paragraph: Element) -> None:
        pieces = list(texts(paragraph))
        whole = "".join(piece.text or "" for piece in pieces)
        if "{" not in whole and "}" not in whole:
            return
        place = place_of(paragraph, self.part)
        if grammar.HALF.search(grammar.TAG.sub("", whole)):
            raise self._fault(
                "A Jinja tag is opened or closed, but not both, in this paragraph", whole, place
            )
        starts, position = [], 0
        for piece in pieces:
            starts.append(position)
            position += len(piece.text or "")
        found = list(grammar.TAG.finditer(whole))
        first = len(self.tags)
        self.tags += [Tag(straightened(tag.group()), Spot.TEXT, place, whole.strip()) for tag in found]
        # From the end, so that what is still to be done keeps its places.
        for number, tag in reversed(list(enumerate(found, start=first))):
            for piece, start in zip(pieces, starts, strict=True):
                text = piece.text or ""
                low, high = max(tag.start() - start, 0), min(tag.end() - start, len(text))
                if low < high:
                    own = f"{TAG}{number}{TAG_END}" if start <= tag.start() else ""
                    piece.text = text[:low] + own + text[high:]

    def _lift_elsewhere(self, root: Element) -> None:
        """Lift what stands in attributes, in the codes of fields, and in properties."""
        for element in root.xpath(f"//*[@*[{_OPENED}]]"):
            for key, value in element.attrib.items():
                element.set(key, self._lifted(value, element))
        for words in root.xpath(f"//text()[{_OPENED}]"):
            holder = words.getparent()
            if words.is_tail or holder.tag.rpartition("}")[2] not in _HOLDERS:
                place = place_of(holder, self.part)
                raise self._fault("A tag stands where no text can stand", words, place)
            holder.text = self._lifted(words, holder)

    def refuse_halves(self, root: Element) -> None:
        """Raise `TemplateFault` for a tag that is not closed: it would take what follows for its own."""
        for words in root.xpath(f"//text()[{_OPENED}] | //@*[{_OPENED}]"):
            place = place_of(words.getparent(), self.part)
            raise self._fault("A Jinja tag is opened, but not closed where it stands", words, place)

    def _lifted(self, words: str, holder: Element) -> str:
        def lift(tag: re.Match[str]) -> str:
            place = place_of(holder, self.part)
            self.tags.append(Tag(straightened(tag.group()), Spot.WORDS, place, words.strip()))
            return f"{TAG}{len(self.tags) - 1}{TAG_END}"

        return grammar.TAG.sub(lift, words)

    def _place(self, text: Element) -> None:
        for place in TAG_PLACE.finditer(text.text or ""):
            number = int(place.group(1))
            tag = self.tags[number]
            whole = grammar.WHOLE.match(tag.source)
            if whole:
                source = whole["opening"] + tag.source[whole.end() - 1 :]
                self.tags[number] = replace(tag, source=source, spot=Spot.XML)
                if whole["kind"] == "r":
                    self._become_run(text, place.group())
                else:
                    self._become(text, number, _ELEMENTS[whole["kind"]])
                return
            form = grammar.CELL_FORMAT.match(tag.source)
            if form:
                spot = Spot.SPAN if form["kind"] == "colspan" else Spot.SHADE
                self.tags[number] = replace(tag, source=f"{{{{ {form['value']} }}}}", spot=spot)
                self._format_cell(text, number, form["kind"])
        if text.getparent().tag != RUN or paragraph_of(text) is None:
            raise self._fault("It prints outside a paragraph", text.text or "", place_of(text, self.part))

    def _become(self, text: Element, number: int, name: str) -> None:
        """Put the places of all tags in the element `name` around `text` instead of it."""
        element, tag = ancestor(text, name), self.tags[number]
        if element is None:
            raise self._fault("This tag is for a table, but stands outside one", tag.words, tag.place)
        words = "".join(text_of(paragraph) for paragraph in _paragraphs(element))
        own = f"{TAG}{number}{TAG_END}"
        if TAG_PLACE.sub(self._printed, words.replace(own, "")).strip():
            raise self._fault(
                "Words beside a tag that stands for the whole are never printed", words, tag.place
            )
        if shows_more_than_words(element):
            raise self._fault(f"{MORE_THAN_WORDS} beside a tag that stands for the whole", words, tag.place)
        if element.find(f".//{SECTION}") is not None:
            raise self._fault("This paragraph ends a section; a tag cannot stand for it", words, tag.place)
        places = TAG_PLACE.findall(words)
        for each in map(int, places):
            source = grammar.WHOLE.sub(r"\g<opening> ", self.tags[each].source)
            self.tags[each] = replace(self.tags[each], source=source, spot=Spot.XML)
        _replace(element, "".join(f"{TAG}{each}{TAG_END}" for each in places))
        for paragraph in _paragraphs(element):
            for other in texts(paragraph):
                other.text = ""

    def _printed(self, place: re.Match[str]) -> str:
        """Return the tag at `place` if it prints something into the text it stands in, else nothing."""
        tag = self.tags[int(place.group(1))]
        return tag.source if tag.prints and not grammar.WHOLE.match(tag.source) else ""

    def _become_run(self, text: Element, place: str) -> None:
        """Split the run of `text` at `place`, and let the place stand between."""
        run = text.getparent()
        before, _, after = (text.text or "").partition(place)
        rest = copy.deepcopy(run)
        rest_text = list(rest.iter(TEXT))[list(run.iter(TEXT)).index(text)]
        for later in list(text.itersiblings()):
            run.remove(later)
        for earlier in list(rest_text.itersiblings(preceding=True)):
            if earlier.tag != RUN_FORMAT:
                rest.remove(earlier)
        text.text, rest_text.text = before, after
        run.addnext(rest)
        run.tail = place
        if TAG in after:
            self._place(rest_text)

    def _format_cell(self, text: Element, number: int, kind: str) -> None:
        cell, tag, place = ancestor(text, CELL), self.tags[number], f"{TAG}{number}{TAG_END}"
        if cell is None:
            raise self._fault("This tag is for a table cell, but stands outside one", tag.words, tag.place)
        text.text = (text.text or "").replace(place, "")
        form = cell.find(w("tcPr"))
        if form is None:
            form = cell.makeelement(w("tcPr"))
            cell.insert(0, form)
        name = w("gridSpan") if kind == "colspan" else w("shd")
        for old in form.findall(name):
            form.remove(old)
        shade = {w("val"): "clear", w("color"): "auto", w("fill"): place}
        values = {w("val"): place} if kind == "colspan" else shade
        form.insert(_cell_format_place(form, name), form.makeelement(name, values))

    def _fault(self, message: str, words: str, place: Place) -> TemplateFault:
        shown = TAG_PLACE.sub(lambda number: self.tags[int(number.group(1))].source, words)
        return TemplateFault(f"{message}: “{shown.strip()}”, in {place}.", where=Where(self.name))


def _paragraphs(element: Element) -> list[Element]:
    return [element] if element.tag == PARAGRAPH else list(element.iter(PARAGRAPH))


def _replace(element: Element, words: str) -> None:
    """Put `words` where `element` was."""
    words += element.tail or ""
    before, parent = element.getprevious(), element.getparent()
    if before is None:
        parent.text = (parent.text or "") + words
    else:
        before.tail = (before.tail or "") + words
    parent.remove(element)


def _cell_format_place(form: Element, name: str) -> int:
    """Return where the schema wants `name` among a cell's properties."""
    order = [w(tag) for tag in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd")]
    before = order[: order.index(name)]
    return sum(1 for child in form if child.tag in before)
