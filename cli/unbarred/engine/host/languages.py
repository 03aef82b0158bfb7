"""The language and place a run begins with; an interview sets others."""

from __future__ import annotations

from unbarred.engine.host.configuration import CONFIGURATION
from unbarred.engine.host.marker import hookimpl


class Languages:
    """Hooks about languages and places."""

    @hookimpl
    def get_default_language(self) -> str:
        return str(CONFIGURATION["language"])

    @hookimpl
    def get_default_dialect(self) -> str:
        return "us"

    @hookimpl
    def get_default_locale(self) -> str:
        return str(CONFIGURATION["locale"])

    @hookimpl
    def get_default_voice(self) -> str:
        return ""

    @hookimpl
    def get_default_timezone(self) -> str:
        return str(CONFIGURATION["timezone"])

    @hookimpl
    def get_default_country(self) -> str:
        return "US"
