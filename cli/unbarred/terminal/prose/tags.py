"""The tags of HTML, by what they mean to somebody who reads."""

from __future__ import annotations

import re

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)  # fmt: skip
"""Tags that hold nothing."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre search "
    "section summary table tbody td tfoot th thead tr ul".split()
)
"""Tags that begin and end a block."""

LISTS = frozenset({"dir", "menu", "ol", "ul"})
CELLS = frozenset({"td", "th", "tr"})

MARKS = {
    **dict.fromkeys(("b", "strong", "th", "dt", "summary", "legend"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "title"),
}
"""Tags that mark the words in them."""

NOT_READ = frozenset(
    "audio canvas datalist head map math noscript object script select style svg template textarea title "
    "video".split()
)
"""Tags whose words are not for reading."""

_OTHERS = frozenset(
    "a abbr acronym bdi bdo big button data del font ins label mark meter nobr output picture progress q "
    "rp rt ruby s small span strike sub sup time u colgroup iframe".split()
)

KNOWN = VOID | BLOCKS | NOT_READ | _OTHERS | MARKS.keys()

_NAMES = "|".join(sorted(KNOWN, key=len, reverse=True))
TAG = re.compile(rf"</?(?:{_NAMES})(?:[\s/][^<>]*)?>", re.IGNORECASE)
"""Looks like a tag of HTML."""
