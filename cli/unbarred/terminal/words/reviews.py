"""Looking through the answers and changing them."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _, _n


def review_heading() -> str:
    return _("Your answers")


def review_text() -> str:
    return _("Look through them. Any of them can be changed.")


def review_empty() -> str:
    return _("Nothing has been answered yet.")


def elsewhere() -> str:
    return _("Other answers")


def left_for_later() -> str:
    return _("LEFT FOR LATER")


def all_answered() -> str:
    return _("Nothing is left for later.")


def some_later(count: int, numbers: str) -> str:
    return _n(
        "{count} answer is left for later: number {numbers}.",
        "{count} answers are left for later: numbers {numbers}.",
        count,
    ).format(count=count, numbers=numbers)


def used_again(source: str) -> str:
    return _(
        "You are asked only what is new: what you said before ({source}) is used again, "
        "and you can change any of it by typing c."
    ).format(source=source)


def nothing_used_again(source: str) -> str:
    return _("Nothing of what you said before ({source}) can be used here, so everything is asked.").format(
        source=source
    )


def taken_over(count: int, numbers: str, source: str) -> str:
    return _n(
        "Number {numbers} was not asked again: it is what you said before ({source}). You can change it.",
        "Numbers {numbers} were not asked again: they are what you said before ({source}). "
        "You can change each.",
        count,
    ).format(numbers=numbers, source=source)


def to_number(first: int, last: int) -> str:
    return _("{first} to {last}").format(first=first, last=last)


def prompt_change_or_return() -> str:
    return _("Type a number to change that answer, or 0 to go back to the question")


def prompt_change_or_papers() -> str:
    return _("Type a number to change that answer, or 0 to make the papers")


def prompt_change_or_close() -> str:
    return _("Type a number to change that answer, or 0 to close")


def or_read_on(prompt: str) -> str:
    return _("{prompt}, or press Enter to read on").format(prompt=prompt)


def not_finished() -> str:
    return _("Not all questions have been asked yet. After this, type: unbarred resume")


def papers(titles: str) -> str:
    return _("These papers will be made: {titles}.").format(titles=titles)


def confirm_papers_heading() -> str:
    return _("Make the papers now?")


def confirm_papers_text(later: int) -> str:
    if not later:
        return _("You can still change answers afterwards and make the papers again.")
    return _n(
        "{count} answer is left for later. The papers will have a line there to fill in by hand. "
        "You can still change answers afterwards and make the papers again.",
        "{count} answers are left for later. The papers will have a line there to fill in by hand. "
        "You can still change answers afterwards and make the papers again.",
        later,
    ).format(count=later)


def make_papers() -> str:
    return _("Make the papers")


def look_again() -> str:
    return _("Look at the answers again")


def confirm_change_heading() -> str:
    return _("Change this answer?")


def confirm_change_text(count: int) -> str:
    return _n(
        "{count} later answer depends on it. It will be asked again, or is not needed any more:",
        "{count} later answers depend on it. They will be asked again, or are not needed any more:",
        count,
    ).format(count=count)


def change_it() -> str:
    return _("Change it")


def keep_it() -> str:
    return _("Keep it as it was")


def changed(dropped: int) -> str:
    if not dropped:
        return _("Changed. All your other answers still stand.")
    return _n(
        "Changed. {count} later answer was set aside; what is still needed will be asked.",
        "Changed. {count} later answers were set aside; what is still needed will be asked.",
        dropped,
    ).format(count=dropped)


def not_changed() -> str:
    return _("Nothing was changed.")
