"""Is the content sound? Everything that is wrong with it, at once."""

from unbarred.check.finding import Finding
from unbarred.check.jurisdictions import check_jurisdictions

__all__ = ["Finding", "check_jurisdictions"]
