"""Fillable PDF forms of courts and boards: what they ask, and filling them from answers by a mapping."""

from unbarred.documents.forms.addendum import Item
from unbarred.documents.forms.fields import Field
from unbarred.documents.forms.filling import FilledForm, Left, fill_form
from unbarred.documents.forms.listing import as_data, fields_of, in_words, options_in_words, shown, skeleton
from unbarred.documents.forms.mapping import FaultyMapping
from unbarred.documents.forms.rules import Manner

__all__ = [
    "FaultyMapping",
    "Field",
    "FilledForm",
    "Item",
    "Left",
    "Manner",
    "as_data",
    "fields_of",
    "fill_form",
    "in_words",
    "options_in_words",
    "shown",
    "skeleton",
]
