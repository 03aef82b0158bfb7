"""The whole examination, in the order in which a person would ask."""

from __future__ import annotations

from unbarred.doctor import machine, papers, program
from unbarred.doctor.sign import Sign


def examine() -> tuple[Sign, ...]:
    """Look at everything; nothing is left behind and nothing is asked of the network."""
    return (
        program.program(),
        program.engine(),
        program.interviews_and_law(),
        machine.data_folder(),
        machine.terminal(),
        machine.editor(),
        papers.libreoffice(),
        papers.fonts(),
        papers.pdf(),
    )
