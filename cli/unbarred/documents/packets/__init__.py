"""Packets: papers and exhibits in order, in one folder and as one PDF.

A packet is a folder with the papers, `exhibits/`, the plan `packet.yml` that
says what is filed and in which order, `packet.pdf` made from it, and
`manifest.json` with what it was made from.
"""

from unbarred.documents.packets.plan import Exhibit, Made, Options, Paper, Part, Plan

__all__ = ["Exhibit", "Made", "Options", "Paper", "Part", "Plan"]
