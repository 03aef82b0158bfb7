"""Pictures and links that answers bring into a paper, which a DOCX keeps beside its text.

The text says only “relationship unbarred1”; what that is stands in a list
beside the part of the package in which the text is, and a picture is a part of
its own. Which part that is, is known once the paper is filled: so both are
noted while it is, and put in at the end.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from unbarred.documents.word.package import CONTENT_TYPES, Part, read_package, write_package
from unbarred.documents.word.wordml import UTF8

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = f'{UTF8}<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'


@dataclass(frozen=True)
class _Picture:
    name: str
    content: bytes
    kind: str


@dataclass
class Insertions:
    """What was brought into one paper so far."""

    _relationships: dict[tuple[str, str], str] = field(default_factory=dict)
    """By kind and target; the identifier of each."""
    _pictures: dict[str, _Picture] = field(default_factory=dict)

    def link(self, url: str, kind: str = f"{_OFFICE}/hyperlink") -> str:
        """Return the identifier by which the text may refer to `url`."""
        return self._relationships.setdefault((kind, str(url)), f"unbarred{len(self._relationships) + 1}")

    def picture(self, path: Path, width: Any = None, height: Any = None) -> str:
        """Return the drawing of the picture at `path`, as WordprocessingML.

        `width` and `height` are lengths of python-docx; what is None follows from the picture.
        Raises python-docx's own error for a file that is no picture.
        """
        from docx.image.image import Image
        from docx.oxml.shape import CT_Inline

        image = Image.from_blob(path.read_bytes())
        known = self._pictures.setdefault(
            image.sha1,
            _Picture(f"unbarred{len(self._pictures) + 1}.{image.ext}", image.blob, image.content_type),
        )
        identifier = self.link(f"media/{known.name}", f"{_OFFICE}/image")
        number = int(identifier.removeprefix("unbarred"))
        cx, cy = image.scaled_dimensions(width, height)
        return str(CT_Inline.new_pic_inline(number, identifier, known.name, cx, cy).xml)

    def into(self, content: bytes, name: str) -> bytes:
        """Return the paper with what was brought into it; `name` is said if it is none."""
        if not self._relationships:
            return content
        parts = read_package(content, name)
        for part in [each for each in parts if posixpath.dirname(each) == "word" and each.endswith(".xml")]:
            self._relate(parts, part)
        for picture in self._pictures.values():
            parts[f"word/media/{picture.name}"] = Part.of(picture.content)
        parts[CONTENT_TYPES] = self._typed(parts[CONTENT_TYPES])
        return write_package(parts)

    def _relate(self, parts: dict[str, Part], part: str) -> None:
        text = parts[part].content
        lines = [
            self._line(identifier, kind, target)
            for (kind, target), identifier in self._relationships.items()
            if f'"{identifier}"'.encode() in text
        ]
        if lines:
            beside = f"word/_rels/{posixpath.basename(part)}.rels"
            before = parts[beside].content.decode() if beside in parts else _EMPTY
            parts[beside] = Part.of(_with(before, "</Relationships>", lines))

    def _line(self, identifier: str, kind: str, target: str) -> str:
        mode = "" if kind.endswith("/image") else ' TargetMode="External"'
        return f'<Relationship Id="{identifier}" Type="{kind}" Target={quoteattr(target)}{mode}/>'

    def _typed(self, types: Part) -> Part:
        text = types.content.decode()
        kinds = {posixpath.splitext(each.name)[1][1:]: each.kind for each in self._pictures.values()}
        lines = [
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in sorted(kinds.items())
            if f'Extension="{ending}"'.lower() not in text.lower()
        ]
        return Part.of(_with(text, "</Types>", lines))


def _with(text: str, end: str, lines: list[str]) -> bytes:
    if end not in text:
        # An empty list may be written as one tag.
        text = text.rstrip().removesuffix("/>") + f">{end}"
    before, _, after = text.rpartition(end)
    return f"{before}{''.join(lines)}{end}{after}".encode()
