"""Long answers while they are being written: kept beside the journal, gone once the screen is answered."""

from __future__ import annotations

import json
from pathlib import Path

from unbarred import private_files
from unbarred.sessions.journal import Seal, Unsealed


class Drafts:
    """The drafts of one session, by screen and field."""

    def __init__(self, folder: Path, seal: Seal | None = None) -> None:
        self._path = folder / "draft"
        self._seal = seal or Unsealed()

    def keep(self, screen: str, field: str, text: str) -> None:
        """Keep `text`; it takes the place of what was kept before."""
        line = json.dumps({"screen": screen, "field": field, "text": text}, ensure_ascii=False)
        private_files.write(self._path, self._seal.close(line.encode()))

    def kept(self, screen: str, field: str) -> str | None:
        """Return what was kept for this field of this screen, or None."""
        try:
            draft = json.loads(self._seal.open(self._path.read_bytes()))
        except (FileNotFoundError, ValueError):
            return None
        if (draft["screen"], draft["field"]) != (screen, field):
            return None
        return str(draft["text"])

    def forget(self) -> None:
        """Forget what was kept: the screen is answered."""
        self._path.unlink(missing_ok=True)
