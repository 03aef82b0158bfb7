"""`unbarred law PLACE [TOPIC]`: the law of a place as a page to read."""

from __future__ import annotations

import typer

from unbarred.commands import completing


def _topics(context: typer.Context, incomplete: str) -> list[str]:
    """Return the topics of the place that begin so, for the Tab key."""
    from unbarred import content
    from unbarred.law import index

    root, place = content.jurisdictions(), str(context.params.get("place") or "")
    about = [name for name in index.NOT_TOPICS - {"place"} if (root / place / f"{name}.yml").is_file()]
    return sorted(name for name in (*index.topics(root, place), *about) if name.startswith(incomplete))


def show(
    context: typer.Context,
    place: str = typer.Argument(
        ..., autocompletion=completing.places, metavar="PLACE", help="The place, such as us-ny."
    ),
    topic: str = typer.Argument(
        "",
        autocompletion=_topics,
        metavar="[TOPIC]",
        help="A topic or remedy, such as clemency or commutation; all if not given.",
    ),
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="The law as of this day; today if not given."
    ),
    with_links: bool = typer.Option(False, "--links", help="Print the link of every page."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON for other programs."),
) -> None:
    """Show the law of a place, by topic.

    Example:  unbarred law us-ny clemency
    """
    from unbarred import content
    from unbarred.commands import days
    from unbarred.errors import UsageError
    from unbarred.law.browsing.finding import find, find_place

    root = content.jurisdictions()
    group = context.parent.command if context.parent else None
    where = find_place(root, place, getattr(group, "commands", {}))
    day = days.given_or_today(as_of)
    if not topic:
        from unbarred.commands.law import overview

        if as_of:
            raise UsageError(
                "--as-of needs a topic.", f"Give one: unbarred law {where.slug} TOPIC --as-of {as_of}"
            )
        overview.show(root, where, as_json=as_json)
        return
    asked = find(root, where, topic)

    from unbarred.commands.law import page, page_data, printing
    from unbarred.law.browsing.topic_page import topic_page

    found = topic_page(root, where, asked, day)
    if as_json:
        printing.as_json(page_data.as_plain(found))
    else:
        page.show(found, on_a_given_day=as_of is not None, with_links=with_links)
