"""Places that do not exist, as their files say them."""

from __future__ import annotations


def place(name: str, parent: str = "") -> str:
    """Return a `place.yml` with what each must have."""
    return (
        f"name: {name}\n"
        "prison_number_label: Number\n"
        "sentence_paper: paper\n"
        "prison_system: Prisons\n"
        "court_area: county\n"
    ) + (f"parent: {parent}\n" if parent else "")


XANADU = place("Xanadu")
