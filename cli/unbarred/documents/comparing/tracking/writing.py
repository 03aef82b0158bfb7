"""Makes a paper in which every change since an older one is tracked."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.comparing.matching import Comparison, StoryPair
from unbarred.documents.comparing.reading.inline import BOX, DRAWN
from unbarred.documents.comparing.reading.opened import DOCUMENT
from unbarred.documents.comparing.reading.stories import Story
from unbarred.documents.comparing.tracking.blocks import put_all_in, taken_out_blocks, track
from unbarred.documents.comparing.tracking.carrying import Carrier
from unbarred.documents.comparing.tracking.marks import Marks
from unbarred.documents.comparing.tracking.paragraphs import Ground
from unbarred.documents.word.package import Part, write_package
from unbarred.documents.word.wordml import FALLBACK, SECTION, UTF8, R, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def tracked(before: bytes, after: bytes, names: tuple[str, str], day: datetime.date | None = None) -> bytes:
    """Return the DOCX `after` with all that makes it differ from `before` as tracked changes.

    Who accepts them all has what `after` says, who refuses them all what `before` says; the looks are
    those of `after`. `day` is the day of the changes. The same papers give the same bytes. Tracked
    changes that the papers have already are taken as accepted. `names` are said where one of them is no
    Word file, which is a `TemplateFault`.
    """
    comparison = Comparison(before, after, names)
    opened = comparison.after.opened
    carrier = Carrier(comparison.before, comparison.after)
    stories = [pair.after for pair in comparison.stories if pair.after is not None]
    roots = {part: carrier.root(part) for part in [DOCUMENT, *(story.part for story in stories)]}
    marks = Marks(day, roots.values())
    for pair in comparison.stories:
        _track(comparison, carrier, marks, pair)
    _number_drawings(roots.values())
    changed = {part: Part.of(_written(root)) for part, root in carrier.roots.items()}
    return write_package({**opened.parts, **carrier.parts, **changed})


def _track(comparison: Comparison, carrier: Carrier, marks: Marks, pair: StoryPair) -> None:
    before, after = pair.before, pair.after
    parts = (before.part if before else DOCUMENT, after.part if after else DOCUMENT)
    ground = Ground(comparison, marks, carrier, parts)
    if before is not None and after is not None:
        for root in _copies(after.root):
            track(ground, before.root, root)
    elif after is not None and after.section:
        put_all_in(ground, after.root)
    elif before is not None and before.section:
        _bring_back(ground, before)
    # A note or a text box hangs on a sign in the text, and comes and goes with it.


def _copies(root: Element) -> list[Element]:
    """Return a story and, of a text box, the copy that Word keeps for older programs."""
    around = next(root.iterancestors(_ALTERNATIVES), None) if root.tag == BOX else None
    fallback = None if around is None else around.find(FALLBACK)
    return [root, *([] if fallback is None else fallback.iter(BOX))]


def _bring_back(ground: Ground, story: Story) -> None:
    """Put a header or footer that is gone back in, as taken out."""
    sections = list(ground.comparison.after.opened.document.iter(SECTION))
    kind = story.name.partition(",")[0]
    if not 0 < story.section <= len(sections):
        return
    section = sections[story.section - 1]
    reference = w(f"{kind}Reference")
    if any(each.get(w("type"), "default") == story.pages for each in section.iterchildren(reference)):
        return
    root = story.root.makeelement(story.root.tag, nsmap=story.root.nsmap)
    name, number = ground.carrier.bring_part(kind, story.part, root)
    own = dataclasses.replace(ground, parts=(story.part, name))
    root.extend(taken_out_blocks(own, story.root))
    section.insert(0, section.makeelement(reference, {w("type"): story.pages, f"{{{R}}}id": number}))


def _number_drawings(roots: Iterable[Element]) -> None:
    """Give each drawing a number of its own: one that was taken out may have that of another."""
    seen: set[str] = set()
    drawings = [each for root in roots for each in root.iter(DRAWN)]
    free = max((int(each.get("id", "")) for each in drawings if each.get("id", "").isdigit()), default=0)
    for each in drawings:
        if each.get("id", "") in seen:
            free += 1
            each.set("id", str(free))
        seen.add(each.get("id", ""))


def _written(root: Element) -> bytes:
    source: str = etree.tostring(root, encoding="unicode")
    return (UTF8 + source).encode()
