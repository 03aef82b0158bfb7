"""What the entries of an answer file mean, or everything that is wrong with them at once."""

from __future__ import annotations

import datetime

from unbarred.answers.answer_set import FORMAT, AnswerSet
from unbarred.answers.entries import Entry, FaultyAnswers, Group, Listing, Value
from unbarred.answers.path import AnswerPath
from unbarred.answers.values import Plain
from unbarred.errors import Where, nearest
from unbarred.quoting import quoted

_KEYS = ["format", "interview", "jurisdiction", "as_of", "answers"]


def answer_set_from(group: Group, source: str) -> AnswerSet:
    """Return the answer set in `group`, or raise `FaultyAnswers`; `source` names the file."""
    return _Reader(source).read(group)


class _Reader:
    """Reads one file's entries and gathers what is wrong with them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._faults: list[tuple[Where, str]] = []

    def read(self, group: Group) -> AnswerSet:
        top = self._top(group)
        answers, places = self._answers(top.get("answers"))
        result = AnswerSet(
            interview=self._word(top.get("interview")),
            jurisdiction=self._word(top.get("jurisdiction")),
            as_of=self._day(top.get("as_of")),
            answers=answers,
            places=places,
        )
        if self._faults:
            raise FaultyAnswers(self._source, sorted(self._faults, key=_position))
        return result

    def _fault(self, where: Where, message: str) -> None:
        self._faults.append((where, message))

    def _top(self, group: Group) -> dict[str, Entry]:
        top: dict[str, Entry] = {}
        for entry in group.entries:
            if entry.key not in _KEYS:
                near = nearest(entry.key, _KEYS) or f"An answer file has {', '.join(_KEYS)}."
                self._fault(entry.where, f"{quoted(entry.key)} has no meaning here. {near}")
            elif entry.key in top:
                self._fault(entry.where, f"{quoted(entry.key)} is written twice.")
            else:
                top[entry.key] = entry
        if "answers" not in top:
            self._fault(Where(self._source), "There is no “answers” in this file.")
        self._check_format(top.get("format"))
        return top

    def _check_format(self, entry: Entry | None) -> None:
        if entry is None or entry.value == FORMAT:
            return
        if isinstance(entry.value, int) and entry.value > FORMAT:
            self._fault(
                entry.where,
                f"This file has format {entry.value}, of a newer unbarred; this one reads {FORMAT}.",
            )
        else:
            self._fault(entry.where, f"The format is {FORMAT}.")

    def _word(self, entry: Entry | None) -> str:
        if entry is None or entry.value is None:
            return ""
        if not isinstance(entry.value, str):
            self._fault(entry.where, f"{quoted(entry.key)} needs a name.")
            return ""
        return entry.value

    def _day(self, entry: Entry | None) -> datetime.date | None:
        if entry is None or entry.value is None:
            return None
        try:
            return datetime.date.fromisoformat(str(entry.value))
        except ValueError:
            self._fault(entry.where, f"{quoted(entry.key)} needs a day, written like 2026-11-21.")
            return None

    def _answers(self, entry: Entry | None) -> tuple[dict[str, Plain], dict[str, Where]]:
        answers: dict[str, Plain] = {}
        places: dict[str, Where] = {}
        if entry is None or entry.value is None:
            return answers, places
        if not isinstance(entry.value, Group):
            self._fault(
                entry.where, "“answers” needs one line for each answer: its name, a colon, the answer."
            )
            return answers, places
        for each in entry.value.entries:
            self._answer(each, answers, places)
        return answers, places

    def _answer(self, entry: Entry, answers: dict[str, Plain], places: dict[str, Where]) -> None:
        try:
            name = str(AnswerPath.parse(entry.key))
        except ValueError:
            self._fault(entry.where, f"{quoted(entry.key, 80)} is not the name of an answer.")
            return
        if name in answers:
            line = places[name].line
            self._fault(entry.where, f"{quoted(name, 80)} is answered twice; the first time in line {line}.")
            return
        answers[name] = self._plain(name, entry)
        places[name] = entry.where

    def _plain(self, name: str, entry: Entry) -> Plain:
        value: Value = entry.value
        if isinstance(value, Group):
            whole = f"{name}.{value.entries[0].key if value.entries else '…'}"
            self._fault(
                entry.where, f"Answers do not stand in one another: write {quoted(whole, 80)} as one name."
            )
            return None
        if isinstance(value, Listing):
            return self._texts(name, entry.where, value)
        return value

    def _texts(self, name: str, where: Where, listing: Listing) -> list[str]:
        texts = []
        for item in listing.items:
            if isinstance(item, bool | float) or item is None:
                self._fault(where, f"The list for {name} can hold only texts; put each in quotes.")
                return []
            texts.append(str(item))
        return texts


def _position(fault: tuple[Where, str]) -> tuple[int, int]:
    return fault[0].line or 0, fault[0].column or 0
