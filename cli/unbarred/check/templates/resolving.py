"""Whether what a template asks for can be had from an interview, wherever the interview makes the paper."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from unbarred.check.templates.conditions import (
    ALWAYS,
    All,
    Atom,
    Condition,
    both,
    either,
    gap,
    is_possible,
    opposite,
    speaking_of,
    subjects_of,
)
from unbarred.check.templates.interviews import kinds
from unbarred.check.templates.interviews.giving import Giver
from unbarred.check.templates.interviews.held_law import HeldLaw, known_of
from unbarred.check.templates.interviews.interview import Interview
from unbarred.check.templates.interviews.kinds import Called, Kind, Made, Real
from unbarred.check.templates.interviews.meanings import Meanings
from unbarred.check.templates.references import DEFINED, Need, Reference
from unbarred.errors import Where

NOT_GIVEN, NOT_EVERYWHERE = "not given", "not given everywhere"
INTERVIEW = "\ufdd0"
"""Stands in a message for the interviews that have the problem."""
_TEMPLATE = "the template"
_BY_JINJA = frozenset({"range", "dict", "lipsum", "cycler", "joiner", "namespace", "_"})
_ITERATORS = frozenset("ijklmn") | {"x"}
_BUILTINS = frozenset(dir(builtins))
_INSTEAD = {
    "len": "Write |length behind it.",
    "str": "Leave it out.",
    "enumerate": "Use loop.index in the loop.",
}
_PLAIN = {"str": "a text", "bool": "yes or no", "int": "a number", "float": "a number"}
_CLOSE, _VERY_CLOSE = 0.6, 0.8
_FEW = 8
"""So many names are listed where none is near."""


@dataclass(frozen=True)
class Problem:
    """Why a reference cannot be had: `kind`, what is said of it, how to mend it, and where the block is."""

    kind: str
    message: str
    mend: str
    where: Where | None = None
    """The block of the interview that lacks something; None if it is the template's own matter."""
    lack: Condition = ALWAYS
    """When it is lacking."""
    is_note: bool = False
    """Whether the template says itself what happens then."""


