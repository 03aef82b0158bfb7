"""What a server does around its requests. One process holds one session: there is nothing to do."""

from __future__ import annotations

from typing import Any

from unbarred.engine.host.marker import hookimpl


class Housekeeping:
    """Hooks about locks, and about clearing up after users and sessions."""

    @hookimpl
    def release_lock(self, user_code: str, filename: str) -> None:
        """Nothing is locked."""

    @hookimpl
    def applock(self, action: str, application: str, maxtime: int) -> None:
        """Nothing is locked."""

    @hookimpl
    def manage_chat_logs(self, mode: int, kwargs: dict[str, Any]) -> None:
        """There are no chats."""

    @hookimpl
    def manage_global_objects(self, mode: int, kwargs: dict[str, Any]) -> None:
        """What was stored ends with the run."""

    @hookimpl
    def manage_email_server_objects(self, mode: int, kwargs: dict[str, Any]) -> None:
        """There is no e-mail."""

    @hookimpl
    def manage_tts_objects(self, mode: int, kwargs: dict[str, Any]) -> None:
        """Nothing is read aloud."""
