"""What kind of value a reference has: one of our own types, an object of an interview, or not known.

Our own modules say what they return; their attributes can be looked up without running an
interview. Of others' modules nothing is imported, and nothing is known.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

OUR_OWN = "unbarred."
_SEQUENCES = (list, tuple, set, frozenset)
_TEXTS = frozenset({"text", "area", "email", "password", "raw", "url"})


@dataclass(frozen=True)
class Real:
    """A value of a Python type of ours, or of one that comes with Python."""

    annotation: Any


@dataclass(frozen=True)
class Called:
    """A function: what it gives is of this kind."""

    gives: Kind | None


@dataclass(frozen=True)
class Made:
    """An object of a class that is known by its name, and for a list the class of its items."""

    name: str
    item: str = ""


Kind = Real | Called | Made


def of_datatype(datatype: str) -> Kind | None:
    """Return the kind of an answer; only text is sure to stay what it is."""
    return Real(str) if datatype in _TEXTS else None


def of_module(name: str) -> dict[str, Kind]:
    """Return the kinds of what a module of ours defines; {} for anybody else's."""
    if not name.startswith(OUR_OWN):
        return {}
    try:
        module = importlib.import_module(name)
    except ImportError:
        return {}
    names = getattr(module, "__all__", None) or [each for each in vars(module) if not each.startswith("_")]
    return {each: _of_value(getattr(module, each, None), module) for each in names}


def _of_value(value: Any, module: types.ModuleType) -> Kind:
    if inspect.isfunction(value):
        return Called(_annotated(value.__annotations__.get("return"), value.__module__))
    if inspect.isclass(value):
        return Called(Real(value))
    return Real(type(value))


def step(kind: Real, attribute: str) -> Kind | None:
    """Return the kind of an attribute; None if that is not known. Raises `AttributeError` if there is none.

    Of several types that a value may be of, all must have it.
    """
    found = [_step(each, attribute) for each in _owners(kind.annotation)]
    return found[0] if found and all(each == found[0] for each in found) else None


def _step(owner: type, attribute: str) -> Kind | None:
    fields = _fields(owner)
    if attribute in fields:
        return _annotated(fields[attribute], owner.__module__)
    if not hasattr(owner, attribute):
        if _is_open(owner):
            return None
        raise AttributeError(attribute)
    found = inspect.getattr_static(owner, attribute)
    function = getattr(found, "fget", None) or getattr(found, "func", None)
    if function is not None:
        return _annotated(function.__annotations__.get("return"), function.__module__)
    if isinstance(found, staticmethod | classmethod):
        found = found.__func__
    if inspect.isfunction(found):
        return Called(_annotated(found.__annotations__.get("return"), found.__module__))
    return None


def attributes(kind: Real) -> list[str]:
    """Return the attributes that a template may ask for."""
    found: set[str] = set()
    for owner in _owners(kind.annotation):
        for each in owner.__mro__:
            if each.__module__.startswith((OUR_OWN, "builtins", "datetime")) and each is not object:
                found |= {name for name in vars(each) if not name.startswith("_")}
        found |= set(_fields(owner))
    return sorted(found - {"model_config", "model_fields"})


def may_be_nothing(kind: Kind | None) -> bool:
    """Say whether a value may be None, by its type."""
    if not isinstance(kind, Real):
        return False
    plain = kind.annotation
    while typing.get_origin(plain) is typing.Annotated:
        plain = typing.get_args(plain)[0]
    is_several = typing.get_origin(plain) in (typing.Union, types.UnionType)
    return is_several and type(None) in typing.get_args(plain)


def item(kind: Real) -> Kind | None:
    """Return the kind of the items of a list, or of the values of a mapping."""
    annotation = _plain(kind.annotation)
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if annotation is str:
        return Real(str)
    if not inspect.isclass(origin) or origin is types.UnionType or not arguments:
        return None
    if issubclass(origin, Mapping):
        return Real(arguments[1]) if len(arguments) == 2 else None
    is_of_one = issubclass(origin, (list, set, frozenset)) or (len(arguments) == 2 and arguments[1] is ...)
    return Real(arguments[0]) if is_of_one or not issubclass(origin, tuple) else None


def called(kind: Real) -> str:
    """Return what to call a type in a message."""
    return " or ".join(each.__name__ for each in _owners(kind.annotation))


def _owners(annotation: Any) -> list[type]:
    """Return the classes that a value may be of; none if one of them is not known."""
    plain = _plain(annotation)
    origin = typing.get_origin(plain)
    if origin is typing.Literal:
        return [type(typing.get_args(plain)[0])]
    if origin in (typing.Union, types.UnionType):
        each_of = [_owners(each) for each in typing.get_args(plain) if each is not type(None)]
        return [owner for owners in each_of for owner in owners] if all(each_of) else []
    found = origin or plain
    return [found] if inspect.isclass(found) and found is not object else []


def _plain(annotation: Any) -> Any:
    """Return an annotation without None and without what only a check of data needs."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _plain(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        rest = [each for each in typing.get_args(annotation) if each is not type(None)]
        return _plain(rest[0]) if len(rest) == 1 else annotation
    return annotation


def _annotated(annotation: Any, module: str) -> Kind | None:
    if annotation is None or annotation is inspect.Parameter.empty:
        return None
    if isinstance(annotation, str):
        holder = types.SimpleNamespace(__annotations__={"it": annotation})
        try:
            annotation = typing.get_type_hints(holder, _names(module), include_extras=True)["it"]
        except (NameError, TypeError, AttributeError, SyntaxError):
            return None
    return None if annotation is Any else Real(annotation)


@cache
def _names(module: str) -> dict[str, Any]:
    """Return what annotations in a module may name, also what it imports only for them."""
    loaded = importlib.import_module(module)
    names = dict(vars(loaded))
    if not module.startswith(OUR_OWN):
        return names
    for node in ast.walk(ast.parse(inspect.getsource(loaded))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OUR_OWN):
            source = importlib.import_module(str(node.module))
            names |= {each.asname or each.name: getattr(source, each.name, None) for each in node.names}
    return names


def _fields(owner: type) -> dict[str, Any]:
    """Return the annotated attributes of a class, those of data classes and models among them."""
    models = getattr(owner, "model_fields", None)
    if isinstance(models, dict):
        return {name: each.annotation for name, each in models.items()}
    found: dict[str, Any] = {}
    for each in reversed(owner.__mro__):
        if each.__module__.startswith(OUR_OWN):
            found |= {
                name: _annotation(value, each.__module__)
                for name, value in vars(each).get("__annotations__", {}).items()
            }
    return found


def _annotation(value: Any, module: str) -> Any:
    kind = _annotated(value, module)
    return kind.annotation if isinstance(kind, Real) else Any


def _is_open(owner: type) -> bool:
    """Say whether objects of the class may have attributes that it does not name."""
    configuration = getattr(owner, "model_config", {})
    return configuration.get("extra") == "allow" or "__getattr__" in vars(owner)