class Resolver:
    """Answers for one interview, by the law of a day.

    `known` are the functions that docassemble gives to every template.
    """

    def __init__(self, interview: Interview, known: Iterable[str], day: datetime.date) -> None:
        self.interview = interview
        self.meanings = Meanings(interview)
        self._law = HeldLaw(interview, day)
        self._known = frozenset(known) | _BY_JINJA
        self._lacking: dict[tuple[str, int, str], list[Problem]] = {}
        self._possible: dict[Condition, bool] = {}

    def problems(
        self, need: Need, guard: Condition = ALWAYS, *, place: str = "", in_code: bool = False
    ) -> Iterator[Problem]:
        """Yield why `need` cannot be had where `guard` and its own condition hold; nothing if it can.

        `place` is the only one whose law counts, "" if every place's does.
        """
        under = both(guard, need.guard)
        if not self._is_possible(under) or _is_asked_whether_defined(need, under):
            # Nothing can bring the paper to this place, or it says itself what happens without a value.
            return
        for each in self._walk(need.reference, under, need.written, place=place, in_code=in_code):
            if not need.is_spared:
                yield each
            elif each.kind == NOT_GIVEN and each.where is None:
                yield replace(each, is_note=True)

    def _walk(
        self, wanted: Reference, under: Condition, written: str, *, place: str, in_code: bool
    ) -> Iterator[Problem]:
        interview, path = self.interview, wanted.root
        if not self._is_given(path):
            if not self._is_known(path, in_code=in_code) and self.meanings.is_closed:
                yield replace(self._unknown(path, written), lack=under)
                return
            kind = self.meanings.functions.get(path)
        else:
            kind = self.meanings.of(path)
            yield from self._given(interview.by_path[path], path, under)
        for step in wanted.steps:
            if step.kind == "attribute" and kinds.may_be_nothing(kind):
                yield from self._of_nothing(path, step.name, under, place)
            before = path
            path += {"attribute": f".{step.name}", "item": "[]", "call": "()"}[step.kind]
            givers = self._givers(path, before, kind)
            if givers:
                yield from self._given(givers, path, under)
            elif step.kind == "attribute" and not self._has(kind, before, step.name, path):
                yield replace(self._no_attribute(kind, before, step.name, written), lack=under)
                return
            try:
                kind = self.meanings.next(kind, step.kind, step.name, path)
            except AttributeError:
                return

    def _of_nothing(self, path: str, name: str, under: Condition, only: str) -> Iterator[Problem]:
        """Yield that law data are not there in some place, where something of them is asked for."""
        is_there = opposite(Atom(path, None, is_truth=False))
        if gap(under, is_there, self.interview.values) is None:
            return
        root = path.partition(".")[0]
        lacking = []
        for place, remedy in self._law.places(root).items():
            known = known_of(remedy, root, subjects_of(under) | {path})
            if (
                only in ("", place)
                and known.get(path) == [None]
                and is_possible(under, {**self.interview.values, **known})
            ):
                lacking.append(place)
        if lacking:
            more = f" and {len(lacking) - _FEW} more" if len(lacking) > _FEW else ""
            where = f"{', '.join(lacking[:_FEW])}{more}"
            message = f"There is no {path} in the law of {where}, and so no {name} of it."
            lack = both(under, opposite(is_there))
            yield Problem(NOT_EVERYWHERE, message, f"Put {{% if {path} %}} around it.", lack=lack)

    def _givers(self, path: str, before: str, kind: Kind | None) -> Sequence[Giver]:
        own = self.interview.by_path.get(path, ())
        if own or not isinstance(kind, Made):
            return own
        generic = self.interview.generic(self.meanings.classes.line(kind.name), path.removeprefix(before))
        return [replace(each, condition=speaking_of(each.condition, before)) for each in generic]

    def _is_given(self, path: str) -> bool:
        return path in self.interview.by_path

    def _is_known(self, name: str, *, in_code: bool) -> bool:
        if name in self.meanings.names or name in self.meanings.functions or name in self._known:
            return True
        return in_code and (name in _BUILTINS or name in _ITERATORS)

    def _has(self, kind: Kind | None, before: str, name: str, path: str) -> bool:
        """Say whether a value may have an attribute that no block gives."""
        if path in self.interview.prefixes or name.startswith("_"):
            return True
        match kind:
            case Real():
                try:
                    kinds.step(kind, name)
                except AttributeError:
                    return False
                return True
            case Made(name=owner):
                classes = self.meanings.classes
                if not classes.is_closed(owner) or not self.meanings.is_closed:
                    return True
                return name in classes.members(owner) or self._by_generic(owner, name)
            case Called():
                return True
        # Of what is not known, nothing can be said.
        return True

    def _by_generic(self, owner: str, name: str) -> bool:
        line = set(self.meanings.classes.line(owner))
        own = [each for each in self.interview.givers if each.generic in line]
        return any(each.path.startswith(f"x.{name}.") or each.path.startswith(f"x.{name}[") for each in own)

    def _given(self, givers: Sequence[Giver], path: str, under: Condition) -> Iterator[Problem]:
        offered = either([each.condition for each in givers])
        case = gap(under, offered, self.interview.values)
        if case is not None:
            blocks = list(dict.fromkeys(_shown(each.where) for each in givers))
            give = "gives" if len(blocks) == 1 else "give"
            where = f" where {case}" if case else " for sure"
            message = (
                f"In {INTERVIEW} nothing gives {_readable(path)}{where}: "
                f"{', '.join(blocks)} {give} it only in other cases."
            )
            mend = f"Ask for it there too, or put an if around it in {_TEMPLATE}."
            yield Problem(NOT_EVERYWHERE, message, mend, lack=both(under, opposite(offered)))
        for giver in givers:
            yield from self._block(giver, both(under, giver.condition))

    def _block(self, giver: Giver, under: Condition) -> Iterator[Problem]:
        """Yield what the code that gives a name lacks itself, where `under` holds."""
        if not giver.needs:
            return
        key = (giver.where.source, giver.line, giver.path)
        if key not in self._lacking:
            # While it is looked through, what it needs may lead back to it.
            self._lacking[key] = []
            self._lacking[key] = list(self._of_code(giver))
        for problem in self._lacking[key]:
            lack = both(under, problem.lack)
            if self._is_possible(lack):
                yield replace(problem, lack=lack)

    def _of_code(self, giver: Giver) -> Iterator[Problem]:
        for need in [each for each in giver.needs if not each.is_spared]:
            for problem in self.problems(need, giver.condition, in_code=True):
                if problem.where is not None:
                    yield problem
                    continue
                can = "cannot" if problem.kind == NOT_GIVEN else "may not"
                message = f"This code {can} run, and a template needs it: {problem.message}"
                mend = problem.mend.replace(_TEMPLATE, "the code")
                block = Where(giver.where.source, giver.line)
                yield Problem(problem.kind, message, mend, block, problem.lack)

    def _is_possible(self, condition: Condition) -> bool:
        if condition not in self._possible:
            self._possible[condition] = is_possible(condition, self.interview.values)
        return self._possible[condition]

    def _unknown(self, name: str, written: str) -> Problem:
        roots = {path.partition(".")[0].partition("[")[0] for path in self.interview.by_path}
        whole = f" (in {written})" if written != name else ""
        message = f"Nothing in {INTERVIEW} gives {name}{whole}."
        if name in _BUILTINS:
            return Problem(
                NOT_GIVEN, f"{name} is Python, which a template does not know.", _INSTEAD.get(name, "")
            )
        near = _near(name, roots, {*self.meanings.functions, *self.meanings.names, *self._known})
        return Problem(NOT_GIVEN, message, near or "Ask for it in the interview, or correct the name.")

    def _no_attribute(self, kind: Kind | None, before: str, name: str, written: str) -> Problem:
        own = [path[len(before) + 1 :] for path in self.interview.by_path if path.startswith(f"{before}.")]
        known = {each.partition(".")[0].partition("[")[0] for each in own}
        further: set[str] = set()
        asked = f"{_readable(before)}.{name}"
        said = f"Nothing in {INTERVIEW} gives {asked}."
        if isinstance(kind, Real):
            known |= set(kinds.attributes(kind))
            called = kinds.called(kind)
            is_ours = called[:1].isupper()
            what = f"law data ({called})" if is_ours else _PLAIN.get(called, called)
            said = f"{asked} does not exist: {_readable(before)} is {what}."
        elif isinstance(kind, Made):
            further = self.meanings.classes.members(kind.name)
        if written not in (asked, f"{asked}()"):
            said += f" It is asked for as {written}."
        near = _near(name, known, further)
        few = f"It has {', '.join(sorted(known))}." if 0 < len(known) <= _FEW else "Correct the name."
        return Problem(NOT_GIVEN, said, near or few)


def _near(word: str, own: Iterable[str], others: Iterable[str]) -> str:
    """Return a question with the name that `word` was probably to be, or "".

    `others` are the many that docassemble brings along: only what is very close may be meant.
    """
    close = [*get_close_matches(word, sorted(own), 1, _CLOSE)]
    close += get_close_matches(
        word, sorted(each for each in others if not each.startswith("_")), 1, _VERY_CLOSE
    )
    best = get_close_matches(word, close, 1, _CLOSE)
    return f"Did you mean {best[0]}?" if best else ""


def _is_asked_whether_defined(need: Need, under: Condition) -> bool:
    asked = [part for part in (under.of if isinstance(under, All) else (under,)) if isinstance(part, Atom)]
    paths = [each.subject.removesuffix(DEFINED) for each in asked if each.subject.endswith(DEFINED)]
    return any(
        need.reference.path == each or need.reference.path.startswith((f"{each}.", f"{each}["))
        for each in paths
    )


def _readable(path: str) -> str:
    """Return a path as an author writes it: `children[i].name`."""
    return path.replace("[]", "[i]")


def _shown(where: Where) -> str:
    return f"{Path(where.source).name}:{where.line}"
