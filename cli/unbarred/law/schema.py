"""JSON schemas of a place's files, so that an editor completes keys and marks faults while one types.

They are made from the models and kept in `jurisdictions/schema/`; a test fails when
they are stale. Write them anew with: `python -m unbarred.law.schema`
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from unbarred import content
from unbarred.law.kinds import KINDS

FOLDER = "schema"


def schemas() -> dict[str, str]:
    """Return the text of each schema file by its name, such as `topic.json`."""
    made = {name: TypeAdapter(kind).json_schema() for name, kind in KINDS.items()}
    _as_written(made["place"])
    return {f"{name}.json": json.dumps(schema, indent=2) + "\n" for name, schema in made.items()}


def write(folder: Path) -> None:
    """Write all schemas into `folder`, which is made if need be."""
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _as_written(place: dict[str, Any]) -> None:
    """A place's slug is its folder's name, and all but its own name may come from its parent."""
    del place["properties"]["slug"]
    place["required"] = ["name"]


if __name__ == "__main__":
    write(content.jurisdictions() / FOLDER)
