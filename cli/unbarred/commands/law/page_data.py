"""A page of law for other programs."""

from __future__ import annotations

from typing import Any

from unbarred.commands.law.printing import as_data
from unbarred.law.browsing.chapters import Chapter, Said
from unbarred.law.browsing.time_limits import own_counting, time_limit
from unbarred.law.browsing.topic_page import TopicPage
from unbarred.law.deadlines import Deadline


def as_plain(page: TopicPage) -> dict[str, Any]:
    """Return the page as data that JSON can hold."""
    return {
        "place": page.place.slug,
        "name": page.place.name,
        "topic": page.topic,
        "as_of": page.as_of.isoformat(),
        "chapters": [_chapter(chapter) for chapter in page.chapters],
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    parts = {
        "addressee": chapter.addressee,
        "office": chapter.office,
        "official_form": chapter.official_form,
        "verification": chapter.verification,
    }
    return {
        "key": chapter.key,
        "title": chapter.title,
        "offered": chapter.offered,
        **{name: part and as_data(part) for name, part in parts.items()},
        "requests": [as_data(each) for each in chapter.requests],
        "facts": [_said(each) for each in chapter.said],
        "not_in_force": [_said(each) for each in chapter.not_in_force],
        "not_found": list(chapter.not_found),
    }


def _said(said: Said) -> dict[str, Any]:
    fact = said.fact
    limit = [time_limit(fact), *own_counting(fact)] if isinstance(fact, Deadline) else []
    return {
        "section": said.section or None,
        "place": said.place,
        **({"about": said.about, "more": list(said.more)} if said.about else {}),
        **({"time_limit": limit} if limit else {}),
        **as_data(fact),
    }
