"""What `unbarred fill` tells about a fillable PDF: its fields, and the beginning of a mapping."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from unbarred.commands import papers


def show(form: Path, *, as_json: bool) -> None:
    """Print the fields of `form`, in the order of its pages."""
    from unbarred.documents import forms, from_files

    fields = forms.fields_of(from_files.read(form), form.name)
    if as_json:
        listed = [forms.as_data(field) for field in fields]
        typer.echo(json.dumps({"form": str(form), "fields": listed}, indent=2, ensure_ascii=False))
        return
    for field in fields:
        typer.echo(f"{forms.shown(field.name)}\n    page {field.page}: {forms.in_words(field)}")
        if field.label != field.name.rpartition(".")[2]:
            typer.echo(f"    {field.label}")
        if field.options:
            typer.echo(f"    options: {'; '.join(forms.options_in_words(field))}")


def begin_mapping(form: Path, out: Path | None, *, force: bool) -> None:
    """Write a mapping that fills nothing yet to `out`, or beside `form` under its name."""
    from unbarred import private_files
    from unbarred.documents import forms, from_files

    path = out if out is not None else from_files.mapping_of(form)
    papers.check(path, [form], force=force)
    fields = forms.fields_of(from_files.read(form), form.name)
    private_files.write(path, forms.skeleton(fields, form.name).encode())
    typer.echo(f"{path}: write an answer's name after each field that it fills.", err=True)
