"""A content folder with a country and a province that do not exist, and a little law."""

from __future__ import annotations

import subprocess
from pathlib import Path

COUNTRY = """\
name: Xanadu
prison_number_label: Number
sentence_paper: paper
prison_system: Prisons
court_area: county
"""

CLEMENCY = """\
general:
  decided_by:
    - id: khan-decides
      says: The Khan decides.
      cite: {title: Xan. Code, href: "https://law.example/7", pinpoint: § 7}
      source: {kind: official, title: Office of Mercy, href: "https://mercy.example/who"}
      checked: 2026-03-01
      confidence: confirmed
commutation:
  title: Commutation of sentence
  offered: limited
  holds_below: true
  apply:
    - id: old-way
      says: You knock three times.
      until: 2025-12-31
      source: {kind: memory}
      checked: 2026-03-02
      confidence: recalled
    - id: new-way
      says: You write a letter.
      since: 2026-01-01
      source: {kind: secondary, title: Travels}
      checked: 2026-03-03
      confidence: confirmed
      verify_first: true
      caveat: The page is a poem.
  deadlines:
    - id: appeal
      says: You can appeal.
      to_do: appeal
      period: 1
      unit: months
      event: denial.received
      where: office
      source: {kind: memory}
      checked: 2026-03-04
      review: 2027-01-01
      confidence: recalled
  not_found: [The address.]
pardon:
  title: Pardon
  offered: "no"
"""


def put_small_law(folder: Path) -> Path:
    """Fill `folder` with the content, and return it; name it in UNBARRED_CONTENT."""
    for name in ("interviews", "templates", "jurisdictions/xx", "jurisdictions/xx-al"):
        (folder / name).mkdir(parents=True)
    law = folder / "jurisdictions"
    (law / "xx" / "place.yml").write_text(COUNTRY)
    (law / "xx" / "clemency.yml").write_text(CLEMENCY, encoding="utf-8")
    (law / "xx-al" / "place.yml").write_text(COUNTRY.replace("Xanadu", "Alph") + "parent: xx\n")
    return folder


def refused(done: subprocess.CompletedProcess[str], code: int = 2) -> str:
    """Return what the program said when it refused, with nothing on its other channel."""
    assert (done.returncode, done.stdout) == (code, "")
    return done.stderr
