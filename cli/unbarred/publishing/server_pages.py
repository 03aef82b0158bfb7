"""What a package for a docassemble server says of itself: to pip, and to whoever installs it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from unbarred import __version__
from unbarred.law.words import joined
from unbarred.publishing.ourselves import ourselves
from unbarred.sessions import catalogue

_PYPROJECT = """\
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "docassemble.unbarred"
version = {version}
description = {summary}
readme = "README.md"
license = {license}
license-files = ["LICENSE"]
requires-python = {python}
# docassemble.base is on the server, with what it requires. It is not named here, because pip would
# fetch its newest version, which must be that of docassemble.webapp.
dependencies = {dependencies}

[tool.setuptools]
packages = {packages}

[tool.setuptools.package-data]
"docassemble.unbarred" = ["data/**"]
"""

_README = """\
# docassemble.unbarred

{summary}

This is a package for a docassemble server, made by `unbarred export docassemble` of unbarred {version}.
It tells what the law says, with its source, the day it was read, and how sure we are. It is not a lawyer
and gives no advice.

## Install

On the server, open *Package Management*, choose this ZIP file and press *Update*. Or, on its command line:

    pip install docassemble-unbarred-{version}.zip

It was made for docassemble 1.10 and wants Python {python}. Where the server does not have them, pip fetches
{requirements}.
The Playground cannot hold it, because it has no folders inside its folders.

Do not install unbarred itself beside it: this package holds the part of unbarred that the interviews call.

## Interviews

{interviews}

`&place=` and the name of a folder in `data/sources` at the end of the address opens it for that place. To
have them in the server's list, put this in its configuration:

    dispatch:
{dispatch}

## Good to know

- unbarred keeps what is said on the computer it runs on. A docassemble server keeps it in its database:
  see to it that it is encrypted and that sessions are deleted, and say so to those who use it.
- What is left out is not known to the law, numbers too, and is never taken for 0.
- It stays empty on the papers. unbarred itself draws a line there to write on, and lists what is still
  to complete.

## Licence

{license}; see LICENSE.
"""


def pages(packages: Iterable[str], requirements: Iterable[str]) -> dict[str, bytes]:
    """Return the files at the top of the package, by name.

    `packages` are the Python packages in it, by their dotted names; `requirements` is what
    is installed with it where a server does not have it.
    """
    ours = ourselves()
    known = {
        "version": __version__,
        "summary": ours.metadata["Summary"],
        "license": ours.metadata["License-Expression"],
        "python": ours.metadata["Requires-Python"],
    }
    # A text of JSON, and a list of them, is one of TOML too.
    quoted = {name: json.dumps(value) for name, value in known.items()}
    listed = {"packages": json.dumps(list(packages)), "dependencies": json.dumps(list(requirements))}
    made = {
        "LICENSE": ours.read_text("licenses/LICENSE") or "",
        "README.md": _README.format(**known, **_for_people(requirements)),
        "pyproject.toml": _PYPROJECT.format(**quoted, **listed),
    }
    return {name: text.encode() for name, text in made.items()}


def _for_people(requirements: Iterable[str]) -> dict[str, str]:
    shown, dispatched = [], []
    for each in catalogue.entries():
        address = f"docassemble.unbarred:data/questions/{each.name}.yml"
        shown.append(f"- {each.title}: `/interview?i={address}`")
        dispatched.append(f"      {each.name.replace('/', '-')}: {address}")
    return {
        "requirements": joined([re.split(r"[<>=!~; ]", each)[0] for each in requirements]),
        "interviews": "\n".join(shown),
        "dispatch": "\n".join(dispatched),
    }
