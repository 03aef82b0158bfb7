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
from typing import TYPE_CHECKING

from unbarred.documents.errors import TemplateFault
from unbarred.documents.filling.marks import TAG, TAG_END, TAG_PLACE
from unbarred.documents.word.wordml import (
    CELL,
    PARAGRAPH,
    ROW,
    RUN_FORMAT,
    SECTION,
    ancestor,
    keep_spaces,
    text_of,
    texts,
    w,
)
from unbarred.errors import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF_A_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_WHOLE = re.compile(r"(\{[{%#])([-+]?)(p|tr|tc|r)\s")
_CELL_FORMAT = re.compile(r"\{%\s*(colspan|cellbg)\s+(.*?)\s*%\}$", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|[“”][^“”]*[“”]|[‘’][^‘’]*[‘’]")
_ELEMENTS = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}


class TagLifter:
    """Lifts the tags of one template; `tags` are their Jinja sources, by number."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tags: list[str] = []

    def lift(self, root: Element) -> None:
        """Replace every tag below `root` by its numbered place.

        Raises `TemplateFault` for a tag that is not closed in its paragraph, and
        for words beside a tag that stands for the whole paragraph or row: they
        would never be printed.
        """
        for paragraph in list(root.iter(PARAGRAPH)):
            self._gather(paragraph)
        self._lift_attributes(root)
        for text in list(root.iter(w("t"))):
            if text.text and TAG in text.text:
                keep_spaces(text)
                self._place(text)

    def _gather(self, paragraph: Element) -> None:
        pieces = list(texts(paragraph))
        whole = "".join(piece.text or "" for piece in pieces)
        if "{" not in whole and "}" not in whole:
            return
        if _HALF_A_TAG.search(_TAG.sub("", whole)):
            raise self._fault("A Jinja tag is opened or closed, but not both, in this paragraph", whole)
        starts, position = [], 0
        for piece in pieces:
            starts.append(position)
            position += len(piece.text or "")
        # From the end, so that what is still to be done keeps its places.
        for tag in reversed(list(_TAG.finditer(whole))):
            place = self._keep(tag.group())
            for piece, start in zip(pieces, starts, strict=True):
                text = piece.text or ""
                low, high = max(tag.start() - start, 0), min(tag.end() - start, len(text))
                if low < high:
                    own = place if start <= tag.start() else ""
                    piece.text = text[:low] + own + text[high:]

    def _lift_attributes(self, root: Element) -> None:
        for element in root.xpath("//*[@*[contains(., '{{') or contains(., '{%')]]"):
            for key, value in element.attrib.items():
                element.set(key, _TAG.sub(lambda tag: self._keep(tag.group()), value))

    def _keep(self, source: str) -> str:
        self.tags.append(_straighten(source))
        return f"{TAG}{len(self.tags) - 1}{TAG_END}"

    def _place(self, text: Element) -> None:
        for place in TAG_PLACE.finditer(text.text or ""):
            number = int(place.group(1))
            whole = _WHOLE.match(self.tags[number])
            if whole:
                self.tags[number] = whole.group(1) + whole.group(2) + self.tags[number][whole.end() - 1 :]
                if whole.group(3) == "r":
                    self._become_run(text, place.group())
                else:
                    self._become(text, place.group(), _ELEMENTS[whole.group(3)])
                return
            form = _CELL_FORMAT.match(self.tags[number])
            if form:
                self.tags[number] = f"{{{{ {form.group(2)} }}}}"
                self._format_cell(text, place.group(), form.group(1))

    def _become(self, text: Element, place: str, name: str) -> None:
        """Put the places of all tags in the element `name` around `text` instead of it."""
        element = ancestor(text, name)
        if element is None:
            raise self._fault("This tag is for a table, but stands outside one", text.text or "")
        words = "".join(text_of(paragraph) for paragraph in _paragraphs(element))
        if TAG_PLACE.sub(self._printed, words.replace(place, "")).strip():
            raise self._fault("Words beside a tag that stands for the whole are never printed", words)
        if element.find(f".//{SECTION}") is not None:
            raise self._fault("This paragraph ends a section; a tag cannot stand for it", words)
        places = TAG_PLACE.findall(words)
        for number in places:
            self.tags[int(number)] = _WHOLE.sub(r"\1\2 ", self.tags[int(number)])
        _replace(element, "".join(f"{TAG}{number}{TAG_END}" for number in places))
        for paragraph in _paragraphs(element):
            for other in texts(paragraph):
                other.text = ""

    def _printed(self, place: re.Match[str]) -> str:
        """Return the tag at `place` if it prints something into the text it stands in, else nothing."""
        tag = self.tags[int(place.group(1))]
        return tag if tag.startswith("{{") and not _WHOLE.match(tag) else ""

    def _become_run(self, text: Element, place: str) -> None:
        """Split the run of `text` at `place`, and let the place stand between."""
        run = text.getparent()
        before, _, after = (text.text or "").partition(place)
        rest = copy.deepcopy(run)
        rest_text = list(rest.iter(w("t")))[list(run.iter(w("t"))).index(text)]
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

    def _format_cell(self, text: Element, place: str, kind: str) -> None:
        cell = ancestor(text, CELL)
        if cell is None:
            raise self._fault("This tag is for a table cell, but stands outside one", text.text or "")
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

    def _fault(self, message: str, words: str) -> TemplateFault:
        shown = TAG_PLACE.sub(lambda place: self.tags[int(place.group(1))], words)
        return TemplateFault(f"{message}: “{shown.strip()}”.", where=Where(self.name))


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


def _straighten(source: str) -> str:
    """Return a tag with the quotes Word has curled made straight, but not those inside a text."""

    def straight(quoted: re.Match[str]) -> str:
        words = quoted.group()
        if words[0] in "“”":
            return f'"{words[1:-1]}"'
        return f"'{words[1:-1]}'" if words[0] in "‘’" else words

    return _QUOTED.sub(straight, source).replace("\xa0", " ")
