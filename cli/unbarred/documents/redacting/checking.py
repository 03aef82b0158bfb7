"""Looks through a file that somebody redacted by hand: does it still tell a secret?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.redacting.looking import Lookout
from unbarred.documents.redacting.pictures import said_beside
from unbarred.documents.redacting.public_copy import HoldsAnotherFile, kinds_in_word_file
from unbarred.errors import Where

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream

_NO_WORDS = ("/Image", "/Form", "/Type1C", "/CIDFontType0C", "/OpenType")
"""Kinds of streams that are pictures, letters, or what is drawn on pages."""

_LETTERS = b"begincmap"
"""Stands in a list of letters."""


def kinds_left(content: bytes, name: str, lookout: Lookout) -> Iterator[tuple[str, str]]:
    """Yield each kind of secret that a PDF, Word file or picture still tells in words, and where.

    Black over the words hides them from the eye and leaves them in the file. What a picture
    shows cannot be read. `name` is the file's name. Raises `UserError` for a file that cannot
    be opened, and `HoldsAnotherFile`.
    """
    if name.lower().endswith(".docx"):
        yield from ((kind, "") for kind in kinds_in_word_file(content, name, lookout))
    elif name.lower().endswith(".pdf"):
        from unbarred.documents.pdf import text_of_pages

        for number, text in enumerate(text_of_pages(content), start=1):
            yield from ((cut.kind, f"on page {number}") for cut in lookout.cuts(text))
        for text in _said_beside_the_pages(content, name):
            yield from ((cut.kind, "beside its pages") for cut in lookout.cuts(text))
    else:
        for text in said_beside(content):
            yield from ((cut.kind, "beside the picture") for cut in lookout.cuts(text))


def without_its_past(content: bytes, name: str) -> bytes:
    """Return the file without what it was before, which a PDF keeps when it is saved after a change."""
    if not name.lower().endswith(".pdf"):
        return content
    from unbarred.documents.pdf.opening import opened_exhibit

    out = io.BytesIO()
    with opened_exhibit(content) as pdf:
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _said_beside_the_pages(content: bytes, name: str) -> Iterator[str]:
    """Yield the texts of a PDF that stand on no page: its title, bookmarks, notes, form fields, metadata."""
    import pikepdf

    from unbarred.documents.pdf.opening import opened_exhibit

    with opened_exhibit(content) as pdf:
        _refuse_attachments(pdf, name)
        yield from (place[1:] for place, _ in pdf.Root.get("/Dests", pikepdf.Dictionary()).items())
        drawn = set(_drawn(pdf))
        for held in pdf.objects:
            if isinstance(held, pikepdf.Stream):
                yield from _in_stream(held, is_drawn=held.objgen in drawn)
            elif isinstance(held, pikepdf.Dictionary | pikepdf.Array):
                yield from _strings(held)


def _refuse_attachments(pdf: Pdf, name: str) -> None:
    import pikepdf

    if any(isinstance(each, pikepdf.Dictionary) and "/EF" in each for each in pdf.objects) or pdf.attachments:
        raise HoldsAnotherFile(
            "A file is attached to this PDF, and what it holds is not looked through.",
            "Take the attachment out, or print the PDF to a new one.",
            Where(name),
        )


def _drawn(pdf: Pdf) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the streams that draw pages: what they say was read with the pages."""
    import pikepdf

    for page in pdf.pages:
        contents = page.obj.get("/Contents", pikepdf.Array())
        yield from (each.objgen for each in (contents if isinstance(contents, pikepdf.Array) else [contents]))


def _in_stream(stream: Stream, *, is_drawn: bool) -> Iterator[str]:
    import pikepdf

    yield from _strings(stream.stream_dict)
    if is_drawn or str(stream.get("/Subtype", "")) in _NO_WORDS or "/Length1" in stream:
        return
    try:
        content = stream.read_bytes()
    except pikepdf.PdfError:
        # Packed as only pictures are.
        return
    if stream.get("/Type") == "/Metadata":
        yield content.decode("utf-8", "replace")
    elif _LETTERS not in content:
        yield from said_beside(content)


def _strings(held: object) -> Iterator[str]:
    """Yield the texts that stand in the object itself; what it refers to is looked through by itself."""
    import pikepdf

    if isinstance(held, pikepdf.String):
        yield str(held)
        return
    inner: list[object] = []
    if isinstance(held, pikepdf.Dictionary):
        inner = [value for _, value in held.items()]
    elif isinstance(held, pikepdf.Array):
        inner = list(held)
    for value in inner:
        if not getattr(value, "is_indirect", False):
            yield from _strings(value)
