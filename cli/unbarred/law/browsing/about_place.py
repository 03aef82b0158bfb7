"""The chapters that are about a place itself: its prisons, who helps, how time and days are counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from unbarred.law import files
from unbarred.law.browsing.chapters import Chapter, Said
from unbarred.law.browsing.headings import TOPICS
from unbarred.law.browsing.particulars import of_helper, of_prison


def about_place(root: Path, slug: str, topic: str) -> Iterator[Chapter]:
    """Yield the file `topic` about the place as one chapter; nothing if it is not such a file."""
    if topic == "facilities":
        yield _chapter(topic, _facilities(root, slug))
    elif topic == "help":
        yield _chapter(topic, _organisations(root, slug))
    elif topic == "sentence":
        time = files.time_rules(root, slug)
        said = (Said("", fact, slug) for fact in (time.facts() if time else ()))
        yield _chapter(topic, said, time.not_found if time else ())
    elif topic == "redaction":
        rules = files.redaction_rules(root, slug)
        facts = (Said("", fact, slug) for fact in (rules.facts() if rules else ()))
        yield _chapter(topic, facts, rules.not_found if rules else ())
    elif topic == "counting":
        own = files.own_counting_rules(root, slug)
        yield _chapter(topic, _counting_rules(root, slug), own.not_found if own else ())


def _chapter(topic: str, said: Iterator[Said], not_found: tuple[str, ...] = ()) -> Chapter:
    return Chapter(topic, TOPICS[topic], "yes", tuple(said), not_found=not_found)


def _facilities(root: Path, slug: str) -> Iterator[Said]:
    yield from (Said("", each.fact, slug, *of_prison(each)) for each in files.facilities(root, slug))


def _organisations(root: Path, slug: str) -> Iterator[Said]:
    for place in files.lineage(root, slug):
        for each in files.organisations(root, place):
            if place == slug or each.reaches_below:
                yield Said("", each.fact, place, *of_helper(each))


def _counting_rules(root: Path, slug: str) -> Iterator[Said]:
    """Yield every rule, with the nearest place that has it written in its own file."""
    rules = files.counting_rules(root, slug)
    for fact in rules.facts() if rules else ():
        for place in files.lineage(root, slug):
            own = files.own_counting_rules(root, place)
            if own and fact in own.facts():
                yield Said("", fact, place)
                break
