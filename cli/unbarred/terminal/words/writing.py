"""Long answers."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _, _n


def key_done_writing() -> str:
    return _("Tab go on")


def key_done_writing_plain() -> str:
    return _(". go on")


def how_to_end_writing() -> str:
    return _("Done? Press Tab, or type a full stop (.) alone on a line.")


def prompt_writing_plain() -> str:
    return _(
        "Write as many lines as you like. When you are done, type a full stop (.) alone on a line. "
        "The keys work alone on a line too."
    )


def more_of_question() -> str:
    return _("more of the question: Page Down")


def word_count(count: int) -> str:
    return _n("{count} word", "{count} words", count).format(count=count)


def kept_as_typed() -> str:
    return _("kept as you type")


def editor_offered() -> str:
    return _("e alone on a line: your own editor")


def written_so_far(count: int) -> str:
    return _n("You have written {count} word:", "You have written {count} words:", count).format(count=count)


def keep_add_or_new() -> str:
    return _("Type 1 to keep it, 2 to add to it, 3 to write it new")


def keep_add_or_new_again() -> str:
    return _("Type 1, 2 or 3.")


def add_below() -> str:
    return _("What you write now is added below it.")


def line_cut_off() -> str:
    return _(
        "That line was longer than this terminal takes in one piece, and its end may be missing. "
        "Look at its last words, and use shorter lines: press Enter now and then."
    )


def editor_failed(name: str) -> str:
    return _("The editor {name} could not be started. Go on writing here.").format(name=name)
