"""What changed between two packets: which papers and exhibits, and what they were made from."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unbarred.documents.comparing.aligning import Item, align
from unbarred.documents.comparing.changes import Change, Kind, changes
from unbarred.documents.comparing.matching import Comparison
from unbarred.documents.comparing.plans import plan_changes
from unbarred.documents.packets import Exhibit, Plan, manifest, places, plan_file
from unbarred.documents.word.reading import text_of_parts
from unbarred.errors import UserError

_WORD = ".docx"
_ORDINAL = re.compile(r"^\d+[-. ]+")


@dataclass(frozen=True)
class Paper:
    """One paper or exhibit of a packet: what it is called, its file's name, and the file's content."""

    title: str
    file: str
    content: bytes = field(repr=False)

    @property
    def is_word(self) -> bool:
        """Whether it is a Word file, whose words can be compared."""
        return self.file.casefold().endswith(_WORD)


@dataclass(frozen=True)
class PaperChanges:
    """One paper before and after; None where it is new or gone. `changes` are those of its words."""

    before: Paper | None
    after: Paper | None
    changes: tuple[Change, ...] = ()

    @property
    def kind(self) -> Kind | None:
        """What happened to the paper; None if it is the same."""
        if self.before is None:
            return Kind.NEW
        if self.after is None:
            return Kind.GONE
        return None if self.before.content == self.after.content else Kind.CHANGED

    @property
    def can_be_tracked(self) -> bool:
        """Whether both are Word files that differ."""
        papers = [paper for paper in (self.before, self.after) if paper is not None and paper.is_word]
        return len(papers) == 2 and self.kind is Kind.CHANGED

    @property
    def title(self) -> str:
        """What it is called, now or before."""
        return self._known.title

    @property
    def file(self) -> str:
        """Its file's name, now or before."""
        return self._known.file

    @property
    def _known(self) -> Paper:
        paper = self.after or self.before
        assert paper is not None
        return paper


@dataclass(frozen=True)
class PacketChanges:
    """What changed between two packets.

    `exhibits` are the papers she added. `other_order` is true where what stayed stands in another
    order. `made_from` says in words what the packets rest on that is another now: the day, the place,
    the law, the templates, and what must be checked before filing. `plan` says in words what is
    another in their plans.
    """

    papers: tuple[PaperChanges, ...]
    exhibits: tuple[PaperChanges, ...] = ()
    other_order: bool = False
    made_from: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Packet:
    """A packet read from its folder, in its order."""

    papers: tuple[Paper, ...]
    exhibits: tuple[Paper, ...]
    manifest: Mapping[str, Any]
    plan: Plan | None = None

    @property
    def day(self) -> datetime.date | None:
        """The day of its papers, where it says one."""
        try:
            return datetime.date.fromisoformat(str(self.manifest.get("as_of")))
        except ValueError:
            return None


def read_packet(folder: Path) -> Packet:
    """Return the packet in `folder`. Raises `UserError` if it is none, or cannot be read."""
    if not (folder / places.MANIFEST).is_file():
        raise UserError(
            f"There is no packet in {folder}.", f"A packet's folder has a file {places.MANIFEST} in it."
        )
    known = manifest.read(folder)
    plan = plan_file.read(folder) if (folder / places.PLAN).is_file() else None
    listed = _listed(known, plan)
    added = [(_called(each), each.file) for each in plan.exhibits if each.is_in] if plan else []
    papers, exhibits = (
        tuple(Paper(title, file, places.read(places.inside(folder, file))) for title, file in files)
        for files in (listed, added)
    )
    return Packet(papers, exhibits, known, plan)


def _listed(known: Mapping[str, Any], plan: Plan | None) -> list[tuple[str, str]]:
    """Return title and file of the papers that are filed, in the plan's order, then of all others."""
    made = [(paper.title, paper.file) for paper in manifest.papers(known)]
    if plan is None:
        return made
    planned = {paper.file: paper for paper in plan.papers}
    filed = [(paper.title, file) for file, paper in planned.items() if not paper.left_out]
    return [*filed, *((title, file) for title, file in made if file not in planned)]


def _called(exhibit: Exhibit) -> str:
    return f"{exhibit.heading}, {exhibit.title}" if exhibit.title else exhibit.heading


