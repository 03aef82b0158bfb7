"""How tags are written: Jinja's, with the additions of python-docx-template."""

from __future__ import annotations

import re

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
HALF = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
"""What is left of a tag that is opened or closed, but not both, once whole tags are taken out."""

WHOLE = re.compile(r"(?P<opening>\{[{%#][-+]?)(?P<kind>p|tr|tc|r)\s")
"""The beginning of a tag that stands for a whole paragraph, row, cell or run."""

CELL_FORMAT = re.compile(r"\{%\s*(?P<kind>colspan|cellbg)\s+(?P<value>.*?)\s*%\}$", re.DOTALL)
"""A tag that spans columns or shades a cell."""
