"""A long answer while it is being written."""

from __future__ import annotations

import time
from collections.abc import Callable

_SECONDS_BETWEEN = 1.0


class Draft:
    """Holds the text of a long answer and has it kept on disk, at most once a second.

    `keep` writes the text away. Call `flush` whenever the typing pauses or ends.
    """

    def __init__(
        self, text: str, keep: Callable[[str], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.text = text
        self._kept = text
        self._keep = keep
        self._clock = clock
        self._next = clock()

    def typed(self, text: str) -> None:
        """Take the text as it stands now; keep it if a second has passed."""
        self.text = text
        if self._clock() >= self._next:
            self.flush()

    def flush(self) -> None:
        """Keep the text now, if it is not kept already."""
        if self.text == self._kept:
            return
        self._keep(self.text)
        self._kept = self.text
        self._next = self._clock() + _SECONDS_BETWEEN

    @property
    def word_count(self) -> int:
        """How many words the text has."""
        return len(self.text.split())
