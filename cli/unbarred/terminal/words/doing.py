"""What can be done on a screen besides answering it, and what is said once or shown and not followed."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _


def actions_heading() -> str:
    return _("What else can be done here")


def actions_text() -> str:
    return _("If you do one of these, what you have typed on this screen is not kept.")


def numbers_in_brackets() -> str:
    return _("What has a number in brackets can be done too: type a, press Enter, then type that number.")


def actions_return() -> str:
    return _("None of these: go back to the screen")


def papers_made_here(titles: str) -> str:
    return _("Papers made here: {titles}.").format(titles=titles)


def leads_to_server() -> str:
    return _("On a web server you would be sent to another of its pages; unbarred has no server.")


def not_followed(link: str) -> str:
    return _("On a web server you would be sent to: {link}; unbarred does not follow it.").format(link=link)
