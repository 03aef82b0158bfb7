"""The page `docs/law-coverage.md`: what the law data covers, and what it does not.

It is made from the data; a test fails when it is stale. Write it anew with:
`python -m unbarred.law.browsing.coverage_page`
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from unbarred import content
from unbarred.law import files, index, topics
from unbarred.law.browsing.coverage import Count, coverage, together
from unbarred.law.browsing.headings import TOPICS
from unbarred.law.words import counted

PAGE = Path("docs") / "law-coverage.md"

_HEAD = """\
# What the law data covers, and what it does not

This page is made from `jurisdictions/`. Do not write in it; make it anew with
`python -m unbarred.law.browsing.coverage_page`.

## How to read it

A **fact** is one thing that the law or an office says. It is **confirmed** if a page was read that says so,
and **recalled** if no page was found. Some confirmed facts were read only on an old, secondary or copied
page. Both those and the recalled ones are **to check** before anybody files a paper that rests on them.

A cell such as `12/9` says that 12 facts are held on the topic, and that 9 of them are confirmed. An empty
cell says that we hold nothing of the place's own. That does not mean that there is no law. The law of a
country that also holds in its states is counted once, with the country. **Oldest** is the day on which the
fact was checked that nobody has checked for longest.

To read the facts themselves: `unbarred law PLACE TOPIC`. What is to be checked again: `unbarred law stale`.
How to add what is missing: [jurisdictions/README.md](../jurisdictions/README.md).
"""


def page(root: Path) -> str:
    """Return the text of the page about the law data below `root`."""
    found = coverage(root)
    names = {slug: files.place(root, slug).name for slug in index.slugs(root)}
    parts = [_HEAD, *_summary(found), *_by_topic(found), *_by_place(found, names), *_not_found(root, names)]
    return "\n".join(parts).rstrip() + "\n"


def write(root: Path, path: Path) -> None:
    """Write the page."""
    path.write_text(page(root), encoding="utf-8")


_Found = dict[str, dict[str, Count]]


def _summary(found: _Found) -> Iterator[str]:
    every = together(each for by_topic in found.values() for each in by_topic.values())
    yield (
        f"**{every.facts:,} facts in {len(found)} places**: {every.confirmed:,} confirmed, "
        f"{every.facts - every.confirmed:,} recalled; {every.to_check:,} to check before filing. "
        f"Checked longest ago: {every.oldest}.\n"
    )


def _by_topic(found: _Found) -> Iterator[str]:
    yield "## By topic\n"
    yield "| topic | | places | facts | confirmed | to check | oldest |"
    yield "|---|---|--:|--:|--:|--:|---|"
    for topic in _topics(found):
        counts = [by_topic[topic] for by_topic in found.values() if topic in by_topic]
        whole = together(counts)
        yield (
            f"| `{topic}` | {TOPICS.get(topic, topic.capitalize())} | {len(counts)} | {whole.facts:,} "
            f"| {whole.confirmed:,} | {whole.to_check:,} | {whole.oldest} |"
        )
    yield ""


def _by_place(found: _Found, names: dict[str, str]) -> Iterator[str]:
    names_of_topics = _topics(found)
    yield "## By place and topic\n"
    yield f"| place | | {' | '.join(names_of_topics)} | all | to check | oldest |"
    yield f"|---|---|{'--:|' * (len(names_of_topics) + 2)}---|"
    for slug, by_topic in found.items():
        whole = together(by_topic.values())
        cells = " | ".join(_cell(by_topic.get(topic)) for topic in names_of_topics)
        yield f"| `{slug}` | {names[slug]} | {cells} | {_cell(whole)} | {whole.to_check} | {whole.oldest} |"
    yield ""


def _topics(found: _Found) -> list[str]:
    return sorted({topic for by_topic in found.values() for topic in by_topic})


def _cell(count: Count | None) -> str:
    return f"{count.facts:,}/{count.confirmed:,}" if count else ""


def _not_found(root: Path, names: dict[str, str]) -> Iterator[str]:
    yield "## Looked for and not found\n"
    yield "What somebody has searched for, so that the next one knows where to begin, or whom to ask.\n"
    for slug, name in names.items():
        gaps = {topic: lines for topic in _files(root, slug) if (lines := _missing(root, slug, topic))}
        number = sum(map(len, gaps.values()))
        if number:
            yield f"<details><summary>{name} (<code>{slug}</code>): {counted(number, 'gap')}</summary>\n"
            for topic, lines in gaps.items():
                yield from (f"- `{topic}` {line}" for line in lines)
            yield "\n</details>\n"


def _files(root: Path, slug: str) -> list[str]:
    return [*index.topics(root, slug), "counting", "redaction", "sentence"]


def _missing(root: Path, slug: str, topic: str) -> list[str]:
    """Return what was not found on the topic, each thing once."""
    if topic == "counting":
        counting = files.own_counting_rules(root, slug)
        said = counting.not_found if counting else ()
    elif topic == "sentence":
        time = files.time_rules(root, slug)
        said = time.not_found if time else ()
    elif topic == "redaction":
        public = files.redaction_rules(root, slug)
        said = public.not_found if public else ()
    else:
        file = topics.topic_file(root, slug, topic)
        parts = (file.general, *file.remedies.values()) if file else ()
        said = tuple(line for part in parts for line in part.not_found)
    return list(dict.fromkeys(_as_text(line) for line in said))


def _as_text(line: str) -> str:
    """Return `line` so that nothing in it is taken for a tag."""
    return " ".join(line.split()).replace("<", "&lt;")


if __name__ == "__main__":
    write(content.jurisdictions(), content.root() / PAGE)
