"""Where an interview comes from, found and looked at without running anything of it.

An interview is a program: docassemble runs parts of it even as it reads it. So
everything here reads files as text and data only; nothing imports a package that
holds an interview, and nothing here knows docassemble but the form of its packages.
"""

from unbarred.engine.origins.extent import Extent, Part, extent
from unbarred.engine.origins.finding import at, find, interviews_at
from unbarred.engine.origins.missing import missing
from unbarred.engine.origins.origin import Kind, Origin

__all__ = ["Extent", "Kind", "Origin", "Part", "at", "extent", "find", "interviews_at", "missing"]
