"""Reads a file as somebody would who looks for what was taken out: bytes, tags, names, properties.

It shares nothing with the program but the standard library.
"""

from __future__ import annotations

import html
import io
import re
import unicodedata
import urllib.parse
import zipfile

_IGNORED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def plain(text: str) -> str:
    """Return the text without accents, capitals, invisible characters and kinds of spaces and dashes."""
    apart = unicodedata.normalize("NFKD", _IGNORED.sub("", text))
    bare = "".join(each for each in apart if not unicodedata.combining(each)).casefold()
    return re.sub(r"\s+", " ", re.sub("[\u2010-\u2015\u2212]", "-", bare))


def everything(content: bytes) -> list[str]:
    """Return all text of a Word file, in several readings."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        found += [archive.comment.decode("latin-1"), *archive.namelist()]
        found += [f"{entry.comment!r} {entry.extra!r}" for entry in archive.infolist()]
        for name in archive.namelist():
            raw = archive.read(name)
            found.append(raw.decode("utf-8", "replace"))
            found.append(raw.decode("utf-16-le", "replace"))
            found += readings(raw.decode("utf-8", "replace"))
    return [plain(each) for each in found]


def readings(xml: str) -> list[str]:
    """Return the text of XML paragraph by paragraph, all of it in one, and every attribute."""
    # A hyphen that does not break is a tag; text that was deleted is still in the file.
    xml = xml.replace("<w:noBreakHyphen/>", "-")
    accepted = re.sub(r"<w:delText[^>]*>[^<]*</w:delText>", "", xml)
    paragraphs = [*re.split(r"</(?:w|a):p>", xml), *re.split(r"</(?:w|a):p>", accepted)]
    joined = [re.sub(r"<[^>]*>", "", each) for each in paragraphs]
    attributes = re.findall(r'="([^"]*)"', xml)
    found = [html.unescape(each) for each in (*joined, *attributes)]
    return [*found, *(urllib.parse.unquote_plus(each) for each in found if "%" in each)]


def stands_in(words: str, content: bytes) -> list[str]:
    """Return the readings of the file in which `words` stand as words of their own."""
    sought = re.compile(rf"(?<![^\W\d_]){re.escape(plain(words))}(?![^\W\d_])")
    return [each[:200] for each in everything(content) if sought.search(each)]
