"""Why one raw answer cannot be read, before it is tied to a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class NotAccepted(Exception):
    """The answer is not accepted; `message` says why and what to type instead.

    `kinds` are docassemble's names for this problem, the closest first, each
    with what its `%s` stand for. A slip that our words help to mend better than
    any the author could have foreseen has none.
    """

    def __init__(self, message: str, kinds: Mapping[str, Sequence[object]] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self._kinds = kinds or {}

    def in_words(self, authors: Mapping[str, str]) -> str:
        """Return the author's own words for this problem if there are any, else ours.

        `authors` has them by docassemble's names. `date max` is also found under
        its last word, `max`.
        """
        for kind, parameters in self._kinds.items():
            words = authors.get(kind) or authors.get(kind.rpartition(" ")[-1])
            if words:
                return _filled(words, parameters)
        return self.message


def _filled(words: str, parameters: Sequence[object]) -> str:
    for number, parameter in enumerate(parameters):
        words = words.replace("%s", str(parameter), 1).replace(f"{{{number}}}", str(parameter))
    return " ".join(words.split())
