"""The redis commands that docassemble and interviews use, for one session, in memory.

Values come back as bytes, as they do from redis; what is kept as a Python
object comes back as a copy of it.
"""

from __future__ import annotations

import copy
import fnmatch
from collections.abc import Callable
from typing import Any

from unbarred.engine.services import refused

_NOT_KEPT = frozenset(
    """
    append bitcount bitop bitpos blmove blpop brpop brpoplpush copy dbsize dump echo eval evalsha expireat
    flushall flushdb geoadd geodist geopos geosearch getbit getdel getex getrange getset hexists hincrby
    hincrbyfloat hkeys hlen hmget hmset hscan hscan_iter hsetnx hstrlen hvals incrbyfloat info lindex linsert
    lmove lock lpos lpushx lrem lset ltrim mget move mset msetnx object persist pexpire pexpireat pfadd
    pfcount ping psetex pttl publish pubsub randomkey register_script rename renamenx restore rpoplpush
    rpushx sadd scan scan_iter scard script_load sdiff sdiffstore setbit setrange sinter sinterstore sismember
    smembers smove sort spop srandmember srem sscan sscan_iter strlen sunion sunionstore time touch
    transaction ttl type unlink watch xadd xlen xrange xread zadd zcard zcount zincrby zinterstore zpopmax
    zpopmin zrange zrangebyscore zrank zrem zrevrange zrevrank zscan zscan_iter zscore zunionstore
    """.split()
)
"""Commands of redis that are refused."""


class Kept:
    """A Python object that docassemble would have packed into bytes."""

    def __init__(self, value: Any) -> None:
        self._value = copy.deepcopy(value)

    @property
    def value(self) -> Any:
        """A copy of what was kept."""
        return copy.deepcopy(self._value)


class Redis:
    """Values, counters, lists and hashes by key. Nothing expires: a session is over before that."""

    def __init__(self) -> None:
        self._held: dict[str, Any] = {}

    def get(self, key: str | bytes) -> Any:
        """Return what is kept under `key`, or None."""
        return self._held.get(_text(key))

    def set(self, key: str | bytes, value: Any, **options: Any) -> bool | None:
        """Keep `value` under `key`; with `nx` only if there is nothing yet."""
        if options.get("nx") and self.exists(key):
            return None
        self._held[_text(key)] = _packed(value)
        return True

    def setex(self, key: str | bytes, time: object, value: Any) -> bool | None:
        """Keep `value` under `key`."""
        return self.set(key, value)

    def setnx(self, key: str | bytes, value: Any) -> bool:
        """Keep `value` under `key` if there is nothing yet, and say whether that was so."""
        return bool(self.set(key, value, nx=True))

    def incr(self, key: str | bytes, amount: int = 1) -> int:
        """Add to a counter and return it."""
        total = int(self.get(key) or 0) + amount
        self.set(key, total)
        return total

    incrby = incr

    def decr(self, key: str | bytes, amount: int = 1) -> int:
        """Take from a counter and return it."""
        return self.incr(key, -amount)

    decrby = decr

    def delete(self, *keys: str | bytes) -> int:
        """Forget keys and return how many there were."""
        return sum(self._held.pop(_text(key), None) is not None for key in keys)

    def exists(self, *keys: str | bytes) -> int:
        """Return how many of the keys there are."""
        return sum(_text(key) in self._held for key in keys)

    def keys(self, pattern: str | bytes = "*") -> list[bytes]:
        """Return the keys that match a pattern with `*` and `?`."""
        return [key.encode() for key in self._held if fnmatch.fnmatchcase(key, _text(pattern))]

    def expire(self, key: str | bytes, time: object) -> bool:
        """Say whether there is such a key."""
        return bool(self.exists(key))

    def rpush(self, key: str | bytes, *values: Any) -> int:
        """Add to the end of a list and return its length."""
        kept = self._list(key)
        kept.extend(_packed(value) for value in values)
        return len(kept)

    def lpush(self, key: str | bytes, *values: Any) -> int:
        """Add to the front of a list and return its length."""
        kept = self._list(key)
        for value in values:
            kept.insert(0, _packed(value))
        return len(kept)

    def lpop(self, key: str | bytes) -> Any:
        """Take the first of a list, or None."""
        kept = self._list(key)
        return kept.pop(0) if kept else None

    def rpop(self, key: str | bytes) -> Any:
        """Take the last of a list, or None."""
        kept = self._list(key)
        return kept.pop() if kept else None

    def lrange(self, key: str | bytes, start: int, end: int) -> list[Any]:
        """Return the items of a list from `start` to `end`, both counted in; -1 is the last."""
        kept = self._list(key)
        return kept[start : None if end == -1 else end + 1]

    def llen(self, key: str | bytes) -> int:
        """Return the length of a list."""
        return len(self._list(key))

    def hset(self, name: str | bytes, key: str | bytes, value: Any) -> int:
        """Keep a value in a hash; return 1 if its key is new."""
        kept = self._hash(name)
        is_new = _text(key) not in kept
        kept[_text(key)] = _packed(value)
        return int(is_new)

    def hget(self, name: str | bytes, key: str | bytes) -> Any:
        """Return a value of a hash, or None."""
        return self._hash(name).get(_text(key))

    def hgetall(self, name: str | bytes) -> dict[bytes, Any]:
        """Return a whole hash."""
        return {key.encode(): value for key, value in self._hash(name).items()}

    def hdel(self, name: str | bytes, *keys: str | bytes) -> int:
        """Forget keys of a hash and return how many there were."""
        kept = self._hash(name)
        return sum(kept.pop(_text(key), None) is not None for key in keys)

    def pipeline(self) -> Pipeline:
        """Return what takes commands and does them together."""
        return Pipeline(self)

    def __getattr__(self, command: str) -> Any:
        if command in _NOT_KEPT:
            raise refused("redis")
        # docassemble looks into every variable for what it may be able to do.
        raise AttributeError(command)

    def _list(self, key: str | bytes) -> list[Any]:
        kept: list[Any] = self._held.setdefault(_text(key), [])
        return kept

    def _hash(self, name: str | bytes) -> dict[str, Any]:
        kept: dict[str, Any] = self._held.setdefault(_text(name), {})
        return kept


class Pipeline:
    """Commands that are done when `execute` is called."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._waiting: list[Callable[[], Any]] = []

    def __getattr__(self, command: str) -> Callable[..., Pipeline]:
        if command.startswith("_"):
            raise AttributeError(command)
        do = getattr(self._redis, command)

        def wait(*arguments: Any, **named: Any) -> Pipeline:
            self._waiting.append(lambda: do(*arguments, **named))
            return self

        return wait

    def execute(self) -> list[Any]:
        """Do what waits and return what each command gave."""
        done = [command() for command in self._waiting]
        self._waiting.clear()
        return done


def _text(key: str | bytes) -> str:
    return key.decode() if isinstance(key, bytes) else str(key)


def _packed(value: Any) -> Any:
    return value if isinstance(value, (bytes, Kept)) else str(value).encode()
