"""What changed in the plans of two packets: what stands on the cover, who gets a copy, which parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unbarred.documents.packets import Exhibit, Made, Plan

_SAID = {
    "title": "The title on the cover",
    "by": "The name on the cover",
    "number": "The number on the cover",
    "to": "The address on the cover",
    "day": "The day on the cover",
    "serve": "Who gets a copy",
    "sworn": "What is sworn on the certificate of service",
    "paper": "The size of the paper",
}
_NOT_SAID = "not said"
_IN, _NOT_IN = "in it", "not in it"


def plan_changes(before: Plan, after: Plan) -> Iterator[str]:
    """Yield in words what is another in the plan; papers and exhibits in it are compared themselves."""
    for key, words in _SAID.items():
        old, new = (_said(getattr(plan, key)) for plan in (before, after))
        if old != new:
            yield f"{words} was {old}, and is {new}."
    for key, new in vars(after.options).items():
        old = getattr(before.options, key)
        if old != new:
            yield f"The option {key} was {_option(old)}, and is {_option(new)}."
    old_parts, new_parts = (
        {f"The {each.kind}": _state(each) for each in _made(plan)} for plan in (before, after)
    )
    yield from _states(old_parts, new_parts)
    # Exhibits that are in one of the packets are told with the papers, as new, gone or changed.
    told = {each.label for plan in (before, after) for each in plan.exhibits if each.is_in}
    old_parts, new_parts = (
        {_called(each): _state(each) for each in plan.exhibits if each.label not in told}
        for plan in (before, after)
    )
    yield from _states(old_parts, new_parts)


def _states(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for part in dict.fromkeys([*after, *before]):
        old, new = before.get(part, _NOT_IN), after.get(part, _NOT_IN)
        if old != new:
            yield f"{part} was {old}, and is {new}."


def _made(plan: Plan) -> Iterator[Made]:
    return (each for each in plan.parts if isinstance(each, Made))


def _called(exhibit: Exhibit) -> str:
    return f"{exhibit.heading} ({exhibit.title})" if exhibit.title else exhibit.heading


def _state(part: Made | Exhibit) -> str:
    if part.left_out:
        return "left out"
    if isinstance(part, Made) or part.is_in:
        return _IN
    return "on paper" if part.on_paper else "still to come"


def _said(value: str | tuple[str, ...]) -> str:
    text = value if isinstance(value, str) else ", ".join(value)
    return f"“{text}”" if text else _NOT_SAID


def _option(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _NOT_SAID if value in (None, "") else str(value)
