"""HTML as blocks: what a browser would lay out is put in words and lines.

Tags that HTML does not have are text: `Smith & Sons <LLC>` is a name.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from rich.text import Text

from unbarred.terminal.helping import TERM
from unbarred.terminal.prose import tags
from unbarred.terminal.prose.blanks import one_blank
from unbarred.terminal.prose.blocks import Block
from unbarred.terminal.prose.flow import Flow
from unbarred.terminal.prose.links import Link, spoken_address
from unbarred.terminal.prose.tables import Table
from unbarred.terminal.prose.tabling import Tabling
from unbarred.terminal.words import labels

Attributes = list[tuple[str, str | None]]

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read_html(html: str, terms: frozenset[str] = frozenset(), style: str = "") -> tuple[Block | Table, ...]:
    """Return the blocks of `html`; a `{term}` among `terms` loses its braces and gains the mark `term`."""
    reader = _Reader(terms, style)
    reader.feed(html)
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
    """Goes through the tags, keeping in mind what is open around the words."""

    def __init__(self, terms: frozenset[str], style: str) -> None:
        super().__init__(convert_charrefs=True)
        self._terms = terms
        self._tabling = Tabling(Flow(style))
        self._marks: list[tuple[str, str]] = []
        """The tags around that mark words, each with its mark."""
        self._links: list[Link] = []
        self._skipped: list[str] = []
        """The tags around whose words are not for reading."""
        self._kept = 0
        """How many tags are open in which blanks count."""

    def finish(self) -> tuple[Block | Table, ...]:
        return self._tabling.finish()

    @property
    def _flow(self) -> Flow:
        return self._tabling.flow

    # What HTMLParser calls.

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._skipped or _is_hidden(tag, given):
            if tag not in tags.VOID:
                self._skipped.append(tag)
        elif tag not in tags.KNOWN:
            self._say(self.get_starttag_text() or "")
        else:
            self._open(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag in self._skipped:
                del self._skipped[_last(self._skipped, tag) :]
        elif tag not in tags.KNOWN:
            self._say(f"</{tag}>")
        else:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._kept:
            self._flow.add_kept(data)
        elif any(tag == "code" for tag, _ in self._marks):
            self._say(data)
        else:
            # A tag that Markdown did not take for one, such as one with a quotation mark too many.
            self._say(tags.TAG.sub("", data))

    # Tags.

    def _open(self, tag: str, given: dict[str, str]) -> None:
        if tag in tags.CELLS:
            # Cells need no closing tag; what a heading cell marked ends here.
            self._marks = [(name, mark) for name, mark in self._marks if name not in tags.CELLS]
        if tag in tags.MARKS:
            self._marks.append((tag, tags.MARKS[tag]))
        if tag in tags.BLOCKS:
            self._flow.open(tag, _number(given.get("start", "1")))
            self._tabling.open(tag)
        if tag == "a":
            self._links.append(Link(given.get("href", "")))
        elif tag == "br":
            self._flow.break_line()
        elif tag == "pre":
            self._kept += 1
        elif words := _words_for(tag, given):
            self._say(words)

    def _close(self, tag: str) -> None:
        if tag in tags.BLOCKS:
            self._flow.close(tag)
            self._tabling.close(tag)
        if tag == "a" and self._links:
            self._flow.add(spoken_address(self._links.pop()), self._styles())
        elif tag == "pre":
            self._kept = max(self._kept - 1, 0)
        opened = [name for name, _ in self._marks]
        if tag in opened:
            del self._marks[_last(opened, tag)]

    # Words.

    def _styles(self) -> list[str]:
        return [mark for _, mark in self._marks]

    def _say(self, text: str) -> None:
        for link in self._links:
            link.said += text
        run = Text()
        at = 0
        plain = one_blank(text)
        for match in TERM.finditer(plain):
            if match[1].casefold() in self._terms:
                run.append(plain[at : match.start()]).append(match[1], "term")
                at = match.end()
        run.append(plain[at:])
        self._flow.add_run(run, self._styles())


def _is_hidden(tag: str, given: dict[str, str]) -> bool:
    if tag in tags.NOT_READ or "hidden" in given:
        return True
    return "d-none" in given.get("class", "").split() or bool(_HIDDEN.search(given.get("style", "")))


def _words_for(tag: str, given: dict[str, str]) -> str:
    """What stands in the place of a tag that shows something: a picture, an icon with a name, a film."""
    if tag == "img":
        return _picture(given)
    if tag == "i":
        return given.get("aria-label", "")
    if tag in ("iframe", "embed") and given.get("src", "").startswith("http"):
        return labels.on_the_web(given["src"])
    return ""


def _picture(given: dict[str, str]) -> str:
    """A picture by its alternative text; one whose text is left empty is only decoration."""
    if "alt" in given and not given["alt"].strip():
        return ""
    return labels.picture(" ".join(given.get("alt", "").split()))


def _number(start: str) -> int:
    return int(start) if start.isdecimal() else 1


def _last(names: list[str], name: str) -> int:
    return len(names) - 1 - names[::-1].index(name)
