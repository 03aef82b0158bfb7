"""Nothing in the house style stands outside the margins, whatever the paper."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from unbarred import content

TEMPLATES = sorted(content.templates().rglob("*.docx"))


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_no_tab_stop_is_beyond_the_right_margin(path: Path) -> None:
    document = docx.Document(str(path))
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    styles = [style for style in document.styles if hasattr(style, "paragraph_format")]
    stops = [stop.position for style in styles for stop in style.paragraph_format.tab_stops]
    assert stops
    assert max(stops) <= width
