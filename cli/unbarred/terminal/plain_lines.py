"""What the plain face writes for a view, as lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from unbarred.terminal.helping import terms_used
from unbarred.terminal.prose import Block, Table, bare, blocks, literal, set_lines
from unbarred.terminal.view import Entry, Group, Line, Option, Pick, Row, View, Writing
from unbarred.terminal.words import prompts, writing
from unbarred.terminal.words.labels import after_label


def page_lines(view: View, width: int) -> list[str]:
    """Return where she is, the heading, the text and the answers listed."""
    page = view.page
    header = ". ".join(part for part in (page.section, _capital(page.place)) if part)
    parts: list[Block | Table] = [literal(f"{header}.")] if header else []
    for text in (*page.notices, page.heading, page.text):
        parts += blocks(text, page.terms)
    for group in view.groups:
        parts += _group(group)
    return _plain(parts, width)


def question_lines(view: View, width: int) -> list[str]:
    """Return what belongs to the thing asked now, up to the prompt."""
    terms = view.page.terms
    parts = [block for text in view.lead for block in blocks(text, terms)]
    if isinstance(view.entry, Pick):
        options = [_option(option) for option in view.entry.listed]
        parts += [Block(each.text, each.mark, follows=bool(place)) for place, each in enumerate(options)]
    if isinstance(view.entry, Writing):
        parts.append(literal(writing.prompt_writing_plain()))
    return _plain(parts, width)


def aids(view: View, width: int) -> list[str]:
    """Return the hard words of the view and the keys."""
    used = terms_used(view.page.terms, _texts(view))
    parts = [literal(prompts.words_plain(", ".join(used)))] if used else []
    parts.append(literal(keys(view), follows=bool(used)))
    return _plain(parts, width)


def keys(view: View) -> str:
    """Return the key line in words."""
    first = writing.key_done_writing_plain() if isinstance(view.entry, Writing) else prompts.key_go_on()
    commands = prompts.command_keys(has_actions=view.page.has_actions)
    return prompts.keys_plain(first, ", ".join(f"{sign} {meaning}" for sign, meaning in commands))


def kept(entry: Entry) -> str:
    """Return what Enter alone keeps, or `""`."""
    if isinstance(entry, Line) and entry.is_path:
        return Path(entry.prefill).name
    if isinstance(entry, Line):
        return prompts.typed_not_shown() if entry.is_secret and entry.prefill else entry.prefill
    if isinstance(entry, Pick):
        labels = [bare(option.label) for option in entry.options if option.number in entry.chosen]
        return ", ".join(labels)
    return ""


def wrapped(text: str, width: int) -> list[str]:
    """Return plain text broken into lines."""
    return _plain([literal(text)], width)


def _option(option: Option) -> Block:
    label = bare(option.label)
    return literal(f"{label}: {bare(option.help)}" if option.help else label, f"{option.number}. ")


def _group(group: Group) -> Iterator[Block]:
    if group.title:
        yield literal(f"{group.title}:")
    for row in group.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[Block]:
    mark = f"{row.number}. "
    labels = [bare(each.label) for each in row.said]
    answers = [
        f"{label}{after_label(label)}{each.answer}" for label, each in zip(labels, row.said, strict=True)
    ]
    if len(answers) == 1 and not row.said[0].label:
        yield literal(f"{row.title}{after_label(row.title)}{answers[0]}", mark)
        return
    yield literal(row.title, mark)
    for answer in answers:
        yield literal(answer, " " * len(mark), follows=True)


def _texts(view: View) -> Sequence[str]:
    options = view.entry.options if isinstance(view.entry, Pick) else ()
    of_options = [text for option in options for text in (option.label, option.help)]
    return [*view.page.notices, view.page.heading, view.page.text, *view.lead, *of_options]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plain(parts: Sequence[Block | Table], width: int) -> list[str]:
    return [line.plain.rstrip() for line in set_lines(parts, width, in_columns=False)]
