"""How far an interview is: its bar and its section, kept after each screen as a server keeps them."""

from __future__ import annotations

from typing import Any

_STEP = 0.05
"""The part of the way that is left that one screen goes, where the author says nothing of it."""


def note_place(status: Any, variables: dict[str, Any], section: str | None) -> None:
    """Keep what the author says of the screen of `status`: its progress, and its section."""
    internal, question = variables["_internal"], status.question
    interview = question.interview
    if interview.use_progress_bar and question.progress is not None:
        before, now = internal["progress"], question.progress
        if now == -1:
            internal["progress"] = None
        elif before is None or interview.options.get("strict progress", False) or now > before:
            internal["progress"] = now
    if interview.use_navigation and question.section is not None and section:
        variables["nav"].set_section(section)


def advance(interview: Any, status: Any, variables: dict[str, Any]) -> None:
    """Count one step more; go on a little on a screen of whose progress the author says nothing."""
    internal = variables["_internal"]
    internal["steps"] += 1
    before = internal["progress"]
    if not interview.use_progress_bar or status.question.progress is not None or before is None:
        return
    part = getattr(interview, "progress_bar_multiplier", _STEP)
    goal = 100.0
    if getattr(interview, "progress_bar_method", None) == "stepped":
        goal = min((point for point in interview.progress_points if point > before), default=goal)
    internal["progress"] = before + part * (goal - before)
