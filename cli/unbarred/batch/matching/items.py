"""The rows of things that belong to a client, drawn from their sheets as the clients go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from unbarred.batch.intake.tables import Row
from unbarred.batch.matching.keys import digest_of, is_example, text_of
from unbarred.batch.matching.sheets import MatchedSheet, value_at


class Items:
    """One sheet of things. Rows are held only as long as it is in another order than the clients.

    `counts` says how many rows each client has, by the digest of her key; `twice` are keys that several have.
    """

    def __init__(
        self, sheet: MatchedSheet, counts: Mapping[int, int], twice: Collection[int] = frozenset()
    ) -> None:
        self.sheet = sheet
        self._counts = counts
        self._twice = twice
        self._rows = sheet.table.rows()
        self._held: dict[int, list[Row]] = defaultdict(list)

    def of(self, client: int) -> list[Row]:
        """Return the rows of the client whose key has this digest, in order; a second time none.

        Whose key others have too has them every time: whose they are must be told, not that they are missing.
        """
        wanted = self._counts.get(client, 0)
        if not wanted:
            return []
        rows = self._held.pop(client, [])
        while len(rows) < wanted and (row := next(self._rows, None)) is not None:
            if is_example(row, self.sheet.key) or self.sheet.key is None:
                continue
            owner = digest_of(text_of(value_at(row, self.sheet.key)))
            if owner == client:
                rows.append(row)
            elif owner in self._counts:
                self._held[owner].append(row)
        if client in self._twice:
            self._held[client] = list(rows)
        return rows
