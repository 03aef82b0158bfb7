"""LibreOffice: finding it, and Word files into PDF by it.

Nobody needs it: papers are Word files without it. Where it is found, an
`Office` is one private LibreOffice, with a profile folder of its own that is
gone when it ends.
"""

from unbarred.documents.office.errors import OfficeFailed, OfficeMissing
from unbarred.documents.office.finding import Found, find
from unbarred.documents.office.office import Office
from unbarred.documents.office.trial import try_out

__all__ = ["Found", "Office", "OfficeFailed", "OfficeMissing", "find", "try_out"]
