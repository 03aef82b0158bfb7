"""A form whose parts are of the wrong kind is filled or refused; nothing worse."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from form_maker import FormMaker, a_form
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, String

from unbarred.documents.forms import Manner, fill_form
from unbarred.errors import UserError

WRONG: dict[str, Callable[[], object]] = {
    "nothing": lambda: 0,
    "negative": lambda: -1,
    "huge": lambda: 10**9,
    "yes": lambda: True,
    "name": lambda: Name.Wrong,
    "words": lambda: String("wrong"),
    "empty list": Array,
    "list": lambda: Array([Name.X, 1]),
    "flat box": lambda: Array([0, 0, 0, 0]),
    "empty table": Dictionary,
}
MAPPING = """\
fields:
  Name: name
  Number: name
  Story: story
  Helper: true
  Term: "'Open'"
  State: "'NY'"
  Ways: "['Mail']"
  Reasons: story
"""


def spots(form: FormMaker) -> list[tuple[Object, str]]:
    """Return every key of the form's own dictionaries, and the dictionary it stands in."""
    parts = [form.pdf.Root, form.form, form.form.DR, form.form.DR.Font.Helv, form.pdf.Root.StructTreeRoot]
    parts += [page.obj for page in form.pdf.pages]
    for field in form.form.Fields:
        parts += [field, *field.get("/Kids", []), *[field[key] for key in ("/MK", "/AP") if key in field]]
    return [(part, key) for part in parts for key in part.keys()]  # noqa: SIM118 - it is no dictionary


COUNT = len(spots(a_form(is_tagged=True)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.lists(st.tuples(st.integers(0, COUNT - 1), st.sampled_from(sorted(WRONG))), max_size=3),
    is_flat=st.booleans(),
)
def test_anything_wrong_is_filled_or_refused(
    places: list[tuple[int, str]], is_flat: bool, tmp_path: Path
) -> None:
    form = a_form(is_tagged=True)
    there = spots(form)
    content = b""
    with contextlib.suppress(pikepdf.PdfError, TypeError, ValueError):
        for place, wrong in places:
            part, key = there[place]
            part[key] = WRONG[wrong]()
        content = form.content()
    assume(content)
    (tmp_path / "form.yml").write_text(MAPPING)
    answers = {"name": "Ọlá", "story": "One. " * 1_000}
    try:
        manner = Manner(keeps_fields=not is_flat)
        filled = fill_form(content, "form.pdf", tmp_path / "form.yml", answers, manner)
    except UserError:
        return
    with pikepdf.open(io.BytesIO(filled.content)) as pdf:
        assert len(pdf.pages) >= 2
