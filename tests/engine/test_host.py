"""The host answers or refuses every hook, opens no connection, and says nothing."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from unbarred.engine.boot import boot
from unbarred.engine.host import OFFERED, NotOffered


def test_every_hook_of_the_installed_release_is_answered_or_refused() -> None:
    boot()
    from docassemble.base import hookspecs
    from docassemble.base.plugin_manager import pm

    names = {name for name in vars(hookspecs) if hasattr(getattr(hookspecs, name), "docassemble_spec")}
    silent = {name for name in names if name.startswith("manage_")}
    answered = {name for name in names if getattr(pm.hook, name).get_hookimpls()}
    assert names >= OFFERED, "the host answers hooks that docassemble no longer has"
    assert answered == names - silent


def test_a_refused_hook_says_which_feature(start: Any) -> None:
    with pytest.raises(NotOffered, match="text messages"):
        start("mandatory: True\ncode: |\n  initiate_sms_session('5550100')\n")


def test_a_missing_library_is_named_even_behind_a_bare_except(start: Any) -> None:
    from unbarred.engine.stand_ins import MissingLibrary

    with pytest.raises(MissingLibrary, match="geopy"):
        start(
            """
            mandatory: True
            code: |
              from docassemble.base import geocode
              try:
                geocode.GoogleV3()
              except Exception:
                pass
              ended
            ---
            event: ended
            question: Over
            buttons:
              - Exit: exit
            """
        )


def test_a_present_library_comes_in_on_first_use(start: Any) -> None:
    run = start(
        "mandatory: True\nquestion: ${ nice_number(3) } and ${ ordinal(2) }, ${ noun_plural('child') }\n"
    )
    assert run.screen.heading == "three and third, children"


OFFLINE = """
import socket, sys

def closed(*args, **kwargs):
    raise AssertionError("a socket was opened")

socket.socket.__init__ = closed
socket.create_connection = closed
socket.getaddrinfo = closed
from unbarred.engine import Run, load
run = Run(load("clemency/commutation"), {"place": "us-ny", "as_of": "2026-11-21"})
assert run.screen.heading, run.screen
assert "docx" not in sys.modules and "lxml" not in sys.modules, "the first screen loads Word's libraries"
"""


def test_boot_and_first_screen_open_no_socket_and_print_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", OFFLINE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
