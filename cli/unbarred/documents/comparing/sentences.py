"""Parts text into sentences, so that a change is told by the sentence and not by the page."""

from __future__ import annotations

import re

# Ends of sentences: a mark, what closes behind it, a space, and no small letter after it.
_END = re.compile(r"[.!?…]+[”’\"')\]]*(?:\[[^\]\n]*\])?(?=\s+[^\sa-z])|\n+|\f+")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘']*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
# They end in a period that ends no sentence.
_SHORT = frozenset(
    (
        "mr mrs ms dr prof rev hon st mt ft sgt lt capt col gen gov sen rep pres supt "
        "v vs in re ex rel no nos art arts sec secs ch para paras subd pt pts vol ed eds fig app div dist "
        "dept ct cir supp stat reg regs crim proc corr exec pen ann inc ltd co corp bros assn "
        "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
        "ave blvd rd ste apt bldg e.g i.e cf viz approx est min max"
    ).split()
)
# These are words of their own as well, unless a number follows.
_BEFORE_NUMBERS = frozenset("no nos in art sec pt mar may sun sat ed app co pen max min".split())


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`, each with the space behind it; joined they are `text` again.

    Where it is in doubt whether a sentence ends, it goes on: two told together do no harm.
    """
    found, begin = [], 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _goes_on(text, begin, match):
            continue
        end = match.end()
        while end < len(text) and text[end].isspace():
            end += 1
        found.append(text[begin:end])
        begin = end
    if begin < len(text):
        found.append(text[begin:])
    return [each for each in found if each]


def _goes_on(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the period at `match` belongs to a short form, an initial or the number of a list."""
    if match.end() - match.start() > 1:
        return False
    found = _LAST_WORD.search(text, begin, match.start())
    word = found.group() if found else ""
    follows_number = bool(re.match(r"\s+[\d(§]", text[match.end() : match.end() + 4]))
    if word.casefold() in _SHORT:
        return follows_number or word.casefold() not in _BEFORE_NUMBERS
    # N.Y., U.S.C., the J. in John J. Sample; but not “I”, which ends “So did I.”
    if _INITIALS.fullmatch(word) and word != "I":
        return True
    return word.isdigit() and not text[begin : match.start() - len(word)].strip()
