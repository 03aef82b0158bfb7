"""Who sits here, on what: one person who is not signed in, at a computer without a browser."""

from __future__ import annotations

from typing import Any

import pytest

CASES = {
    "signed in": ("user_logged_in()", "False"),
    "name": ("user_info().name()", "Anonymous User"),
    "privileges": ("[user_info().privileges, user_info().permissions]", "[['user'], []]"),
    "privilege": ("user_has_privilege('admin')", "False"),
    "where": ("[location_known(), user_lat_lon()]", "[False, (None, None)]"),
    "device": ("[device().is_pc, device().is_mobile, device().browser.family]", "[True, False, 'unbarred']"),
    "address": ("device(ip=True)", "127.0.0.1"),
    "language of a browser": ("language_from_browser()", "None"),
    "interface": ("interface()", "cli"),
    "chat": (
        "[chat_partners_available().peer, chat_partners_available().help, get_chat_log()]",
        "[0, 0, []]",
    ),
    "e-mails": ("get_emails()", "[]"),
    "interviews": ("[interview_list(), interview_list(action='delete_all')]", "[([], None), 0]"),
    "what a server can": ("any(server_capabilities().values())", "False"),
    "configuration": (
        "[get_config('debug'), get_config('nothing'), get_config('nothing', 3)]",
        "[False, None, 3]",
    ),
    "tags": ("[session_tags().add('a'), sorted(session_tags())]", "[None, ['a']]"),
    "log": ("log('heard')", "None"),
}


@pytest.mark.parametrize(("expression", "told"), CASES.values(), ids=CASES)
def test_what_an_interview_is_told(start: Any, expression: str, told: str) -> None:
    run = start(f"mandatory: True\ncode: |\n  told = {expression}\n---\nmandatory: True\nquestion: Over\n")
    assert str(run.value("told")) == told


def test_what_holds_for_one_request_of_a_server_is_forgotten_after_a_step(start: Any) -> None:
    run = start(
        """
        mandatory: True
        code: |
          set_language('es')
          first
          told = get_language()
        ---
        question: First
        fields:
          - Word: first
        ---
        mandatory: True
        question: ${ told }
        """
    )
    run.answer({"first": "a"})
    assert run.screen.heading == "es", "the block runs again, as on a server"
