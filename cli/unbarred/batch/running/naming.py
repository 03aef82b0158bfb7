"""What a client's folder is called: by a pattern, and safely on every file system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from unbarred.errors import UsageError
from unbarred.quoting import quoted

DEFAULT = "{client}"
"""What the sheet calls her, and no other answer: a folder's name can be read by whoever sees the disk."""

_LONGEST = 96
"""Bytes. Programs that work on a folder add to its name, and whole paths have limits too."""
_FIELD = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
_WIDTH = re.compile(r"0?[1-9][0-9]?")
_ANSWER = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d{1,4}\])*")
_UNSAFE = re.compile(r'[/\\:*?"<>|]')
_OF_WINDOWS = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
_NEVER_SHOWN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Categories of characters that a terminal obeys, that turn a text around, or that are none."""


@dataclass(frozen=True)
class Named:
    """What a pattern may use of a client."""

    row: int
    client: str
    answers: Mapping[str, object]


@dataclass(frozen=True)
class Pattern:
    """How folders are called, such as `{row:03} {client}`."""

    parts: tuple[Callable[[Named], str], ...]
    answers: tuple[str, ...] = ()
    """The answers that it uses, beside the client's key."""

    def name(self, named: Named) -> str:
        """Return the safe name of her folder, which another client may have too."""
        return safe("".join(part(named) for part in self.parts)) or safe(f"client {named.row}")


def pattern(text: str) -> Pattern:
    """Read a pattern; raises `UsageError` for one that cannot be followed."""
    parts: list[Callable[[Named], str]] = []
    answers: list[str] = []
    at = 0
    for found in _FIELD.finditer(text):
        parts.append(_literal(text[at : found.start()], text))
        parts.append(_field(found[1].strip(), found[2], text))
        if found[1].strip() not in ("row", "client"):
            answers.append(found[1].strip())
        at = found.end()
    parts.append(_literal(text[at:], text))
    if not _FIELD.search(text):
        raise UsageError(
            f"By the pattern {quoted(text)} all folders would be called the same.",
            "Put {client} or {row} into it, for example: --name '{row:03} {client}'",
        )
    return Pattern(tuple(parts), tuple(answers))


def safe(text: str) -> str:
    """Return `text` as a name that every file system takes and no program obeys; "" if nothing is left.

    It is in the composed form of Unicode, has no sign that means something in a path, begins with
    no dot or dash, ends with no dot, is no name that Windows keeps for itself, and has at most 96 bytes.
    """
    shown = "".join(
        " " if unicodedata.category(character) in _NEVER_SHOWN else character
        for character in unicodedata.normalize("NFC", text)
    )
    name = _trimmed(" ".join(_UNSAFE.sub("-", shown).split()), _LONGEST)
    if name.partition(".")[0].rstrip(" ").casefold() in _OF_WINDOWS:
        name = _trimmed(f"_{name}", _LONGEST)
    return name


def alike(name: str) -> str:
    """Return what two names share that are one to some file system, whatever their case and composition."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def free(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return `name`, or with a number after it, the first that is not taken."""
    if not is_taken(name):
        return name
    number = 2
    while is_taken(numbered := f"{_trimmed(name, _LONGEST - len(f' ({number})'))} ({number})"):
        number += 1
    return numbered


def _trimmed(name: str, longest: int) -> str:
    """Cut to so many bytes, not within a letter and its accents, and take dots and blanks off the ends."""
    name = name.lstrip(" .-~")
    while len(name.encode()) > longest:
        name = name.encode()[:longest].decode(errors="ignore") if len(name) > longest else name[:-1]
        while name and unicodedata.combining(name[-1]):
            name = name[:-1]
    return name.rstrip(" .")


def _literal(text: str, whole: str) -> Callable[[Named], str]:
    if "{" in text or "}" in text:
        raise UsageError(
            f"A brace in the pattern {quoted(whole)} has no partner.",
            "Write it as: --name '{row:03} {client}'",
        )
    return lambda _: text


def _field(name: str, form: str | None, whole: str) -> Callable[[Named], str]:
    if form is not None and (name != "row" or not _WIDTH.fullmatch(form)):
        raise UsageError(
            f"{{{name}:{form}}} in the pattern {quoted(whole)} is not understood.",
            "Only a row can have a width: {row:03} for 007.",
        )
    if name == "row":
        return lambda named: format(named.row, f"{form or ''}d")
    if name == "client":
        return lambda named: named.client
    if not _ANSWER.fullmatch(name):
        raise UsageError(
            f"{{{name}}} in the pattern {quoted(whole)} is no name of an answer.",
            "It can have {row}, {client}, and answers such as {petitioner.name.last}.",
        )

    def answered(named: Named) -> str:
        value = named.answers.get(name)
        return "" if value is None or isinstance(value, list | tuple) else str(value)

    return answered
