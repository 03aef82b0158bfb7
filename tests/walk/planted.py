"""Small interviews with a fault planted in each, and what is common to walking them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import docx

from unbarred.engine import load_file
from unbarred.walking import Exploration, Found, Ground, explore

PERSON = """
    ---
    question: Who is it?
    fields:
      - Name: name
      - Nickname: nickname
        required: False
      - Age: age
        datatype: integer
      - Pets: pets
        datatype: checkboxes
        choices:
          - cat
          - dog
          - fish
        none of the above: True
      - Lives: lives
        choices:
          - inside
          - outside
          - between
    ---
    question: Is she well?
    yesno: is_well
    ---
    question: What does she do?
    fields:
      - Work: work
        input type: area
    ---
    event: done
    question: Done
    buttons:
      - Exit: exit
"""
"""Seven things to answer on three screens, and an end."""

MANDATORY = """
    ---
    mandatory: True
    code: |
      name
      is_well
      work
      {then}
      done
"""


def ground(folder: Path, text: str, arguments: Mapping[str, str] | None = None, limit: int = 300) -> Ground:
    """Write an interview to a file and return it to be walked."""
    path = folder / "planted.yml"
    path.write_text(dedent(text), encoding="utf-8")
    return Ground(load_file(path), arguments or {}, limit)


def person(folder: Path, then: str, blocks: str = "", limit: int = 300) -> Ground:
    """Return the interview about a person, which needs `then` before its end, with more blocks."""
    return ground(folder, dedent(PERSON) + dedent(MANDATORY).format(then=then) + dedent(blocks), limit=limit)


def explored(ground: Ground, paths: int = 60, seed: int = 7, *, replay: bool = False) -> Exploration:
    """Walk it."""
    return explore(ground, paths, seed, replay=replay)


def only(found: Exploration) -> Found:
    """Return the one failure that was found."""
    [failure] = found.found
    return failure


def template(path: Path, *paragraphs: str) -> Path:
    """Write a DOCX template of these paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path
