"""Makes the pages of a packet's parts: what was made before is taken from what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from unbarred.documents.packets import places
from unbarred.documents.packets.keeping import Kept, key_of
from unbarred.documents.packets.plan import PaperSize
from unbarred.errors import UserError

if TYPE_CHECKING:
    from unbarred.documents.office import Office

WORD = ".docx"


@dataclass(frozen=True)
class Source:
    """What a part is made of: its key in the manifest, what errors call it, its file, its content."""

    key: tuple[str, str]
    said: str
    file: str
    content: bytes


def exhibit_key(content: bytes, paper: PaperSize) -> str:
    """Return the key under which the pages of an exhibit are kept."""
    return key_of(content, "exhibit", paper)


def checked(file: Path, paper: PaperSize) -> tuple[bytes, bytes | None]:
    """Return what somebody's file holds, and its pages; None for a Word file, which only LibreOffice turns.

    Raises `UserError` in a sentence if it cannot be part of a packet.
    """
    from unbarred.documents.office.accepting import check_document
    from unbarred.documents.pdf import exhibit_pages
    from unbarred.documents.pdf.exhibits.kinds import Kind, kind_of
    from unbarred.documents.pdf.refusals import ExhibitRefused

    if not file.is_file():
        raise UserError(f"There is no file {file}.", "Look at its name and where it lies.")
    content = places.read(file)
    try:
        kind = kind_of(content)
    except ExhibitRefused as refusal:
        raise refusal.at(str(file)) from refusal
    if kind is Kind.WORD:
        check_document(content, str(file))
        return content, None
    return content, exhibit_pages(file, paper, None)


class _Turning:
    """Turns Word files among the exhibits; LibreOffice is started for the first of them."""

    def __init__(self, converter: Converter) -> None:
        self._converter = converter

    def to_pdf(self, documents: Sequence[bytes], *, archival: bool, names: Sequence[str]) -> list[bytes]:
        """Return the PDF of each document."""
        return self._converter.office().to_pdf(documents, archival=archival, names=names)


class Converter:
    """Turns the files of one packet into pages; LibreOffice is started when it is first needed, or given."""

    def __init__(
        self, folder: Path, paper: PaperSize, *, archival: bool = False, office: Office | None = None
    ) -> None:
        self._folder = folder
        self._paper = paper
        self._archival = archival
        self._stack = ExitStack()
        self._office = office
        self.kept = Kept(folder)
        self.made_again: set[tuple[str, str]] = set()
        """The keys of what was converted anew."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def documents(self, sources: Sequence[Source]) -> list[bytes]:
        """Return the pages of Word files; what is new among them is converted together.

        Raises `OfficeMissing` or `OfficeFailed` if there is something to convert and no way to.
        """
        keys = [key_of(each.content, "document", self._archival) for each in sources]
        found = {key: pdf for key in keys if (pdf := self.kept.get(key)) is not None}
        lacking = {key: each for key, each in zip(keys, sources, strict=True) if key not in found}
        if lacking:
            contents = [each.content for each in lacking.values()]
            names = [each.said for each in lacking.values()]
            made = self.office().to_pdf(contents, archival=self._archival, names=names)
            for key, pdf in zip(lacking, made, strict=True):
                self.kept.put(key, pdf)
                self.made_again.add(lacking[key].key)
                found[key] = pdf
        return [found[key] for key in keys]

    def exhibit(self, source: Source) -> bytes:
        """Return the pages of an exhibit, upright and on the packet's paper.

        Raises `ExhibitRefused` for a file that cannot be one.
        """
        from unbarred.documents.pdf import exhibit_pages

        path = places.inside(self._folder, source.file)
        key = exhibit_key(source.content, self._paper)
        pdf = self.kept.get(key)
        if pdf is None:
            pdf = exhibit_pages(path, self._paper, _Turning(self))
            self.kept.put(key, pdf)
            self.made_again.add(source.key)
        return pdf

    def office(self) -> Office:
        """Return LibreOffice, started; raise `OfficeMissing` if it is not there."""
        if self._office is None:
            from unbarred.documents.office import Office

            self._office = self._stack.enter_context(Office())
        return self._office
