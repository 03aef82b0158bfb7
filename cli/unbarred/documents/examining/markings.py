"""What is left over from writing a template: tracked changes, comments, hidden text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from unbarred.documents.examining.flaws import Flaw
from unbarred.documents.examining.spots import spot_of
from unbarred.documents.word.wordml import PARAGRAPH, PARAGRAPH_FORMAT, RUN, RUN_FORMAT, VALUE, ancestor, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHANGES = tuple(
    w(name)
    for name in (
        "ins del moveFrom moveTo cellIns cellDel cellMerge rPrChange pPrChange tblPrChange trPrChange "
        "tcPrChange sectPrChange numberingChange"
    ).split()
)
_OFF = frozenset(("0", "false", "off", "none"))
_STYLES = "word/styles.xml"


def flaws(roots: Mapping[str, Element]) -> Iterator[Flaw]:
    """Yield one flaw for the changes, one for the comments, and one for each hidden text."""
    hiding = _hiding_styles(roots)
    for part, root in sorted(roots.items()):
        if not part.startswith("word/") or part == _STYLES or part.endswith(".rels"):
            continue
        changed = list(root.iter(*_CHANGES))
        if changed:
            count = "A change is" if len(changed) == 1 else f"{len(changed)} changes are"
            mend = "In Word, choose Review > Accept > Accept All Changes and Stop Tracking."
            yield Flaw("tracked change", f"{count} still tracked.", mend, spot_of(changed[0], part))
        comments = list(root.iter(w("comment")))
        if comments:
            count = "A comment is" if len(comments) == 1 else f"{len(comments)} comments are"
            mend = "In Word, choose Review > Delete > Delete All Comments in Document."
            yield Flaw("comment", f"{count} left in it.", mend)
        for run in root.iter(RUN):
            words = "".join(each.text or "" for each in run.iter(w("t")))
            if words.strip() and _is_hidden(run, hiding):
                message = f"“{words.strip()[:60]}” is hidden: it is in every paper, and nobody sees it."
                mend = "In Word, press Ctrl+Shift+8 to show it, and delete it or clear Font > Hidden."
                yield Flaw("hidden text", message, mend, spot_of(run, part))


def _is_hidden(run: Element, hiding: frozenset[str]) -> bool:
    form = run.find(RUN_FORMAT)
    own = _vanishes(form)
    if own is not None:
        return own
    paragraph = ancestor(run, PARAGRAPH)
    named = (
        form.find(w("rStyle")) if form is not None else None,
        paragraph.find(f"{PARAGRAPH_FORMAT}/{w('pStyle')}") if paragraph is not None else None,
    )
    return any(style is not None and style.get(VALUE, "") in hiding for style in named)


def _vanishes(form: Element | None) -> bool | None:
    """Return whether a format says that its words are hidden, or None if it says nothing of it."""
    vanish = form.find(w("vanish")) if form is not None else None
    return vanish.get(VALUE, "1") not in _OFF if vanish is not None else None


def _hiding_styles(roots: Mapping[str, Element]) -> frozenset[str]:
    """Return the styles whose words are hidden, by what they say or by what those they stand on say."""
    if _STYLES not in roots:
        return frozenset()
    styles = {style.get(w("styleId"), ""): style for style in roots[_STYLES].iter(w("style"))}
    return frozenset(name for name in styles if _hides(name, styles))


def _hides(name: str, styles: Mapping[str, Element]) -> bool:
    # No more steps than there are styles: two may stand on each other.
    for _ in styles:
        if name not in styles:
            return False
        said = _vanishes(styles[name].find(RUN_FORMAT))
        if said is not None:
            return said
        below = styles[name].find(w("basedOn"))
        name = below.get(VALUE, "") if below is not None else ""
    return False
