"""Looks through a passage for every secret at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote_plus

from unbarred.documents.redacting.addresses import AddressFinder
from unbarred.documents.redacting.days import DayFinder
from unbarred.documents.redacting.folding import Folded, fold
from unbarred.documents.redacting.names import NameFinder
from unbarred.documents.redacting.numbers import NumberFinder, ShapeFinder, TelephoneFinder, WordsFinder
from unbarred.documents.redacting.secrets import Name, Secret, withheld
from unbarred.documents.redacting.text import Finder, Found, is_apart

_UNBROKEN = re.compile(r"[^\s\"'<>]+")
_AROUND = 30
"""So many characters of the redacted text on each side tell a person where to look."""


@dataclass(frozen=True)
class Cut:
    """A stretch of the original text, and what stands in its place."""

    start: int
    end: int
    instead: str
    kind: str
    doubt: str = ""


@dataclass(frozen=True)
class Doubt:
    """A place that a person should read: the kind, why, and the words around it in the public copy."""

    kind: str
    why: str
    near: str = ""


@dataclass
class Tally:
    """What was redacted so far: how often each kind, what a person should read."""

    times: dict[str, int] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    left_as_words: int = 0
    """How often an everyday word was taken for the word and not for a name."""


class Lookout:
    """Knows every secret of a packet, and finds them in a passage of text.

    `stays` are names that must be read, such as the name of the person who files: they are
    left, even where a child has the same first name. `shape` is the kind and the way to show
    numbers that look like a Social Security number; None leaves them.
    """

    def __init__(
        self, secrets: Sequence[Secret], stays: Iterable[str] = (), shape: tuple[str, str] | None = None
    ) -> None:
        finders = [_finder(secret) for secret in secrets]
        self.blind = tuple(dict.fromkeys(each.kind for each in finders if each.is_blind))
        """Kinds of secrets that are too short to be looked for."""
        self._names = [each for each in finders if isinstance(each, NameFinder)]
        self._finders: list[Finder] = [*finders, *([ShapeFinder(*shape)] if shape else [])]
        self._known: dict[str, tuple[Cut, ...]] = {}
        self._stays = [_words(each) for each in stays if len(fold(each).split()) > 1]

    def cuts(self, text: str) -> tuple[Cut, ...]:
        """Return what has to be cut out of `text`, in order, without overlap."""
        if text not in self._known:
            self._known[text] = self._cuts(text)
        return self._known[text]

    def _cuts(self, text: str) -> tuple[Cut, ...]:
        folded = Folded(text)
        found = [*self._found(folded), *self._in_addresses(folded)]
        return tuple(_cut(folded, each) for each in _apart(found))

    def _found(self, text: Folded) -> list[Found]:
        kept = [match.span() for each in self._stays for match in each.finditer(text.text)]
        kept = [span for span in kept if is_apart(text, *span)]
        found = [each for finder in self._finders for each in finder.find(text)]
        return [each for each in found if not any(_overlap(each, span) for span in kept)]

    def _in_addresses(self, text: Folded) -> Iterator[Found]:
        """Yield addresses of the web that tell a secret in signs of theirs: `?q=12+Elm%20Street`."""
        for match in _UNBROKEN.finditer(text.text):
            whole = match[0]
            if "%" in whole or ("+" in whole and "=" in whole):
                # An address within an address is written so twice.
                read = unquote_plus(unquote_plus(whole))
                told = self._found(Folded(read)) if read != whole else []
                yield from (Found(*match.span(), withheld(each.kind), each.kind) for each in told[:1])

    def redacted(self, text: str, tally: Tally | None = None) -> str:
        """Return `text` without the secrets; what was cut is noted in `tally`."""
        cuts = self.cuts(text)
        shown = text
        for cut in reversed(cuts):
            shown = shown[: cut.start] + cut.instead + shown[cut.end :]
        if tally is not None:
            self.note(text, cuts, shown, tally)
        return shown

    def note(self, text: str, cuts: Sequence[Cut], shown: str, tally: Tally) -> None:
        """Note in `tally` what was cut out of `text`, which now reads `shown`."""
        folded = Folded(text)
        tally.left_as_words += sum(each.left_as_words(folded) for each in self._names)
        moved = 0
        for cut in cuts:
            tally.times[cut.kind] = tally.times.get(cut.kind, 0) + 1
            start = cut.start + moved
            end = start + len(cut.instead)
            moved += len(cut.instead) - (cut.end - cut.start)
            if cut.doubt:
                around = shown[max(0, start - _AROUND) : end + _AROUND]
                # What hidden text or a field still keeps apart may show here; it is cut later on.
                near = " ".join(self.redacted(around).split())
                tally.doubts.append(Doubt(cut.kind, cut.doubt, near))


def _finder(
    secret: Secret,
) -> NameFinder | DayFinder | NumberFinder | TelephoneFinder | AddressFinder | WordsFinder:
    value = secret.value
    if isinstance(value, Name):
        return NameFinder(secret, value)
    if isinstance(value, datetime.date):
        return DayFinder(secret, value)
    if secret.form == "name":
        return NameFinder(secret, Name.of(value))
    if secret.form == "number":
        return NumberFinder(secret, value)
    if secret.form == "telephone":
        return TelephoneFinder(secret, value)
    return AddressFinder(secret, value) if secret.form == "address" else WordsFinder(secret, value)


def _words(phrase: str) -> re.Pattern[str]:
    return re.compile("[ .]+".join(map(re.escape, re.split(r"[ .]+", fold(phrase).strip(" .")))))


def _overlap(found: Found, span: tuple[int, int]) -> bool:
    return found.start < span[1] and span[0] < found.end


def _apart(found: list[Found]) -> list[Found]:
    """Return what was found without overlap: of two that do, the one that begins first, or the longer.

    What the first leaves of the second is cut with it.
    """
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        last = kept[-1] if kept else None
        if last is None or each.start >= last.end:
            kept.append(each)
        elif each.end > last.end:
            doubt = last.doubt or each.doubt
            kept[-1] = Found(last.start, each.end, last.instead, last.kind, doubt)
    return kept


def _cut(text: Folded, found: Found) -> Cut:
    start, end = text.span(found.start, found.end)
    # "Tanya." becomes "T.", not "T..".
    if found.instead.endswith(".") and text.original[end : end + 1] == ".":
        end += 1
    return Cut(start, end, found.instead, found.kind, found.doubt)
