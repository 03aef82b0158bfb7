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


def help_keys_text(*, has_actions: bool) -> str:
    actions = _("- `a` shows what else can be done on this screen.\n") if has_actions else ""
    return _(
        "Type the sign alone, then press Enter.\n\n"
        "- `?` shows this help.\n"
        "- `b` goes back to the question before. What you typed is kept.\n"
        "- `c` shows your answers, and lets you change any of them.\n"
        "- `l` leaves this question for later. You can fill it in by hand, or another day.\n"
        "{actions}"
        "- `s` saves everything and stops. You can go on another day.\n"
        "- `00` or `*` shows these same keys by number, for a keypad without letters.\n\n"
        "Choices: type the number. Or type the first letters. "
        "For several, type all the numbers, such as `1 3 5` or `1-3`. "
        "`0` means none of them, where that is offered.\n\n"
        "To answer with just the letter {letters}, put = before it: `=b`.\n\n"
        "Nothing is lost if you stop, or if the line breaks: "
        "each answer is saved before the next question comes."
    ).format(actions=actions, letters=_("a, b, c, l or s") if has_actions else _("b, c, l or s"))


def help_paths() -> str:
    return _(
        "A file is named by its path: the folders it is in, then its name, such as `~/Documents/letter.pdf`. "
        "`~` is your own folder. In a full window, Tab completes what you have begun to type. "
        "The file itself stays where it is; a copy is kept with your answers."
    )


def help_arrows() -> str:
    return _(
        "In a full window, the arrow keys move in a list, and the space bar marks one of several. "
        "Page Up and Page Down move through a long text. "
        "What stands on the line already is replaced when you type. "
        "To mend it, move into it with the arrow keys."
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
