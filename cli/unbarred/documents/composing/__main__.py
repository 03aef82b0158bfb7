"""Writes the DOCX beside every Markdown template: `python -m unbarred.documents.composing`."""

from __future__ import annotations

import sys

from unbarred import content
from unbarred.documents.composing import compose_all
from unbarred.errors import UserError


def main() -> int:
    """Compose all templates of the content in use; name those that changed."""
    try:
        for path in compose_all(content.templates()):
            sys.stdout.write(f"{path}\n")
    except UserError as fault:
        sys.stderr.write(f"{fault}\n")
        return fault.code
    return 0


if __name__ == "__main__":
    sys.exit(main())
