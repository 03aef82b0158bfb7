"""Reads the tags of one part of a template as Jinja: every fault at once, and a tree of what is sound.

A fault in one tag must not hide those in others. So each tag is parsed by itself, the
statements are paired by hand, and only then all that is sound is parsed as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from unbarred.check.templates.finding import Place, TemplateFinding
from unbarred.errors import nearest

_KEYWORD = re.compile(r"\{%[-+]?\s*(\w+)")
_BLOCKS = {
    "if": "endif",
    "for": "endfor",
    "macro": "endmacro",
    "call": "endcall",
    "filter": "endfilter",
    "with": "endwith",
    "block": "endblock",
    "autoescape": "endautoescape",
    "raw": "endraw",
}
_BETWEEN = {"elif": ("if",), "else": ("if", "for")}
_CLOSES = {end: start for start, end in _BLOCKS.items()} | {"endset": "set"}
_BLOCK_SET = re.compile(r"\{%[-+]?\s*set\s[^=]*%\}$")
_CURLED = re.compile("[“”„‘’‚«»]")


@dataclass(frozen=True)
class Written:
    """A tag as Jinja reads it, and where it stands."""

    source: str
    place: Place


@dataclass
class Parsed:
    """The tree of one part, what each of its lines was, and what is wrong."""

    tree: nodes.Template
    tags: list[Written]
    """The tags by line, from line 1 on."""
    faults: list[TemplateFinding]

    def place(self, node: nodes.Node) -> Place:
        """Return where a node of the tree stands."""
        return self.tags[min(max(node.lineno, 1), len(self.tags)) - 1].place


def parse(tags: Sequence[Written], environment: Environment) -> Parsed:
    """Return the part whose tags these are; never raises for what they hold."""
    faults: list[TemplateFinding] = []
    sound = [tag for tag in tags if _is_sound(tag, environment, faults)]
    paired = _paired(sound, faults)
    lines = [tag for tag in paired if tag.source]
    # One tag a line: a line of Jinja's is a tag of ours.
    source = "\n".join(tag.source.replace("\n", " ") for tag in lines)
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as fault:
        place = lines[min(fault.lineno, len(lines)) - 1].place
        faults.append(place.finding("Jinja error", f"{_sentence(fault.message)}"))
        tree = environment.parse("")
    return Parsed(tree, lines or [Written("", Place(""))], faults)


def _is_sound(tag: Written, environment: Environment, faults: list[TemplateFinding]) -> bool:
    """Say whether the tag can be read by itself; add what is wrong with it."""
    if tag.source.startswith("{#"):
        return False
    keyword = _keyword(tag.source)
    if keyword in _CLOSES or keyword == "else":
        return True
    source = tag.source.replace("\n", " ")
    if keyword == "elif":
        source = f"{{% if 1 %}}{source}{{% endif %}}"
    elif _opens(tag.source):
        source += f"{{% {_BLOCKS.get(keyword, 'endset')} %}}"
    try:
        environment.parse(source)
    except TemplateSyntaxError as fault:
        faults.append(_syntax(tag, fault))
        return False
    return True


def _syntax(tag: Written, fault: TemplateSyntaxError) -> TemplateFinding:
    message = f"{_sentence(fault.message)} It stands in {tag.source}."
    if _CURLED.search(tag.source):
        mend = "Type the quotation marks in the tag straight: ' or \", the same on both sides."
        return tag.place.finding("curled quotes", message, mend)
    if tag.source.startswith("{{%"):
        return tag.place.finding("Jinja error", message, "Begin it with {% and end it with %}.")
    keyword = _keyword(tag.source)
    if fault.message and "unknown tag" in fault.message:
        known = [*_BLOCKS, *_CLOSES, *_BETWEEN, "set", "include"]
        return tag.place.finding("Jinja error", message, nearest(keyword, known, 1) or "Correct the tag.")
    return tag.place.finding("Jinja error", message, "Correct the tag.")


def _paired(tags: Sequence[Written], faults: list[TemplateFinding]) -> list[Written]:
    """Return the tags with each statement ended: ends without one are left out, missing ones added."""
    open_now: list[Written] = []
    kept: list[Written] = []
    for tag in tags:
        keyword = _keyword(tag.source)
        if keyword in _BETWEEN:
            if not open_now or _keyword(open_now[-1].source) not in _BETWEEN[keyword]:
                message = f"{tag.source} belongs to no {' or '.join(_BETWEEN[keyword])}."
                faults.append(tag.place.finding("unbalanced", message, "Take it out, or add the beginning."))
                continue
        elif keyword in _CLOSES:
            wanted = _CLOSES[keyword]
            if not any(_keyword(each.source) == wanted for each in open_now):
                message = f"{tag.source} ends no {wanted}: none is open here."
                mend = f"Take it out, or put the {wanted} before it."
                faults.append(tag.place.finding("unbalanced", message, mend))
                continue
            while _keyword(open_now[-1].source) != wanted:
                kept.append(_ended(open_now.pop(), faults, tag))
            open_now.pop()
        elif _opens(tag.source):
            open_now.append(tag)
        kept.append(tag)
    while open_now:
        kept.append(_ended(open_now.pop(), faults, None))
    return kept


def _ended(opening: Written, faults: list[TemplateFinding], before: Written | None) -> Written:
    """Return the end that `opening` lacks, and say so."""
    end = f"{{% {_BLOCKS.get(_keyword(opening.source), 'endset')} %}}"
    until = f" before {before.source} ({before.place})" if before else ""
    message = f"{opening.source} is opened here and never ended{until}."
    faults.append(opening.place.finding("unbalanced", message, f"Put {end} where it ends."))
    return Written(end, opening.place)


def _opens(source: str) -> bool:
    return _keyword(source) in _BLOCKS or _BLOCK_SET.match(source) is not None


def _keyword(source: str) -> str:
    found = _KEYWORD.match(source)
    return found.group(1) if found else ""


def _sentence(message: str | None) -> str:
    words = (message or "This is not Jinja").strip().rstrip(".")
    return f"{words[:1].upper()}{words[1:]}."
