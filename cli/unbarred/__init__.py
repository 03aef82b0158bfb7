"""unbarred: guided legal interviews that end in ready-to-file papers."""

__version__ = "0.1.0"
