"""Whatever is spoilt in an interview, it works or it is told in one message."""

from __future__ import annotations

import tempfile
from pathlib import Path

import docassemble.base
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unbarred.engine import Run, load_file
from unbarred.errors import ExitCode, UserError
from unbarred.screens import Refused, ScreenKind
from unbarred.sessions.provisional import provisional

_EXAMPLES = Path(docassemble.base.__path__[0]) / "data" / "questions" / "examples"
_OURS = Path(__file__).parents[2] / "interviews"
_NAMES = (
    "address attachment-code auto-terms branch-end buttons-code catchall checkboxes-object code dadict "
    "depends-on-date def fields-ajax for-loop gather-dict gather-list generic-object help-damages "
    "hide-if if initial-2 interview-help lastquestion list-collect madlibs metadata mandatory-code "
    "objects-from-file-gathered review-1 sections set-parts table template terms validation-code vehicle-list"
)
FILES = sorted(path for name in _NAMES.split() if (path := _EXAMPLES / f"{name}.yml").is_file())
FILES += sorted(_OURS.rglob("*.yml"))

_SIGNS = st.sampled_from("[]{}:'\"%$<>|#-&*!()\t \nx0é")
_VALUES = st.sampled_from(["3", "[]", "{}", "null", "[1, 2]", "a: b", "!!x", "True", "nowhere", "1 / 0"])
_PLACE = st.floats(0, 1, exclude_max=True)

EDITS = st.one_of(
    st.tuples(st.just("cut off"), _PLACE, st.none()),
    st.tuples(st.just("another sign"), _PLACE, _SIGNS),
    st.tuples(st.just("a line less"), _PLACE, st.none()),
    st.tuples(st.just("a line twice"), _PLACE, _PLACE),
    st.tuples(st.just("another indent"), _PLACE, st.integers(0, 8)),
    st.tuples(st.just("another value"), _PLACE, _VALUES),
)


def _spoilt(text: str, edit: tuple[str, float, object]) -> str:
    kind, place, by = edit
    lines = text.split("\n")
    at, line = int(place * len(text)), int(place * len(lines))
    if kind == "cut off":
        return text[:at]
    if kind == "another sign":
        return f"{text[:at]}{by}{text[at + 1 :]}"
    if kind == "a line less":
        del lines[line]
    elif kind == "a line twice":
        assert isinstance(by, float)
        lines.insert(line, lines[int(by * len(lines))])
    elif kind == "another indent":
        assert isinstance(by, int)
        lines[line] = " " * by + lines[line].strip()
    else:
        lines[line] = f"{lines[line].partition(':')[0]}: {by}"
    return "\n".join(lines)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.lists(EDITS, min_size=1, max_size=3))
def test_a_spoilt_interview_works_or_is_told(file: Path, edits: list[tuple[str, float, object]]) -> None:
    text = file.read_text(encoding="utf-8")
    for edit in edits:
        text = _spoilt(text, edit)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "interview.yml"
        path.write_text(text, encoding="utf-8")
        error = _failure(path)
    if error is not None:
        assert error.code is ExitCode.CONTENT
        assert error.message
        assert error.where is not None
        assert all(line.isprintable() for line in str(error.excerpt or "").splitlines())


def _failure(path: Path) -> UserError | None:
    """Answer a few screens of the interview at `path`; return what ended it, if anything did."""
    try:
        run = Run(load_file(path), {})
        for _ in range(6):
            if run.screen.kind not in (ScreenKind.QUESTION, ScreenKind.NOTE):
                break
            run.answer(provisional(run.screen))
    except Refused:
        return None
    except UserError as error:
        return error
    return None