def packet_changes(before: Packet, after: Packet) -> PacketChanges:
    """Return what changed. Raises `TemplateFault` for a paper that cannot be read."""
    papers = _compared(before.papers, after.papers)
    exhibits = _compared(before.exhibits, after.exhibits)
    return PacketChanges(
        papers,
        exhibits,
        _is_reordered(before.papers, papers) or _is_reordered(before.exhibits, exhibits),
        tuple(_made_from(before.manifest, after.manifest)),
        tuple(plan_changes(before.plan, after.plan)) if before.plan and after.plan else (),
    )


def paper_changes(before: Paper, after: Paper) -> PaperChanges:
    """Return what changed in one paper."""
    if before.content == after.content or not (before.is_word and after.is_word):
        return PaperChanges(before, after)
    comparison = Comparison(before.content, after.content, (before.file, after.file))
    return PaperChanges(before, after, tuple(changes(comparison)))


def _compared(before: Sequence[Paper], after: Sequence[Paper]) -> tuple[PaperChanges, ...]:
    fellows = _fellows(before, after)
    found = [
        paper_changes(fellows[each.file], each) if each.file in fellows else PaperChanges(None, each)
        for each in after
    ]
    known = {each.file for each in fellows.values()}
    return (*found, *(PaperChanges(each, None) for each in before if each.file not in known))


def _fellows(before: Sequence[Paper], after: Sequence[Paper]) -> dict[str, Paper]:
    """Return for each file of the newer packet the paper that it was before.

    Papers belong together by file, by title, by name without its number, by content, or by likeness.
    """
    found: dict[str, Paper] = {}
    keys: list[Callable[[Paper], object]] = [
        lambda paper: paper.file,
        lambda paper: paper.title,
        lambda paper: _ORDINAL.sub("", Path(paper.file).stem).casefold(),
        lambda paper: paper.content,
    ]
    for key in keys:
        left = {key(each): each for each in before if each not in found.values()}
        for each in after:
            if each.file not in found and key(each) in left:
                found[each.file] = left.pop(key(each))
    old = [each for each in before if each.is_word and each not in found.values()]
    new = [each for each in after if each.is_word and each.file not in found]
    for left_at, right_at in align([_item(each) for each in old], [_item(each) for each in new]):
        if left_at is not None and right_at is not None:
            found[new[right_at].file] = old[left_at]
    return found


def _item(paper: Paper) -> Item:
    return Item(text_of_parts(paper.content))


def _is_reordered(before: Sequence[Paper], compared: Sequence[PaperChanges]) -> bool:
    positions = {paper.file: at for at, paper in enumerate(before)}
    order = [positions[each.before.file] for each in compared if each.before and each.after]
    return order != sorted(order)


def _made_from(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for key, words in (("interview", "interview"), ("place", "place"), ("as_of", "day of the papers")):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield f"The {words} was {old or 'not said'}, and is {new or 'not said'}."
    yield from _files("The law in", _digests(before.get("law")), _digests(after.get("law")))
    yield from _files("The template", _digests(before.get("templates")), _digests(after.get("templates")))
    old_facts, new_facts = (_facts(each) for each in (before, after))
    for key, says in new_facts.items():
        if key not in old_facts:
            yield f"To be checked before filing, which was not before: {says}"
    for key, says in old_facts.items():
        if key not in new_facts:
            yield f"No longer to be checked before filing: {says}"


def _files(words: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    if not before or not after:
        return  # an older manifest does not say
    for name in dict.fromkeys([*before, *after]):
        if name not in before:
            yield f"{words} {name} was not used before."
        elif name not in after:
            yield f"{words} {name} is no longer used."
        elif before[name] != after[name]:
            yield f"{words} {name} has changed."


def _digests(said: object) -> dict[str, str]:
    """Return the digests of a manifest by the names of what they are of."""
    if not isinstance(said, dict):
        return {}
    found = {}
    for key, value in said.items():
        if isinstance(value, dict):
            found[str(value.get("name", key))] = str(value.get("sha256", ""))
        else:
            found[str(key)] = str(value)
    return found


def _facts(known: Mapping[str, Any]) -> dict[str, str]:
    told = known.get("check_before_filing")
    facts = [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []
    return {json.dumps([each.get("id"), each.get("source")]): str(each.get("says", "")) for each in facts}
