"""What docassemble gives every template: its Jinja environment, and the names of its functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from unbarred.engine.boot import boot

if TYPE_CHECKING:
    from jinja2 import Environment


def environment() -> Environment:
    """Return the environment in which docassemble reads a template: its filters, tests and statements."""
    boot()
    from docassemble.base.jinja import custom_jinja_env

    return cast("Environment", custom_jinja_env())


def function_names() -> frozenset[str]:
    """Return the names that every interview has from docassemble, and so has every template."""
    boot()
    from docassemble.base import util

    return frozenset(map(str, util.__all__))
