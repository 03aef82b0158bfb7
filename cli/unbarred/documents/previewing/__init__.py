"""Papers as pictures, page by page, to look at them before anybody else does."""

from unbarred.documents.previewing.pages import pages_named
from unbarred.documents.previewing.previewing import Pictured, preview

__all__ = ["Pictured", "pages_named", "preview"]
