"""Puts ours in the place of what docassemble.base takes from elsewhere than its hooks.

All of it is by name, in modules of docassemble: `install` fails with a clear
error if the installed release has no such names.
"""

from __future__ import annotations

import importlib
import subprocess
from typing import Any

from unbarred.engine import (
    asked_for_nobody,
    compiled_once,
    conversions,
    days_once,
    found_once,
    here,
    jinja_once,
    markdown_once,
    named_only,
    names_once,
    not_made,
    own_actions,
    stack_reading,
    stores,
)
from unbarred.engine.attachment_text import holding_first
from unbarred.engine.clock import StepTime
from unbarred.engine.locales import locale_module
from unbarred.engine.markdown_papers import MarkdownPaper
from unbarred.engine.redis import Kept
from unbarred.engine.services import refused
from unbarred.engine.temporary_names import TEMPFILE
from unbarred.errors import ContentError


class NoMachineLearning:
    """Takes the place of the machine learning classes, which a server gives docassemble."""

    def __init__(self, *arguments: object, **named: object) -> None:
        raise refused("machine learning")


class KeptWhole:
    """Takes the place of `pickle` where docassemble packs what goes into redis: nothing is packed here."""

    dumps = Kept


class NoPrograms:
    """Takes the place of `subprocess` where docassemble starts other programs."""

    STDOUT, DEVNULL = subprocess.STDOUT, subprocess.DEVNULL
    CalledProcessError, TimeoutExpired = subprocess.CalledProcessError, subprocess.TimeoutExpired

    @staticmethod
    def run(*arguments: object, **named: object) -> None:
        """Refuse to start a program."""
        raise refused("programs")

    check_output = run


def install() -> None:
    """Put everything in its place; to be called once docassemble.base is imported.

    Raises `ContentError` if the installed release has no such places.
    """
    from docassemble.base import dates, hooks, jinja, parse, thread_context

    locale = locale_module()
    for module in ("language.control", "language.currency", "language.numbers"):
        _put(module, "locale", locale)
    _put("dates", "datetime", StepTime())
    _put("functions", "ua_parse", _device)
    _put("util", "pickle", KeptWhole)
    # docassemble passes the hook of this name what it does not take, and would fail there.
    _put("functions", "get_short_code", _refusing("e-mail"))
    # Here it defines a function of the hook's name that calls itself without end.
    _put("util", "transform_json_variables", hooks.transform_json_variables)
    for name in (
        "SimpleTextMachineLearner",
        "SVMMachineLearner",
        "RandomForestMachineLearner",
        "MachineLearningEntry",
    ):
        _put("util", name, NoMachineLearning)
    for module in ("functions", "util"):
        _put(module, "interview_list", _interviews)
    for name in ("get_available_languages", "ocr_file", "ocr_page_tasks", "ocr_pdf"):
        _put("util", name, _refusing("OCR"))
    _put("mermaid", "mmdc", _refusing("diagrams"))
    # What follows would ask the network, or start what happens to be installed.
    _put("parse", "urlretrieve", _refusing("web"))
    for module in ("pandoc", "pdfa", "pdftk", "util"):
        _put(module, "subprocess", NoPrograms)
    # What follows is only slow: it would be done anew for every screen.
    library = _held(thread_context, "thread_context", "markdown")
    _put("thread_context", "markdown", markdown_once.made_once(library))
    _put("dates", "babel", days_once.written_once(_held(dates, "dates", "babel")))
    stock, added = (
        _held(parse, "parse", "custom_jinja_env"),
        _held(jinja, "jinja", "registered_jinja_filters"),
    )
    _put("parse", "custom_jinja_env", jinja_once.made_once(stock, added))
    _put("util", "inspect", stack_reading.INSPECT)
    _put("parse", "traceback", stack_reading.TRACEBACK)
    vars(parse).update(eval=compiled_once.evaluate, exec=compiled_once.execute)
    for name in ("safeid", "from_safeid"):
        _put("parse", name, names_once.kept(_held(parse, "parse", name)))
    _put("parse", "parse_var_name", names_once.kept(_held(parse, "parse", "parse_var_name")))
    _put("parse", "tempfile", TEMPFILE)
    stock = _held(parse, "parse", "package_template_filename")
    _put("parse", "package_template_filename", found_once.in_our_package(stock))
    _put("parse", "recurse_indices", names_once.ways_to_write(_held(parse, "parse", "recurse_indices")))
    for name in ("_current_globals", "_current_user_dict"):
        # `here` and `entered` look at them themselves.
        _held(thread_context, "thread_context", name)
    _put("parse", "recursive_add_classes", names_once.add_kinds_above)
    here.install(thread_context)
    _install_papers()
    _install_on_classes()


