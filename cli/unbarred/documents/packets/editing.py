"""Changes the plan of a packet in its folder: exhibits added and replaced, parts moved and left out."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from unbarred.documents.packets import arranging, places, plan_file
from unbarred.documents.packets.changing import Change, changing
from unbarred.documents.packets.converting import checked, exhibit_key
from unbarred.documents.packets.holding import held
from unbarred.documents.packets.keeping import Kept
from unbarred.documents.packets.plan import Exhibit, Paper, Part, Plan
from unbarred.errors import UsageError, UserError


@dataclass(frozen=True)
class Asked:
    """How files are to be added."""

    title: str = ""
    """From the file's name if empty."""
    label: str = ""
    """Of the exhibit; the next free one if empty."""
    as_papers: bool = False
    before: str = ""
    after: str = ""
    """The part before or after which they go; after the last of their kind if both are empty."""


@dataclass(frozen=True)
class Added:
    """A part that was added or replaced, and its pages; None where they are not counted yet."""

    part: Exhibit | Paper
    called: str
    """What she types for it."""
    pages: int | None


def add(folder: Path, files: Sequence[Path], asked: Asked) -> list[Added]:
    """Copy files into the packet, each as an exhibit or as a paper.

    All are added, or none. Raises `UsageError` for what does not fit together,
    `UserError` for a file that cannot be a part.
    """
    if len(files) > 1 and (asked.title or asked.label):
        raise UsageError("A title or a label is for one file.", "Add the files one by one.")
    if asked.before and asked.after:
        raise UsageError("A part goes before or after another, not both.")
    added: list[tuple[Exhibit | Paper, int | None]] = []
    with held(folder), changing(folder) as change:
        plan, kept = plan_file.read(folder), Kept(folder)
        other = arranging.find(plan, name) if (name := asked.before or asked.after) else None
        for file in files:
            content, pages = _taken(plan, kept, file)
            part = _paper(plan, asked, file) if asked.as_papers else _exhibit(plan, asked, file)
            # Whether it fits is known before it is copied.
            _with(plan, part)
            part = dataclasses.replace(part, file=_copy(folder, change, file, content, part.file))
            plan = _with(plan, part)
            added.append((part, pages))
        if other:
            plan = _placed(plan, [part for part, _ in added], other, after=bool(asked.after))
        kept.settle(change, only_add=True)
        change.write(places.PLAN, plan_file.write(plan))
    return [Added(part, arranging.called_by(plan, part), pages) for part, pages in added]


def replace(folder: Path, label: str, file: Path, *, title: str = "") -> Added:
    """Put another file in the place of an exhibit; it keeps its label, and its title if none is given."""
    with held(folder), changing(folder) as change:
        plan, kept = plan_file.read(folder), Kept(folder)
        old = arranging.exhibit(plan, label)
        new_title = title or old.title
        content, pages = _taken(plan, kept, file)
        wanted = places.exhibit_file(old.label, new_title, file.suffix)
        ours = _copy_of(plan, old)
        name = _copy(folder, change, file, content, wanted, instead_of=ours)
        new = dataclasses.replace(old, title=new_title, file=name, left_out=False, on_paper=False)
        plan = arranging.replaced(plan, old, new)
        if ours and name != ours:
            change.remove(ours)
        kept.settle(change, only_add=True)
        change.write(places.PLAN, plan_file.write(plan))
    return Added(new, arranging.called_by(plan, new), pages)


def leave_out(folder: Path, name: str) -> str:
    """Leave the part called `name` out of the packet; its file stays. Return what it is called."""
    return _meant(_edited(folder, lambda plan: arranging.left_out(plan, name)), name)


def take_in(folder: Path, name: str) -> str:
    """Take a part that was left out into the packet again. Return what it is called."""
    return _meant(_edited(folder, lambda plan: arranging.left_out(plan, name, out=False)), name)


def move(folder: Path, name: str, *, before: str = "", after: str = "") -> list[str]:
    """Put a part right before or after another; exactly one of these is given. Return the new order."""
    if bool(before) is bool(after):
        raise UsageError("Say where it goes.", "Give --before PART or --after PART.")
    plan = _edited(folder, lambda plan: arranging.moved(plan, name, before=before, after=after))
    return [arranging.called_by(plan, part) for part in plan.parts]


