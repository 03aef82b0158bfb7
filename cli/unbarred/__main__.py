"""`python -m unbarred` is the same as `unbarred`."""

import sys

if not sys.flags.safe_path:
    # Python puts the folder one is in first; what lies there may be somebody's package, and must not run.
    del sys.path[0]

from unbarred.app import main

main()
