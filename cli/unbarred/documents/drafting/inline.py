"""Reads the words of one paragraph: faces, links, breaks, pictures, and what was lifted out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from unbarred.documents.drafting.blocks import PLAIN, Face, Mark, Picture, Piece, Words
from unbarred.documents.drafting.markup import Code, Source
from unbarred.documents.drafting.places import PLACE
from unbarred.documents.filling.marks import ANSWER, ANSWER_END, clean

if TYPE_CHECKING:
    from markdown_it.token import Token

_FACES = {
    "strong": {"bold": True},
    "em": {"italic": True},
    "s": {"struck": True},
}
_HTML_FACES = _FACES | {
    "b": {"bold": True},
    "i": {"italic": True},
    "cite": {"italic": True},
    "u": {"underlined": True},
    "ins": {"underlined": True},
    "del": {"struck": True},
    "strike": {"struck": True},
    "sup": {"raised": True},
    "sub": {"lowered": True},
}
# Elements that say nothing a paper shows; what else looks like a tag is words.
_HTML = frozenset(
    """a abbr address article aside big blockquote body button caption center code col colgroup dd details
    dfn div dl dt figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr html img input kbd label li
    main mark nav ol option p pre q samp section select small span style summary table tbody td textarea tfoot
    th thead tr tt ul var wbr""".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^>]*>|<!--.*?-->", re.DOTALL)
_ATTRIBUTES = re.compile(r"\A\{[^{}]*\}")
_WIDTH = re.compile(r"width\s*=\s*\"?([0-9.]+\s*[a-z%]*)")
_OUTSIDE = re.compile(r"^(?:https?|mailto|tel|ftp):", re.IGNORECASE)
_SPACES = re.compile(" {2,}")
_EM_DASH, _EN_DASH = re.compile(r"(?<!-)---(?!-)"), re.compile(r"(?<!-)--(?!-)")
_LOW_OR_HIGH = re.compile(r"(?<!~)~([^~\s]+)~(?!~)|\^([^^\s]+)\^")
"""Pandoc's `H~2~O` and `x^2^`."""


def pieces(tokens: Sequence[Token], source: Source) -> Iterator[Piece | Code]:
    """Yield what the inline `tokens` say, in order."""
    reader = _Reader(source)
    for token in tokens:
        yield from reader.read(token)
    yield from reader.finish()


def as_written(line: str, source: Source) -> Iterator[Piece | Code]:
    """Yield what a line of code says: only places in it are looked at."""
    return _Reader(source).words(line, is_code=True)


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._face = PLAIN
        self._open: list[Face] = []
        self._link = ""
        self._picture: Picture | None = None

    def read(self, token: Token) -> Iterator[Piece | Code]:
        """Yield what one token says."""
        content, attributes = token.content, ""
        if self._picture is not None:
            # What Pandoc lets be said of a picture stands right behind it.
            found = _ATTRIBUTES.match(content) if token.type == "text" else None
            attributes = found.group() if found else ""
            content = content.removeprefix(attributes)
            width = _WIDTH.search(attributes)
            yield replace(self._picture, width=width.group(1) if width else "")
            self._picture = None
        name, _, way = token.type.rpartition("_")
        if token.type in ("text", "code_inline"):
            yield from self.words(content, is_code=token.type == "code_inline")
        elif token.type == "softbreak":
            yield Words(" ", self._face, self._link)
        elif token.type == "hardbreak":
            yield Mark("break")
        elif name in _FACES:
            self._turn(_FACES[name], on=way == "open")
        elif name == "link":
            self._link = self._address(token) if way == "open" else ""
        elif token.type == "image":
            self._picture = Picture(
                self._source.answers.restore_address(str(token.attrs.get("src", ""))), "", self._plain(token)
            )
        elif token.type == "html_inline":
            yield from self._html(content)

    def finish(self) -> Iterator[Piece]:
        """Yield what waited for what comes after it."""
        if self._picture is not None:
            yield self._picture
            self._picture = None

    def _turn(self, what: dict[str, bool], *, on: bool) -> None:
        if on:
            self._open.append(self._face)
            self._face = replace(self._face, **what)
        elif self._open:
            self._face = self._open.pop()

    def _html(self, written: str) -> Iterator[Piece | Code]:
        tag = _TAG.fullmatch(written)
        name = (tag.group(2) or "").lower() if tag else ""
        if name == "br":
            yield Mark("break")
        elif name in _HTML_FACES:
            self._turn(_HTML_FACES[name], on=not (tag and tag.group(1)))
        elif name not in _HTML and not written.startswith("<!--"):
            yield from self.words(written)

    def words(self, text: str, *, is_code: bool = False) -> Iterator[Piece | Code]:
        """Yield the words of `text`, with what its places stand for."""
        at = 0
        for found in PLACE.finditer(text):
            yield from self._own(text[at : found.start()], is_code=is_code)
            at = found.end()
            if found.group(1) is not None:
                answer = clean(self._source.answers.words(int(found.group(1))))
                yield Words(f"{ANSWER}{answer}{ANSWER_END}", self._face, self._link)
            else:
                yield self._lifted(int(found.group(2)))
        yield from self._own(text[at:], is_code=is_code)

    def _own(self, text: str, *, is_code: bool) -> Iterator[Piece]:
        """Yield words of the author: with real dashes and single spaces, unless they are code."""
        if not text:
            return
        if is_code:
            yield Words(text, self._face, self._link)
            return
        pieces = _LOW_OR_HIGH.split(_SPACES.sub(" ", _EN_DASH.sub("–", _EM_DASH.sub("—", text))))
        for plain, low, high in zip(pieces[::3], [*pieces[1::3], None], [*pieces[2::3], None], strict=True):
            if plain:
                yield Words(plain, self._face, self._link)
            if low or high:
                face = replace(self._face, lowered=bool(low), raised=bool(high))
                yield Words(low or high or "", face, self._link)

    def _lifted(self, number: int) -> Piece | Code:
        thing = self._source.lifted[number]
        if isinstance(thing, Words):
            return replace(thing, face=self._face, link=self._link)
        return thing

    def _address(self, token: Token) -> str:
        address = self._source.answers.restore_address(str(token.attrs.get("href", "")))
        # An address inside the program leads nowhere on paper.
        return address if _OUTSIDE.match(address) else ""

    def _plain(self, token: Token) -> str:
        words = "".join(child.content for child in token.children or [])
        return self._source.answers.restore(words)


def tidied(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return `found` without the spaces at its ends and around its breaks."""
    kept: list[Piece] = []
    for position, piece in enumerate(found):
        if isinstance(piece, Words) and not piece.text.startswith(ANSWER):
            text = piece.text
            if not kept or kept[-1] == Mark("break"):
                text = text.lstrip(" \n")
            follows = found[position + 1] if position + 1 < len(found) else None
            if follows is None or follows == Mark("break"):
                text = text.rstrip(" \n")
            if text:
                kept.append(replace(piece, text=text))
        else:
            kept.append(piece)
    while kept and kept[-1] == Mark("break"):
        kept.pop()
    return tuple(kept)
