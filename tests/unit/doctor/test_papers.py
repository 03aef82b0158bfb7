"""The doctor finds what makes papers into pages, or says how to get it."""

from __future__ import annotations

import os
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from unbarred.doctor import State, papers
from unbarred.documents.office import find


def test_a_missing_libreoffice_can_be_done_without(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("UNBARRED_OFFICE", raising=False)
    monkeypatch.setattr("unbarred.documents.office.finding.ELSEWHERE", ())
    sign = papers.libreoffice()
    assert sign.state is State.OPTIONAL
    assert "libreoffice" in sign.mend.lower()
    assert papers.fonts().state is State.OPTIONAL


def test_a_libreoffice_that_must_not_be_used_is_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNBARRED_OFFICE", "none")
    sign = papers.libreoffice()
    assert (sign.state, sign.mend) == (State.OPTIONAL, "Unset UNBARRED_OFFICE to use it.")


@pytest.mark.skipif(os.name != "posix", reason="the program here is a script")
def test_a_libreoffice_that_only_says_its_version_is_to_be_mended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\ncase $1 in --version) echo LibreOffice 7.4.7.2;; *) exit 77;; esac\n")
    broken.chmod(0o755)
    monkeypatch.setenv("UNBARRED_OFFICE", str(broken))
    sign = papers.libreoffice()
    assert sign.state is State.BAD
    assert sign.says == f"LibreOffice does not start: {broken} ended at once."


def test_a_sound_libreoffice_is_tried_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNBARRED_OFFICE", raising=False)
    found = find()
    if found is None:
        pytest.skip("LibreOffice is not here")
    sign = papers.libreoffice()
    assert sign.state is State.GOOD
    assert re.fullmatch(
        rf"{re.escape(found.version)}, {found.path}; made a PDF of one page in \d+\.\d seconds", sign.says
    )


def test_the_libraries_for_pdf_are_named_with_their_versions() -> None:
    sign = papers.pdf()
    assert sign.state is State.GOOD
    assert f"pikepdf {version('pikepdf')}" in sign.says
