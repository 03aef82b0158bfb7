"""What a fact supports: the closed list of words by which an interview asks the law for facts.

An interview names no fact of a place. It asks for those that support what it prints, as
`law.supporting("visits")`, so that a new place needs no change of an interview. A word is added here
when an interview asks for it, and explained in `jurisdictions/README.md`.
"""

from __future__ import annotations

from typing import Literal, get_args

__all__ = ["CONCERNS", "SUPPORTS", "Concern", "Support"]

Support = Literal[
    "visits",
    "services",
    "reviews",
    "relatives",
    "exception",
    "three exceptions",
    "lawyer",
    "contact",
    "clock",
    "time at home",
    "care leave",
    "first complaint",
    "haste",
]
"""What can rest on a fact.

`visits`, `services`, `reviews`, `relatives`: a letter to the agency that asks to see the child, for help to
get the child back, to take part in reviews of the plan, to let the child live with a relative.
`visits` is also a request to the prison for visits.
`exception`: a letter that asks the agency not to file a case to end her rights.
`three exceptions`: the question which of the three exceptions of federal law is hers.
`lawyer`: a request to the court for a lawyer.
`contact`: the log of visits, calls and letters; the fact says what a court looks at.
`clock`: the sheet on time; the fact says when the agency need not wait, beside the exceptions.
`time at home`: the time limit is also counted with the months left out that the child was home.
`care leave`: a request to leave prison for a time to care for a child.
`first complaint`: the step that says with which paper a complaint in prison begins, and to whom it goes.
`haste`: that a request on child support is sent soon.
"""

Concern = Literal[
    "indian child",
    "child under 3",
    "child of 3 or older",
    "federal prison",
    "life term",
    "no life term",
    "no minimum term",
    "under 18 at the crime",
    "18 or older at the crime",
    "murder",
    "sex crime",
    "sex crime or life term",
    "violent crime",
    "no violent crime",
    "violent or sex crime",
    "no violent or sex crime",
    "listed crime",
]
"""Whom alone a fact concerns: parents of a child of a tribe, or of a child who was under 3, or not, when it
was taken from home; or those held in a federal prison. The others go by her sentence, her crime and her age;
when each of them is about her stands in `unbarred.law.concerns`."""

SUPPORTS: frozenset[str] = frozenset(get_args(Support))
CONCERNS: frozenset[str] = frozenset(get_args(Concern))
