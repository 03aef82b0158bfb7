"""The only code that knows docassemble: it runs an interview, screen by screen.

`load(reference)` reads an interview; `Run` holds one run of it. Screens come
out as `unbarred.screens.Screen`, answers go in as a `Submission`. Which interviews
there are, and what belongs to one, tells `unbarred.engine.origins` without running any.
"""

from unbarred.engine.here import in_one_thread
from unbarred.engine.interview import LoadedInterview, NotTrusted, admit, load, load_file
from unbarred.engine.run import Run

__all__ = ["LoadedInterview", "NotTrusted", "Run", "admit", "in_one_thread", "load", "load_file"]
