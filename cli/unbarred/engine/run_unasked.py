"""Lets docassemble look only at those blocks that it runs unasked.

Before every screen it goes through all blocks of an interview three times, looking for those
that are `initial`, `mandatory`, or bring in modules. Which these are is known once it is parsed.
"""

from __future__ import annotations

from typing import Any

_BEFORE_ALL = ("imports", "modules", "reset")


def shorten(parsed: Any) -> None:
    """Leave in the list that docassemble goes through what the interview `parsed` runs unasked."""
    parsed.questions_list = [each for each in parsed.questions_list if _runs_unasked(each)]


def _runs_unasked(block: Any) -> bool:
    kind = block.question_type
    is_initial = kind == "code" and (block.is_initial or block.initial_code is not None)
    return kind in _BEFORE_ALL or is_initial or block.is_mandatory or block.mandatory_code is not None
