"""The schemas that editors read are those of the models."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from unbarred import content
from unbarred.law.schema import FOLDER, schemas, write

HEAD = "# yaml-language-server: $schema=../schema/"


def test_the_schemas_are_not_stale() -> None:
    kept = {
        path.name: path.read_text(encoding="utf-8") for path in (content.jurisdictions() / FOLDER).iterdir()
    }
    assert kept == schemas(), "write them anew with: python -m unbarred.law.schema"


def test_writing_them_makes_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "new")
    assert {path.name for path in (tmp_path / "new").iterdir()} == set(schemas())


@cache
def kinds() -> frozenset[str]:
    """The kinds of files that have a schema of their own; all others are of a topic."""
    return frozenset(name.removesuffix(".json") for name in schemas())


@pytest.mark.parametrize("path", sorted(content.jurisdictions().glob("*/*.yml")), ids=lambda path: path.name)
def test_each_file_tells_the_editor_its_schema(path: Path) -> None:
    kind = path.stem if path.stem in kinds() else "topic"
    assert path.read_text(encoding="utf-8").splitlines()[0] == f"{HEAD}{kind}.json"


def test_the_schema_knows_the_keys_and_refuses_others() -> None:
    fact = json.loads(schemas()["topic.json"])["$defs"]["Fact"]
    assert fact["additionalProperties"] is False
    assert {"id", "says", "source", "checked", "confidence"} == set(fact["required"])
    place = json.loads(schemas()["place.json"])
    assert place["required"] == ["name"]
    assert "slug" not in place["properties"]
