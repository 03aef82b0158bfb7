"""What a packet holds and what is still to do about it, as far as its folder tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from unbarred.documents.packets import manifest, places, plan_file
from unbarred.documents.packets.arranging import called_by
from unbarred.documents.packets.holding import existing
from unbarred.documents.packets.plan import Exhibit, Paper, Part, Plan

State = Literal["in", "left out", "to come", "replaced", "not needed"]


@dataclass(frozen=True)
class PartStatus:
    """How one part stands. Pages are as they were last counted; None if they never were."""

    part: Part
    name: str
    """What she types for it."""
    state: State
    first: int | None = None
    pages: int | None = None
    sheet: int = 0
    left_blank: int = 0
    changed_by_hand: bool = False
    is_gone: bool = False
    """Whether its file is not in the folder any more."""
    is_current: bool = False
    """Whether `packet.pdf` holds it as its file is now."""


@dataclass(frozen=True)
class Status:
    """How a packet stands."""

    folder: Path
    plan: Plan
    parts: tuple[PartStatus, ...]
    pages: int | None
    """Of `packet.pdf` as it was last made."""
    is_current: bool
    """Whether `packet.pdf` is there and shows the packet as it is planned now."""
    to_check: tuple[str, ...]
    """Facts of law to check before filing, in words."""
    blanks: Mapping[str, int]
    """Places still to complete by hand, by the title of the paper."""
    beside: tuple[str, ...]
    """Files that lie in the folder and are not filed."""
    unplanned: tuple[str, ...]
    """Files that lie in the folder and that the plan does not name."""

    @property
    def left_blank(self) -> int:
        """Places still to complete by hand in the papers that are filed."""
        return sum(self.blanks.values())


def status(folder: Path) -> Status:
    """Return how the packet in `folder` stands; raises `UserError` where there is none."""
    folder = existing(folder)
    plan = plan_file.read(folder)
    known = manifest.read(folder)
    packet: Mapping[str, Any] = known.get("packet") or {}
    parts = tuple(_part(folder, plan, part, known) for part in plan.parts)
    in_it = [each for each in parts if each.state == "in"]
    return Status(
        folder=folder,
        plan=plan,
        parts=parts,
        pages=packet.get("pages"),
        is_current=(
            all(each.is_current for each in in_it)
            and [manifest.key(each.part) for each in in_it] == list(manifest.listed(known))
            and _is_as_listed(folder, known, places.PDF)
            and _is_as_listed(folder, known, places.PLAN)
        ),
        to_check=tuple(each["says"] for each in known.get("check_before_filing", ())),
        blanks={each.part.title: each.left_blank for each in in_it if each.left_blank},
        beside=tuple(name for name in plan.beside if places.within(folder, name).exists()),
        unplanned=_unplanned(folder, plan),
    )


def state(plan: Plan, part: Part) -> State:
    """Return whether a part is in the packet, or why it is not."""
    if plan.is_in(part):
        return "in"
    if part.left_out:
        return "left out"
    if isinstance(part, Exhibit):
        return "to come"
    return "replaced" if isinstance(part, Paper) else "not needed"


def _part(folder: Path, plan: Plan, part: Part, known: Mapping[str, Any]) -> PartStatus:
    shown: Mapping[str, Any] = manifest.listed(known).get(manifest.key(part), {})
    paper = next(
        (each for each in manifest.papers(known) if isinstance(part, Paper) and each.file == part.file), None
    )
    file = "" if not isinstance(part, Paper | Exhibit) else part.file
    now = _digest(folder, file) if file else ""
    return PartStatus(
        part=part,
        name=called_by(plan, part),
        state=state(plan, part),
        first=shown.get("first_page"),
        pages=shown.get("pages"),
        sheet=shown.get("sheet_pages", 0),
        left_blank=paper.left_blank if paper else 0,
        changed_by_hand=paper is not None and bool(now) and now != paper.sha256,
        is_gone=bool(file) and not now,
        is_current=bool(shown) and shown.get("sha256", "") == now,
    )


def _digest(folder: Path, file: str) -> str:
    """Return the digest of a file; empty if it is not there."""
    path = places.within(folder, file)
    return manifest.digest(places.read(path)) if path.is_file() else ""


def _is_as_listed(folder: Path, known: Mapping[str, Any], file: str) -> bool:
    listed = known.get("files", {}).get(file)
    return listed is not None and listed == _digest(folder, file)


def _unplanned(folder: Path, plan: Plan) -> tuple[str, ...]:
    named = {part.file for part in plan.parts if isinstance(part, Paper | Exhibit)}
    named |= {places.PLAN, places.MANIFEST, places.PDF, places.DOCX, *plan.beside}
    return tuple(name for name in places.files(folder) if name not in named)
