"""Which template serves a place: its own, or the one for every place.

An interview names this module in its `modules:` block and its attachments call
`template_for`.
"""

from __future__ import annotations

from unbarred import content
from unbarred.errors import ContentError

__all__ = ["template_for"]


def template_for(name: str, place: str) -> str:
    """Return the file of the template `name` (`clemency/application`) for `place`, below `templates/`.

    A parent place's template does not count: a federal petition is not for a
    state's governor. Raises `ContentError` if there is none.
    """
    folder = content.templates()
    for candidate in (f"{place}/{name}.docx", f"{name}.docx"):
        if (folder / candidate).is_file():
            return candidate
    raise ContentError(f"There is no template {name} for {place}.", f"Looked in {folder}.")
