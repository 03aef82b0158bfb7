"""Examples that end in an error wherever they are run: fragments for other interviews, and shown mistakes.

For each: why, and what the message says here. It counts as *faulty* only if it ends in just that message;
whatever else comes of it is a failure. One that needs a service which the engine cannot see it needs is
*refused*, and stands here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class OwnFault:
    """What an example lacks."""

    why: str
    says: str
    """Part of the message."""
    service: str = ""
    """What it needs, if it is not its own fault."""


_FRAGMENT = "questions for other interviews to include; no block of it is mandatory"
_NO_QUESTION = "only templates or modules for other interviews to include"
_NO_END = "no screen that ends it"
_DIVIDES = "it divides by zero"

OWN_FAULTS: Mapping[str, OwnFault] = {
    "branch-error": OwnFault("shows what becomes of a name that no question gives", "long_branch.length"),
    "declarative": OwnFault("an excerpt: most of its questions are left out", "case_type"),
    "declarative-classes": OwnFault(_FRAGMENT, _NO_END),
    "demo:ajax": OwnFault(
        "a script in the browser takes its one button away; nothing comes after it", _NO_END
    ),
    "demo:cards": OwnFault(_NO_QUESTION, _NO_END),
    "demo:chatbot-bg-object": OwnFault("an empty file", _NO_END),
    "demo:discovery": OwnFault(_NO_QUESTION, _NO_END),
    "demo:jinjayaml-included": OwnFault(_FRAGMENT, _NO_END),
    "demo:objects-from-file-template": OwnFault(
        "the file of data that it reads has no such key", "no key 'discovery'"
    ),
    "demo:prevent-dependency-satisfaction": OwnFault(
        "shows the error that a function is there to raise", "dependency satisfaction not allowed"
    ),
    "demo:questionless": OwnFault(
        "has no questions: another program must set its variables", "favorite_number"
    ),
    "demo:signature-diversion": OwnFault("questions for other interviews to include", _NO_END),
    "demo:upload-handler": OwnFault(_FRAGMENT, _NO_END),
    "dual-dict": OwnFault("its mandatory block makes dictionaries that nothing gathers", "there_are_any"),
    "error-help": OwnFault("shows what help a person gets in an error", _DIVIDES),
    "error-help-language": OwnFault("shows what help a person gets in an error", _DIVIDES),
    "fields-hidden-autocomplete": OwnFault(
        "its hidden fields are filled by Google's list of addresses, in a browser",
        "You need to choose a doctor",
        "geocoding",
    ),
    "forward-chaining-assumptions": OwnFault(_FRAGMENT, _NO_END),
    "gather": OwnFault("the question it needs is commented out", "witness.there_are_any"),
    "gather-fruit-incomplete": OwnFault("shows what happens without questions", "fruit.there_are_any"),
    "infinite-loop-2": OwnFault("shows blocks that need each other", "goes in a circle"),
    "interview-flowers": OwnFault(_FRAGMENT, _NO_END),
    "interview-fruit": OwnFault(_FRAGMENT, _NO_END),
    "interview-vegetables": OwnFault(_FRAGMENT, _NO_END),
    "list-table-manual-gather": OwnFault(
        "its list, gathered by hand, is not gathered any more once an item is changed",
        "person.there_is_another",
    ),
    "no-mandatory": OwnFault("shows what happens without a mandatory block", _NO_END),
    "question-library": OwnFault(_FRAGMENT, _NO_END),
    "questionless": OwnFault("has no questions: another program must set its variables", "favorite_number"),
    "relationships": OwnFault("calls a method that docassemble does not have any more", "user.get_spouse"),
}
