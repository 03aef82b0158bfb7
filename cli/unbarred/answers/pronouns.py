"""The words that stand for a person, by that person's own choice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pronouns:
    """`she` asks, for `her`, with `her` papers, `herself`."""

    subjective: str
    objective: str
    possessive: str
    reflexive: str


SHE = Pronouns("she", "her", "her", "herself")
HE = Pronouns("he", "him", "his", "himself")
THEY = Pronouns("they", "them", "their", "themselves")
"""Also for a person who has not chosen."""

_CHOICES = {"she": SHE, "her": SHE, "female": SHE, "woman": SHE, "he": HE, "him": HE, "male": HE, "man": HE}


def chosen(*said: object) -> Pronouns:
    """Return the pronouns that a person chose: the first of `said` that is a choice.

    A choice may be a pronoun, several (`she/her`), or a gender as docassemble has it (`female`).
    """
    for each in said:
        first = str(each or "").partition("/")[0].strip().casefold()
        if first:
            return _CHOICES.get(first, THEY)
    return THEY
