"""The Jinja environment for a template or form that comes from anybody.

An interview's own templates run among its own objects. A file that somebody
was sent runs here: what it prints can read the answers it is given, and nothing
of Python behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from jinja2.exceptions import SecurityError, TemplateError, TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from unbarred.documents.errors import TemplateFault
from unbarred.documents.filling.environment import NoValue
from unbarred.documents.filling.printing import FunctionPrinted
from unbarred.errors import UserError, Where


def guarded_environment() -> ImmutableSandboxedEnvironment:
    """Return an environment that reaches nothing but answers; one without a value is an error."""
    return ImmutableSandboxedEnvironment(undefined=NoValue, autoescape=True)


@contextmanager
def faults_told(name: str) -> Iterator[None]:
    """Turn what a file's own expressions stumble over into a `TemplateFault` that says `name`.

    The message has the kind of the fault and the place, never its words: those can quote an answer.
    """
    try:
        yield
    except UserError:
        raise
    except SecurityError as fault:
        message = f"It reaches for what is no answer{_place(fault)}."
        raise TemplateFault(message, "Print answers and parts of them only.", Where(name)) from fault
    except (TemplateRuntimeError, TemplateError) as fault:
        raise TemplateFault(
            f"It cannot be filled{_place(fault)}: {fault.message}.", "", Where(name)
        ) from fault
    except _TOLD as fault:
        kind = _KINDS.get(type(fault), "an answer is not of the kind that is needed")
        raise TemplateFault(f"It cannot be filled{_place(fault)}: {kind}.", "", Where(name)) from fault


_TOLD = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
_KINDS: dict[type[Exception], str] = {
    FunctionPrinted: "a name is printed without the () after it",
    ZeroDivisionError: "something is divided by nothing",
    OverflowError: "a number is too large",
    MemoryError: "something in it is too large",
    RecursionError: "it calls itself without end",
}


def _place(fault: Exception) -> str:
    """Return where the fault was, from the note that filling has left on it."""
    notes = getattr(fault, "__notes__", [])
    return f" {notes[-1].partition(': ')[2]}" if notes else ""
