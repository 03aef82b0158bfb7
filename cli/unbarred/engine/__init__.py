"""The only code that knows docassemble: it runs an interview, screen by screen.

`load(reference)` reads an interview; `Run` holds one run of it. Screens come
out as `unbarred.screens.Screen`, answers go in as a `Submission`.
"""

from unbarred.engine.interview import LoadedInterview, load, load_file
from unbarred.engine.run import Run

__all__ = ["LoadedInterview", "Run", "load", "load_file"]
