"""Ways to break a file of law data, as a slip of the hand, a bad merge or malice would."""

from __future__ import annotations

import re

from hypothesis import strategies as st

_OTHER_VALUES = (
    b"",
    b" null",
    b" true",
    b" 7",
    b" -1",
    b" 1.5",
    b" .nan",
    b" 2026-11-21",
    b" 2026-02-30",
    b" text",
    b' "text"',
    b" [a, {b: c}]",
    b" {a: [b]}",
    b" [[[[[[x]]]]]]",
    b" 1/0",
    b" 1e999999",
    b" " + b"9" * 5000,
    b" !!int x",
    b" !!bool x",
    b" !!timestamp x",
    b" !!python/object/apply:os.getcwd []",
    b" &here [*here]",
    b" *nowhere",
    b" >-",
    b' "\\ud800"',
    b' "\\0"',
    b" ../..",
    b" age > ",
    b" share.x.y(1)[",
)
"""What may stand after a key, and does not belong there."""

_PIECES = (b"\0", b"\xff\xfe", b"\t", b"- ", b"? ", b": ", b"#", b"|\n", b"%YAML 9.9\n", b"---\n", b"...\n")
"""What may slip in between two letters."""

_VALUE = re.compile(rb"(?<=:) [^\n]*")
_KEY = re.compile(rb"[a-z_]+(?=:)")


def broken(text: bytes) -> st.SearchStrategy[bytes]:
    """Return a strategy that gives `text` after one to three breaks."""
    return st.lists(_BREAKS, min_size=1, max_size=3).map(lambda breaks: _after(text, breaks))


def _after(text: bytes, breaks: list[tuple[str, int, object]]) -> bytes:
    for kind, place, with_what in breaks:
        text = _broken_once(text, kind, place, with_what)
    return text


def _broken_once(text: bytes, kind: str, place: int, with_what: object) -> bytes:
    at = place % (len(text) + 1)
    match kind, with_what:
        case "byte", int(value):
            return text[:at] + bytes([value]) + text[at + 1 :]
        case "piece", bytes(piece):
            return text[:at] + piece + text[at:]
        case "cut", _:
            return text[:at]
    lines = text.splitlines(keepends=True) or [b""]
    at = place % len(lines)
    lines[at] = _line(lines[at], kind, with_what)
    return b"".join(lines)


def _line(line: bytes, kind: str, with_what: object) -> bytes:
    match kind, with_what:
        case "line", "gone":
            return b""
        case "line", "twice":
            return line * 2
        case "line", "further in":
            return b"   " + line
        case "line", "further out":
            return line.removeprefix(b"  ")
        case "value", bytes(value):
            return _VALUE.sub(lambda _: value, line, count=1)
        case "key", bytes(key):
            return _KEY.sub(lambda _: key, line, count=1)
    raise AssertionError(kind, with_what)


_PLACES = st.integers(0, 100_000)
_LINES = st.sampled_from(("gone", "twice", "further in", "further out"))
_KEYS = st.sampled_from((b"id", b"says", b"parent", b"review", b"<<", b"", b"7", b"null", b"[a, b]", b"A b"))

_BREAKS = st.one_of(
    st.tuples(st.just("byte"), _PLACES, st.integers(0, 255)),
    st.tuples(st.just("piece"), _PLACES, st.sampled_from(_PIECES)),
    st.tuples(st.just("cut"), _PLACES, st.none()),
    st.tuples(st.just("line"), _PLACES, _LINES),
    st.tuples(st.just("value"), _PLACES, st.sampled_from(_OTHER_VALUES)),
    st.tuples(st.just("key"), _PLACES, _KEYS),
)
