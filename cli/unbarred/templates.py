"""Which template serves a place: its own, or the one for every place.

An interview names this module in its `modules:` block and its attachments call
`template_for`.
"""

from __future__ import annotations

import os

from unbarred import content
from unbarred.errors import ContentError

__all__ = ["template_for"]


def template_for(name: str, place: str, paper: str = "letter") -> str:
    """Return the file of the template `name` (`clemency/application`) for `place`, below `templates/`.

    `paper` is the size of the place's paper, `letter` or `A4`. A place's own file comes first, whether it
    was made by hand or composed with a part of the place's own.

    A parent place's template does not count: a federal petition is not for a
    state's governor. Raises `ContentError` if there is none.
    """
    folder = content.templates()
    sized = name if paper == "letter" else f"{name}-{paper.lower()}"
    for candidate in (f"{place}/{sized}.docx", f"{place}/{name}.docx", f"{sized}.docx"):
        if os.path.isfile(f"{folder}/{candidate}"):  # noqa: PTH113  (asked for each paper of each client)
            return candidate
    raise ContentError(f"There is no template {name} for {place}.", f"Looked in {folder}.")
