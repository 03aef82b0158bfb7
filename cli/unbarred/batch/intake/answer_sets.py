"""A folder of answer sets: each file one client, called as the file is."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from unbarred.answers import answer_file
from unbarred.answers.answer_set import AnswerSet
from unbarred.batch.columns.asked import CLIENT
from unbarred.batch.intake.faults import unreadable
from unbarred.batch.intake.sources import Source, cannot_open
from unbarred.batch.intake.tables import Cell, Heading, Row
from unbarred.batch.intake.texts import EMPTY
from unbarred.errors import UserError
from unbarred.quoting import quoted

ENDINGS = (".yml", ".yaml", ".json")


class AnswerSets:
    """A table of answer sets: the key of a client is the name of her file, its number that in the folder.

    Every heading is a variable, so nothing needs to be matched.
    """

    def __init__(self, file: str, paths: Sequence[Path]) -> None:
        self.file = file
        self.name = ""
        self._paths = paths
        self._columns: dict[str, int] = {CLIENT: 0}
        about: Counter[str] = Counter()
        for _, answers in self._sets():
            if isinstance(answers, AnswerSet):
                about.update(_about(answers))
                for name in answers.answers:
                    self._columns.setdefault(name, len(self._columns))
        count = len(paths)
        self.remarks: Sequence[str] = [
            f"{file} was read as {count} answer set{'s' if count > 1 else ''}.",
            *(
                f"{number} of {count} {'says' if number == 1 else 'say'} {said}."
                for said, number in about.items()
            ),
        ]
        self.headings: Sequence[Heading] = [
            Heading(index, "", "the file" if name == CLIENT else name, name)
            for name, index in self._columns.items()
        ]

    def rows(self) -> Iterator[Row]:
        """Yield a row for each file, in the order of their names; a faulty one has a `fault`."""
        stems = Counter(path.stem for path in self._paths)
        for number, (path, answers) in enumerate(self._sets(), 1):
            key = Cell(path.stem if stems[path.stem] == 1 else path.name)
            if not isinstance(answers, AnswerSet):
                yield Row(number, (key,), file=path.name, fault=answers)
                continue
            cells = [EMPTY] * len(self._columns)
            cells[0] = key
            for name, value in answers.answers.items():
                if name in self._columns:
                    cells[self._columns[name]] = EMPTY if value is None else Cell(value)
            yield Row(number, cells, file=path.name)

    def _sets(self) -> Iterator[tuple[Path, AnswerSet | str]]:
        """Yield each file with its answers, or with what is wrong with it."""
        for path in self._paths:
            try:
                yield path, answer_file.load(path)
            except UserError as error:
                yield path, " ".join(f"{error.message} {error.hint}".split())


def read_folder(folder: Path) -> tuple[AnswerSets, Source]:
    """Return the answer sets in `folder`, not in folders within it. Raises `UserError` if it has none."""
    try:
        paths = sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in ENDINGS and not path.name.startswith(".") and path.is_file()
        )
    except OSError as error:
        raise cannot_open(folder, error) from error
    if not paths:
        message = "There is no answer set in this folder."
        raise unreadable(
            str(folder), message, "It would end in .yml, .yaml or .json; give spreadsheets by their names."
        )
    digest = hashlib.sha256()
    size = 0
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise cannot_open(path, error) from error
        size += len(content)
        digest.update(f"{path.name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return AnswerSets(folder.name, paths), Source(folder.name, digest.hexdigest(), size, folder)


def _about(answers: AnswerSet) -> Iterator[str]:
    if answers.interview:
        yield f"to be for the interview {quoted(answers.interview)}"
    if answers.jurisdiction:
        yield f"to be for the place {quoted(answers.jurisdiction)}"
    if answers.as_of:
        yield f"to be of {answers.as_of.isoformat()}; a batch has one day for all"
