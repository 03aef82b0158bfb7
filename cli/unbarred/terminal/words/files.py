"""Files and signatures, which are named by their paths."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _, _n


def prompt_file() -> str:
    return _("Path of the file")


def prompt_first_file() -> str:
    return _("Path of the first file")


def prompt_next_file() -> str:
    return _("Path of the next file, or press Enter to go on")


def taken(kinds: str) -> str:
    return _("You can give: {kinds}.").format(kinds=kinds)


def files_so_far(count: int, names: str) -> str:
    return _n(
        "{count} file so far: {names}. To take it out again, type 0.",
        "{count} files so far: {names}. To take them out again, type 0.",
        count,
    ).format(count=count, names=names)


def files_taken_out() -> str:
    return _("No files so far.")


def prompt_signature() -> str:
    return _("Press Enter to sign on paper later, or type the path of a picture of your signature")


def prompt_signature_given() -> str:
    return _("Type l to sign on paper later, or the path of another picture of your signature")


def no_file() -> str:
    return _("no file")


def sign_on_paper() -> str:
    return _("to be signed on paper")


def nothing_begins_so() -> str:
    return _("Nothing here begins like that.")


def can_go_on_with(names: str, is_cut: bool) -> str:
    return _("Here: {names}{more}").format(names=names, more=", …" if is_cut else "")
