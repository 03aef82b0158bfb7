"""Makes the PDF of a packet, and its one Word file where wanted, in the packet's folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unbarred.documents.packets import assembling, budget, manifest, merging, places, plan_file
from unbarred.documents.packets.arranging import said
from unbarred.documents.packets.assembling import Pages
from unbarred.documents.packets.budget import Reckoned
from unbarred.documents.packets.changing import Change, changing
from unbarred.documents.packets.converting import Converter
from unbarred.documents.packets.holding import held
from unbarred.documents.packets.layout import Placed, total
from unbarred.documents.packets.plan import Made, Plan
from unbarred.errors import UserError

if TYPE_CHECKING:
    from unbarred.documents.office import Office


@dataclass(frozen=True)
class Wanted:
    """What is to be different from what the plan says; None leaves it as it is."""

    pages: int | None = None
    """The most pages; 0 for any number."""
    bates: str | None = None
    """What stands before the Bates number; "" for no such number."""
    stamp: bool | None = None
    docx: bool | None = None
    archival: bool | None = None


@dataclass(frozen=True)
class Report:
    """What came of making a packet."""

    folder: Path
    plan: Plan
    placed: tuple[Placed, ...]
    made_again: tuple[str, ...]
    """Papers and exhibits that were not in the packet before as they are now, or were made in another way."""
    kept: tuple[str, ...]
    """Those whose pages were taken from what was made before."""
    changed_by_hand: tuple[str, ...]
    """Files of papers that are no longer as the interview made them, and were used as they are now."""
    left_blank: int
    """Places still to complete by hand in the papers that are filed."""
    docx: bool
    """Whether one Word file was made."""

    @property
    def pages(self) -> int:
        """How many pages the packet has."""
        return total(self.placed)

    @property
    def budget(self) -> Reckoned | None:
        """The pages against those allowed; None if any number is."""
        allowed = self.plan.options.pages
        return budget.reckon(self.placed, allowed) if allowed else None


def make(folder: Path, wanted: Wanted | None = None, *, office: Office | None = None) -> Report:
    """Make `packet.pdf` in the packet's folder from its plan, and `packet.docx` where wanted.

    `office` is a LibreOffice that runs already; one is started where none is
    given and something has to be converted.

    What the plan says otherwise than `wanted` is changed in it too. All files
    are replaced together; when anything goes wrong, none is. Only where
    LibreOffice is missing or fails, the Word file is made all the same before
    that error is raised. Raises `UserError` for what is wrong with the plan or a
    file, and if `packet.pdf` was changed by hand.
    """
    with held(folder):
        return _made(folder, wanted or Wanted(), office)


def _made(folder: Path, wanted: Wanted, office: Office | None) -> Report:
    before = plan_file.read(folder)
    plan = dataclasses.replace(before, options=_options(before, wanted))
    known = manifest.read(folder)
    refuse_changed(folder, known)
    with Converter(folder, plan.paper, archival=plan.options.archival, office=office) as converter:
        try:
            pages = assembling.pages(folder, plan, converter)
        except _office_errors():
            if plan.options.docx:
                with changing(folder) as change:
                    _write(folder, change, {places.DOCX: merging.merged(folder, plan, None)}, known, None)
            raise
        made = {places.PDF: pages.pdf}
        if plan.options.docx:
            made[places.DOCX] = merging.merged(folder, plan, pages)
        if plan != before:
            made[places.PLAN] = plan_file.write(plan)
        with changing(folder) as change:
            converter.kept.settle(change)
            if places.DOCX not in made:
                change.remove(places.DOCX)
            updated = _write(folder, change, made, known, (plan, pages))
    return _report(folder, plan, pages, _changed(known, updated, converter), updated)


def refuse_changed(folder: Path, known: Mapping[str, Any]) -> None:
    """Raise `UserError` if a file that is about to be made anew was changed by hand."""
    for name in (places.PDF, places.DOCX):
        path = folder / name
        listed = known.get("files", {}).get(name)
        if path.exists() and (listed is None or manifest.digest(places.read(path)) != listed):
            raise UserError(
                f"{path} is not as it was made: it was changed, signed or put there by hand.",
                "Give it another name, so that nothing of it is lost, then make the packet again.",
            )


def _options(plan: Plan, wanted: Wanted) -> Any:
    changed: dict[str, Any] = {
        key: value for key, value in dataclasses.asdict(wanted).items() if value is not None
    }
    if wanted.pages == 0:
        changed["pages"] = None
    return dataclasses.replace(plan.options, **changed)


def _write(
    folder: Path,
    change: Change,
    made: Mapping[str, bytes],
    known: Mapping[str, Any],
    packet: tuple[Plan, Pages] | None,
) -> dict[str, Any]:
    """Write the files that were made and the manifest that fits them; return that."""
    there = {name: manifest.digest(places.read(places.inside(folder, name))) for name in places.files(folder)}
    del_names = {places.MANIFEST} | ({places.DOCX} if places.DOCX not in made else set())
    files = {name: value for name, value in there.items() if name not in del_names}
    files |= {name: manifest.digest(content) for name, content in made.items()}
    papers = [
        dataclasses.replace(each, sha256_now=files[each.file])
        for each in manifest.papers(known)
        if each.file in files
    ]
    updated = manifest.with_papers(known, papers)
    if packet:
        plan, pages = packet
        updated = manifest.with_packet(updated, plan, pages.placed, pages.read, files)
    else:
        # The PDF is as it was, and so is what is known of it.
        updated["files"] = {**known.get("files", {}), **{name: files[name] for name in made}}
    for name, content in made.items():
        change.write(name, content)
    change.write(places.MANIFEST, manifest.written(updated))
    return updated


def _changed(
    before: Mapping[str, Any], after: Mapping[str, Any], converter: Converter
) -> set[tuple[str, str]]:
    """Return the keys of the parts that are not as they were in the packet before."""
    then = {key: each.get("sha256") for key, each in manifest.listed(before).items()}
    now = {key: each.get("sha256") for key, each in manifest.listed(after).items()}
    return {key for key in now if key not in then or then[key] != now[key]} | converter.made_again


def _report(
    folder: Path, plan: Plan, pages: Pages, changed: set[tuple[str, str]], known: Mapping[str, Any]
) -> Report:
    hers = [each.part for each in pages.placed if not isinstance(each.part, Made)]
    filed = {getattr(each.part, "file", "") for each in pages.placed}
    papers = [each for each in manifest.papers(known) if each.file in filed]
    return Report(
        folder=folder,
        plan=plan,
        placed=pages.placed,
        made_again=tuple(said(each) for each in hers if manifest.key(each) in changed),
        kept=tuple(said(each) for each in hers if manifest.key(each) not in changed),
        changed_by_hand=tuple(each.file for each in papers if each.is_changed),
        left_blank=sum(each.left_blank for each in papers),
        docx=plan.options.docx,
    )


def _office_errors() -> tuple[type[UserError], ...]:
    from unbarred.documents.office import OfficeFailed, OfficeMissing

    return OfficeMissing, OfficeFailed
