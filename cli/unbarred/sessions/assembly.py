"""From a finished interview to a folder of papers with a plan and a manifest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred import private_files
from unbarred.errors import UsageError, UserError
from unbarred.sessions.packet_files import MANIFEST, AboutPacket, Earlier, packet_files
from unbarred.sessions.session import Session

if TYPE_CHECKING:
    from unbarred.documents.packets import Plan


@dataclass(frozen=True, kw_only=True)
class Packet(AboutPacket):
    """A packet that was written to its folder."""

    folder: Path


def check_folder(folder: Path, *, again: bool = False) -> None:
    """Raise an error if a packet cannot go to `folder`: it must be new or empty.

    `again` lets it hold an earlier packet too, as long as none of its papers
    was touched since; exhibits that were added stay. Raises `UsageError` for
    what is in the way, `CannotWrite` if nothing can be made there.
    """
    from unbarred.documents.packets import holding, places

    private_files.restore(folder)
    if not folder.exists():
        private_files.check_room(folder)
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file, not a folder.", "Give another place with --out.")
    private_files.check_room(folder)
    held = {path.name for path in folder.iterdir()}
    if not held:
        return
    if not again or MANIFEST not in held:
        raise private_files.FolderTaken(folder)
    if places.PLAN in held:
        holding.existing(folder)
    if not _is_untouched(folder):
        raise UsageError(
            f"The papers in {folder} were changed or added to since they were made.",
            "Give a new folder with --out, so that nothing of it is lost.",
        )


def _is_untouched(folder: Path) -> bool:
    """Say whether nothing in a packet's folder would be lost: what is new is in its plan."""
    from unbarred.documents.packets import manifest, places

    try:
        known = manifest.read(folder)
        plan = _plan_of(folder)
    except UserError:
        return False
    if "papers" not in known:
        return False
    papers = manifest.papers(known)
    made = {paper.file: paper.sha256 for paper in papers}
    made |= {
        name: digest for name, digest in known.get("files", {}).items() if name in (places.PDF, places.DOCX)
    }
    hers = {places.PLAN, MANIFEST, *_hers(plan, {paper.file for paper in papers})}
    return all(
        name in hers or manifest.digest(places.read(folder / name)) == made.get(name)
        for name in places.files(folder)
    )


def _plan_of(folder: Path) -> Plan | None:
    from unbarred.documents.packets import places, plan_file

    return plan_file.read(folder) if (folder / places.PLAN).exists() else None


def _hers(plan: Plan | None, made: set[str]) -> list[str]:
    """Return the files of a packet that she added."""
    files = [paper.file for paper in plan.papers] if plan else []
    files += [exhibit.file for exhibit in plan.exhibits if exhibit.file] if plan else []
    return [file for file in files if file not in made]


def make_packet(session: Session, folder: Path, *, again: bool = False, draft: bool = False) -> Packet:
    """Write the papers of a finished interview to `folder`, whole or not at all.

    `again` allows it to take the place of an earlier packet: its exhibits, its
    order and what was left out of it stay. A `draft` says so on every page.
    Raises `UserError` if the interview is not at its end or makes no papers,
    else as `check_folder`.
    """
    check_folder(folder, again=again)
    made = packet_files(session, draft=draft, earlier=_earlier(folder) if again else None)
    with private_files.replacing_folder(folder, only_new=not again) as new:
        for name, content in made.contents.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
    session.finish()
    return Packet(folder=folder, **vars(made.about))


def _earlier(folder: Path) -> Earlier:
    """Return what there is in `folder` to be taken over."""
    from unbarred.documents.packets import manifest, places

    plan = _plan_of(folder)
    if plan is None:
        return Earlier()
    kept = (folder / places.KEPT).glob("*.pdf")
    known = manifest.read(folder)
    made = {paper.file for paper in manifest.papers(known)}
    files = {name: places.read(places.inside(folder, name)) for name in _hers(plan, made)}
    files |= {f"{places.KEPT}/{path.name}": places.read(path) for path in kept}
    return Earlier(plan, frozenset(made), known.get("exhibits"), files)
