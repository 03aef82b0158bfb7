"""What is proposed for a sheet: for each column an answer, or that it is passed over, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from unbarred.batch.columns.asked import CLIENT, Asked
from unbarred.batch.intake.tables import CellValue, Heading, Table
from unbarred.batch.matching.days import Order
from unbarred.batch.matching.labels import Labels, is_path, pattern, plain
from unbarred.batch.matching.mapping import IGNORE
from unbarred.batch.matching.sheets import is_key
from unbarred.batch.proposing.evidence import Evidence, look, order_of
from unbarred.batch.proposing.heading_words import meanings, number_in, said
from unbarred.batch.proposing.nearness import Candidate, Nearness
from unbarred.quoting import quoted
from unbarred.screens import FieldKind

_CHOOSING = (FieldKind.ONE_OF, FieldKind.SOME_OF, FieldKind.YES_NO)
_KEY_WORDS = frozenset("id number key matter case file record".split())
_MOST_VALUES = 60
"""Values without a choice that are written for one column."""


class Sure(StrEnum):
    """How sure a proposal is."""

    EXACT = "exact"
    LIKELY = "likely"
    GUESS = "guess"
    NOTHING = "nothing"
    """Nothing is near; the column would be passed over."""


@dataclass(frozen=True)
class Proposal:
    """One column, and what it is taken for."""

    heading: Heading
    target: str
    """A variable, `client` for the keys, or `ignore`."""
    why: str
    sure: Sure
    kinds: tuple[str, ...] = ()
    """What two of its values look like; never the values."""
    choices: tuple[str, ...] = ()
    """What can be chosen, where the answer is a choice."""
    unlike: tuple[CellValue, ...] = field(default=(), repr=False)
    """Values that are none of the choices. They are answers: only the owner may read them."""


@dataclass(frozen=True)
class SheetProposal:
    """One sheet, and what its rows are taken for."""

    table: Table = field(repr=False)
    stem: str
    """The list whose items the rows are; "" for clients, `ignore` if it has no answers."""
    columns: tuple[Proposal, ...]
    order: Order = Order.UNKNOWN


def propose(tables: Sequence[Table], asked: Asked) -> tuple[SheetProposal, ...]:
    """Return a proposal for each sheet. Reads the first rows of each, and keeps what they hold only here."""
    looked = [look(table) for table in tables]
    shared = _shared_key(tables, looked)
    return tuple(
        _Sheet(table, found, asked, shared, is_first=number == 0).proposal()
        for number, (table, found) in enumerate(zip(tables, looked, strict=True))
    )


def _shared_key(tables: Sequence[Table], looked: Sequence[Mapping[int, Evidence]]) -> str:
    """Return the heading, in plain words, that the first sheet has in common with another as its key: in
    the first every value is there once, and half of the other's are among them."""
    for heading in tables[0].headings if tables else ():
        own = looked[0].get(heading.index)
        if own is None or not own.is_all_different or not plain(heading.text):
            continue
        keys = {plain(str(value)) for value in own.values}
        for table, found in zip(tables[1:], looked[1:], strict=True):
            there = next((each for each in table.headings if plain(each.text) == plain(heading.text)), None)
            other = found.get(there.index) if there else None
            values = [plain(str(value)) for value in other.values] if other else []
            if values and 2 * sum(value in keys for value in values) >= len(values):
                return plain(heading.text)
    return ""


