"""Reads and writes `packet.yml`: the plan of a packet as a person edits it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from unbarred import located_yaml
from unbarred.documents.packets import places
from unbarred.documents.packets.plan import (
    KINDS,
    PAPER_SIZES,
    Exhibit,
    Made,
    Options,
    Paper,
    Part,
    Plan,
)
from unbarred.errors import ContentError, UserError, nearest
from unbarred.quoting import quoted

LABEL = re.compile(r"[^\W_][\w.-]{0,9}")
"""What an exhibit may be called: A, 12, B-2."""
_HEAD = """\
# The plan of this packet. The papers stand here in the order in which they are filed.
# Change the order, a title or an option, put  left_out: true  below a part,
# and make the packet again with: unbarred packet make
"""
_PLACE = re.compile(r"[A-Za-z0-9-]{0,60}")
_KINDS_OF_PART = ("made", "paper", "exhibit")
_PART_KEYS = {
    "made": {"made", "left_out"},
    "paper": {"paper", "title", "left_out", "lists_exhibits"},
    "exhibit": {"exhibit", "title", "file", "on_paper", "left_out"},
}
_OPTION_KEYS = tuple(Options.__dataclass_fields__)
_PLAN_KEYS = (
    "title", "by", "number", "to", "day", "place", "paper", "parts",
    "serve", "sworn", "beside", *_OPTION_KEYS,
)  # fmt: skip
_Kind = TypeVar("_Kind")


def read(folder: Path) -> Plan:
    """Return the plan of the packet in `folder`.

    Raises `UserError` if there is none, or with line and column for what is wrong in it.
    """
    path = path_in(folder)
    try:
        return _Reader(path, located_yaml.read(path)).plan()
    except ContentError as error:
        # The plan is hers, not ours: it is for her to mend.
        raise UserError(error.message, error.hint, error.where, error.excerpt) from error


def path_in(folder: Path) -> Path:
    """Return where the plan of the packet in `folder` lies; `UserError` if there is none."""
    path = folder / places.PLAN
    if not path.is_file():
        raise UserError(
            f"There is no packet in {folder}: it holds no {places.PLAN}.",
            "Give the folder of a packet, or make one with: unbarred packet new",
        )
    return path


def write(plan: Plan) -> bytes:
    """Return `plan` as `packet.yml`; what goes without saying is left out."""
    data: dict[str, Any] = {"title": plan.title}
    for key in ("by", "number", "to", "day", "place"):
        value = getattr(plan, key)
        if value:
            data[key] = list(value) if isinstance(value, tuple) else value
    data["paper"] = plan.paper
    begins, data = data, {}
    for key in ("serve", "sworn", "beside"):
        value = getattr(plan, key)
        if value:
            data[key] = list(value) if isinstance(value, tuple) else value
    usual = Options()
    for key in _OPTION_KEYS:
        if getattr(plan.options, key) != getattr(usual, key):
            data[key] = getattr(plan.options, key)
    try:
        return (
            _HEAD + _in_yaml(begins) + _parts_in_yaml(plan.parts) + (_in_yaml(data) if data else "")
        ).encode()
    except UnicodeEncodeError as error:
        raise UserError(
            "A name or a title has a letter that cannot be written.",
            "Give the file another name, or a --title.",
        ) from error


@lru_cache(maxsize=64)
def _parts_in_yaml(parts: tuple[Part, ...]) -> str:
    # Many packets of a batch have the same ones.
    return _in_yaml({"parts": [_written(part) for part in parts]})


def _in_yaml(data: dict[str, Any]) -> str:
    import yaml

    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100))


def _written(part: Part) -> dict[str, Any]:
    data: dict[str, Any]
    if isinstance(part, Made):
        data = {"made": part.kind}
    elif isinstance(part, Paper):
        data = {"paper": part.file, "title": part.title}
        if part.lists_exhibits:
            data["lists_exhibits"] = True
    else:
        data = {"exhibit": part.label, "title": part.title}
        if part.file:
            data["file"] = part.file
        if part.on_paper:
            data["on_paper"] = True
    if part.left_out:
        data["left_out"] = True
    return data


def _named(part: Part) -> str:
    if isinstance(part, Made):
        return f"The {part.kind}"
    return f"The paper {part.file}" if isinstance(part, Paper) else part.heading


class _Reader:
    """Reads one plan, and says where in the file something is wrong."""

    def __init__(self, path: Path, data: Any) -> None:
        self._path = path
        self._data = data

    def plan(self) -> Plan:
        """Return the whole plan."""
        data = self._data
        if not isinstance(data, dict):
            raise self._fault("A plan of a packet has keys: title, parts and others.", [])
        self._check_keys(data, _PLAN_KEYS, [])
        parts = self._get(data, [], "parts", list, [])
        place = self._text(data, [], "place")
        if not _PLACE.fullmatch(place):
            raise self._fault(f"{quoted(place)} is not the name of a place.", ["place"])
        plan = Plan(
            title=self._text(data, [], "title") or "Papers",
            parts=tuple(self._part(each, ["parts", number]) for number, each in enumerate(parts)),
            by=self._text(data, [], "by"),
            number=self._text(data, [], "number"),
            to=self._lines(data, "to"),
            day=self._text(data, [], "day"),
            place=place,
            paper=self._one_of(data, [], "paper", PAPER_SIZES, "letter"),
            serve=self._lines(data, "serve"),
            sworn=self._text(data, [], "sworn"),
            beside=self._lines(data, "beside"),
            options=self._options(data),
        )
        self._check_unique(plan)
        return plan

    def _options(self, data: dict[str, Any]) -> Options:
        usual = Options()
        pages = self._get(data, [], "pages", int, usual.pages)
        bates_from = self._get(data, [], "bates_from", int, usual.bates_from)
        for key, number in (("pages", pages), ("bates_from", bates_from)):
            if number is not None and number < 1:
                raise self._fault(f"{key} must be 1 or more.", [key])
        return Options(
            pages=pages,
            stamp=self._get(data, [], "stamp", bool, usual.stamp),
            bates=self._text(data, [], "bates"),
            bates_from=bates_from,
            sheets=self._get(data, [], "sheets", bool, usual.sheets),
            docx=self._get(data, [], "docx", bool, usual.docx),
            archival=self._get(data, [], "archival", bool, usual.archival),
            draft=self._get(data, [], "draft", bool, usual.draft),
        )

    def _part(self, data: Any, at: Sequence[str | int]) -> Part:
        kinds = [kind for kind in _KINDS_OF_PART if isinstance(data, dict) and kind in data]
        if len(kinds) != 1:
            raise self._fault("A part is one of three: made, paper or exhibit.", at)
        kind = kinds[0]
        self._check_keys(data, _PART_KEYS[kind], at)
        left_out = self._get(data, at, "left_out", bool, default=False)
        if kind == "made":
            return Made(self._one_of(data, at, "made", KINDS, KINDS[0]), left_out)
        title = self._text(data, at, "title")
        if kind == "paper":
            file = self._file(data, at, "paper")
            if not file:
                raise self._fault("A paper needs the name of its file.", at)
            lists = self._get(data, at, "lists_exhibits", bool, default=False)
            return Paper(file, title or places.title_of(Path(file)), left_out, lists)
        label = self._text(data, at, "exhibit")
        if not LABEL.fullmatch(label):
            raise self._fault(f"{quoted(label)} is not a label of an exhibit, such as A or 12.", at)
        on_paper = self._get(data, at, "on_paper", bool, default=False)
        return Exhibit(label, title or f"Exhibit {label}", self._file(data, at, "file"), left_out, on_paper)

    def _check_unique(self, plan: Plan) -> None:
        seen: dict[str, str] = {}
        for number, part in enumerate(plan.parts):
            name = _named(part)
            if name.casefold() in seen:
                raise self._fault(f"{name} stands in the plan twice.", ["parts", number])
            seen[name.casefold()] = name

    def _check_keys(
        self, data: Mapping[Any, Any], known: Sequence[str] | set[str], at: Sequence[str | int]
    ) -> None:
        for key in data:
            if key not in known:
                hint = nearest(str(key), sorted(known)) or f"The keys are {', '.join(sorted(known))}."
                raise self._fault(f"There is no key called {quoted(key)}.", [*at, str(key)], hint)

    def _text(self, data: Mapping[str, Any], at: Sequence[str | int], key: str) -> str:
        value = data.get(key)
        if value is None:
            return ""
        # A label such as 12 and a day without quotes are no texts to YAML.
        if isinstance(value, list | dict | bytes | bool):
            raise self._fault(f"{key} is a line of text.", [*at, key])
        return str(value).strip()

    def _file(self, data: Mapping[str, Any], at: Sequence[str | int], key: str) -> str:
        """Return the one way of writing a file's name: `a.docx` for `./a.docx`."""
        text = self._text(data, at, key)
        return PurePosixPath(text).as_posix() if text else ""

    def _lines(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = data.get(key)
        if value is None:
            return ()
        lines = str(value).splitlines() if not isinstance(value, list | dict) else value
        if isinstance(lines, dict) or any(isinstance(line, list | dict | bytes) for line in lines):
            raise self._fault(f"{key} is a list of lines.", [key])
        return tuple(str(line).strip() for line in lines if line is not None)

    def _get(
        self, data: Mapping[str, Any], at: Sequence[str | int], key: str, kind: type, default: Any
    ) -> Any:
        value = data.get(key)
        if value is None:
            return default
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self._fault(f"{key} is {_SAID[kind]}.", [*at, key])
        return value

    def _one_of(
        self,
        data: Mapping[str, Any],
        at: Sequence[str | int],
        key: str,
        known: tuple[_Kind, ...],
        default: _Kind,
    ) -> _Kind:
        value = data.get(key, default)
        for each in known:
            if str(value).casefold() == str(each).casefold():
                return each
        names = [str(each) for each in known]
        hint = nearest(str(value), names) or f"There are {', '.join(names)}."
        what = "part that is made" if key == "made" else key
        raise self._fault(f"There is no {what} called {quoted(value)}.", [*at, key], hint)

    def _fault(self, message: str, at: Sequence[str | int], hint: str = "Mend the line.") -> UserError:
        return UserError(message, hint, located_yaml.where(self._path, list(at)))


_SAID = {bool: "true or false", int: "a whole number", list: "a list"}
