"""The engine opens no connection and says nothing: at its start, on a screen, in the host, for a paper."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

CLOSED = """
import socket, sys

def closed(*args, **kwargs):
    raise AssertionError("a socket was opened")

socket.socket.__init__ = closed
socket.create_connection = closed
socket.getaddrinfo = closed
from pathlib import Path
from unbarred.engine import Run, load, load_file
"""

FIRST_SCREEN = """
run = Run(load("clemency/commutation"), {"place": "us-ny", "as_of": "2026-11-21"})
assert run.screen.heading, run.screen
assert "docx" not in sys.modules and "lxml" not in sys.modules, "the first screen loads Word's libraries"
"""

HOST = """
run = Run(load_file(Path(sys.argv[1])), {})
assert run.screen.heading.startswith("Done: 8"), run.screen
"""

INTERVIEW = """
objects:
  - store: DAStore
  - page: DAFile
---
mandatory: True
code: |
  store.set('k', 1)
  page.initialize(filename='page.txt')
  page.write('words')
  write_record('seen', {'a': 1})
  number = DARedis('r').incr('visits')
  task = background_action('add', number=7)
  total = task.get()
  described = [user_info().name(), device().is_mobile, interview_url(), url_of('root'), currency(3)]
---
event: add
code: |
  background_response(action_argument('number') + 1)
---
mandatory: True
question: |
  Done: ${ total }
subquestion: |
  ${ page } ${ described }
attachment:
  name: Paper
  valid formats: md
  content: Words
"""


def run_closed(script: str, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-c", CLOSED + script, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_boot_and_first_screen() -> None:
    assert run_closed(FIRST_SCREEN) == (0, "", "")


def test_files_stores_background_links_and_a_paper(tmp_path: Path) -> None:
    path = tmp_path / "interview.yml"
    path.write_text(dedent(INTERVIEW), encoding="utf-8")
    assert run_closed(HOST, str(path)) == (0, "", "")