class _Sheet:
    def __init__(
        self, table: Table, evidence: Mapping[int, Evidence], asked: Asked, key: str, *, is_first: bool
    ) -> None:
        self._table = table
        self._asked = asked
        self._evidence = evidence
        self._shared_key = key
        self._stem = "" if is_first else self._list()
        columns = next((each.columns for each in asked.repeated if each.stem == self._stem), asked.columns)
        self._columns = {each.name: each for each in asked.all_columns()}
        within = f"{self._stem}[i]" if self._stem else ""
        self._labels = Labels(columns, within)
        self._nearness = Nearness(columns, () if self._stem else asked.repeated)

    def proposal(self) -> SheetProposal:
        """Return what is proposed for the sheet."""
        used = [each for each in self._table.headings if each.index in self._evidence]
        key = self._key(used)
        named = {each.index: one for each in used if each is not key and (one := self._exact(each))}
        free = [each for each in used if each is not key and each.index not in named]
        named |= self._near(free, {one.target for one in named.values()})
        if key is not None:
            why = "it says whose each row is" if self._stem else "its values tell the rows apart"
            named[key.index] = self._of(key, CLIENT, why, Sure.LIKELY)
        columns = tuple(named[each.index] for each in used)
        days = [self._evidence[each.heading.index] for each in columns if self._is_day(each.target)]
        found = any(each.target not in (IGNORE, CLIENT) for each in columns)
        return SheetProposal(self._table, self._stem if found else IGNORE, columns, order_of(days))

    def _list(self) -> str:
        """Return the list that a further sheet is of: by its name, or that whose columns it has most of."""
        words = meanings(self._table.name or self._table.file.rpartition(".")[0])
        for one in self._asked.repeated:
            if words & (meanings(one.title) | meanings(one.stem)):
                return one.stem
        headings = [each.text for each in self._table.headings]
        found = {
            one.stem: sum(bool(Labels(one.columns).find(each)) for each in headings)
            for one in self._asked.repeated
        }
        found[""] = sum(bool(Labels(self._asked.columns).find(each)) for each in headings)
        return max(found, key=lambda stem: found[stem])

    def _key(self, used: Sequence[Heading]) -> Heading | None:
        """Return the column of the clients' keys: called so, or an identifier that is never there twice."""
        called = [each for each in used if is_key(each)]
        called += [each for each in used if self._shared_key and plain(each.text) == self._shared_key]
        if called:
            return called[0]
        known = frozenset().union(
            *(meanings(each.heading) | meanings(each.name) for each in self._columns.values())
        )
        for heading in used:
            words = frozenset(plain(heading.text).split())
            is_own = self._stem != "" or self._evidence[heading.index].is_all_different
            if "id" in words and is_own and not (meanings(heading.text) - _KEY_WORDS) & known:
                return heading
        return None

    def _exact(self, heading: Heading) -> Proposal | None:
        name = heading.variable or (heading.text.strip() if is_path(heading.text) else "")
        if pattern(name) in self._columns:
            return self._of(heading, name, "it is the name of the answer", Sure.EXACT)
        found = self._labels.find(heading.text)
        if len(found) == 1:
            return self._of(heading, found[0].name, "its words are those of the question", Sure.EXACT)
        return None

    def _near(self, free: Sequence[Heading], taken: set[str]) -> dict[int, Proposal]:
        """Match the other columns, the nearest first; no answer is given to two columns."""
        pairs: list[tuple[float, Heading, Candidate]] = [
            (candidate.score, heading, candidate)
            for heading in free
            for candidate in self._candidates(heading)
        ]
        found: dict[int, Proposal] = {}
        for _, heading, candidate in sorted(pairs, key=lambda pair: (-pair[0], pair[1].index)):
            if heading.index in found or _is_taken(candidate.name, taken):
                continue
            taken.add(candidate.name)
            sure = Sure.LIKELY if candidate.is_likely else Sure.GUESS
            found[heading.index] = self._of(heading, candidate.name, candidate.why, sure)
        for heading in free:
            nothing = "nothing that the interview asks is near"
            found.setdefault(heading.index, self._of(heading, IGNORE, nothing, Sure.NOTHING))
        return found

    def _candidates(self, heading: Heading) -> Iterator[Candidate]:
        evidence = self._evidence[heading.index]
        yield from self._nearness.full_names(heading.text, evidence.values)
        for column, score, shared in self._nearness.of(heading.text):
            fit = evidence.fit(column)
            name = column.name
            if not self._stem and "[i]" in name:
                name = name.replace("[i]", f"[{(number_in(heading.text) or 1) - 1}]", 1)
            fits = fit > 0.8 or column.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF)
            weighed = score * (1 if fits else 0.5 + fit / 4)
            if weighed >= Nearness.GUESS:
                but = "" if fits else f", but its values are not like {column.kind}"
                why = f"it speaks of {_words(shared)}, and so does “{column.heading}”{but}"
                yield Candidate(name, weighed, why, is_likely=weighed >= Nearness.LIKELY and fits)

    def _is_day(self, target: str) -> bool:
        column = self._columns.get(pattern(target))
        return column is not None and column.kind is FieldKind.DATE

    def _of(self, heading: Heading, target: str, why: str, sure: Sure) -> Proposal:
        evidence = self._evidence[heading.index]
        column = self._columns.get(pattern(target))
        kinds = tuple(evidence.kinds())
        if column is None or column.kind not in _CHOOSING:
            return Proposal(heading, target, why, sure, kinds)
        choices = tuple(each.label for each in column.choices) or ("yes", "no")
        unlike = tuple(evidence.unlike(column)[:_MOST_VALUES])
        return Proposal(heading, target, why, sure, kinds, choices, unlike)


def _is_taken(name: str, taken: set[str]) -> bool:
    """Say whether an answer has a column, or is a full name of which a part has one, or such a part."""
    return any(name == each or each.startswith(f"{name}.") or name.startswith(f"{each}.") for each in taken)


def _words(shared: frozenset[str]) -> str:
    *others, last = [quoted(said(word)) for word in sorted(shared)]
    return f"{', '.join(others)} and {last}" if others else last
