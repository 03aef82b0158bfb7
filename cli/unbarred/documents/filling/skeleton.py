"""One part of a template as Jinja source: its own XML with the tags in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from types import CodeType

from jinja2 import Environment, Template, TemplateSyntaxError, nodes

from unbarred.documents.errors import TemplateFault
from unbarred.documents.filling.balance import check_balance
from unbarred.documents.filling.code import parse
from unbarred.documents.filling.marks import TAG, TAG_END, TAG_PLACE
from unbarred.documents.filling.mending import has_numbers
from unbarred.documents.filling.places import Place
from unbarred.documents.filling.tags import Tag
from unbarred.errors import Where

_LINE_START = re.compile(rf"<w:p(?=[ >])|(?<=[>{TAG_END}])(?={TAG})")


@dataclass(frozen=True)
class Skeleton:
    """A part's name, its source with a paragraph a line, its tags in order, and the tags of each line."""

    name: str
    source: str
    tags: tuple[Tag, ...]
    lines: tuple[int, ...]
    """For each line of the source the number, in `tags`, of the last tag up to its end."""
    needs_mending: bool
    """Whether a loop or a condition can leave behind what Word refuses."""
    repeats_rows: bool
    """Whether a table of it grows with the answers."""
    may_vanish: bool
    """Whether paragraphs of it vanish if nothing is printed in them."""
    codes: dict[object, CodeType] = field(default_factory=dict)

    @cached_property
    def has_numbers(self) -> bool:
        """Whether anything in it has a number of its own, which an answer of several paragraphs repeats."""
        return has_numbers(self.source)

    @classmethod
    def of(
        cls,
        name: str,
        xml: str,
        tags: Sequence[Tag],
        *,
        needs_mending: bool,
        repeats_rows: bool,
        may_vanish: bool,
    ) -> Skeleton:
        """Return the skeleton of a part whose `xml` has the numbered places of `tags`."""
        # One paragraph a line: a line number in Jinja's words is a paragraph in the lawyer's.
        pieces, lines, ordered = [], [], []
        for line in _LINE_START.sub(r"\n\g<0>", xml.replace("\n", " ")).split("\n"):
            numbers = [int(number) for number in TAG_PLACE.findall(line)]
            ordered += [tags[number] for number in numbers]
            pieces.append(TAG_PLACE.sub(lambda place: tags[int(place.group(1))].source, line))
            lines.append(len(ordered) - 1)
        source = "\n".join(pieces)
        return cls(name, source, tuple(ordered), tuple(lines), needs_mending, repeats_rows, may_vanish)

    def template(self, environment: Environment, template: str) -> Template:
        """Return the compiled part for `environment`, which must be a filling environment."""
        # Engines make an environment for every document; what the code depends on is its kind.
        kind = (type(environment), *environment.extensions, *environment.filters, *environment.tests)
        code = self.codes.get(kind)
        if code is None:
            tree = self.tree(environment, template)
            with self._faults_named(template):
                code = environment.compile(tree, template, template)
            self.codes[kind] = code
        return Template.from_code(environment, code, environment.make_globals(None))

    def tree(self, environment: Environment, template: str) -> nodes.Template:
        """Return the part's syntax tree; raises `TemplateFault` where the Jinja is wrong or crosses rows."""
        with self._faults_named(template):
            tree = parse(environment, self.source, template, [tag.spot for tag in self.tags if tag.prints])
        crossing = check_balance(tree)
        if crossing:
            tag = self.tag(crossing.line)
            message = f"{crossing.message}: “{tag.words}”, in {tag.place}."
            raise TemplateFault(message, crossing.hint, Where(template))
        return tree

    @contextmanager
    def _faults_named(self, template: str) -> Iterator[None]:
        try:
            yield
        except TemplateSyntaxError as fault:
            tag = self.tag(fault.lineno)
            words = f"{(fault.message or '').rstrip('.')}, in the paragraph “{tag.words}” in {tag.place}."
            raise TemplateFault(words, where=Where(template)) from fault
        except SyntaxError as fault:
            # Python's own limit, as each of them is one of its blocks.
            message = "Too many conditions and loops stand in one another."
            raise TemplateFault(message, "Join some of them with and.", Where(template)) from fault

    def tag(self, line: int) -> Tag:
        """Return the last tag up to the end of a line of the source; all of a line are of one paragraph."""
        number = self.lines[min(line, len(self.lines)) - 1]
        return self.tags[max(number, 0)]

    @property
    def place(self) -> Place:
        """Where its first tag stands."""
        return self.tags[0].place
