"""`python -m unbarred` is the same as `unbarred`."""

from unbarred.app import main

main()
