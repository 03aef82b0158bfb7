"""Who may import whom, and what is imported when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

HEAVY = set(
    "PIL docassemble docx docxcompose docxtpl fontTools img2pdf jinja2 lxml pikepdf prompt_toolkit pydantic "
    "pypdfium2 rich yaml".split()
)


def test_the_import_contracts_are_kept() -> None:
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from unbarred.app import main\n"
        "sys.argv = ['unbarred', '--help']\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "Usage" in done.stdout
    assert HEAVY & set(done.stderr.split()) == set()