def _install_papers() -> None:
    """Put what makes papers in the place of LibreOffice and Pandoc."""
    from docassemble.base import util

    for module, names in conversions.REPLACED.items():
        for name in names:
            _put(module, name, conversions.refuse)
    _put("util", "get_pdf_paths", not_made.collecting(_held(util, "util", "get_pdf_paths")))
    for name in ("bold", "italic", "table_safe"):
        _put("util", name, holding_first(_held(util, "util", name)))
    for module in conversions.DRAFTED:
        _put(module, "MyPandoc", MarkdownPaper)
    for module in ("pandoc", "util"):
        _put(module, "can_convert_word_to_markdown", conversions.can)
    _put("util", "fix_word_processing", conversions.look_through)


def _device(user_agent: str) -> Any:
    from unbarred.engine.device import Device

    return Device()


_NOT_LOOKED_UP = (
    "This interview would look an address up on the web. It is not looked up here, and taken as not found."
)


def _telling(stock: Any) -> Any:
    """Let docassemble find nothing at an address, as it does without a service, and tell the person so."""

    def geocode(address: Any, *arguments: Any, **named: Any) -> Any:
        from docassemble.base.thread_context import get_globals

        notice = {"message": _NOT_LOOKED_UP, "priority": "info"}
        if notice not in get_globals().message_log:
            get_globals().message_log.append(notice)
        return stock(address, *arguments, **named)

    return geocode


def _watched(stock: Any) -> Any:
    """Let what an object holds that a server would keep for all sessions be written back after each step."""

    def init(shared: Any, *arguments: Any, **named: Any) -> None:
        stock(shared, *arguments, **named)
        stores.of_this_run().watch(shared)

    return init


def _interviews(**wanted: Any) -> Any:
    """Take the place of what asks for somebody's interviews only where she is signed in."""
    from docassemble.base.hooks import user_interviews

    return user_interviews(action=wanted.get("action"))


def _refusing(service: str) -> Any:
    def refuse(*arguments: object, **named: object) -> None:
        raise refused(service)

    return refuse


def _install_on_classes() -> None:
    from docassemble.base.parse import Question, TextObject
    from docassemble.base.util import Address, BackgroundAction, DAFile, DAFileCollection, DAGlobal, DAList

    TextObject.text = named_only.given_named(_held(TextObject, "parse.TextObject", "text"))
    Question.ask = asked_for_nobody.asking_once(_held(Question, "parse.Question", "ask"))
    stock = _held(Question, "parse.Question", "prepare_attachment")
    Question.prepare_attachment = conversions.preparing(stock)
    # One that is not its own: what it inherits is left alone.
    missing = _held(DAFileCollection, "util.DAFileCollection", "__getattr__")
    DAFileCollection.__getattr__ = not_made.missing(missing)
    # Before it can fail over a file that is no PDF.
    _held(DAFile, "util.DAFile", "bates_number")
    DAFile.bates_number = _refusing("programs")
    # A background action is done as soon as it is looked at: there is nothing to wait for.
    _held(BackgroundAction, "util.BackgroundAction", "initial_wait")
    BackgroundAction.initial_wait = lambda self: None
    _held(DAList, "util.DAList", "_reorder_buttons")
    DAList._reorder_buttons = own_actions.moving_buttons
    DAGlobal.init = _watched(_held(DAGlobal, "util.DAGlobal", "init"))
    Address.geocode = _telling(_held(Address, "util.Address", "geocode"))


def _put(module: str, name: str, value: Any) -> None:
    found = importlib.import_module(f"docassemble.base.{module}")
    _held(found, module, name)
    setattr(found, name, value)


def _held(owner: object, called: str, name: str) -> Any:
    if not hasattr(owner, name):
        raise ContentError(
            f"This release of docassemble.base has no {called}.{name}, of which unbarred takes the place.",
            "Install the release that unbarred's own lock names.",
        )
    return getattr(owner, name)
