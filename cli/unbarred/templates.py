"""Which template serves a place: its own, its parent's, or everybody's.

An interview names this module in its `modules:` block and its attachments call
`template_for`.
"""

from __future__ import annotations

from unbarred import content
from unbarred.errors import ContentError

__all__ = ["template_for"]


def template_for(name: str, place: str) -> str:
    """Return the file of the template `name` (`clemency/application`) for `place`, below `templates/`.

    `us-ny` looks in `us-ny/`, then `us/`, then at the top. Raises `ContentError`
    if none has it.
    """
    folder = content.templates()
    parts = place.split("-")
    lineage = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    for candidate in [*(f"{slug}/{name}.docx" for slug in lineage), f"{name}.docx"]:
        if (folder / candidate).is_file():
            return candidate
    raise ContentError(f"There is no template {name} for {place}.", f"Looked in {folder}.")
