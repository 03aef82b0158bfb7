"""docassemble's markup in brackets, lifted out of an author's text before Markdown reads it.

Every piece of it that docassemble knows is taken out, so that none is left on a paper;
brackets that mean nothing to it, such as `[SEAL]`, are an author's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from unbarred.documents.drafting.blocks import Mark, Picture, Words
from unbarred.documents.drafting.places import CODE, CODES, CODES_ALONE, PLACE, PRIVATE, Answers, place
from unbarred.documents.filling.marks import clean

_RULE = "_" * 18
_NBSP, _ZERO_WIDTH, _BLACK = "\u00a0", "\u200b", "\u2588"

_WORDS = {
    "NBSP": _NBSP,
    "ENDASH": "–",
    "EMDASH": "—",
    "HYPHEN": "-",
    "CHECKBOX": "____",
    "BLANK": _RULE,
    "REDACTION_SPACE": _ZERO_WIDTH,
}
_MARKS = {
    "BR": Mark("break"),
    "NEWLINE": Mark("break"),
    "TAB": Mark("tab"),
    "PAGENUM": Mark("page"),
    "TOTALPAGES": Mark("pages"),
    "BLANKFILL": Mark("fill"),
}
PARAGRAPH = frozenset("CENTER BOLDCENTER FLUSHLEFT FLUSHRIGHT NOINDENT BORDER INDENTBY".split())
"""What says how the paragraph stands in which it is written."""
APART = frozenset(
    """PAGEBREAK SKIPLINE VERTICALSPACE NEWPAR TIGHTSPACING SINGLESPACING ONEANDAHALFSPACING DOUBLESPACING
    TRIPLESPACING START_INDENTATION STOP_INDENTATION INDENTATION NOINDENTATION BEGIN_TWOCOL BREAK END_TWOCOL
    BEGIN_CAPTION VERTICAL_LINE END_CAPTION""".split()
)
"""What stands between paragraphs, and parts the one in which it is written."""
_LEFT_OUT = "END SECTIONNUM NOPAR MANUALSKIP SAVE RESTORE NO_EMOJIS".split()

_CODE = re.compile(rf"\[({'|'.join([*_WORDS, *_MARKS, *PARAGRAPH, *APART, *_LEFT_OUT])})((?: [^\]]*)?)\]")
_PICTURE = re.compile(r"\[(?:FILE|EMOJI) ([^,\]]+)(?:, *([^,\]]*))?(?:, *([^\]]*))?\]")
_QR = re.compile(r"\[QR ([^,\]]+)(?:, *([^,\]]*))?(?:, *([^\]]*))?\]")
_REDACTED = re.compile(r"\[REDACTION_WORD ([^\]]+)\]")
_NOT_ON_PAPER = re.compile(r"\[(?:MAP|TARGET|YOUTUBE[^ \]]*|VIMEO[^ \]]*) [^\]]+\]")
# A field can have brackets in it.
_FIELD = re.compile(r"\[FIELD (?:[^\[\]]|\[[^\[\]]*\])*\]")
_TERM = re.compile(r"\[\[([^\[\]]*)\]\]")

QR = "QR:"
"""How the reference of a picture begins that is the code of the words after it."""


@dataclass(frozen=True)
class Code:
    """Markup that concerns paragraphs: its name in docassemble, and what is written after it."""

    name: str
    value: str = ""


Lifted = Words | Mark | Picture | Code


@dataclass(frozen=True)
class Source:
    """An author's Markdown with places for answers and for what was lifted out of it."""

    markdown: str
    answers: Answers
    lifted: tuple[Lifted, ...]


def lift(text: str, answers: Answers) -> Source:
    """Return `text`, in which there are places for `answers`, with its markup lifted out."""
    lifted: list[Lifted] = []

    def hold(thing: Lifted) -> str:
        lifted.append(thing)
        return place(CODE, len(lifted) - 1)

    def code(found: re.Match[str]) -> str:
        name, value = found.group(1), found.group(2).strip()
        if value and name != "INDENTBY":
            # These take nothing after their name: such brackets are words.
            return found.group()
        if name in _LEFT_OUT:
            return "\n" if name == "END" else ""
        return hold(_plain(name) or Code(name, value))

    def parts(found: re.Match[str]) -> list[str]:
        # docassemble writes None for what is not said.
        said = [answers.restore(part or "").strip() for part in found.groups()]
        return ["" if part == "None" else part for part in said]

    def picture(found: re.Match[str]) -> str:
        return hold(Picture(*parts(found)))

    def qr(found: re.Match[str]) -> str:
        words, width, description = parts(found)
        return hold(Picture(f"{QR}{words}", width, description))

    text = CODES.sub("", text)
    # What was made black comes first: nothing may look into it, or leave a part of it.
    text = blackened(text, answers)
    text = _NOT_ON_PAPER.sub("", _FIELD.sub("", _TERM.sub(r"\1", text)))
    text = _CODE.sub(code, _QR.sub(qr, _PICTURE.sub(picture, text)))
    return Source(text, answers, tuple(lifted))


def blackened(text: str, answers: Answers) -> str:
    """Return `text` with black in the place of the words that docassemble was told to hide."""
    return _REDACTED.sub(lambda found: _BLACK * len(answers.restore(found.group(1))), text)


def set_apart(source: Source) -> str:
    """Return the Markdown of `source`, in which markup between paragraphs is a block of its own.

    That is so where it stands alone on its line; else it would be part of the text around it.
    """

    def block(line: re.Match[str]) -> str:
        things = [source.lifted[int(found.group(2))] for found in PLACE.finditer(line.group())]
        parts = [isinstance(each, Code) and each.name in APART - {"NEWPAR"} for each in things]
        return f"\n{line.group().strip()}\n" if all(parts) else line.group()

    return CODES_ALONE.sub(block, source.markdown)


def cleaned(text: str) -> str:
    """Return what an author or a program wrote, without characters that stand for something here."""
    return PRIVATE.sub("", clean(text))


def _plain(name: str) -> Words | Mark | None:
    if name in _WORDS:
        return Words(_WORDS[name])
    return _MARKS.get(name)
