"""Where filled papers go, and what is said about them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred import private_files
from unbarred.errors import UsageError

if TYPE_CHECKING:
    from unbarred.documents.from_files import Filled


def targets(templates: Sequence[Path], out: Path, kept: Sequence[Path], *, force: bool) -> list[Path]:
    """Return the file to write for each of `templates`: `out`, or a file in the folder `out` for several.

    Raises `UsageError` if one is there already and `force` is not given, or is
    a file that must be kept: a template, or one of `kept`; `CannotWrite` if
    nothing can be written there.
    """
    try:
        found = _found(templates, out)
        for path in found:
            check(path, [*templates, *kept], force=force)
    except OSError as error:
        # A name may be longer than a disk allows, or lead through a folder that is closed.
        raise private_files.CannotWrite(out, error) from error
    return found


def _found(templates: Sequence[Path], out: Path) -> list[Path]:
    """Return the file for each of `templates`, or raise `UsageError` where `out` cannot be meant."""
    if len(templates) > 1:
        if out.exists() and not out.is_dir():
            raise UsageError(f"{out} is a file; several papers need a folder.", "Name one with -o.")
        found = [out / template.name for template in templates]
        if len({path.name.casefold() for path in found}) < len(found):
            raise UsageError("Two of the templates have the same name.", "Fill them one after the other.")
        return found
    if out.is_dir():
        raise UsageError(f"{out} is a folder.", f"Name the paper too: {out / templates[0].name}")
    if out.suffix.lower() != templates[0].suffix.lower():
        raise UsageError(
            f"{out.name} does not end as the template does.", f"Name it {out.stem}{templates[0].suffix}."
        )
    return [out]


def check(path: Path, kept: Sequence[Path], *, force: bool) -> None:
    """Raise an error if `path` must not be written to, or cannot be."""
    if path.exists():
        if path.is_dir():
            raise UsageError(f"{path} is a folder, and a file is to go there.", "Choose another name.")
        if any(each.exists() and path.samefile(each) for each in kept):
            raise UsageError(f"{path} is one of the files to read; it would be lost.", "Choose another name.")
        if not force:
            raise UsageError(f"{path} is there already.", "Choose another name, or add --force.")
    private_files.check_room(path.absolute().parent)


def write(papers: Sequence[tuple[Path, Filled]]) -> None:
    """Write the papers, each whole or not at all, readable by their owner only."""
    if len(papers) > 1:
        private_files.make_folder(papers[0][0].parent)
    for path, paper in papers:
        private_files.write(path, paper.content)


def report(paths: Sequence[Path], papers: Sequence[Filled], *, as_json: bool) -> None:
    """Say what was made, and what is left to do about it."""
    if as_json:
        made = [_as_data(path, paper) for path, paper in zip(paths, papers, strict=True)]
        typer.echo(json.dumps({"papers": made}, indent=2, ensure_ascii=False))
        return
    for path, paper in zip(paths, papers, strict=True):
        typer.echo(str(path))
        for line in _in_words(paper):
            typer.echo(line, err=True)


def _in_words(paper: Filled) -> list[str]:
    from unbarred.law.words import counted

    lines = []
    if paper.gaps:
        lines.append(f"  Still to complete by hand: {counted(len(paper.gaps), 'place')}")
        for number, gap in enumerate(paper.gaps, start=1):
            page = f" (page {gap.page})" if gap.page is not None else ""
            lines.append(f"    {number}. {gap.label}{page}")
    if paper.added:
        lines.append("  On the addendum at the end, because the field is too small:")
        lines += [f"    item {item.number}: {item.label} (page {item.page})" for item in paper.added]
    return lines + [f"  {note}" for note in paper.notes]


def _as_data(path: Path, paper: Filled) -> dict[str, object]:
    return {
        "file": str(path),
        "sha256": hashlib.sha256(paper.content).hexdigest(),
        "still_to_complete": [{"label": gap.label, "page": gap.page} for gap in paper.gaps],
        "addendum": [{"item": item.number, "label": item.label, "page": item.page} for item in paper.added],
        "notes": list(paper.notes),
    }
