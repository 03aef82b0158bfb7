"""`unbarred fill`: templates and forms, filled with the answers in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.commands import completing
from unbarred.errors import UsageError

if TYPE_CHECKING:
    from unbarred.documents.filling.customs import Customs


def fill(
    files: list[Path] = typer.Argument(
        ..., metavar="FILES", help="Word templates (.docx) or fillable PDFs, and last the answers."
    ),
    out: Path | None = typer.Option(
        None, "-o", "--out", metavar="OUT", help="The paper to write; a folder for several."
    ),
    mapping: Path | None = typer.Option(
        None,
        "--map",
        metavar="FILE",
        help="What goes into which field of a PDF; if not given, FORM.yml.",
    ),
    flatten: bool = typer.Option(False, "--flatten", help="Make the fields of a PDF into plain text."),
    draft: bool = typer.Option(False, "--draft", help="Mark each page as a draft."),
    place: str | None = typer.Option(
        None,
        "--in",
        autocompletion=completing.places,
        metavar="PLACE",
        help="Write days, money and numbers as this place does; the answers' own place if not given.",
    ),
    fields: bool = typer.Option(False, "--fields", help="List the fields of a PDF, and fill nothing."),
    skeleton: bool = typer.Option(
        False, "--skeleton", help="Write the beginning of a mapping for a PDF, and fill nothing."
    ),
    force: bool = typer.Option(False, "--force", help="Write over a file that is there."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object for other programs."),
) -> None:
    """Fill a Word template, or a court's fillable PDF, with the answers in a file.

    What the answers leave for later becomes a ruled line, or an empty field, and is listed. An answer
    that does not fit into a field of a PDF goes onto a page at its end.

    Example:  unbarred fill letter.docx answers.yml -o letter-rosa.docx
    """
    from unbarred.commands import form_fields, papers

    if fields or skeleton:
        if len(files) != 1:
            raise UsageError("--fields and --skeleton take one PDF and nothing else.")
        if skeleton:
            form_fields.begin_mapping(files[0], out or mapping, force=force)
        if fields:
            form_fields.show(files[0], as_json=as_json)
        return
    *templates, source = files
    if not templates or out is None:
        missing = "Say where to write the paper, with -o." if templates else "The answers are missing."
        raise UsageError(missing, "For example: unbarred fill letter.docx answers.yml -o letter-rosa.docx")
    kept = [source, *([mapping] if mapping else [])]
    targets = papers.targets(templates, out, kept, force=force)

    from unbarred.answers import answer_file
    from unbarred.documents import from_files

    answers = answer_file.load(source)
    wishes = from_files.Wishes(_customs(place or answers.jurisdiction, place), draft, flatten, mapping)
    context = from_files.variables_of(answers, str(source))
    filled = [from_files.fill_file(template, context, wishes) for template in templates]
    papers.write(list(zip(targets, filled, strict=True)))
    papers.report(targets, filled, as_json=as_json)


def _customs(place: str, asked: str | None) -> Customs:
    """Return how `place` writes; a place that we do not know, and that nobody asked for, writes as here."""
    from unbarred import law
    from unbarred.documents.filling.customs import Customs

    if not asked and place not in {each.slug for each in law.places()}:
        return Customs()
    return Customs(place.partition("-")[0].upper(), write_day=law.place(place).day)
