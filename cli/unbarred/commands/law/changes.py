"""`unbarred law diff`: what changed in the law, in words."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typer

from unbarred.errors import UsageError


def diff(
    before: str = typer.Argument(..., metavar="BEFORE", help="A folder of law data, or a git revision."),
    after: str = typer.Argument("", metavar="[AFTER]", help="The same; the law as it is here if not given."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON for other programs."),
) -> None:
    """Say in words what changed in the law.

    Before and after are folders of law data or git revisions.

    Examples:  unbarred law diff HEAD~20

    unbarred law diff old/jurisdictions jurisdictions
    """
    from unbarred import content
    from unbarred.commands.law import printing
    from unbarred.law.browsing.changes import changes

    here = content.jurisdictions()
    with _folder(before, here) as old, _folder(after, here) as new:
        found = changes(old, new)
    if as_json:
        printing.as_json(
            [
                {"change": each.kind, "words": list(each.words), **printing.held_as_data(each.held)}
                for each in found
            ]
        )
        return
    for each in found:
        typer.echo(f"\n{each.kind.upper()}  {each.held.address}")
        for words in each.words or (each.held.fact.says,):
            printing.paragraph(words, 4)
    kinds = [(kind, sum(each.kind == kind for each in found)) for kind in ("new", "gone", "changed")]
    if found:
        typer.echo("")
        typer.echo(", ".join(f"{number:,} {kind}" for kind, number in kinds) + ".")
    else:
        typer.echo("No fact is new, gone or changed.")


@contextlib.contextmanager
def _folder(asked: str, here: Path) -> Iterator[Path]:
    """Yield the folder of law data that `asked` names: itself, a git revision's, or the one that is used."""
    if not asked or Path(asked).is_dir():
        yield _data_in(Path(asked)) if asked else here
        return
    with tempfile.TemporaryDirectory() as temporary:
        _take_from_git(asked, here, Path(temporary))
        yield _data_in(Path(temporary))


def _data_in(folder: Path) -> Path:
    """Return `folder`, or the `jurisdictions` in it; raise `UsageError` if there is no law data."""
    for each in (folder, folder / "jurisdictions"):
        if any(each.glob("*/place.yml")):
            return each
    raise UsageError(f"There is no law data in {folder}.", "Give a folder with a subfolder for each place.")


def _take_from_git(revision: str, here: Path, into: Path) -> None:
    import io
    import shutil
    import subprocess
    import zipfile

    no_revision = UsageError(
        f"{revision} is neither a folder nor a git revision of the law data.",
        "See the revisions with: git log --oneline -- jurisdictions",
    )
    if revision.startswith("-"):
        raise no_revision
    git = shutil.which("git")
    if git is None:
        raise UsageError(f"There is no folder {revision}, and git is not installed to look for a revision.")
    done = subprocess.run(  # noqa: S603  (the revision is one argument, and no option)
        [git, "-C", str(here.parent), "archive", "--format=zip", f"{revision}:{here.name}"],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise no_revision
    # A zip: the first releases of Python 3.11 cannot unpack a tar safely.
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        archive.extractall(into)
