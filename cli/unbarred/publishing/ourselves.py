"""What the installed program says of itself: its requirements, its licence."""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError, distribution

from unbarred.errors import UserError

NAME = "unbarred"


def ourselves() -> Distribution:
    """Return unbarred as it is installed; raise `UserError` if it runs without having been installed."""
    try:
        return distribution(NAME)
    except PackageNotFoundError as error:
        raise UserError(
            "unbarred runs here without being installed, and does not know what it requires.",
            "Set it up with ./setup, or as the README says for pip.",
        ) from error
