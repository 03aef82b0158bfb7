"""What stands below a fact on a page for people: where it stands, where it was read, how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from unbarred.law.facts import Fact

OFFERED = {
    "no": "The law here does not offer this. Why, and what there is instead, stands below.",
    "limited": "The law here offers this only to some people, or only in part. Which, stands below.",
    "unclear": "Whether the law here offers this to somebody in prison is not clear to us.",
}
"""What a page says of a remedy that is not simply there, by `RemedyPart.offered`."""

OFFERED_SHORT = {"no": "not offered here", "limited": "limited here", "unclear": "not clear"}
"""The same in a list."""

SOURCES = {
    "official": "a page of the body that made the rule or runs the office",
    "reprint": "the text of the rule on somebody else's page",
    "secondary": "somebody else's page about it",
}
"""What each kind of source is. What is from memory says so with the fact."""


def where_it_stands(fact: Fact) -> str:
    """Return its citations, the days it holds, where it was read and when: one line for people."""
    return f"{'. '.join(_parts(fact))}."


def warning(fact: Fact) -> str:
    """Return what must be done before anybody relies on the fact; empty if nothing."""
    if fact.confidence == "recalled":
        return "Check before filing: this is from memory, no page was found that says so."
    if fact.verify_first:
        return "Check before filing: it was read only on an old, secondary or copied page."
    return ""


def links(fact: Fact) -> tuple[str, ...]:
    """Return the links of its citations and of the pages on which it was read, none twice."""
    named = [each.href for each in (fact.cite, *fact.also) if each]
    read = [each.href for each in (fact.source, *fact.also_read)]
    return tuple(dict.fromkeys(link for link in (*named, *read) if link))


def kinds_used(facts: Iterable[Fact]) -> list[str]:
    """Return a sentence for each kind of source that the facts rest on, in the order of `SOURCES`."""
    used = {source.kind for fact in facts for source in (fact.source, *fact.also_read)}
    return [f"{kind}: {words}." for kind, words in SOURCES.items() if kind in used]


def _parts(fact: Fact) -> Iterator[str]:
    cites = [f"{each}{' (from memory)' if each.recalled else ''}" for each in (fact.cite, *fact.also) if each]
    if cites:
        yield "; ".join(cites)
    if fact.since:
        yield f"Holds since {fact.day(fact.since)}"
    if fact.until:
        yield f"Holds until {fact.day(fact.until)}"
    read = [f"{each} ({each.kind})" for each in (fact.source, *fact.also_read) if each.kind != "memory"]
    if read:
        yield f"Read on: {'; '.join(read)}"
    if fact.review:
        yield f"To be checked again by {fact.day(fact.review)}"
    yield f"Checked {fact.day(fact.checked)}"
