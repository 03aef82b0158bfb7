"""Marks a method as the answer to the docassemble hook of the same name."""

import pluggy

hookimpl = pluggy.HookimplMarker("docassemble")
