"""Lets docassemble's attachment blocks be rendered by `unbarred.documents`.

docassemble makes a DOCX attachment through the name `DocxTemplate` in its
module `parse`. `TemplateAdapter` takes that name: the same calls, our renderer.
What is asked at parse time (which variables a template names) still goes to
the stock class.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from markupsafe import Markup

from unbarred.engine import files
from unbarred.errors import ContentError

STILL_TO_COMPLETE = "still_to_complete"
"""The variable in which a template finds what is left blank in the papers made before it."""


_OWN_XML = frozenset(
    """CustomInlineImage DAFile DAFileCollection DAFileList DALazyTemplate DALink DAStaticFile Document
    InlineImage Listing RichText Subdoc""".split()
)
"""docassemble's and docxtpl's classes whose text is WordprocessingML already."""


def _passed(value: Any) -> Any:
    """Take the place of docassemble's escaping filter: our renderer escapes, whatever the answer holds."""
    if type(value).__name__ not in _OWN_XML:
        return value
    # What says nothing (a signature that is left for later) is a line to fill in.
    return Markup(value) if str(value) else ""  # noqa: S704


_MAKING_XML = ("inline_markdown", "markdown")
"""docassemble's filters that turn Markdown into WordprocessingML, and escape the words in it themselves."""


def _as_xml(stock: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda text: Markup(stock(text))  # noqa: S704


def _let_us_escape(environment: Any) -> None:
    """Put ours in the place of the filters of docassemble's that escape; once, for it comes again."""
    filters = environment.filters
    if filters["ampersand_filter"] is not _passed:
        filters |= {name: _as_xml(filters[name]) for name in _MAKING_XML} | {"ampersand_filter": _passed}


_path = lru_cache(maxsize=256)(Path)
"""The same path for the same template: what is found out about it is kept with it."""


class TemplateAdapter:
    """What docassemble takes for a `docxtpl.DocxTemplate`."""

    current_rendering_part: object = None
    da_hyperlink_style: str | None = None

    def __init__(self, path: str) -> None:
        self._path = _path(path)
        self._content = b""
        self._blanks: tuple[str, ...] = ()
        self._stock: Any = None
        self._part = _RenderingPart()

    def render_init(self) -> None:
        """Nothing to prepare: the renderer keeps compiled templates itself."""

    def render(self, context: dict[str, Any], jinja_env: Any, autoescape: bool = False) -> None:
        """Fill the template; an undefined variable raises docassemble's own error, which asks for it."""
        from docassemble.base.thread_context import this_thread

        from unbarred.documents import UndefinedAnswer, render

        _let_us_escape(jinja_env)
        self._part.begin()
        given = {**context, STILL_TO_COMPLETE: files.of_this_run().blanks()}
        try:
            rendered = render(self._path, given, environment=jinja_env)
        except UndefinedAnswer as error:
            # docassemble's own error makes it look for the question that gives the variable.
            raise error.__cause__ or error from None
        title = this_thread.misc["attachment_info"]["name"]
        self._content = self._part.insertions.into(rendered.content, self._path.name)
        self._blanks = tuple(f"{title}: {blank.label} ({blank.number})" for blank in rendered.blanks)

    def save(self, path: str) -> None:
        """Hand the paper over in memory; `path` is only its name."""
        files.of_this_run().hand_over(path, files.KeptFile(self._content, self._blanks, self._path))

    def build_url_id(self, url: str) -> str:
        """Return the identifier by which rich text refers to `url`."""
        return self._part.relate_to(url)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._stock is None:
            from docxtpl import DocxTemplate

            self._stock = DocxTemplate(str(self._path))
            self._stock.render_init()
        return getattr(self._stock, name)

    @property
    def docx(self) -> Any:
        """The parts of a package that docassemble looks at: no hyperlink style, any part."""
        return _PackageView(self._part)


class _PackageView:
    styles: frozenset[str] = frozenset()

    def __init__(self, part: _RenderingPart) -> None:
        self._part = part


class _RenderingPart:
    """What docassemble's pictures and links take for the part of the package that is being filled."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget what an earlier filling brought in."""
        from unbarred.documents import Insertions

        self.insertions = Insertions()

    def relate_to(self, target: str, reltype: str = "", is_external: bool = True) -> str:
        """Return the identifier of a link."""
        return self.insertions.link(target)

    def new_pic_inline(self, descriptor: Any, width: Any = None, height: Any = None) -> SimpleNamespace:
        """Return what has the drawing of a picture as its `xml`."""
        return SimpleNamespace(xml=self.insertions.picture(Path(descriptor), width, height))


def install(parse: ModuleType) -> None:
    """Put the adapter in docassemble's place for `docxtpl.DocxTemplate`.

    Raises `ContentError` if the installed release of docassemble has no such places.
    """
    for name in ("DocxTemplate", "fix_docx"):
        if not hasattr(parse, name):
            raise ContentError(
                f"This release of docassemble.base has no parse.{name}, through which unbarred makes papers.",
                "Install the release that unbarred's own lock names.",
            )
    parse.DocxTemplate = TemplateAdapter  # type: ignore[attr-defined]
    # Repairs a package that docxcompose left odd; ours is whole, and not on disk.
    parse.fix_docx = lambda path: None  # type: ignore[attr-defined]
