"""What `?` shows: help with the question, the hard words, the keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from unbarred.screens import Field, FieldKind, Screen
from unbarred.terminal.view import Page
from unbarred.terminal.words import guidance

TERM = re.compile(r"\{([^{}\n]+)\}")


def help_page(page: Page, screen: Screen | None = None, field: Field | None = None) -> Page:
    """Return the help for `field` of `screen`; without them, for the keys alone."""
    parts: list[str] = []
    if screen is not None:
        parts += _question(screen, field)
        parts += _terms(screen)
    parts += [
        f"### {guidance.help_keys()}",
        guidance.help_keys_text(has_actions=page.has_actions),
        guidance.help_arrows(),
    ]
    return Page(
        guidance.help_heading(),
        "\n\n".join(parts),
        page.section,
        page.place,
        has_actions=page.has_actions,
    )


def terms_used(terms: Mapping[str, str], texts: Iterable[str]) -> tuple[str, ...]:
    """Return the terms marked in `texts` that have an explanation, in the order they come."""
    marked = (match[1] for text in texts for match in TERM.finditer(text))
    return tuple(dict.fromkeys(term for term in marked if term.casefold() in terms))


def _question(screen: Screen, field: Field | None) -> list[str]:
    texts = list(screen.help)
    if field is not None:
        texts += [field.help]
        texts += [f"- **{choice.label}**: {choice.help}" for choice in field.choices if choice.help]
        if field.kind in (FieldKind.FILES, FieldKind.SIGNATURE):
            texts += [guidance.help_paths()]
        if field.kind is FieldKind.AREA:
            # While she writes, a long question may not be all in sight.
            texts = [screen.text, field.label, *texts]
    texts = [text for text in texts if text]
    return [f"### {guidance.help_question()}", *texts] if texts else []


def _terms(screen: Screen) -> list[str]:
    used = terms_used(screen.terms, _texts(screen))
    if not used:
        return []
    lines = [f"- **{term}**: {screen.terms[term.casefold()]}" for term in used]
    return [f"### {guidance.help_terms()}", "\n".join(lines)]


def _texts(screen: Screen) -> Iterable[str]:
    yield from (screen.heading, screen.text)
    for field in screen.fields:
        yield from (field.label, field.help)
        for choice in field.choices:
            yield from (choice.label, choice.help)
    yield from (screen.under, *screen.help)
