"""Word forms (plural, article, verb) for docassemble, without WordNet or network.

docassemble.base.pattern downloads corpora when it is imported. This module
takes its place: one lazy namespace a language, loaded when a word is first
inflected. What docassemble asks of it does not need the corpora.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_LANGUAGES = ("de", "en", "es", "fr", "it", "nl")
_NAMES = ("article", "conjugate", "pluralize", "singularize")


class _Language:
    def __init__(self, code: str) -> None:
        self._code = code

    def __getattr__(self, name: str) -> Any:
        if name not in _NAMES:
            raise AttributeError(name)
        return getattr(_load(self._code), name)


def pattern_module() -> ModuleType:
    """Return what takes the place of `docassemble.base.pattern`."""
    module = ModuleType("docassemble.base.pattern")
    for code in _LANGUAGES:
        setattr(module, f"pattern_{code}", _Language(code))
    return module


def _load(code: str) -> ModuleType:
    # The English part imports its WordNet reader at the top and never needs it for word forms.
    wordnet = "docassemble_pattern.text.en.wordnet"
    if wordnet not in sys.modules:
        sys.modules[wordnet] = ModuleType(wordnet)
    path_before = list(sys.path)
    try:
        return importlib.import_module(f"docassemble_pattern.{code}")
    finally:
        sys.path[:] = path_before
