"""Begins a packet from files that no interview made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from unbarred import private_files
from unbarred.documents.packets import manifest, places, plan_file
from unbarred.documents.packets.converting import checked
from unbarred.documents.packets.plan import Made, Paper, PaperSize, Part, Plan
from unbarred.errors import UsageError, UserError


def begin(
    folder: Path, files: Sequence[Path], *, title: str = "", by: str = "", paper: PaperSize = "letter"
) -> Plan:
    """Make a packet of `files` in their order, in a folder that is new or empty; return its plan.

    The files are copied. Raises `UsageError` if the folder holds anything, and
    `UserError` for a file that cannot be a paper.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not a new or empty folder.", "Give another name for the packet.")
    contents = {file.name: checked(file, paper)[0] for file in files}
    if len({name.casefold() for name in contents}) < len(files):
        raise UserError("Two of the files have the same name.", "Give one of them another name.")
    for name in contents:
        places.refuse_made(name)
    parts: tuple[Part, ...] = (
        Made("cover"),
        Made("contents"),
        Made("exhibit list"),
        *(Paper(file.name, places.title_of(file)) for file in files),
        Made("certificate of service"),
    )
    plan = Plan(title or "Papers", parts, by=by, paper=paper)
    private_files.make_folder(folder.parent)
    with private_files.replacing_folder(folder, only_new=True) as new:
        for name, content in contents.items():
            (new / name).write_bytes(content)
        (new / places.PLAN).write_bytes(plan_file.write(plan))
        (new / places.MANIFEST).write_bytes(manifest.written({}))
    return plan
