"""The public copy of a paper: what must not be seen is taken out of the file, not painted over."""

from unbarred.documents.redacting.addresses import pieces as address_pieces
from unbarred.documents.redacting.checking import kinds_left, without_its_past
from unbarred.documents.redacting.looking import Doubt, Lookout, Tally
from unbarred.documents.redacting.marking import MARK
from unbarred.documents.redacting.public_copy import HoldsAnotherFile, PublicCopy, public_copy
from unbarred.documents.redacting.secrets import Form, Name, Secret, ShownAs

__all__ = [
    "MARK",
    "Doubt",
    "Form",
    "HoldsAnotherFile",
    "Lookout",
    "Name",
    "PublicCopy",
    "Secret",
    "ShownAs",
    "Tally",
    "address_pieces",
    "kinds_left",
    "public_copy",
    "without_its_past",
]
