"""What unbarred is to docassemble: the host that answers its hooks.

docassemble.base reaches its server only through hooks. `table` accounts for
every one of them: a part of the host answers it, or it is refused in a sentence
that says what an author can do instead.
"""

from __future__ import annotations

from unbarred.engine.host import table
from unbarred.engine.host.background import Background
from unbarred.engine.host.configuration import Configuration
from unbarred.engine.host.files import Files
from unbarred.engine.host.housekeeping import Housekeeping
from unbarred.engine.host.languages import Languages
from unbarred.engine.host.links import Links
from unbarred.engine.host.people import People
from unbarred.engine.host.refused import refusing
from unbarred.engine.host.stores import Stores
from unbarred.engine.services import NotOffered

__all__ = ["OFFERED", "Host", "NotOffered", "refused_hooks"]


class Host(Background, Configuration, Files, Housekeeping, Languages, Links, People, Stores):
    """The hooks that unbarred answers, theme by theme."""


OFFERED = table.offered()
"""The names of the hooks that `Host` answers."""


def refused_hooks() -> object:
    """Return a plugin that refuses every hook `Host` does not answer."""
    return refusing(table.refused())
