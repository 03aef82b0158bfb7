"""Whatever the law files hold: the check reports it, the loader refuses it, neither ends in a traceback."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from breaking import broken
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_law import PLACE, XANADU

from unbarred import content, law
from unbarred.check import Finding, check_jurisdictions
from unbarred.errors import ContentError, UserError
from unbarred.law import files, topics
from unbarred.law.browsing.holdings import holdings

TODAY = datetime.date(2026, 11, 22)
REMEDY = "clemency/commutation"
UNHURRIED = settings(deadline=None, max_examples=150)

SHORT = 6_000
"""Bytes of a real file that is small enough to be broken hundreds of times."""

INVENTED = {name: text.encode() for name, text in XANADU.items()}

REAL = {
    str(path.relative_to(content.jurisdictions())): path.read_bytes()
    for path in sorted(content.jurisdictions().glob("*/*.yml"))
    if path.stat().st_size < SHORT
}


@contextmanager
def place_with(law_files: Mapping[str, bytes]) -> Iterator[Path]:
    """Make a folder of law data with one place, `xx`, that holds the files; let it stand for the real one."""
    with tempfile.TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patch:
        for name in content.FOLDERS:
            (Path(temporary) / name).mkdir()
        root = Path(temporary) / "jurisdictions"
        (root / "xx").mkdir()
        for name, text in law_files.items():
            (root / "xx" / f"{name}.yml").write_bytes(text)
        patch.setenv(content.CONTENT_VARIABLE, temporary)
        content.root.cache_clear()
        try:
            yield root
        finally:
            content.root.cache_clear()


def refused(root: Path) -> UserError | None:
    """Read all there is for the place, as commands and interviews do; return why it was refused."""
    try:
        files.place(root, "xx")
        files.counting_rules(root, "xx")
        for name in topics.remedy_names(root, "xx"):
            law.remedy("xx", name, TODAY)
        list(holdings(root))
    except UserError as error:
        return error
    return None


def demand_that_faults_are_found(law_files: Mapping[str, bytes]) -> list[Finding]:
    """Demand that nothing is raised but what a person can mend, and that what is refused is reported."""
    with place_with(law_files) as root:
        found = check_jurisdictions(root, TODAY)
        error = refused(root)
    for each in found:
        assert each.file.startswith("jurisdictions/xx")
        assert each.message
        assert "\n" not in str(each)
        assert str(root) not in str(each)
    if error:
        assert found, f"refused, but not reported: {error}"
        assert isinstance(error, ContentError)
    return found


def test_the_invented_place_has_no_fault() -> None:
    assert demand_that_faults_are_found(INVENTED) == []


@UNHURRIED
@given(st.data())
def test_an_invented_file_however_it_is_broken(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(INVENTED)))
    demand_that_faults_are_found({**INVENTED, name: data.draw(broken(INVENTED[name]))})


@UNHURRIED
@given(st.data())
def test_a_real_file_however_it_is_broken(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(REAL)))
    name = Path(path).stem
    demand_that_faults_are_found({"place": PLACE.encode(), name: data.draw(broken(REAL[path]))})


@settings(UNHURRIED, max_examples=100)
@given(st.sampled_from(sorted(INVENTED)), st.binary(max_size=60))
def test_any_bytes_at_all(name: str, text: bytes) -> None:
    demand_that_faults_are_found({**INVENTED, name: text})


def bomb(first: str, next_one: str, levels: int = 12) -> str:
    """Return lines of which each holds the one before nine times."""
    later = (f"a{level}: &a{level} {next_one.format(nine_of(level - 1))}" for level in range(1, levels))
    return "\n".join([f"a0: &a0 {first}", *later])


def nine_of(level: int) -> str:
    return ", ".join([f"*a{level}"] * 9)


HOSTILE = {
    "nested lists": "a: " + "[" * 5_000 + "]" * 5_000,
    "nested lists without end": "a: " + "[" * 5_000,
    "nested dashes": "- " * 200_000 + "x",
    "nested keys": "\n".join(" " * level + "a:" for level in range(1_000)),
    "a bomb of lists": bomb("[x, x]", "[{}]"),
    "a bomb of keys": bomb("{k: 1, l: 2}", "{{<<: [{}]}}"),
    "a list that holds itself": "a: &a [*a]",
    "keys that hold themselves": "a: &a {eligibility: [*a], general: *a}",
    "a share by zero": "a: {title: A, eligibility: [{id: b, values: [{shares: {c: 1/0}}]}]}",
    "a share without end": "a: {title: A, eligibility: [{id: b, values: [{shares: {c: 1e999999999}}]}]}",
    "a number without end": "a: {deadlines: [{period: " + "9" * 5_000 + "}]}",
    "another alphabet": "a: 1".encode("utf-16"),
    "a condition without end": "a: {eligibility: [{when: '" + "(" * 2_000 + "'}]}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["clemency", "place", "help"])
def test_what_malice_writes(name: str, text: str | bytes) -> None:
    written = text if isinstance(text, bytes) else text.encode()
    assert demand_that_faults_are_found({**INVENTED, name: written})


@pytest.mark.parametrize(
    "parent", ["../jurisdictions/xx", "/", "x" * 5_000, '"\\0"', "[xx]", "{a: b}", "7", "true", "xx"]
)
def test_a_parent_that_is_no_place(parent: str) -> None:
    found = demand_that_faults_are_found({**INVENTED, "place": f"{PLACE}parent: {parent}\n".encode()})
    assert {(each.file, each.line, each.column) for each in found} == {("jurisdictions/xx/place.yml", 6, 1)}
