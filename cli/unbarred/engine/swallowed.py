"""Makes loud what docassemble only writes into its log: code of an interview that failed and was passed over.

docassemble tells its log of it while it handles the exception. What it does
after that would leave an answer, a list or a paper other than the author meant.
The log itself is kept nowhere: it would carry answers.
"""

from __future__ import annotations

import sys
import threading

_SEEKS = "Problem with attachments block: "
_PASSED_OVER = (
    _SEEKS,
    "Exception raised by on change code: ",
    "process_action: _da_list_remove error: ",
    "process_action: _da_dict_remove error: ",
)
"""How the lines of the log begin with which docassemble goes on after interview code has failed."""


class _Record(threading.local):
    def __init__(self) -> None:
        self.errors: list[BaseException] = []


_record = _Record()


def listen(message: object) -> None:
    """Take a line of docassemble's log; raise the exception it is about if that may not be passed over.

    It is remembered as well: another bare `except:` may stand around the first.
    """
    error = sys.exception()
    text = str(message)
    if error is None or not text.startswith(_PASSED_OVER):
        return
    if text.startswith(_SEEKS) and isinstance(error, (NameError, AttributeError, LookupError)):
        # A variable that is not there yet is only the sign to look for it elsewhere.
        return
    _record.errors.append(error)
    raise error


def take_first() -> BaseException | None:
    """Return the first exception that was passed over since the last call, or None; all are forgotten."""
    first = _record.errors[0] if _record.errors else None
    _record.errors.clear()
    return first