def _meant(plan: Plan, name: str) -> str:
    if arranging.means_sheets(name):
        return "the exhibits' cover sheets"
    return arranging.said(arranging.find(plan, name))


def _edited(folder: Path, edit: Callable[[Plan], Plan]) -> Plan:
    with held(folder), changing(folder) as change:
        plan = edit(plan_file.read(folder))
        change.write(places.PLAN, plan_file.write(plan))
    return plan


def _with(plan: Plan, part: Paper | Exhibit) -> Plan:
    if isinstance(part, Paper):
        return arranging.with_paper(plan, part)
    return arranging.with_exhibit(plan, part)


def _paper(plan: Plan, asked: Asked, file: Path) -> Paper:
    """Return the paper that a file becomes."""
    places.refuse_made(file.name)
    if any(each.file.casefold() == file.name.casefold() for each in plan.papers):
        raise UserError(f"The packet has a paper {file.name} already.", "Give the file another name.")
    return Paper(file.name, asked.title or places.title_of(file))


def _exhibit(plan: Plan, asked: Asked, file: Path) -> Exhibit:
    """Return the exhibit that a file becomes; one that was still to come keeps its title.

    Without a label it is the one that was to come under its title, or a new one.
    """
    title = (asked.title or places.title_of(file)).casefold()
    awaited = [each.label for each in plan.exhibits if not each.file and each.title.casefold() == title]
    label = asked.label or (awaited[0] if awaited else arranging.free_label(plan))
    if not plan_file.LABEL.fullmatch(label):
        raise UsageError(f"{label} is no label of an exhibit.", "Labels are short: A, 12, B-2.")
    waiting = next((each for each in plan.exhibits if each.label.casefold() == label.casefold()), None)
    label = waiting.label if waiting else label
    title = asked.title or (waiting.title if waiting else places.title_of(file))
    return Exhibit(label, title, places.exhibit_file(label, title, file.suffix))


def _taken(plan: Plan, kept: Kept, file: Path) -> tuple[bytes, int | None]:
    """Return what a file holds and how many pages it has, if they are counted already."""
    from unbarred.documents.pdf import page_count

    content, pdf = checked(file, plan.paper)
    if pdf is None:
        return content, None
    kept.put(exhibit_key(content, plan.paper), pdf)
    return content, page_count(pdf)


def _copy_of(plan: Plan, exhibit: Exhibit) -> str:
    """Return the copy that was made of an exhibit's file, if it is that of no other part; else empty.

    A file that lay in the folder already is not ours, and stays where it is.
    """
    ours = places.exhibit_file(exhibit.label, exhibit.title, Path(exhibit.file).suffix)
    others = [part.file for part in plan.parts if isinstance(part, Paper | Exhibit) and part is not exhibit]
    return ours if exhibit.file == ours and ours not in others else ""


def _copy(
    folder: Path, change: Change, file: Path, content: bytes, name: str, *, instead_of: str = ""
) -> str:
    """Copy a file into the packet as `name`, unless it lies there already; return its name there.

    `instead_of` is the one copy whose place it may take.
    """
    own = Path(os.path.realpath(file))
    root = Path(os.path.realpath(folder))
    if own.is_relative_to(root) and not own.relative_to(root).parts[0].startswith("."):
        there = own.relative_to(root).as_posix()
        places.refuse_made(there)
        return there
    target = places.within(folder, name)
    if target.exists() and name != instead_of:
        raise UserError(f"There is a file {target} already.", "Give the exhibit another title or label.")
    change.write(name, content)
    return name


def _placed(plan: Plan, parts: Iterable[Part], other: Part, *, after: bool) -> Plan:
    """Return the plan with new parts in their order right before or after another."""
    if other not in plan.parts:
        # It was still to come, and now is there.
        raise UsageError(f"{arranging.said(other)} cannot stand beside itself.", "Say another part.")
    for part in parts:
        plan = arranging.beside(plan, part, other, after=after)
        other = part if after else other
    return plan
