"""A content folder of a test's own, to hold jurisdictions that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from unbarred import content

Put = Callable[[str, str], Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Put]:
    """Write files below `jurisdictions/` of a content folder that stands in for the real one."""
    for name in content.FOLDERS:
        (tmp_path / name).mkdir()
    monkeypatch.setenv(content.CONTENT_VARIABLE, str(tmp_path))
    content.root.cache_clear()

    def put_file(name: str, text: str) -> Path:
        path = tmp_path / "jurisdictions" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    yield put_file
    content.root.cache_clear()
