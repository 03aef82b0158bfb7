"""Actions of ours: what a browser does with a script to a list's rows, and the button to begin again."""

from __future__ import annotations

import base64
import html
import json
from typing import Any

from unbarred.answers.path import AnswerPath
from unbarred.engine.assign import lookup
from unbarred.engine.links import address
from unbarred.screens import Action

BEGIN_AGAIN = "_unbarred_begin_again"
_MOVE = "_unbarred_move"
_DELETE = "_unbarred_delete"


def moving_buttons(items: Any, classes: str, index: int) -> str:
    """Return HTML links that move item `index` of a list up or down; docassemble's own need a script."""
    from docassemble.base.functions import word

    last = len(items.elements) - 1
    places = [(index - 1, word("Move up"))] * (index > 0) + [(index + 1, word("Move down"))] * (index < last)
    return "".join(
        f'<a href="{_address(_moving(items, index, to))}">{html.escape(label)}</a> ' for to, label in places
    )


def deleting(items: Any, index: int) -> Action:
    """Return the action that deletes row `index` of a list that is being collected."""
    from docassemble.base.functions import word

    return Action(_DELETE, word("Delete"), {"list": items.instanceName, "item": index})


def do(action: Action, variables: dict[str, Any]) -> bool:
    """Do `action` if it moves or deletes a row; say whether it did."""
    if action.name not in (_MOVE, _DELETE):
        return False
    items = lookup(variables, AnswerPath.parse(action.arguments["list"]))
    index = action.arguments["item"]
    if action.name == _DELETE:
        items._remove_items_by_number(index)
    else:
        to = action.arguments["to"]
        items._reorder([index, to], [to, index])
    return True


def _moving(items: Any, index: int, to: int) -> Action:
    return Action(_MOVE, "", {"list": items.instanceName, "item": index, "to": to})


def _address(action: Action) -> str:
    packed = json.dumps({"action": action.name, "arguments": dict(action.arguments)})
    return address("interview", {"action": base64.b64encode(packed.encode()).decode()})
