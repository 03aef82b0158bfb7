"""Long answers while they are being written: kept beside the journal until their question is answered."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from unbarred import private_files
from unbarred.sessions.journal import Seal, Unsealed


class Drafts:
    """The drafts of one session, by the name of the answer they will be."""

    def __init__(self, folder: Path, seal: Seal | None = None) -> None:
        self._path = folder / "draft"
        self._seal = seal or Unsealed()

    def keep(self, name: str, text: str) -> None:
        """Keep `text`; it takes the place of what was kept for `name` before."""
        self._write({**self._all(), name: text})

    def kept(self, name: str) -> str | None:
        """Return what was kept for `name`, or None."""
        return self._all().get(name)

    def forget(self, names: Iterable[str]) -> None:
        """Forget what was kept for `names`: they are answered."""
        kept = self._all()
        left = {name: text for name, text in kept.items() if name not in set(names)}
        if left == kept:
            return
        if left:
            self._write(left)
        else:
            self._path.unlink(missing_ok=True)

    def _write(self, drafts: dict[str, str]) -> None:
        private_files.write(self._path, self._seal.close(json.dumps(drafts, ensure_ascii=False).encode()))

    def _all(self) -> dict[str, str]:
        """All drafts; none where the file is gone or damaged: an unfinished text is not worth a refusal."""
        try:
            held = json.loads(self._seal.open(self._path.read_bytes()))
        except (OSError, ValueError):
            return {}
        return {str(name): str(text) for name, text in held.items()} if isinstance(held, dict) else {}
