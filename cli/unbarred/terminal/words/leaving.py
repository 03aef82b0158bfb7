"""What is said at the end: that all is saved, and what the packet holds."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _, _n


def saved(command: str) -> str:
    return _("Saved. To go on another day, type: {command}").format(command=command)


def use_again(command: str) -> str:
    return _("To use these answers again, type: {command}").format(command=command)


def ends_here() -> str:
    return _("The interview ends here.")


def packet_ready(papers: int, pages: int | None, folder: str) -> str:
    counted = _n("{count} paper", "{count} papers", papers).format(count=papers)
    if pages is not None:
        counted += ", " + page_count(pages)
    return _("Your packet is ready: {counted}, in {folder}/").format(
        counted=counted, folder=folder.rstrip("/")
    )


def page_count(count: int) -> str:
    return _n("{count} page", "{count} pages", count).format(count=count)


def filed(pdf: str, pages: int) -> str:
    return _("All that is filed stands in order in {pdf}: {counted}.").format(
        pdf=pdf, counted=page_count(pages)
    )


def by_hand(count: int) -> str:
    return _n(
        "Still to complete by hand: {count} place.", "Still to complete by hand: {count} places.", count
    ).format(count=count)


def to_check(count: int) -> str:
    return _n(
        "Check before filing: {count} point (marked in the next steps).",
        "Check before filing: {count} points (marked in the next steps).",
        count,
    ).format(count=count)


def next_steps() -> str:
    return _("Next:")


def sign() -> str:
    return _("Sign and date each paper that has a line for it.")


def send(office: str) -> str:
    return _("Send them to the {office}; the next steps say where and how.").format(office=office)


def open_first(filename: str) -> str:
    return _("Open “{filename}” first.").format(filename=filename)
