"""Every word of the terminal's own that a person sees, ready for translation.

Nothing else in this package holds such words. Catalogues are found by gettext
under the name `unbarred`; without one, the English here is shown.
"""
