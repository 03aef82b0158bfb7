"""Why something was not accepted, and what to type instead."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _


def cannot_leave() -> str:
    return _(
        "This one cannot be left for later, because the next questions depend on it. "
        "To think about it first, type s to save and stop."
    )


def nothing_to_leave() -> str:
    return _("There is nothing here to leave for later. Press Enter to go on.")


def nothing_to_leave_in_list() -> str:
    return _("There is nothing here to leave for later. Type the number of an answer, or 0.")


def nothing_to_answer() -> str:
    return _("There is nothing to answer here. Press Enter to go on.")


def first_screen() -> str:
    return _("This is the first question. There is nothing before it.")


def no_way_back() -> str:
    return _(
        "The authors of this interview let nobody go back from here. Everything you answered before is kept."
    )


def choose_number_or_enter(smallest: int, largest: int) -> str:
    if smallest == largest:
        return _("Type {smallest}, or press Enter to go on.").format(smallest=smallest)
    return _("Type a number from {smallest} to {largest}, or press Enter to go on.").format(
        smallest=smallest, largest=largest
    )


def nothing_to_change() -> str:
    return _("Nothing has been answered yet that could be changed.")


def choose_number(smallest: int, largest: int) -> str:
    return _("Type a number from {smallest} to {largest}.").format(smallest=smallest, largest=largest)


def choose_number_or_later(smallest: int, largest: int) -> str:
    return _("Type a number from {smallest} to {largest}, or l to leave it for later.").format(
        smallest=smallest, largest=largest
    )


def no_such_number(number: int, smallest: int, largest: int) -> str:
    if smallest == largest:
        return _("There is no number {number} here. The only number is {smallest}.").format(
            number=number, smallest=smallest
        )
    return _("There is no number {number} here. Type a number from {smallest} to {largest}.").format(
        number=number, smallest=smallest, largest=largest
    )


def only_one() -> str:
    return _("Only one can be chosen here. Type one number.")


def none_or_some() -> str:
    return _("0 means none of them, so it cannot go with other numbers. Type the numbers again.")


def several_match(start: str, count: int, named: str, is_cut: bool) -> str:
    more = ", …" if is_cut else ""
    return _("{count} of them fit “{start}”: {named}{more}. Type more letters, or the number.").format(
        count=count, start=start, named=named, more=more
    )


def not_in_list(count: int) -> str:
    if not count:
        return nothing_to_change()
    if count == 1:
        return _("Type 1 to change that answer, or 0.")
    return _("Type a number from 1 to {count} to change that answer, or 0.").format(count=count)
