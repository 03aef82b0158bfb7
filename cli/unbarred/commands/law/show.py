"""`unbarred law PLACE [TOPIC]`: the law of a place as a page to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from unbarred.commands import completing

if TYPE_CHECKING:
    from unbarred.law.browsing.topic_page import Chapter, Said, TopicPage
    from unbarred.law.jurisdictions import Place


def show(
    place: str = typer.Argument(
        ..., autocompletion=completing.places, metavar="PLACE", help="The place, such as us-ny."
    ),
    topic: str = typer.Argument(
        "", metavar="[TOPIC]", help="A topic or remedy, such as clemency or commutation; all if not given."
    ),
    as_of: str | None = typer.Option(None, "--as-of", metavar="DAY", help="The law as of this day."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON for other programs."),
) -> None:
    """Show the law of a place, or what it says on a topic, each fact with its source.

    Example:  unbarred law us-ny clemency
    """
    from unbarred import content, law
    from unbarred.commands import days
    from unbarred.law.browsing.finding import find
    from unbarred.law.browsing.topic_page import topic_page

    where = law.place(place)
    root = content.jurisdictions()
    if not topic:
        _place(root, where, as_json=as_json)
        return
    page = topic_page(root, where, find(root, where, topic), days.given_or_today(as_of))
    if as_json:
        _as_json(page)
    else:
        _print(page)


def _place(root: Path, where: Place, *, as_json: bool) -> None:
    from unbarred.commands.law import printing
    from unbarred.law import topics
    from unbarred.law.browsing import coverage
    from unbarred.law.browsing.headings import TOPICS
    from unbarred.law.browsing.holdings import holdings

    by_topic: dict[str, list[Any]] = {}
    for each in holdings(root, where.slug):
        by_topic.setdefault(each.topic, []).append(each)
    names = topics.remedy_names(root, where.slug)
    titles = {name: text.title for name in names if (text := topics.remedy(root, where.slug, name))}
    if as_json:
        counts = {topic: coverage.count(held) for topic, held in sorted(by_topic.items())}
        data = {
            "place": printing.as_data(where),
            "remedies": titles,
            "topics": {
                topic: {"facts": each.facts, "confirmed": each.confirmed, "oldest": each.oldest.isoformat()}
                for topic, each in counts.items()
            },
        }
        printing.as_json(data)
        return
    typer.echo(f"{where.name} ({where.slug})\n")
    for topic in sorted({*by_topic, *(name.partition("/")[0] for name in names)}):
        held = by_topic.get(topic, [])
        counted = coverage.count(held) if held else None
        sure = f"{counted.facts} facts, {counted.confirmed} confirmed" if counted else "as above the place"
        typer.echo(f"  {TOPICS.get(topic, topic)}: {sure}   (unbarred law {where.slug} {topic})")
        for name, title in titles.items():
            if name.partition("/")[0] == topic:
                typer.echo(f"      {name.partition('/')[2]}: {title}")


def _print(page: TopicPage) -> None:
    from unbarred.commands.law import printing
    from unbarred.law.words import day_words

    printing.paragraph(f"{page.title}, as of {day_words(page.as_of, page.place.days)}")
    printing.paragraph("This tells what the rules say. It is not advice from a lawyer.")
    for chapter in page.chapters:
        _chapter(page, chapter)


def _chapter(page: TopicPage, chapter: Chapter) -> None:
    from unbarred.commands.law import printing

    typer.echo("")
    typer.echo(chapter.title.upper())
    for heading, said in chapter.by_section():
        if heading:
            typer.echo(f"\n  {heading}")
        for each in said:
            _fact(page, each)
        if heading == "Where the papers go" and chapter.office:
            for line in (chapter.office.name, *chapter.office.lines, chapter.office.email):
                if line:
                    typer.echo(f"      {line}")
    if chapter.not_found:
        typer.echo("\n  Looked for and not found")
        for missing in chapter.not_found:
            printing.paragraph(missing, 4, "- ")


def _fact(page: TopicPage, said: Said) -> None:
    from unbarred.commands.law import printing

    fact = said.fact
    typer.echo("")
    if said.about:
        typer.echo(f"    {said.about}")
        for line in said.more:
            printing.paragraph(line, 6)
    printing.paragraph(fact.says, 4)
    for more in (fact.means, fact.caveat):
        if more:
            printing.paragraph(more, 4)
    for unless in fact.unless:
        printing.paragraph(unless, 4, "Not if: ")
    if fact.hand_in:
        paper = fact.hand_in
        printing.paragraph(f"{paper.what}{f' To: {paper.to}.' if paper.to else ''}", 4, "Hand in: ")
        for part in paper.contents:
            printing.paragraph(part, 6, "- ")
    if said.place != page.place.slug:
        printing.paragraph(f"This is law of {said.place}, and holds here too.", 6)
    printing.paragraph(printing.where_it_stands(fact), 6)
    if warning := printing.warning(fact):
        printing.paragraph(warning, 6, "! ")


def _as_json(page: TopicPage) -> None:
    from unbarred.commands.law import printing

    data = {
        "place": page.place.slug,
        "name": page.place.name,
        "topic": page.topic,
        "as_of": page.as_of.isoformat(),
        "chapters": [_chapter_data(chapter) for chapter in page.chapters],
    }
    printing.as_json(data)


def _chapter_data(chapter: Chapter) -> dict[str, Any]:
    from unbarred.commands.law import printing

    return {
        "key": chapter.key,
        "title": chapter.title,
        "offered": chapter.offered,
        "addressee": chapter.addressee and printing.as_data(chapter.addressee),
        "office": chapter.office and printing.as_data(chapter.office),
        "requests": [printing.as_data(each) for each in chapter.requests],
        "facts": [
            {
                "section": each.section or None,
                "place": each.place,
                **({"about": each.about, "more": list(each.more)} if each.about else {}),
                **printing.as_data(each.fact),
            }
            for each in chapter.said
        ],
        "not_found": list(chapter.not_found),
    }
