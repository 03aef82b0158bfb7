"""The papers of the commutation packet: whole, dignified, and right with any answer."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import people
import pytest
from docx.document import Document
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined

from unbarred import content
from unbarred.documents import Rendered, UndefinedAnswer, compile_template, render

PLACES = ("us-ny", "us")
LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1).filter(str.strip)
# Answers that are choices, or that the template compares: they are never free text.
CHOICES = {"petitioner_pronoun", "letter", "plea", "sentence_kind", "place", "label", "sentence_words"}
COMPUTED = {"law", "addressee", "reckoning", "assessment", "request_means"}


def template(paper: str, place: str) -> Path:
    folders = map(content.templates().joinpath, (f"{place}/clemency", "clemency", "any-topic"))
    return next(path for path in (each / f"{paper}.docx" for each in folders) if path.is_file())


def opened(rendered: Rendered) -> Document:
    return docx.Document(io.BytesIO(rendered.content))


def rewritten(thing: Any, change: Callable[[str], str], name: str = "") -> Any:
    """Return `thing` with every free text in it changed."""
    if name in CHOICES | COMPUTED:
        return thing
    if isinstance(thing, str):
        return change(thing) if thing else thing
    if isinstance(thing, list):
        return [rewritten(each, change) for each in thing]
    if isinstance(thing, dict):
        return {key: rewritten(value, change, key) for key, value in thing.items()}
    if isinstance(thing, SimpleNamespace | people.Name):
        changed = copy.copy(thing)
        for key, value in vars(thing).items():
            setattr(changed, key, rewritten(value, change, key))
        return changed
    return thing


def headings(rendered: Rendered) -> list[str]:
    return [each.text for each in opened(rendered).paragraphs if each.style.name.startswith("Heading")]


@pytest.fixture(params=[(paper, place) for paper in people.PAPERS for place in PLACES], ids="-".join)
def paper(request: pytest.FixtureRequest) -> tuple[Path, str]:
    name, place = request.param
    return template(name, place), place


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", people.PAPERS)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@example(text="Smith & Sons <LLC>")
@example(text="</w:t></w:r></w:p>")
@example(text="{{ 7*7 }}{% if %}")
@example(text="O’Neil \U0001f600 مرحبا")
@example(text="y" * 20_000)
@given(text=LINE)
def test_any_answer_arrives_in_every_paper(name: str, place: str, text: str) -> None:
    path = template(name, place)
    plain = render(path, people.full(place))
    marked = render(path, rewritten(people.full(place), lambda answer: f"Q{len(answer)}Z"))
    filled = render(path, rewritten(people.full(place), lambda answer: f"Q{len(answer)}Z" + text))
    # Where a short mark stands, the mark with the text stands, and all other words are the same.
    assert filled.text == re.sub(r"(Q\d+Z)", lambda mark: mark.group() + text, marked.text)
    assert marked.text != plain.text
    opened(filled)


def test_a_variable_that_nobody_asked_for_is_named(paper: tuple[Path, str]) -> None:
    path, place = paper
    context = people.full(place)
    # How she grew is told in the biography only where nothing else is, and she left nothing blank.
    passed_over = {"left_blank"} | ({"growth"} if path.stem == "biography" else set())
    used = sorted(compile_template(path).names() & context.keys() - passed_over)
    assert used
    for name in used:
        without = {key: value for key, value in context.items() if key != name}
        with pytest.raises(UndefinedAnswer) as caught:
            render(path, without)
        assert re.match(r"\w+", caught.value.variable).group() == name  # type: ignore[union-attr]
        assert caught.value.template == path.name
        assert name in caught.value.paragraph


def test_a_paper_asks_for_nothing_outside_the_dictionary(paper: tuple[Path, str]) -> None:
    path, place = paper
    assert compile_template(path).names() - people.full(place).keys() == set()


def test_full_papers_have_no_gap_that_was_not_left(paper: tuple[Path, str]) -> None:
    path, place = paper
    text = render(path, people.full(place)).text
    assert "None" not in text
    assert "{{" not in text and "{%" not in text  # noqa: PT018


@pytest.mark.parametrize("kind", [people.full, people.sparse])
def test_no_heading_stands_over_nothing(
    paper: tuple[Path, str], kind: Callable[[str], dict[str, Any]]
) -> None:
    path, place = paper
    context = kind(place)
    context.setdefault("helper", SimpleNamespace(**dict.fromkeys(
        ("name_text", "role", "organization", "mail_address", "phone", "email"), "")))  # fmt: skip
    for before, after in _neighbours(opened(render(path, context))):
        if before.startswith("heading "):
            level = int(before.removeprefix("heading "))
            assert after, f"the paper ends with a heading of level {level}"
            if after.startswith("heading "):
                assert int(after.removeprefix("heading ")) > level


def _neighbours(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each block's kind (`heading 1`, `text`, `table`) with that of the next that says something."""
    kinds = []
    for block in document.iter_inner_content():
        if not hasattr(block, "style") or hasattr(block, "rows"):
            kinds.append("table")
        elif block.style.name.startswith("Heading"):
            kinds.append(block.style.name.lower())
        elif block.text:
            kinds.append("text")
    return zip(kinds, [*kinds[1:], ""], strict=True)


