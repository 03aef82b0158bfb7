"""Finds a home address: its lines as they were typed, with the usual short words, whole or in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbarred.documents.redacting.folding import Folded, fold
from unbarred.documents.redacting.secrets import Secret, withheld
from unbarred.documents.redacting.text import Found, is_apart

_ALIKE = [
    ("street", "str", "st"),
    ("avenue", "ave", "av"),
    ("road", "rd"),
    ("boulevard", "blvd"),
    ("drive", "dr"),
    ("lane", "ln"),
    ("court", "ct"),
    ("place", "pl"),
    ("square", "sq"),
    ("terrace", "ter"),
    ("highway", "hwy"),
    ("parkway", "pkwy"),
    ("circle", "cir"),
    ("crescent", "cres"),
    ("close",),
    ("way",),
    ("trail", "trl"),
    ("route", "rte"),
]
_STREETS = {word: group for group in _ALIKE for word in group}
_OTHERS = {
    word: group
    for group in [
        ("apartment", "apt", "unit"),
        ("number", "no"),
        ("floor", "fl"),
        ("suite", "ste"),
        ("north", "n"),
        ("south", "s"),
        ("east", "e"),
        ("west", "w"),
        ("northeast", "ne"),
        ("northwest", "nw"),
        ("southeast", "se"),
        ("southwest", "sw"),
        ("saint", "st"),
    ]
    for word in group
}
_FLATS = ("apartment", "apt", "unit")
_DIRECTIONS = frozenset(
    f"{first}{second}"
    for first in ("", "n", "s", "north", "south")
    for second in ("", "e", "w", "east", "west")
) - {""}
_GAP = r"[\s.,;:#/\-]*"
_LETTER_GAP = r"[\s.,;:#/\-]+"
_CODE = r"(?:\d{5}(?:-\d{4})?|[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2})"
_PLACE_AND_CODE = re.compile(rf"^(?P<place>[^\d]*[^\d\s,])(?P<gap>[\s,]+)(?P<code>{_CODE})$")
_SHAPE = re.compile(
    r"\b\d{1,6}[A-Za-z]?(?:-\d+)? (?:[NSEW]\.? )?(?:[A-Z0-9][\w'’.\-]* ){1,4}"
    rf"(?i:{'|'.join(sorted(_STREETS, key=len, reverse=True))})\b\.?"
    r"(?:,? (?i:apt|apartment|unit|no|#)\.? ?#?\w{1,6})?"
    r"(?:,? (?:[A-Z][\w'’.\-]*,? ){1,3}[A-Z]{2} \d{5}(?:-\d{4})?\b)?"
    r"|\b(?i:p\.? ?o\.? box) \d+"
)
_BOX = re.compile(r"p\.? ?o\.? ?box (?P<number>\w+)")
_CODE_NAMED = r"\b(?:zip|post(?:al)?)(?: ?code)?[ :.]*"
_STREET_ALONE = "a street is named here without its number"


class AddressFinder:
    """Looks for one address."""

    def __init__(self, secret: Secret, address: str) -> None:
        self.kind = secret.kind
        self._withheld = withheld(secret.kind)
        keeps_place = secret.shown_as == "city and state"
        self._patterns: list[tuple[re.Pattern[str], str]] = []
        """Patterns, each with why a person should read what it finds."""
        self._codes: list[tuple[re.Pattern[str], str]] = []
        """Patterns of the code behind the town, each with what stands in its place."""
        # What has no number and is no street is a town or a person, unless there is nothing else.
        parts = _parts(address)
        for part in [each for each in parts if _has_figure(each) or _is_street(each)] or parts[:1]:
            self._add(part, keeps_place=keeps_place)

    @property
    def is_blind(self) -> bool:
        """Say whether the address has nothing that can be looked for, such as a town alone."""
        return not self._patterns and not self._codes

    def _add(self, line: str, *, keeps_place: bool) -> None:
        coded = _PLACE_AND_CODE.match(line)
        if coded:
            place, code = coded["place"], re.escape(fold(coded["code"]))
            code += r"(?:-\d{4})?" if code.isdigit() else ""
            self._add_code(place, code)
            if not keeps_place:
                self._patterns.append((re.compile(rf"{_joined(_tokens(place))}{_GAP}{code}"), ""))
            return
        box = _BOX.fullmatch(fold(line))
        if box:
            self._patterns.append((re.compile(rf"(?:p[. ]*o[. ]*)?\bbox {re.escape(box['number'])}"), ""))
            return
        if re.fullmatch(_CODE, line):
            self._patterns.append((re.compile(fold(line).replace(" ", " ?")), ""))
            return
        tokens = _tokens(line)
        if len(tokens) > 1 or any(each.isdigit() and len(each) > 3 for each in tokens):
            self._patterns.append((re.compile(_joined(tokens)), ""))
        if len(tokens) == 2 and tokens[0] in _FLATS:
            self._patterns.append((re.compile(rf"# ?{re.escape(tokens[1])}"), ""))
        named = [each for each in tokens if not _has_figure(each)]
        if len(named) < len(tokens) and len(named) > 1 and named[-1] in _STREETS:
            self._patterns.append((re.compile(_joined(named)), _STREET_ALONE))

    def _add_code(self, place: str, code: str) -> None:
        """Look for the code where the town, the state or the word for a code stands before it, or nothing."""
        tokens = _tokens(place)
        town = r"[\s.,\-]+".join(
            map(re.escape, _tokens(place.partition(",")[0]) if "," in place else tokens[:-1])
        )
        before = "|".join(filter(None, [rf"\b{town}\b[^\d]{{0,30}}?" if town else "", rf"\b{tokens[-1]}"]))
        self._codes.append((re.compile(rf"(?:{before})(?P<code>[\s,]+{code})"), ""))
        self._codes.append((re.compile(rf"(?:{_CODE_NAMED}|^ *)(?P<code>{code})(?= *$)"), self._withheld))
        self._codes.append((re.compile(rf"{_CODE_NAMED}(?P<code>{code})"), self._withheld))

    def find(self, text: Folded) -> Iterator[Found]:
        """Yield each place where a part of the address stands; parts beside each other as one."""
        yield from _united(list(self._pieces(text)), text.text)
        for pattern, instead in self._codes:
            for match in pattern.finditer(text.text):
                if is_apart(text, *match.span("code"), digits=True):
                    yield Found(*match.span("code"), instead, self.kind)

    def _pieces(self, text: Folded) -> Iterator[Found]:
        for pattern, doubt in self._patterns:
            for match in pattern.finditer(text.text):
                if not is_apart(text, *match.span(), digits=True):
                    continue
                # Another house of the same street is another address.
                if not (doubt and re.search(r"\d[a-z]? $", text.text[: match.start()])):
                    yield Found(*match.span(), self._withheld, self.kind, doubt)


def pieces(text: str) -> list[str]:
    """Return what in a free text is written like the address of a house."""
    return [match[0].strip(" .") for match in _SHAPE.finditer(text)]


def _parts(address: str) -> list[str]:
    """Return the parts of an address in order: its lines, and those of a line with commas."""
    found = []
    for line in address.splitlines():
        rest, town = " ".join(line.split()).strip(" ,;"), ""
        coded = re.search(rf"[^,\d]+,[^,\d]+ {_CODE}$", rest)
        if coded:
            rest, town = rest[: coded.start()], coded[0]
        parts = [*rest.split(","), town.strip(" ,")]
        found += [each for part in parts for each in _apart_from_street(part.strip()) if each]
    return found


def _apart_from_street(part: str) -> list[str]:
    """Return the house and street, and what was typed behind them without a comma: a flat, the town."""
    words = part.split()
    if not words or not words[0][0].isdigit():
        return [part]
    is_kind = [_is_street(word) for word in words]
    ends = [at + 1 for at in range(2, len(words)) if is_kind[at] and not any(is_kind[at + 1 : at + 2])]
    behind = words[ends[0] :] if ends else []
    if not behind or (len(behind) == 1 and _tokens(behind[0])[:1] and _tokens(behind[0])[0] in _OTHERS):
        # A direction behind the street belongs to it: `12 Elm Street NW`.
        return [part]
    return [" ".join(words[: ends[0]]), " ".join(behind)]


def _has_figure(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _tokens(line: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold(line))


def _is_street(part: str) -> bool:
    return _tokens(part)[-1:] != [] and _tokens(part)[-1] in _STREETS


def _joined(tokens: list[str]) -> str:
    """Return the pattern of the words in their usual forms; kind of street and direction may be left out."""
    numbered = tokens[:1] != [] and tokens[0][0].isdigit()
    parts = []
    for place, token in enumerate(tokens):
        alike = {token, *_STREETS.get(token, ()), *_OTHERS.get(token, ())}
        word = "|".join(re.escape(each) for each in sorted(alike, key=lambda each: (-len(each), each)))
        gap = (_LETTER_GAP if place else "") if not _is_figure_border(tokens, place) else _GAP
        part = rf"{gap}(?:{word})"
        may_lack = numbered and ((token in _STREETS and place > 1) or (token in _DIRECTIONS and place > 0))
        parts.append(rf"(?:{part}(?![^\W\d_]))?" if may_lack else part)
    return "".join(parts)


def _is_figure_border(tokens: list[str], place: int) -> bool:
    return place > 0 and tokens[place - 1][-1].isdigit() is not tokens[place][0].isdigit()


def _united(found: list[Found], text: str) -> Iterator[Found]:
    """Yield the parts in order, those with nothing but marks between them as one."""
    joined: Found | None = None
    for each in sorted(found, key=lambda part: (part.start, -part.end)):
        if joined and (each.start < joined.end or not text[joined.end : each.start].strip(" ,.;:#/-")):
            doubt = joined.doubt if each.doubt else ""
            joined = Found(joined.start, max(joined.end, each.end), joined.instead, each.kind, doubt)
        else:
            if joined:
                yield joined
            joined = each
    if joined:
        yield joined
