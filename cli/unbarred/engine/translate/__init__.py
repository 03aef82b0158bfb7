"""Turns docassemble's picture of a screen (`InterviewStatus`) into our `Screen`.

`screen` puts it together from `fields`, `choices`, `conditions`, `buttons`,
`actions` and `documents`; `binding` remembers how each answer goes back.
"""

from unbarred.engine.translate.binding import NOTHING_TO_CHOOSE, Binding, Buttons, Press, Row, Translated
from unbarred.engine.translate.screen import row_sought, translate

__all__ = ["NOTHING_TO_CHOOSE", "Binding", "Buttons", "Press", "Row", "Translated", "row_sought", "translate"]
