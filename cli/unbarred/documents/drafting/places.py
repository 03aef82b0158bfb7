"""Private characters that stand for what Markdown must not look into: answers, and an author's markup.

Markdown takes them for letters. An answer is lifted out before the text is
read and put back into the finished paragraphs, so that nothing in it (`*`, `#`, `|`, `<`)
can become formatting, and nothing of it is lost.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

ANSWER, CODE = "\ue000", "\ue002"
_END = {ANSWER: "\ue001", CODE: "\ue003"}
PRIVATE = re.compile("[\ue000-\ue003]")
CODES = re.compile("[\ue002\ue003]")
PLACE = re.compile("\ue000(\\d+)\ue001|\ue002(\\d+)\ue003")
ANSWER_PLACE = re.compile("\ue000(\\d+)\ue001")
CODES_ALONE = re.compile("^[ \t]*(?:\ue002\\d+\ue003[ \t]*)+$", re.MULTILINE)


def place(kind: str, number: int) -> str:
    """Return what stands for the `number`-th answer (`ANSWER`) or markup (`CODE`)."""
    return f"{kind}{number}{_END[kind]}"


class Answers:
    """The answers that stand in one text, in order."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def hold(self, words: str) -> str:
        """Keep `words`, and return what stands for them; empty ones are a line to fill in."""
        self._words.append(words)
        return place(ANSWER, len(self._words) - 1)

    def words(self, number: int) -> str:
        """Return one answer; empty for a number that no text was given."""
        return self._words[number] if number < len(self._words) else ""

    def restore(self, text: str) -> str:
        """Return `text` with every answer in its place."""
        return ANSWER_PLACE.sub(lambda found: self.words(int(found.group(1))), text)

    def restore_address(self, address: str) -> str:
        """Return the address of a link, in which Markdown has written the places in hexadecimal."""
        return self.restore(unquote(address)) if "%EE%80%80" in address else address
