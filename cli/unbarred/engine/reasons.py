"""Says what an exception is about without any value: messages of Python and docassemble can quote answers.

What is passed on are the names of types and of what the interview's text itself
names, sentences that the raising code holds as they stand, and words of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from unbarred.engine.failing_place import authors_module

IsWritten = Callable[[str], bool]
"""Says whether a word stands in the text of the interview itself."""

_TYPE_ERRORS = re.compile(
    r"""'[\w.]+'\ object\ (is\ not\ \w+|cannot\ be\ interpreted\ as\ an\ integer
        |does\ not\ support\ [\w ]+|has\ no\ len\(\)|doesn't\ define\ [\w ]+)
    |unsupported\ operand\ type\(s\)\ for\ \S{1,3}(\ or\ \w+\(\))?:\ '[\w.]+'(\ and\ '[\w.]+')?
    |'\S{1,2}'\ not\ supported\ between\ instances\ of\ '[\w.]+'\ and\ '[\w.]+'
    |can\ only\ concatenate\ \w+\ \(not\ "[\w.]+"\)\ to\ \w+
    |unhashable\ type:\ '[\w.]+'
    |(list|tuple|string)\ indices\ must\ be\ integers(\ or\ slices)?,\ not\ '?[\w.]+'?
    |object\ of\ type\ '[\w.]+'\ has\ no\ len\(\)
    |bad\ operand\ type\ for\ [\w ()+-]+:\ '[\w.]+'
    |cannot\ unpack\ non-iterable\ [\w.]+\ object""",
    re.VERBOSE,
)
"""What Python itself says of types, and only of types."""

_FIXED = {
    ZeroDivisionError: "it divides by zero",
    RecursionError: "it calls itself without end",
    MemoryError: "it needs more memory than there is",
}
_INDEX = re.compile(r"\[(?P<quote>['\"])(?P<key>.*?)(?P=quote)\]")


def reason(error: BaseException, is_written: IsWritten) -> str:
    """Return the type of `error` and, where it is safe, what it says: `KeyError: there is no key 'a'`."""
    says = _says(error, is_written)
    module = authors_module(error)
    place = f", in {module[0]}, line {module[1]}" if module else ""
    return f"{type(error).__name__}{': ' if says else ''}{says}{place}"


def shown_name(name: str, is_written: IsWritten) -> str:
    """Return a variable's name without keys that the interview does not write: those can be answers."""

    def shown(found: re.Match[str]) -> str:
        return found[0] if is_written(found["key"]) else "[…]"

    return _INDEX.sub(shown, name)


def _says(error: BaseException, is_written: IsWritten) -> str:
    text = str(error)
    fixed = next((says for kind, says in _FIXED.items() if isinstance(error, kind)), None)
    if fixed is not None:
        return fixed
    if isinstance(error, ImportError):
        return f"the module {error.name} is not there" if error.name else ""
    if isinstance(error, NameError):
        name = getattr(error, "name", None)
        return f"the name {shown_name(str(name), is_written)} is not defined" if name else ""
    if isinstance(error, AttributeError) and error.name and is_written(error.name):
        return f"{_article(type(error.obj).__name__)} has no attribute {error.name}"
    if isinstance(error, KeyError) and error.args and is_written(str(error.args[0])):
        return f"there is no key {error.args[0]!r}"
    if isinstance(error, FileNotFoundError) and is_written(str(error.filename)):
        return f"there is no file {error.filename}"
    if isinstance(error, TypeError) and _TYPE_ERRORS.fullmatch(text):
        return text
    return text if " " in text and text in _constants(error) else ""


def _article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def _constants(error: BaseException) -> set[object]:
    """Return the texts that stand as they are in the code that raised `error`."""
    trace = error.__traceback__
    if trace is None:
        return set()
    while trace.tb_next is not None:
        trace = trace.tb_next
    return {each for each in trace.tb_frame.f_code.co_consts if isinstance(each, str)}
