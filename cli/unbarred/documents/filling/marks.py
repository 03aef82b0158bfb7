"""Characters that no answer and no template can contain, used to mark places.

They are Unicode noncharacters: XML carries them, no keyboard types them, and
no text that is meant to be read has them. `clean` takes them out of answers.

A template's tags are lifted out as `⟨number⟩` between `TAG` and `TAG_END`, so
that a tag can hold `<` and `&`. A printed answer stands between `ANSWER` and
`ANSWER_END`, so that the filled document still knows which words are the
person's own; an empty pair is an answer she left for later.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

TAG, TAG_END = "\ufdd0", "\ufdd1"
VANISHES = "\ufdd2"
"""Before a paragraph that vanishes if nothing is printed in it."""
ANSWER, ANSWER_END = "\U0010fffe", "\U0010ffff"
BLANK = ANSWER + ANSWER_END

TAG_PLACE = re.compile(f"{TAG}(\\d+){TAG_END}")
ANSWER_PLACE = re.compile(f"{ANSWER}([^{ANSWER}{ANSWER_END}]*){ANSWER_END}")

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1f]")
_NOT_TEXT = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def marked(value: object) -> Markup:
    """Return what is laid out later: `value` in words, or the line to fill in that None is."""
    words = "" if value is None else clean(str(value))
    is_seen = value is None or words
    return Markup(f"{ANSWER}{escape(words)}{ANSWER_END}" if is_seen else "")  # noqa: S704 - escaped


def clean(text: str) -> str:
    """Return `text` as a document can hold it.

    Every kind of line end becomes a newline; control characters, which have no
    shape, are dropped; half characters and noncharacters become U+FFFD, so
    that a damaged answer is seen to be damaged. All else stays as typed.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    return _NOT_TEXT.sub("\ufffd", _NOT_XML.sub("", text))
