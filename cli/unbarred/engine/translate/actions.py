"""What can be done on a screen besides answering it: links in its text, its buttons, a review's items."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from unbarred.engine import links, own_actions
from unbarred.engine.translate.names import bare
from unbarred.screens import Action

_LINK = re.compile(
    # Markdown, or HTML.
    r"\[(?P<label>[^\]\n]*)\]\((?P<url>unbarred:[^\s)]+)(?:\s+\"[^\"]*\")?\)"
    r"|<a\b[^>]*?\bhref=(?P<quote>[\"'])(?P<href>unbarred:.*?)(?P=quote)[^>]*>(?P<shown>.*?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


class Actions:
    """Collects the actions of one screen, in the order in which they are met."""

    def __init__(self) -> None:
        self.found: list[Action] = []

    def number(self, name: str, arguments: dict[str, Any], label: str) -> int:
        """Return the number of the action, counted from 1; the same action has one number."""
        made = Action(name, bare(label) or bare(name.replace("_", " ")), arguments)
        for number, known in enumerate(self.found, 1):
            if (known.name, known.arguments) == (made.name, made.arguments):
                return number
        self.found.append(made)
        return len(self.found)

    def mark(self, text: str) -> str:
        """Return Markdown with each link to an action turned into its words and the action's number.

        A link to another place inside a server keeps only its words: it leads nowhere here.
        """
        if links.SCHEME not in text:
            return text
        return _LINK.sub(self._marked, text)

    def of_buttons(self, status: Any) -> None:
        """Add the screen's own buttons."""
        for button in status.extras.get("action_buttons", ()):
            action = links.action_in(str(button.get("action", "")))
            if action:
                self.number(*action, str(button["label"]))

    def of_row(self, status: Any, row: int) -> None:
        """Add the deletion of the row, if it is there already and can be done without."""
        items, least = status.extras["list_collect"], status.extras.get("list_minimum") or 1
        there = len(items.elements)
        if status.extras["list_collect_allow_delete"] and row < there and there > least:
            deletion = own_actions.deleting(items, row)
            self.number(deletion.name, dict(deletion.arguments), deletion.label)

    def of_beginning_again(self, labels: Iterable[str]) -> None:
        """Add the buttons of an end that begin the interview again."""
        for label in labels:
            self.number(own_actions.BEGIN_AGAIN, {}, label)

    def of_menu(self, status: Any) -> None:
        """Add the entries of the interview's menu that do something."""
        for item in status.extras.get("menu_items") or ():
            action = links.action_in(str(item.get("url", ""))) if isinstance(item, dict) else None
            if action:
                self.number(*action, str(item.get("label", "")))

    def of_review(self, encoded: str, label: str) -> int:
        """Add what a review's item does; `encoded` is docassemble's JSON for it."""
        return self.number(*_review_action(encoded), label)

    def _marked(self, match: re.Match[str]) -> str:
        action = links.action_in(match["url"] or match["href"])
        # A button's icons say nothing here.
        label = _TAG.sub("", match["label"] or match["shown"] or "").strip()
        return f"{label} ({self.number(*action, label)})" if action else label


def _review_action(encoded: str) -> tuple[str, dict[str, Any]]:
    held = json.loads(encoded)
    if isinstance(held["action"], str):
        return held["action"], dict(held.get("arguments") or {})
    # Something to set or to forget first: docassemble's own action for a list of such things.
    return "_da_force_ask", {"variables": [held["action"]]}
