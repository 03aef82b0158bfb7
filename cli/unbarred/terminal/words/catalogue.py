"""Finds the translations of the terminal's own words."""

from __future__ import annotations

from gettext import translation

_catalogue = translation("unbarred", fallback=True)
_ = _catalogue.gettext
_n = _catalogue.ngettext
