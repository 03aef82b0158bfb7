"""Every hook of docassemble is accounted for; what is refused says so, even where it is swallowed."""

from __future__ import annotations

import gc
import inspect
import warnings
from pathlib import Path
from typing import Any

import docx
import pytest

from unbarred.engine.boot import boot
from unbarred.engine.host import OFFERED, Host, NotOffered, table
from unbarred.engine.services import REFUSALS
from unbarred.engine.stand_ins import MissingLibrary


def installed_hooks() -> dict[str, tuple[str, ...]]:
    from docassemble.base import hookspecs

    hooks = {name: value for name, value in vars(hookspecs).items() if hasattr(value, "docassemble_spec")}
    return {name: tuple(inspect.signature(hook).parameters) for name, hook in hooks.items()}


def test_the_table_has_every_hook_of_the_installed_release_with_its_parameters() -> None:
    told = {}
    for signature in table.HOOKS:
        name, _, rest = signature.partition("(")
        told[name] = tuple(filter(None, rest.rstrip(")").split(", ")))
    hooks = installed_hooks()
    for name, added in table.ADDED_LATER.items():
        hooks[name] = tuple(each for each in hooks[name] if each not in added)
    assert told == hooks
    assert len(told) == 119


def test_every_hook_is_answered_by_the_part_the_table_names_or_refused() -> None:
    boot()
    from docassemble.base.plugin_manager import pm

    parts = {part.__name__: part for part in Host.__mro__}
    for name, answer in table.names().items():
        assert len(getattr(pm.hook, name).get_hookimpls()) == 1, name
        assert (answer in REFUSALS) or name in vars(parts[answer]), name
    assert frozenset(table.names()) - table.refused().keys() == OFFERED


@pytest.mark.parametrize("name", sorted(table.refused()))
def test_a_refused_hook_names_its_service_and_what_an_author_can_do(name: str) -> None:
    boot()
    from docassemble.base.plugin_manager import pm

    given = dict.fromkeys(installed_hooks()[name])
    with pytest.raises(NotOffered) as caught:
        getattr(pm.hook, name)(**given)
    assert caught.value.service == table.refused()[name]
    assert caught.value.message.startswith("This interview ")
    assert caught.value.hint.startswith("An author can ")


def test_a_refusal_surfaces_though_the_interview_swallows_it(start: Any) -> None:
    with pytest.raises(NotOffered, match="text messages") as caught:
        start(
            """
            mandatory: True
            code: |
              try:
                send_sms(to='5550100', body='Hello')
              except:
                pass
              initiate_sms_session('5550100')
            """
        )
    assert caught.value.service in ("text messages", "telephone")


@pytest.mark.parametrize(
    ("code", "service"),
    [
        ("send_email(to='a@example.com', subject='s', body='b')", "e-mail"),
        ("interview_email()", "e-mail"),
        ("create_session('docassemble.base:data/questions/examples/buttons.yml')", "other sessions"),
        ("create_user('a@example.com', 'secret')", "user accounts"),
        ("SimpleTextMachineLearner('group')", "machine learning"),
        ("DAGoogleAPI('api').project_id()", "Google"),
        ("DACloudStorage('cloud').bucket", "cloud storage"),
        ("DARedis('r').zadd('k', {})", "redis"),
        ("path_and_mimetype('https://example.com/a.pdf')", "web"),
        ("ocr_file(DAFile('f'))", "OCR"),
        ("send_fax('5550100', DAFile('f'))", "fax"),
        ("run_python_module('docassemble.base.test')", "programs"),
    ],
)
def test_what_needs_a_service_is_refused_by_its_name(start: Any, code: str, service: str) -> None:
    with pytest.raises(NotOffered) as caught:
        start(f"mandatory: True\ncode: |\n  from docassemble.base.util import *\n  {code}\n")
    assert caught.value.service == service


def test_an_address_is_not_looked_up_and_she_is_told(start: Any) -> None:
    run = start(
        """
        mandatory: True
        code: |
          home = Address('home', address='1 Main St', city='Albany', state='NY')
          told = [home.geocode(), home.was_geocoded_successfully(), home.geocode()]
        ---
        mandatory: True
        question: ${ told }
        """
    )
    assert run.screen.heading == "[False, False, False]"
    assert [
        notice.startswith("This interview would look an address up") for notice in run.screen.notices
    ] == [True]


@pytest.mark.parametrize(
    ("source", "service"),
    [
        ("manual code: |\n    {'pdf': pdf_concatenate(DAFileCollection('made'))}", "document conversion"),
        ("docx template file:\n    code: |\n      'https://example.com/letter.docx'", "web"),
    ],
)
def test_a_paper_that_needs_a_service_is_refused_by_its_name(start: Any, source: str, service: str) -> None:
    with pytest.raises(NotOffered) as caught:
        start(f"mandatory: True\nquestion: Over\nattachment:\n  name: Paper\n  {source}\n")
    assert caught.value.service == service


@pytest.mark.parametrize(
    ("said", "service"),
    [
        ("assemble_docx(letter, output_path=letter.path(), output_format='md')", "document conversion"),
        ("letter.convert_to('md')", "document conversion"),
        ("letter.bates_number(prefix='A')", "programs"),
    ],
)
def test_what_only_a_program_could_make_of_a_file_is_refused(
    start: Any, tmp_path: Path, said: str, service: str
) -> None:
    docx.Document().save(str(tmp_path / "letter.docx"))
    interview = f"""
        objects:
          - letter: DAFile
        ---
        mandatory: True
        code: |
          letter.initialize(filename='letter.docx')
          letter.copy_into('{tmp_path / "letter.docx"}')
          {said}
        """
    with warnings.catch_warnings():
        # docassemble leaves open what it would have read.
        warnings.simplefilter("ignore", ResourceWarning)
        with pytest.raises(NotOffered) as caught:
            start(interview)
        assert caught.value.service == service
        del caught
        gc.collect()


def test_a_missing_library_is_named_even_behind_a_bare_except(start: Any) -> None:
    with pytest.raises(MissingLibrary, match="geopy"):
        start(
            """
            mandatory: True
            code: |
              from docassemble.base import geocode
              try:
                geocode.GoogleV3()
              except Exception:
                pass
              ended
            ---
            event: ended
            question: Over
            buttons:
              - Exit: exit
            """
        )


def test_a_library_that_docassemble_would_import_late_is_named(start: Any) -> None:
    with pytest.raises(MissingLibrary, match="pandas"):
        start("mandatory: True\ncode: |\n  try:\n    import pandas\n  except ImportError:\n    pass\n")


def test_a_package_is_as_whole_as_on_a_server(start: Any) -> None:
    run = start(
        """
        imports:
          - PIL
        ---
        mandatory: True
        code: |
          told = [PIL.Image.new('RGB', (3, 2)).size, hasattr(PIL, 'nothing')]
        ---
        mandatory: True
        question: ${ told }
        """
    )
    assert run.screen.heading == "[(3, 2), False]"


def test_a_present_library_comes_in_on_first_use(start: Any) -> None:
    run = start(
        "mandatory: True\nquestion: ${ nice_number(3) } and ${ ordinal(2) }, ${ noun_plural('child') }\n"
    )
    assert run.screen.heading == "three and third, children"
