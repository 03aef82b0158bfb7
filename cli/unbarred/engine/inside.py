"""Inside a run: where code of an interview is let run, and its errors become ours."""

from __future__ import annotations

from types import TracebackType

from unbarred.engine import not_made, refusals, swallowed
from unbarred.engine.block_errors import block_failed, locate
from unbarred.engine.entered import Entered
from unbarred.engine.interview import LoadedInterview
from unbarred.errors import UserError
from unbarred.screens import Refused


class Inside:
    """While this is held, code of `interview` may run; what fails there is raised as a `UserError`.

    So is what was refused to it, or failed, and it took no notice of.
    """

    __slots__ = ("_entered", "_interview")

    def __init__(self, interview: LoadedInterview, entered: Entered) -> None:
        self._interview = interview
        self._entered = entered

    def __enter__(self) -> None:
        """Go inside."""
        self._entered.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Come out, with the interview's error or without."""
        try:
            if error is not None:
                self._failed(error)
        finally:
            self._entered.__exit__(kind, error, trace)
        if error is None and (refused := self._refused()):
            raise refused

    def _failed(self, error: BaseException) -> None:
        match error:
            case Refused():
                self._refused()
            case UserError():
                self._refused()
                locate(self._interview, error)
            # Code of an interview may end the program (`exit()`); what was answered is kept first.
            case Exception() | SystemExit():
                not_made.notice(error)
                raise self._refused() or block_failed(self._interview, error) from error

    def _refused(self) -> UserError | None:
        """Return what was refused in this step, or failed, without the interview taking notice."""
        refused, passed_over = refusals.take_first(), swallowed.take_first()
        if refused is not None:
            locate(self._interview, refused)
        elif passed_over is not None:
            return block_failed(self._interview, passed_over)
        return refused
