"""The configuration an interview finds: one person, no server, nothing that debugs or reports."""

from __future__ import annotations

from typing import Any

from unbarred.engine.host.marker import hookimpl
from unbarred.engine.links import address

CONFIGURATION: dict[str, Any] = {
    # Debugging would compute readability for each screen and keep a log of answers.
    "debug": False,
    # What a file that begins with `# use jinja` is filled with.
    "jinja data": {},
    "language": "en",
    "locale": "en_US.utf8",
    "timezone": "America/New_York",
    "button colors": {},
    "dispatch": {},
    # Rows of a list beyond those there are, worked out for a browser: here they are asked one by one.
    "list collect extra count": 1,
    # Assembly Line would keep each session's title in the server's database.
    "assembly line": {"update session metadata": False},
    # With none, docassemble goes on as it does where an address is not found.
    "geocoder service": "",
    "exitpage": address("exit", {}),
}


class Configuration:
    """Hooks about the configuration and the look of a page."""

    @hookimpl
    def get_configuration(self) -> dict[str, Any]:
        return CONFIGURATION

    @hookimpl
    def get_hostname(self) -> str:
        return "localhost"

    @hookimpl
    def get_debug_status(self) -> bool:
        return False

    @hookimpl
    def get_main_page_parts(self) -> dict[str, object]:
        return {}

    @hookimpl
    def get_default_table_class(self) -> str:
        return "table"

    @hookimpl
    def get_default_thead_class(self) -> str:
        return ""

    @hookimpl
    def get_button_class_prefix(self) -> str:
        return "btn-"

    @hookimpl
    def generate_csrf(self) -> str:
        """Protects a form in a browser; there is none."""
        return ""
