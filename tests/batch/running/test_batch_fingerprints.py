"""What a packet depends on: a change of any of it is another fingerprint, and nothing else is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from unbarred import content
from unbarred.batch.running import fingerprints
from unbarred.batch.tasks import Work

ROOT = Path(__file__).parents[3]
WORK = Work("clemency/commutation", {"place": "us-ny", "as_of": "2026-11-21"})


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the content, which the program takes for its own."""
    folder = tmp_path / "content"
    for name in content.FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    monkeypatch.setenv(content.CONTENT_VARIABLE, str(folder))
    content.root.cache_clear()
    yield folder
    content.root.cache_clear()


@pytest.mark.parametrize(
    "name",
    [
        "interviews/clemency/commutation.yml",
        "interviews/shared/sentence.yml",
        "interviews/modules/optional_numbers.py",
        "templates/packet/*.docx",
        "jurisdictions/us-ny/clemency.yml",
        "jurisdictions/us/place.yml",
        "jurisdictions/us/counting.yml",
    ],
)
def test_interview_templates_and_law_count(own: Path, name: str) -> None:
    before = fingerprints.of_work(WORK)
    path = next(own.glob(name))
    with path.open("ab") as file:
        file.write(b"\n#")
    assert fingerprints.of_work(WORK) != before


@pytest.mark.parametrize(
    "name", ["jurisdictions/us-ca/clemency.yml", "interviews/clemency/pardon.yml", "templates/README.md"]
)
def test_the_law_of_other_places_and_other_interviews_do_not_count(own: Path, name: str) -> None:
    before = fingerprints.of_work(WORK)
    with (own / name).open("ab") as file:
        file.write(b"\n# other")
    assert fingerprints.of_work(WORK) == before


def test_where_the_content_lies_does_not_count(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprints.of_work(WORK)
    monkeypatch.delenv(content.CONTENT_VARIABLE)
    content.root.cache_clear()
    assert content.root() != own
    assert fingerprints.of_work(WORK) == before


def test_what_changes_the_bytes_counts_and_what_does_not_is_left_out() -> None:
    other = [
        replace(WORK, pdf=True),
        replace(WORK, recipients=("age1",)),
        replace(WORK, arguments={**WORK.arguments, "as_of": "2026-11-22"}),
        replace(WORK, arguments={**WORK.arguments, "place": "us"}),
    ]
    assert len({fingerprints.of_work(each) for each in (WORK, *other)}) == 5
    assert fingerprints.of_work(replace(WORK, check_only=True, out=Path("x"))) == fingerprints.of_work(WORK)


def test_every_answer_counts_and_their_order_does_not() -> None:
    of = fingerprints.of_client("work")
    assert of({"a": 1, "b": None}) == of({"b": None, "a": 1})
    different = [{"a": 1}, {"a": "1"}, {"a": True}, {"a": None}, {"a": ["1"]}, {"b": 1}, {}]
    assert len({of(each) for each in different}) == len(different)
    assert of({}) != fingerprints.of_client("other work")({})
