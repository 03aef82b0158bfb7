"""The help, and the menu for keypads."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _


def help_heading() -> str:
    return _("Help")


def help_question() -> str:
    return _("This question")


def help_terms() -> str:
    return _("What the hard words mean")


def help_keys() -> str:
    return _("The keys")


def help_keys_text() -> str:
    return _(
        "Type the sign alone, then press Enter.\n\n"
        "- `?` shows this help.\n"
        "- `b` goes back to the question before. What you typed is kept.\n"
        "- `c` shows your answers, and lets you change any of them.\n"
        "- `l` leaves this question for later. You can fill it in by hand, or another day.\n"
        "- `s` saves everything and stops. You can go on another day.\n"
        "- `a`, where it stands among the keys, shows what else can be done on the screen.\n"
        "- `00` or `*` shows these same keys by number, for a keypad without letters.\n\n"
        "Choices: type the number. Or type the first letters. "
        "For several, type all the numbers, such as `1 3 5` or `1-3`. "
        "`0` means none of them, where that is offered.\n\n"
        "Files: type the path, such as `~/Documents/letter.pdf`.\n\n"
        "To answer with just the letter b, c, l or s, put = before it: `=b`.\n\n"
        "Nothing is lost if you stop, or if the line breaks: "
        "each answer is saved before the next question comes."
    )


def help_arrows() -> str:
    return _(
        "In a full window, the arrow keys move in a list, and the space bar marks one of several. "
        "Page Up and Page Down move through a long text. "
        "What stands on the line already is replaced when you type. "
        "To mend it, move into it with the arrow keys. "
        "Where a path is asked for, Tab completes it."
    )


def menu_heading() -> str:
    return _("What do you want to do?")


def menu_options() -> tuple[str, ...]:
    """In the order of `commands.BY_NUMBER`; the last only where a screen has actions."""
    return (
        _("Help with this question"),
        _("Go back to the question before"),
        _("Change an answer"),
        _("Leave this question for later"),
        _("Save and stop"),
        _("See what else can be done on this screen"),
    )


def menu_return() -> str:
    return _("None of these: stay at the question")
