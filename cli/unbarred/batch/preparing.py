"""From one client's answers to her packet: what a worker does, wherever it is.

The answers go through the interview's own screens as a person's typing would. What is at fault
with the content or the disk becomes an outcome; a fault of ours is raised, and whoever runs this
(`executors`) says where it was without its text, which could quote an answer.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import tempfile
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unbarred import private_files
from unbarred.batch.tasks import Fault, Outcome, Status, Task, Work
from unbarred.errors import UserError

if TYPE_CHECKING:
    from unbarred.documents.office import Office
    from unbarred.sessions.packet_files import PacketFiles
    from unbarred.sessions.sitting import Sitting

SEALED = "packet.zip.age"
"""The one file of a sealed packet, beside its manifest."""

MANIFEST = "manifest.json"
ABOUT_BATCH = "batch"
"""The manifest's key for what a batch must know again: the client's key, and the fingerprint."""


_RARELY = (20_000, 10, 10)
"""When Python looks for garbage that refers to itself. A client leaves hardly any, and makes seventy
thousand objects; by its own thresholds Python would look a hundred times."""

_NEEDED_LATER = (
    "unbarred.documents.filling.rendering",
    "unbarred.sessions.packet_files",
    "unbarred.sessions.unattended",
    "unbarred.sessions.unkept",
)
"""Modules that a worker imports before its first task, and nobody else before they are used."""


def begin(work: Work) -> Callable[[Task], Outcome]:
    """Make this process ready for `work`; return what does one task of it.

    Raises `UserError` for an interview that is missing, faulty, or not trusted.
    """
    return _Preparer(work).prepare


def begin_alone(work: Work) -> Callable[[Task], Outcome]:
    """Do as `begin` in a process that is there for nothing else: it will be quicker, in one thread."""
    from unbarred.engine import in_one_thread

    preparer = _Preparer(work)
    in_one_thread()
    gc.set_threshold(*_RARELY)
    preparer.bring_in()
    return preparer.prepare


class _Preparer:
    def __init__(self, work: Work) -> None:
        from unbarred.engine import admit, load, origins

        if work.trusted:
            admit(origins.find(work.interview))
        load(work.interview)
        self._work = work
        self._is_warm = False

    def bring_in(self) -> None:
        """Bring in what every client needs, while the one who gives the tasks is still reading the sheet."""
        from unbarred import law

        for name in _NEEDED_LATER:
            importlib.import_module(name)
        # Somebody else's interview may know other places. What is wrong with the law is told of each client.
        with contextlib.suppress(UserError):
            law.place(self._work.arguments.get("place", ""))

    def prepare(self, task: Task) -> Outcome:
        """Do one task."""
        try:
            outcome = self._prepared(task)
            self._keep_for_good()
            return outcome
        except private_files.CannotWrite as error:
            # A computer of a cluster that has no room is not the one where the packets go.
            status = Status.FAILED if self._work.out is None else Status.STOPPED
            return Outcome(task.number, status, why=str(error))
        except UserError as error:
            return Outcome(task.number, Status.FAILED, why=_without_answers(error))

    def _keep_for_good(self) -> None:
        """What the first client has brought in, all need: Python never looks through it for garbage."""
        if not self._is_warm:
            gc.collect()
            gc.freeze()
            self._is_warm = True

    def _prepared(self, task: Task) -> Outcome:
        from unbarred.batch.matching.reading import careful
        from unbarred.sessions.packet_files import packet_files
        from unbarred.sessions.unattended import fill, not_needed
        from unbarred.sessions.unkept import Unkept

        session = Unkept(self._work.interview, self._work.arguments)
        with session.run.at_a_stretch():
            complaints = fill(session, task.answers, careful=careful, blank_if_missing=True)
        faults = tuple(Fault(each.name, each.question, each.message) for each in complaints)
        if faults:
            return Outcome(task.number, Status.REFUSED, faults)
        unneeded = tuple(not_needed(session, task.answers))
        if self._work.check_only or task.check_only:
            return Outcome(task.number, Status.CHECKED, unneeded=unneeded, to_check=_to_check(session))
        about = {"client": task.key, "fingerprint": task.fingerprint}
        made = packet_files(session, also={ABOUT_BATCH: about})
        files, pages = self._delivered(task, made)
        return Outcome(
            task.number,
            Status.MADE,
            unneeded=unneeded,
            papers=len(made.about.papers),
            pages=pages,
            left_blank=made.about.left_blank,
            to_check=made.about.to_check,
            files=files,
        )

    def _delivered(self, task: Task, made: PacketFiles) -> tuple[Mapping[str, bytes], int | None]:
        """Put the packet in its place, or return its files to be carried back; and the pages of its PDF."""
        files, pages = made.contents, None
        with_pages = self._work.pdf and made.about.is_planned
        out = self._work.out
        if with_pages and out is not None and not self._work.recipients:
            counted: list[int] = []
            private_files.put_folder(
                out / task.folder, files, lambda folder: counted.append(self._add_pdf(folder))
            )
            return {}, counted[0]
        if with_pages:
            files, pages = self._with_pdf(files)
        if self._work.recipients:
            files = self._sealed(
                task,
                files,
                {"papers": len(made.about.papers), "pages": pages, "left_blank": made.about.left_blank},
            )
        if out is None:
            return files, pages
        private_files.put_folder(out / task.folder, files)
        return {}, pages

    def _with_pdf(self, files: Mapping[str, bytes]) -> tuple[dict[str, bytes], int]:
        # LibreOffice takes files only; the folder is this process's own, and gone at once.
        with tempfile.TemporaryDirectory(prefix="unbarred-") as name:
            folder = Path(name, "packet")
            private_files.put_folder(folder, files)
            pages = self._add_pdf(folder)
            found = (path for path in sorted(folder.rglob("*")) if path.is_file())
            return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}, pages

    def _add_pdf(self, folder: Path) -> int:
        from unbarred.documents.packets import making

        return making.make(folder, office=self._office).pages

    @cached_property
    def _office(self) -> Office:
        from unbarred.documents.office import Office

        office = Office()
        atexit.register(office.close)
        return office

    def _sealed(
        self, task: Task, files: Mapping[str, bytes], counted: Mapping[str, int | None]
    ) -> dict[str, bytes]:
        """Return the packet as one encrypted file, and a manifest that says of it only what is `counted`."""
        from unbarred import sealing
        from unbarred.documents.packets import manifest
        from unbarred.documents.packets.handing_over import zipped

        shown = {name: content for name, content in files.items() if not name.startswith(".")}
        sealed = sealing.seal(zipped(task.folder, shown), self._work.recipients)
        about = {
            ABOUT_BATCH: {**json.loads(files[MANIFEST])[ABOUT_BATCH], **counted},
            "files": {SEALED: manifest.digest(sealed)},
        }
        return {SEALED: sealed, MANIFEST: manifest.written(about)}


def _to_check(session: Sitting) -> tuple[str, ...]:
    # In somebody else's interview the same name means something else.
    law: Any = session.run.value("law") if session.interview.is_ours else None
    return tuple(fact.says for fact in law.to_check) if law is not None else ()


def _without_answers(error: UserError) -> str:
    """What is at fault with the content: its message never quotes an answer (`UserError.excerpt` neither)."""
    return f"{error.where}: {error.message}" if error.where else error.message
