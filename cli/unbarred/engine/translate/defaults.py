"""The answer a field starts from: what its variable holds already, or what the author proposes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from unbarred.answers.values import AnswerValue
from unbarred.engine.datatypes import DATATYPES, Datatype
from unbarred.engine.translate.choices import Choices
from unbarred.screens import FieldKind


def default(
    status: Any, each: Any, known: Datatype, choices: Choices | None, name: str, parameters: Mapping[str, Any]
) -> AnswerValue | None:
    """Return the answer that is there to start from, or None."""
    if choices is not None:
        return choices.defaults if known.kind is FieldKind.SOME_OF else _one(status, each, choices)
    held = status.defaults.get(each.number)
    if held is None or held == "":
        return None
    datatype = getattr(each, "datatype", "text")
    answer = known.to_answer(held if datatype in DATATYPES else _own(datatype, held, name, parameters))
    if isinstance(answer, bool) and getattr(each, "sign", 1) == -1:
        return not answer
    if datatype == "threestate" and getattr(each, "sign", 1) == -1:
        return {"True": "False", "False": "True"}.get(str(answer), answer)
    return answer


def _one(status: Any, each: Any, choices: Choices) -> AnswerValue | None:
    """The choice to start from, or words of her own where the field takes them."""
    held = status.defaults.get(each.number)
    takes_other = getattr(each, "inputtype", "") in ("combobox", "datalist", "ajax")
    if choices.default is None and takes_other and isinstance(held, str | int | float):
        return str(held) or None
    return choices.default


def _own(datatype: str, held: Any, name: str, parameters: Mapping[str, Any]) -> str | None:
    """The default of an interview's own datatype, which says itself how it is shown."""
    from docassemble.base.functions import custom_types

    try:
        return str(custom_types[datatype]["class"].call_default_for(held, name, dict(parameters))) or None
    # Whatever fails there means that there is no default, as on a server.
    except Exception:  # noqa: BLE001
        return None
