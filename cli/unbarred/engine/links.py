"""Addresses inside an interview: what docassemble would serve over the web is named by `unbarred:` here.

No server answers them. An action's address is found again in the text of a
screen and offered as something to do; any other is only ever shown.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

SCHEME = "unbarred:"

ADDRESS = re.compile(r"unbarred:[^\s\"'<>()]+")
"""Finds an address in Markdown or HTML."""


def address(endpoint: str, parameters: Mapping[str, object]) -> str:
    """Return the address of `endpoint`, such as `interview` or `file/3`."""
    given = {name: str(value) for name, value in sorted(parameters.items()) if value is not None}
    return f"{SCHEME}{quote(endpoint)}" + (f"?{urlencode(given)}" if given else "")


def action_in(url: str) -> tuple[str, dict[str, Any]] | None:
    """Return the name and the arguments of the action that `url` triggers; None if it triggers none."""
    if not url.startswith(SCHEME):
        return None
    packed = dict(parse_qsl(url.partition("?")[2].replace("&amp;", "&"))).get("action")
    return unpacked(packed) if packed else None


def unpacked(packed: str) -> tuple[str, dict[str, Any]] | None:
    """Return the action that docassemble packed into base 64; None if it did not."""
    try:
        held = json.loads(base64.b64decode(packed + "=" * (-len(packed) % 4)))
        return str(held["action"]), dict(held.get("arguments") or {})
    except (binascii.Error, UnicodeDecodeError, ValueError, KeyError, TypeError):
        return None
