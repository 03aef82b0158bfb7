"""What a packet depends on, as one number: if it is the same, so is the packet.

That is unbarred itself, the interview with all that it includes, the templates, the law of the place
and of those above it, what the interview begins with, what changes the bytes, and the answers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from unbarred import __version__, content
from unbarred.answers.values import Plain
from unbarred.batch.tasks import Work

_BEGINNING = "unbarred batch 1"
"""Another one if ever what follows is put together otherwise."""


def of_work(work: Work) -> str:
    """Return the SHA-256 of all that every packet of `work` depends on; every file is read once.

    Raises `ContentError` for an interview that cannot be read, `UsageError` if there is none.
    """
    found = hashlib.sha256()
    for name, value in _said(work):
        found.update(_line(name, value))
    for path in _files(work):
        found.update(_line("file", [path.relative_to(content.root()).as_posix(), content.digest(path)]))
    return found.hexdigest()


def of_client(work_digest: str) -> Callable[[Mapping[str, Plain]], str]:
    """Return what makes the fingerprint of a client's packet from her answers, for work with that digest.

    The order of the answers does not count: the interview asks in its own.
    """
    begun = hashlib.sha256(_line("work", work_digest))

    def fingerprint(answers: Mapping[str, Plain]) -> str:
        found = begun.copy()
        found.update(_line("answers", answers))
        return found.hexdigest()

    return fingerprint


def _said(work: Work) -> Iterator[tuple[str, object]]:
    from unbarred.engine import origins
    from unbarred.engine.origins import Kind

    yield "format", _BEGINNING
    yield "unbarred", __version__
    yield "interview", work.interview
    yield "arguments", dict(work.arguments)
    yield "pdf", work.pdf
    yield "recipients", sorted(work.recipients)
    origin = origins.find(work.interview)
    if origin.kind is not Kind.OURS:
        yield "others", origins.extent(origin).digest


def _files(work: Work) -> Iterator[Path]:
    """Yield the files of our content that can change a packet, in an order that does not change."""
    from unbarred.engine import origins
    from unbarred.engine.origins import Kind

    origin = origins.find(work.interview)
    if origin.kind is Kind.OURS:
        yield origin.path
        yield from _below(content.interviews() / "shared", "*.yml")
        yield from sorted(content.modules().values())
    yield from _below(content.templates(), "*.docx")
    # How places are called stands in the choices of a court; of the place itself all of its law counts.
    law = content.jurisdictions()
    yield from sorted(law.glob("*/place.yml"))
    for slug in _lineage(work.arguments.get("place", "")):
        yield from _below(law / slug, "*.yml")


def _lineage(place: str) -> tuple[str, ...]:
    from unbarred.law import files, index

    root = content.jurisdictions()
    return files.lineage(root, place) if place in index.slugs(root) else ()


def _below(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.rglob(pattern) if path.is_file() and path.name[0] not in ".~")


def _line(name: str, value: object) -> bytes:
    """Return what cannot be taken for anything else: one line of JSON, its keys in order."""
    text = json.dumps([name, value], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return f"{text}\n".encode()
