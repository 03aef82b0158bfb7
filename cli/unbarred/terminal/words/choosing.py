"""Choices beside those on the list: all of them, or words of her own."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _


def something_else() -> str:
    return _("Something else: type it")


def something_else_is(words: str) -> str:
    return _("Something else: {words}").format(words=words)


def prompt_one_or_own_words() -> str:
    return _("Type the number, or your own words")


def prompt_own_words() -> str:
    return _("Type it in your own words")


def near_a_choice(words: str, number: int, label: str, other: int) -> str:
    return _(
        "“{words}” is close to {number}, {label}. Type {number} if that is it. "
        "To answer with your own words, type {other} first."
    ).format(words=words, number=number, label=label, other=other)


def all_or_some() -> str:
    return _("That number means all of them. Type it alone, or type only the others.")
