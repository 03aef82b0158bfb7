"""Stores: what an interview keeps outside its variables, for this session alone."""

from __future__ import annotations

import re
from datetime import time
from typing import Any

from unbarred.engine import stores
from unbarred.engine.host.marker import hookimpl
from unbarred.engine.redis import Kept, Redis


class Stores:
    """Hooks about records, stored objects, snapshots of the variables, stashed data, and redis."""

    @hookimpl
    def write_record(self, key: str, data: object) -> int:
        return stores.of_this_run().add_record(key, data)

    @hookimpl
    def read_records(self, key: str) -> dict[int, Any]:
        return stores.of_this_run().records(key)

    @hookimpl
    def delete_record(self, key: str, the_id: int) -> None:
        stores.of_this_run().remove_record(key, int(the_id))

    @hookimpl
    def server_sql_get(self, key: str) -> Any:
        return stores.of_this_run().kept(key)

    @hookimpl
    def server_sql_defined(self, key: str) -> bool:
        return stores.of_this_run().has(key)

    @hookimpl
    def server_sql_set(self, key: str, val: object) -> None:
        stores.of_this_run().keep(key, val)

    @hookimpl
    def server_sql_delete(self, key: str) -> None:
        stores.of_this_run().forget(key)

    @hookimpl
    def server_sql_keys(self, prefix: str) -> list[str]:
        return stores.of_this_run().keys(prefix)

    @hookimpl
    def write_answer_json(self, user_code: str, filename: str, data: object, tags: str | None) -> None:
        stores.of_this_run().keep_snapshot(user_code, filename, tags, data)

    @hookimpl
    def read_answer_json(self, user_code: str, filename: str, tags: str | None) -> Any:
        return stores.of_this_run().snapshot(user_code, filename, tags)

    @hookimpl
    def delete_answer_json(self, user_code: str, filename: str, tags: str | None, delete_all: bool) -> None:
        stores.of_this_run().forget_snapshots(user_code, filename, tags, every=delete_all)

    @hookimpl
    def stash_data(self, data: object) -> tuple[str, str]:
        """Whoever has the key may read it: both are this session's own."""
        return stores.of_this_run().stash(data), "session"

    @hookimpl
    def retrieve_stashed_data(self, key: str, delete: bool) -> Any:
        return stores.of_this_run().stashed(key, remove=bool(delete))

    @hookimpl
    def get_server_redis(self) -> Redis:
        return stores.of_this_run().redis

    @hookimpl
    def get_server_redis_user(self) -> Redis:
        return stores.of_this_run().redis

    @hookimpl
    def fix_pickle_obj(self, data: Kept) -> Any:
        """Asked of what docassemble kept in redis, which is an object here and never bytes to be run."""
        return data.value

    @hookimpl
    def transform_json_variables(self, obj: object) -> Any:
        """Turn the dates and times in plain JSON into docassemble's own."""
        if isinstance(obj, str):
            return _of_text(obj)
        if isinstance(obj, dict):
            return {key: self.transform_json_variables(value) for key, value in obj.items()}
        if isinstance(obj, (list, set)):
            return type(obj)(self.transform_json_variables(each) for each in obj)
        return obj


_DAY = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?")
_TIME = re.compile(r"\d\d:\d\d:\d\d")


def _of_text(text: str) -> Any:
    from docassemble.base.util import as_datetime

    try:
        if _DAY.fullmatch(text):
            return as_datetime(text)
        return time.fromisoformat(text) if _TIME.fullmatch(text) else text
    except ValueError:
        # It only looked like one, such as 2026-13-40.
        return text
