"""Which LibreOffice is used: the one on the path, the one that is named, or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from unbarred.documents.office import Found, Office, OfficeFailed, OfficeMissing, find

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the programs here are scripts")

SAYS_VERSION = 'echo "LibreOffice 24.8.1.2 480(Build:2)"'


def program(path: Path, does: str = SAYS_VERSION) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on the path; it is empty."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("UNBARRED_OFFICE", raising=False)
    return folder


def test_the_one_on_the_path_is_found_with_its_version(path: Path) -> None:
    soffice = program(path / "soffice")
    found = find()
    assert found == Found(soffice)
    assert (found.version, found.build) == ("24.8.1.2", "480(Build:2)")


def test_one_that_is_installed_need_not_be_asked(path: Path) -> None:
    program(path / "soffice", "exit 1")
    (path / "versionrc").write_text("[Version]\nVendor=The Maker\nbuildid=60(Build:1)\n")
    found = find()
    assert found == Found(path / "soffice")
    assert found.build == "60(Build:1)"


def test_it_may_be_called_libreoffice(path: Path) -> None:
    found = program(path / "libreoffice")
    assert find() == Found(found)


def test_what_is_called_soffice_and_is_no_libreoffice_is_passed_over(path: Path) -> None:
    program(path / "soffice", 'echo "Apache OpenOffice 4.1"')
    other = program(path / "libreoffice")
    assert find() == Found(other)


def test_one_that_sees_no_folders_of_others_is_passed_over(path: Path, tmp_path: Path) -> None:
    (path / "soffice").symlink_to(program(tmp_path / "snap"))
    found = program(path / "libreoffice")
    assert find() == Found(found)


def test_one_that_is_named_comes_first(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path / "soffice")
    named = program(tmp_path / "own" / "soffice", 'echo "LibreOffice 7.6.4.1 60(Build:1)"')
    monkeypatch.setenv("UNBARRED_OFFICE", str(named))
    assert find() == Found(named)


def test_one_that_lies_here_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = program(tmp_path / "soffice")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("UNBARRED_OFFICE", "./soffice")
    assert find() == Found(named)


def test_none_can_be_wished(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path / "soffice")
    monkeypatch.setenv("UNBARRED_OFFICE", "none")
    assert find() is None
    with pytest.raises(OfficeMissing, match="UNBARRED_OFFICE=none says to use none"):
        Office()


@pytest.mark.parametrize(
    ("does", "fault"), [(None, "which is not there"), ("exit 3", "which is no LibreOffice that starts")]
)
def test_a_wrong_name_is_an_error_that_says_how_to_mend_it(
    does: str | None, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "wrong"
    if does:
        program(named, does)
    monkeypatch.setenv("UNBARRED_OFFICE", str(named))
    with pytest.raises(OfficeFailed, match=fault) as failed:
        find()
    assert failed.value.hint == "Unset UNBARRED_OFFICE, or give it the path of soffice."
    assert failed.value.code == 1


@pytest.mark.parametrize(
    ("manager", "command"),
    [("apt-get", "sudo apt-get install libreoffice-writer-nogui"), ("dnf", "dnf install libreoffice-writer")],
)
def test_without_one_it_says_how_to_get_it_on_this_system(
    manager: str, command: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("unbarred.documents.office.finding.ELSEWHERE", ())
    program(path / manager)
    with pytest.raises(OfficeMissing, match="not found here") as missing:
        Office()
    assert command in missing.value.hint
    assert missing.value.code == 1
