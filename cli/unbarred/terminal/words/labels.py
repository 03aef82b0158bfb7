"""How a label and what belongs to it are joined, and what stands for things that have no words."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _


def after_label(label: str) -> str:
    """Return what stands between a label and its answer: a colon, if the label has no end of its own."""
    if not label:
        return ""
    return " " if label.endswith((":", "?", ".", "!")) else ": "


def picture(name: str) -> str:
    return _("(picture: {name})").format(name=name) if name else _("(a picture)")


def nothing_here() -> str:
    """What stands where a table has no rows."""
    return _("(nothing here)")


def code_to_scan(text: str) -> str:
    return _("(a code to scan: {text})").format(text=text)


def on_the_web(address: str) -> str:
    return _("(to be seen on the web: {address})").format(address=address)


def blacked_out() -> str:
    return _("(blacked out)")
