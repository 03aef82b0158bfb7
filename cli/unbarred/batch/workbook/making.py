"""Makes the workbook that a volunteer fills in: the same interview, the same bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred import __version__, private_files
from unbarred.batch.columns.asked import Asked
from unbarred.errors import UsageError

if TYPE_CHECKING:
    from openpyxl import Workbook

SUFFIX = ".xlsx"
_PROPERTIES = "unbarred"


def check_place(path: Path, *, force: bool) -> None:
    """Raise an error if no workbook can go to `path`; make nothing.

    Raises `UsageError` for a name that is not right or, without `force`, is taken; `CannotWrite`
    if nothing can be written there.
    """
    try:
        if path.suffix.lower() != SUFFIX:
            raise UsageError(
                f"{path.name} does not end in {SUFFIX}.", f"Name it {path.stem or 'intake'}{SUFFIX}."
            )
        if path.is_dir():
            raise UsageError(f"{path} is a folder, and a file is to go there.", "Choose another name.")
        if path.exists() and not force:
            raise UsageError(
                f"{path} is there already.",
                "Choose another name, or add --force: what is in it is lost then.",
            )
        private_files.check_room(path.absolute().parent)
    except OSError as error:
        raise private_files.CannotWrite(path, error) from error


def make(asked: Asked, path: Path, *, force: bool) -> None:
    """Write the workbook to `path`, for its owner only; raises what `check_place` does."""
    check_place(path, force=force)
    data = workbook(asked)
    private_files.make_folder(path.absolute().parent)
    private_files.write(path, data)


def workbook(asked: Asked) -> bytes:
    """Return the workbook as the bytes of an XLSX file."""
    from openpyxl import Workbook

    from unbarred.batch.workbook import sheets
    from unbarred.batch.workbook.choosing import Choosing
    from unbarred.batch.workbook.guide import add_guide
    from unbarred.batch.workbook.same_bytes import same_bytes

    book = Workbook()
    book.remove(book.worksheets[0])
    choosing = Choosing(book)
    titles = sheets.titles(asked)
    sheets.add_clients(book, asked, choosing)
    for each in asked.repeated:
        sheets.add_repeated(book, asked, each, titles[each.stem], choosing)
    add_guide(book, asked, list(titles.values()))
    book.active = 0
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is book.worksheets[0]
    # The hidden lists stand last.
    book._sheets.sort(key=lambda sheet: sheet.sheet_state == "hidden")
    _say_what_it_is(book, asked)
    written = io.BytesIO()
    book.save(written)
    return same_bytes(written.getvalue())


def _say_what_it_is(book: Workbook, asked: Asked) -> None:
    """Write into the properties what the workbook was made from, for whoever reads it back."""
    from openpyxl.packaging.custom import StringProperty

    from unbarred.batch.workbook import looks

    about = {
        "interview": asked.interview,
        "place": asked.place,
        "as_of": asked.as_of,
        "content": asked.digest,
        "version": __version__,
    }
    about = {name: looks.sound(value) for name, value in about.items()}
    held = book.properties
    held.creator = held.lastModifiedBy = "unbarred"
    held.title = looks.sound(f"{asked.title}, {asked.place_name}" if asked.place_name else asked.title)
    held.subject = about["interview"]
    held.description = "; ".join(f"{name}: {value}" for name, value in about.items() if value)
    for name, value in about.items():
        if value:
            book.custom_doc_props.append(StringProperty(name=f"{_PROPERTIES}.{name}", value=value))
