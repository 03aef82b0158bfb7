"""docs/law-coverage.md is made from the data; run `python -m unbarred.law.browsing.coverage_page`."""

from __future__ import annotations

import re

import pytest

from unbarred import content
from unbarred.law import index
from unbarred.law.browsing import coverage_page
from unbarred.law.browsing.coverage import coverage, together

PAGE = content.root() / coverage_page.PAGE


@pytest.fixture(scope="module")
def page() -> str:
    return coverage_page.page(content.jurisdictions())


def test_the_page_is_fresh(page: str) -> None:
    assert PAGE.read_text(encoding="utf-8") == page


def test_every_place_has_a_row_that_adds_up(page: str) -> None:
    found = coverage(content.jurisdictions())
    rows = re.findall(
        r"^\| `([a-z-]+)` \| [^|]+ \|(.*)\| ([\d,]+/[\d,]+) \| [\d,]+ \| [\d-]+ \|$", page, re.MULTILINE
    )
    assert tuple(slug for slug, _, _ in rows) == index.slugs(content.jurisdictions())
    for slug, cells, every in rows:
        whole = together(found[slug].values())
        assert every == f"{whole.facts:,}/{whole.confirmed:,}"
        numbers = [cell.split("/") for cell in cells.split("|") if cell.strip()]
        assert sum(int(facts) for facts, _ in numbers) == whole.facts
        assert sum(int(confirmed) for _, confirmed in numbers) == whole.confirmed


def test_what_was_not_found_is_on_the_page(page: str) -> None:
    gaps = int(re.findall(r"New York \(<code>us-ny</code>\): (\d+) gaps?", page)[0])
    told = page.partition("<code>us-ny</code>")[2].partition("</details>")[0]
    assert len(re.findall(r"^- `", told, re.MULTILINE)) == gaps
    # The heading says it for all of them.
    assert "ooked for and not found " not in page.partition("## Looked for and not found")[2]
