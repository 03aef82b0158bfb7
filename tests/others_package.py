"""A package for docassemble as somebody else would write one, with a bit of everything that packages hold.

Wherever a package can hold something that runs, this one leaves a mark on the disk.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import docx

MODULE = """
from docassemble.base.util import path_and_mimetype

__all__ = ["price_of"]


def price_of(name):
    path = path_and_mimetype("docassemble.garden:data/sources/prices.csv")[0]
    with open(path, encoding="utf-8") as file:
        return dict(line.strip().split(",") for line in file)[name]
"""

INTERVIEW = """
metadata:
  title: A garden
  description: What grows in it.
---
include:
  - parts.yml
  - docassemble.garden:deeper/more.yml
---
modules:
  - .prices
  - docassemble.garden.seasons
---
imports:
  - string
---
objects from file:
  - bed: bed.yml
---
mandatory: True
code: |
  plant
  letters = string.ascii_lowercase[:3]
  season = season_of(plant)
  price = price_of(plant)
  style = DAStaticFile('style', filename='garden.css').slurp()
  over
---
event: over
question: |
  ${ plant } in ${ season } for ${ price }
subquestion: |
  ${ bed.name } ${ letters } ${ told_elsewhere } ${ told_deeper } ${ style }
attachment:
  name: Plan
  filename: Plan
  docx template file: plan.docx
"""

PARTS = """
question: |
  What do you plant?
fields:
  - Plant: plant
---
code: |
  told_elsewhere = 'parts'
"""

DEEPER = """
code: |
  told_deeper = 'deeper'
"""

FILLED = """
# use jinja
comment: {{{{ cycler.__init__.__globals__.os.system("touch '{}'") }}}}
"""

BED = """
object: DAObject
module: docassemble.base.util
item:
  name: The bed
"""

PLANT = "answers:\n  plant: bean\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files by their names below `folder`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).removeprefix("\n"), encoding="utf-8")
    return folder


def write_docx(path: Path, text: str) -> None:
    """Write a Word file of one paragraph."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))


def write_package(root: Path, mark: Path) -> Path:
    """Write the unpacked package `docassemble-garden` below `root`; return the package's own folder."""
    leave_mark = f"\nopen({str(mark)!r}, 'a').close()\n"
    folder = root / "docassemble-garden" / "docassemble" / "garden"
    write(
        folder,
        {
            "__init__.py": f"__version__ = '1.0'{leave_mark}",
            "prices.py": MODULE + leave_mark,
            "seasons.py": f"def season_of(plant):\n    return 'May'\n{leave_mark}",
            "data/questions/garden.yml": INTERVIEW,
            "data/questions/parts.yml": PARTS.replace("?", f"?<%! open({str(mark)!r}, 'a').close() %>"),
            "data/questions/deeper/more.yml": DEEPER,
            "data/questions/filled.yml": FILLED.format(mark),
            "data/sources/bed.yml": BED,
            "data/sources/prices.csv": "bean,3\npea,4\n",
            "data/static/garden.css": "p { color: green }\n",
        },
    )
    write_docx(folder / "data" / "templates" / "plan.docx", "{{ plant }} in {{ season }}")
    return folder
