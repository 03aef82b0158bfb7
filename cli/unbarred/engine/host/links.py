"""Links: what docassemble would serve over the web is named by an `unbarred:` address."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urlencode

from unbarred.engine import stores
from unbarred.engine.host.marker import hookimpl
from unbarred.engine.links import address

_ELSEWHERE = re.compile(r"(https?:|mailto:|tel:|javascript:|[/?#])")
_OF_THIS_SESSION = ("i", "session")


class Links:
    """Hooks about addresses, and the text of pages."""

    @hookimpl
    def url_for(self, endpoint: str, kwargs: dict[str, Any]) -> str:
        given = _given(kwargs)
        if endpoint == "main.run_temp":
            return address("temporary", {"number": stores.of_this_run().number_of(given["c"])})
        return address(endpoint.rpartition(".")[2], given)

    @hookimpl
    def url_finder(self, file_reference: Any, kwargs: dict[str, Any]) -> str:
        reference = _of_file(file_reference)
        given = _given(kwargs)
        if _ELSEWHERE.match(reference):
            return reference if "?" in reference or not given else f"{reference}?{urlencode(given)}"
        if reference.isdigit():
            return address(f"file/{reference}", {})
        if reference == "flex_interview":
            reference = "interview"
        if "." in reference:
            package = "" if ":" in reference else kwargs.get("_package") or ""
            return address(f"static/{package}{':' if package else ''}{reference}", {})
        return address(reference, given)

    @hookimpl
    def get_url(self) -> dict[str, str]:
        return {}

    @hookimpl
    def get_referer(self) -> None:
        """She came from nowhere on the web."""

    @hookimpl
    def navigation_bar(self, nav: Any, show_links: bool | None) -> str:
        """Return the sections as a list. Those that were reached and have a name can be gone to."""
        shown = "".join(_section(each, nav, bool(show_links)) for each in nav.get_sections() or [])
        return f"<ul>{shown}</ul>\n" if shown else ""

    @hookimpl
    def to_text(self, html_doc: str) -> str:
        return html.unescape(re.sub(r"<[^>]*>", "", html_doc))


def _given(kwargs: dict[str, Any]) -> dict[str, Any]:
    """Leave out what docassemble adds for its server, and what names this very session."""
    from docassemble.base.thread_context import get_globals

    info = get_globals().current_info
    own = {"i": info.get("yaml_filename"), "session": info.get("session")}
    return {
        key: value
        for key, value in kwargs.items()
        if not key.startswith("_") and not (key in _OF_THIS_SESSION and value == own[key])
    }


def _of_file(reference: Any) -> str:
    from docassemble.base.util import DAFile, DAFileCollection, DAFileList, DAStaticFile

    if isinstance(reference, DAFileCollection):
        reference = reference._first_file()
    if isinstance(reference, DAFileList) and reference.elements:
        reference = reference.elements[0]
    if isinstance(reference, DAFile) and hasattr(reference, "number"):
        return str(reference.number)
    if isinstance(reference, DAStaticFile):
        return str(reference._get_unqualified_reference())
    return str(reference)


def _section(section: Any, nav: Any, show_links: bool) -> str:
    from docassemble.base.functions import url_action

    if not isinstance(section, dict):
        return f"<li>{section}</li>"
    name = next((key for key in section if key != "subsections"), "")
    title = section.get(name, "")
    within = section.get("subsections") or (title if isinstance(title, list) else [])
    label = name if isinstance(title, list) else title
    if show_links and not isinstance(title, list) and name in nav.past:
        label = f'<a href="{url_action(name)}">{label}</a>'
    below = "".join(_section(each, nav, show_links) for each in within)
    return f"<li>{label}{f'<ul>{below}</ul>' if below else ''}</li>"
