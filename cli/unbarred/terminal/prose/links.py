"""Links: the words stay, and the address is said where somebody could type it."""

from __future__ import annotations

from dataclasses import dataclass

_SAID = ("http://", "https://", "mailto:", "tel:", "ftp://")


@dataclass
class Link:
    """A link that is being read."""

    address: str
    said: str = ""
    """Its words so far."""


def spoken_address(link: Link) -> str:
    """Return what is said after a link's words: its address, unless they have it or nobody could use it."""
    address = link.address.strip()
    if not address.lower().startswith(_SAID):
        return ""
    address = address.removeprefix("mailto:").removeprefix("tel:")
    core = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    if not link.said.strip():
        return address
    return "" if core in link.said else f" ({address})"
