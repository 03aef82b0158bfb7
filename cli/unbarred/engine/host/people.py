"""People: one, who is not signed in, with nobody to chat with and no other interviews at hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from unbarred.engine.host.marker import hookimpl


class People:
    """Hooks about users, chats, and the interviews a server would offer them."""

    @hookimpl
    def chat_partners_available(self, session_id: str) -> SimpleNamespace:
        return SimpleNamespace(peer=0, help=0)

    @hookimpl
    def get_chat_log(self, session_id: str) -> list[Any]:
        return []

    @hookimpl
    def get_chat_log_internal(self, session_id: str) -> list[Any]:
        return []

    @hookimpl
    def get_permissions_of_privilege(self, privilege: str) -> list[str]:
        return []

    @hookimpl
    def user_id_dict(self) -> dict[int, Any]:
        return {}

    @hookimpl
    def retrieve_emails(self, kwargs: dict[str, Any]) -> list[Any]:
        """No e-mail reaches a session here."""
        return []

    @hookimpl
    def server_interview_menu(self, tag: str | None) -> list[Any]:
        return []

    @hookimpl
    def user_interviews(self, action: str | None) -> tuple[list[Any], None] | int:
        """Return no interviews and no further page; of what is to be deleted, none."""
        return ([], None) if action is None else 0
