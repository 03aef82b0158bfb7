"""Starts docassemble.base once per process: offline, quietly and fast."""

from __future__ import annotations

import sys
from functools import cache

from unbarred.engine import languages, swallowed
from unbarred.engine.kept import kept_for_good
from unbarred.engine.stand_ins import standing_in


@cache
def boot() -> None:
    """Import docassemble.base and register our host with it; does so once."""
    path_before = list(sys.path)
    with kept_for_good(), standing_in():
        # Before anything can import it: the original asks the network for WordNet.
        sys.modules["docassemble.base.pattern"] = languages.pattern_module()
        _import_base()
    # docassemble's language package puts a folder in front of sys.path.
    sys.path[:] = path_before


def _import_base() -> None:
    from docassemble.base import logger
    from docassemble.base.plugin_manager import pm

    from unbarred.engine.host import Host, refused_hooks

    # Its log would carry answers to the terminal; what matters reaches us as exceptions.
    logger.set_logmessage(swallowed.listen)
    pm.register(refused_hooks())
    pm.register(Host())

    import docassemble.base.functions
    import docassemble.base.parse
    import docassemble.base.util

    from unbarred.engine import attachments, late_imports, package, seams, server_stand_in

    package.offer_content()
    server_stand_in.install()
    attachments.install(docassemble.base.parse)
    seams.install()
    late_imports.watch()