SENSITIVE = {
    "personal-statement": {"What was done to me", "Papers and people that show it"},
    "biography": {"My disciplinary record", "My health", "My children"},
}


@pytest.mark.parametrize("name", SENSITIVE)
def test_what_is_sensitive_is_there_when_she_wants_it_and_leaves_no_trace_when_not(name: str) -> None:
    path, context = template(name, "us-ny"), people.full("us-ny")
    assert SENSITIVE[name] <= set(headings(render(path, context)))
    context |= dict.fromkeys(
        ("abuse_included", "discipline_any", "health_included", "children_included"), False
    )
    without = render(path, context)
    assert not SENSITIVE[name] & set(headings(without))
    for words in ("arm", "Hospital", "lupus", "Fighting", "Tom"):
        assert words not in without.text


def test_a_petition_for_the_president_is_not_a_letter_to_a_governor() -> None:
    federal, state = (
        render(template("application", place), people.full(place)).text for place in PLACES[::-1]
    )
    assert "President of the United States" in federal
    assert "Governor" not in federal
    assert "I declare under penalty of perjury" in federal
    assert "Governor of New York" in state
    assert "Dear Governor:" in state


def test_the_federal_petition_maps_every_item_of_the_official_form() -> None:
    context = people.full("us")
    items = context["law"].official_form.items
    table = opened(render(template("application", "us"), context)).tables[-1]
    assert [row.cells[0].text for row in table.rows[1:]] == [item.number for item in items]
    assert [row.cells[1].text for row in table.rows[1:]] == [item.asks for item in items]


@pytest.mark.parametrize("place", PLACES)
def test_next_steps_tell_everything_the_law_data_say(place: str) -> None:
    context = people.full(place)
    law = context["law"]
    text = render(template("next-steps", place), context).text.replace("\xa0", " ")
    told = [
        *law.signing,
        *law.apply,
        *law.notify,
        *law.hearing,
        *law.after,
        *law.timing,
        *law.reapply,
        *law.fee,
    ]
    for fact in [
        *told,
        *law.copies,
        *law.to_check_outside("eligibility"),
        law.office.fact,
        law.verification.fact,
    ]:
        assert fact.says in text
        assert fact.cited in text
    for line in (law.office.name, *law.office.lines, *(each.name for each in law.help)):
        assert line in text
    for result in context["assessment"].results:
        assert result.line in text
    for words in context["still_to_complete"]:
        assert words in text


