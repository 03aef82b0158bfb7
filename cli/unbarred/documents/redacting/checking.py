"""Looks through a file that somebody redacted by hand: does it still tell a secret?"""

from __future__ import annotations

from collections.abc import Iterator

from unbarred.documents.redacting.looking import Lookout
from unbarred.documents.redacting.public_copy import kinds_in_word_file


def kinds_left(content: bytes, name: str, lookout: Lookout) -> Iterator[tuple[str, str]]:
    """Yield each kind of secret that the text of a PDF or Word file still tells, and where.

    Black over the words hides them from the eye and leaves them in the file. Pictures cannot
    be read; nothing is yielded for them. `name` is the file's name. Raises `UserError` for a
    file that cannot be opened.
    """
    if name.lower().endswith(".docx"):
        yield from ((kind, "") for kind in kinds_in_word_file(content, name, lookout))
    elif name.lower().endswith(".pdf"):
        from unbarred.documents.pdf import text_of_pages

        for number, text in enumerate(text_of_pages(content), start=1):
            yield from ((cut.kind, f"on page {number}") for cut in lookout.cuts(text))
        for text in _said_beside_the_pages(content):
            yield from ((cut.kind, "beside its pages") for cut in lookout.cuts(text))


def _said_beside_the_pages(content: bytes) -> Iterator[str]:
    """Yield the texts of a PDF that stand on no page: its title, bookmarks, notes, form fields, metadata."""
    import pikepdf

    from unbarred.documents.pdf.opening import opened_exhibit

    with opened_exhibit(content) as pdf:
        for held in pdf.objects:
            if isinstance(held, pikepdf.Stream) and held.get("/Type") == "/Metadata":
                yield held.read_bytes().decode("utf-8", "replace")
            elif isinstance(held, pikepdf.Dictionary | pikepdf.Array):
                yield from _strings(held)


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
