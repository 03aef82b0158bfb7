"""Whatever is written is in the field exactly, or on the addendum exactly, or a sentence says why not."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from form_maker import COMB, MULTILINE, FormMaker
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from unbarred.documents.filling.marks import clean
from unbarred.documents.forms import FaultyMapping, FilledForm, Manner, fill_form
from unbarred.documents.pdf import text_of_pages

KEEP, FLAT = Manner(), Manner(keeps_fields=False)
FIELDS = ("Line", "Lines", "Cells", "Short")
# What people write with Latin letters; other signs are for the test of any text.
PERSONS = st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=["Cc", "Cn", "Co"])
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
WRITING = st.text(st.one_of(PERSONS, st.sampled_from("\n \t")), max_size=400)


@pytest.fixture(scope="module")
def form() -> bytes:
    """A form with a line, a box of lines, cells, and a field of ten letters."""
    made = FormMaker()
    made.text("Line", (72, 700, 540, 720))
    made.text("Lines", (72, 500, 540, 660), flags=MULTILINE)
    made.text("Cells", (72, 440, 540, 460), flags=COMB, MaxLen=40)
    made.text("Short", (72, 380, 540, 400), MaxLen=12)
    return made.content()


@pytest.fixture(scope="module")
def mapping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("form") / "form.yml"
    path.write_text("fields:\n" + "".join(f"  {name}: words\n" for name in FIELDS))
    return path


def held(filled: FilledForm) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(filled.content)) as pdf:
        return {str(field.T): str(field.get("/V", "")) for field in pdf.Root.AcroForm.Fields}


def solid(text: str) -> str:
    """Return the letters of `text` that have a shape, composed, without blanks."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))


def check(words: str, form: bytes, mapping: Path) -> FilledForm | None:
    """Fill every field with `words`, and check that they stand in the field or on the addendum."""
    try:
        filled = fill_form(form, "form.pdf", mapping, {"words": words}, KEEP)
    except FaultyMapping as fault:
        if "No font on this computer can draw" in str(fault):
            return None
        raise
    kept, told = held(filled), clean(words).strip("\n")
    if not told.strip():
        assert [left.name for left in filled.left] == list(FIELDS)
        assert set(kept.values()) == {""}
        return filled
    added = {item.label: item for item in filled.addendum}
    for name in FIELDS:
        if name in added:
            assert added[name].words == told
            assert str(added[name].number) in kept[name]
        else:
            assert kept[name] == told
    return filled


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANYTHING)
@example("مرحبا Rosa 12 بالعالم")
@example("\U0001f469\u200d\U0001f467")
@example("e\u0301 \u2126 \xb5\u03bc")
@example("() \\ <> % /")
@example("\ufeff")
def test_any_text_is_kept_exactly_or_told(form: bytes, mapping: Path, words: str) -> None:
    check(words, form, mapping)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WRITING)
@example("x" * 5_000)
@example("A-\n0")
@example("\n" * 300 + "end")
@example(" " * 300 + "end")
@example("Łódź " * 800)
def test_what_is_written_can_be_read_on_the_pages(form: bytes, mapping: Path, words: str) -> None:
    filled = check(words, form, mapping)
    if filled is None or not solid(words):
        return
    flat = fill_form(form, "form.pdf", mapping, {"words": words}, FLAT)
    # PDFium takes a hyphen at the end of a line for one that breaks a word, and says so.
    first, *later = (page.replace("\ufffe", "-") for page in text_of_pages(flat.content))
    pages = solid(first) if not filled.addendum else solid("".join(later))
    if filled.addendum:
        # The foot of each page stands between its words and those of the next.
        for number in range(1, len(later) + 1):
            pages = pages.replace(f"Addendum,page{number}of{len(later)}", "")
    assert solid(clean(words)) in pages


def test_fifty_thousand_letters_arrive(form: bytes, mapping: Path) -> None:
    words = "On the evening of January 8 I drove the car. " * 1_150
    filled = check(words, form, mapping)
    assert filled is not None
    assert [item.number for item in filled.addendum] == [1, 2, 3, 4]