def test_a_sheet_for_each_letter_that_is_not_there_yet_begins_a_page() -> None:
    rendered = render(template("letter-requests", "us-ny"), people.full("us-ny"))
    titles = [each for each in opened(rendered).paragraphs if each.style.name == "Title"]
    assert len(titles) == 2
    assert "Rev. John Sample" in rendered.text
    assert "Jane Testerman" not in rendered.text
    body = opened(rendered).element.body
    assert len(body.xpath(".//w:br[@w:type='page']")) == 1
    before = [each.text for each in opened(rendered).paragraphs].index(titles[1].text, 1) - 1
    assert body.findall(docx.oxml.ns.qn("w:p"))[before].xpath(".//w:br[@w:type='page']")


@pytest.mark.parametrize("place", PLACES)
def test_everything_left_for_later_is_a_numbered_line_with_a_label(place: str) -> None:
    for name in people.PAPERS:
        if name == "privacy-waiver":
            continue
        rendered = render(template(name, place), people.sparse(place))
        assert [blank.number for blank in rendered.blanks] == list(range(1, len(rendered.blanks) + 1))
        assert all(re.search(r"\w", blank.label) for blank in rendered.blanks)
        assert all(f"({blank.number})" in rendered.text for blank in rendered.blanks)
    application = render(template("application", place), people.sparse(place))
    labels = [blank.label for blank in application.blanks]
    assert {"Date of birth", "Case number", "My jail time credit is"} <= set(labels)


def test_name_and_number_and_pages_are_on_every_page(paper: tuple[Path, str]) -> None:
    path, place = paper
    document = opened(render(path, people.full(place)))
    footer = document.sections[0].footer._element
    words = "".join(footer.xpath(".//w:t/text()")).replace("\xa0", " ")
    assert "Rosalind Marie Examplewood" in words
    assert ("00000-000" if place == "us" else "DIN 00G0000") in words
    fields = [field.strip() for field in footer.xpath(".//w:fldSimple/@w:instr")]
    # A sheet to hand out is counted for itself.
    assert fields == ([] if path.stem == "letter-requests" else ["PAGE", "NUMPAGES"])


def test_a_signature_stays_with_the_words_that_are_signed(paper: tuple[Path, str]) -> None:
    path, place = paper
    blocks = list(opened(render(path, people.full(place))).iter_inner_content())
    for position, block in enumerate(blocks):
        if hasattr(block, "rows") and block.cell(0, 0).paragraphs[0].style.name == "Signature Line":
            assert block._tbl.xpath("./w:tr/w:trPr/w:cantSplit")
            for words in blocks[position - 2 : position]:
                assert words.text
                assert words.paragraph_format.keep_with_next


def test_ids_are_unique_and_no_temporary_things_stay(paper: tuple[Path, str]) -> None:
    path, place = paper
    body = opened(render(path, people.full(place))).element.body
    for ids in (body.xpath(".//wp:docPr/@id"), body.xpath(".//w:bookmarkStart/@w:id")):
        assert len(ids) == len(set(ids))
    assert all(len(cell.xpath("./w:p")) for cell in body.xpath(".//w:tc"))


def test_the_same_answers_give_the_same_bytes(paper: tuple[Path, str]) -> None:
    path, place = paper
    assert render(path, people.full(place)).content == render(path, people.full(place)).content


def answered(thing: Any) -> Any:
    """Return `thing` with something where nothing was given."""
    if thing is None:
        return people.AS_OF
    if isinstance(thing, list):
        return [answered(each) for each in thing]
    if isinstance(thing, SimpleNamespace):
        return SimpleNamespace(**{key: answered(value) for key, value in vars(thing).items()})
    return thing if thing != "" else "x"


def test_a_server_that_fills_them_with_the_stock_library_gets_the_same_words(paper: tuple[Path, str]) -> None:
    path, place = paper
    context = {key: answered(value) for key, value in people.full(place).items()}
    stock = DocxTemplate(str(path))
    stock.render(context, Environment(undefined=StrictUndefined, autoescape=True))
    out = io.BytesIO()
    stock.save(out)
    ours = render(path, context)
    assert not ours.blanks
    # The stock library keeps the empty lines of an answer as empty lines.
    told = [line for line in Rendered(out.getvalue(), ()).text.splitlines() if line]
    assert told == [line for line in ours.text.splitlines() if line]
