"""Every word of the terminal's own that a person sees, ready for translation.

Nothing else in this package holds such words. Catalogues are found by gettext
under the name `unbarred`; without one, the English here is shown.
"""

from __future__ import annotations

from gettext import translation

_catalogue = translation("unbarred", fallback=True)
_ = _catalogue.gettext
_n = _catalogue.ngettext


# Where she is


def section(title: str, number: int, count: int) -> str:
    if number and count > 1:
        return _("{title} (part {number} of {count})").format(title=title, number=number, count=count)
    return title


def place(number: int, percent: int | None) -> str:
    if percent is None:
        return _("screen {number}").format(number=number)
    return _("screen {number}, {percent}% done").format(number=number, percent=percent)


def changing() -> str:
    return _("changing an answer")


# The keys


def key_go_on() -> str:
    return _("Enter go on")


def key_done_writing() -> str:
    return _("Tab go on")


def key_done_writing_plain() -> str:
    return _(". go on")


def command_keys() -> tuple[tuple[str, str], ...]:
    """The commands as they stand in the key line: sign and meaning."""
    return (
        ("?", _("help")),
        ("b", _("back")),
        ("c", _("change an answer")),
        ("l", _("leave for later")),
        ("s", _("save and stop")),
        ("00", _("menu")),
    )


def keys_plain(first: str, rest: str) -> str:
    return _("Keys: {first}, {rest}.").format(first=first, rest=rest)


def words_plain(terms: str) -> str:
    return _("Hard words here: {terms}. Type ? to read what they mean.").format(terms=terms)


# Asking


def prompt_text() -> str:
    return _("Answer")


def prompt_number() -> str:
    return _("Number")


def prompt_amount() -> str:
    return _("Amount in dollars")


def prompt_date() -> str:
    return _("Date")


def prompt_email() -> str:
    return _("Email address")


def prompt_yes_no() -> str:
    return _("Type 1 for yes or 2 for no")


def prompt_one() -> str:
    return _("Type the number, or the first letters")


def prompt_some() -> str:
    return _("Type the numbers, such as 1 3 or 1-3")


def prompt_some_or_none() -> str:
    return _("Type the numbers, such as 1 3 or 1-3, or 0 for none")


def prompt_pause() -> str:
    return _("Press Enter to go on")


def prompt_go_on_to(label: str) -> str:
    return _("Press Enter: {label}").format(label=label)


def prompt_read_on() -> str:
    return _("Press Enter to read on")


def prompt_close() -> str:
    return _("Press Enter to close")


def prompt_back_to_question() -> str:
    return _("Press Enter to go back to the question")


def how_to_end_writing() -> str:
    return _("Done? Press Tab, or type a full stop (.) alone on a line.")


def prompt_writing_plain() -> str:
    return _(
        "Write as many lines as you like. When you are done, type a full stop (.) alone on a line. "
        "The keys work alone on a line too."
    )


def with_example(prompt: str, example: str) -> str:
    return _("{prompt}, for example {example}").format(prompt=prompt, example=example)


def now_is(answer: str) -> str:
    return _("Now: {answer}. Press Enter to keep it.").format(answer=answer)


def yes() -> str:
    return _("Yes")


def no() -> str:
    return _("No")


def none_chosen() -> str:
    return _("None of these")


def more_below() -> str:
    return _("more below: Enter or Page Down")


def more_above() -> str:
    return _("more above: Page Up")


def more_both() -> str:
    return _("more: Page Up or Page Down")


def more_of_question() -> str:
    return _("more of the question: Page Down")


def word_count(count: int) -> str:
    return _n("{count} word", "{count} words", count).format(count=count)


def kept_as_typed() -> str:
    return _("kept as you type")


def editor_offered() -> str:
    return _("e alone on a line: your own editor")


# Writing in plain mode, when something is written already


def written_so_far(count: int) -> str:
    return _n("You have written {count} word:", "You have written {count} words:", count).format(count=count)


def keep_add_or_new() -> str:
    return _("Type 1 to keep it, 2 to add to it, 3 to write it new")


def keep_add_or_new_again() -> str:
    return _("Type 1, 2 or 3.")


def add_below() -> str:
    return _("What you write now is added below it.")


def line_cut_off() -> str:
    return _(
        "That line was longer than this terminal takes in one piece, and its end may be missing. "
        "Look at its last words, and use shorter lines: press Enter now and then."
    )


def no_editor() -> str:
    return _("No editor is set on this computer. Go on writing here.")


def editor_failed(name: str) -> str:
    return _("The editor {name} could not be started. Go on writing here.").format(name=name)


# Problems


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


def nothing_to_change() -> str:
    return _("Nothing has been answered yet that could be changed.")


def choose_number(smallest: int, largest: int) -> str:
    return _("Type a number from {smallest} to {largest}.").format(smallest=smallest, largest=largest)


def choose_number_or_later(smallest: int, largest: int) -> str:
    return _("Type a number from {smallest} to {largest}, or l to leave it for later.").format(
        smallest=smallest, largest=largest
    )


def no_such_number(number: int, smallest: int, largest: int) -> str:
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


# Help


def help_heading() -> str:
    return _("Help")


def help_question() -> str:
    return _("This question")


def help_terms() -> str:
    return _("What the hard words mean")


def help_keys() -> str:
    return _("The keys")


def help_choices() -> str:
    return _("The choices")


def help_keys_text() -> str:
    return _(
        "Type the sign alone, then press Enter.\n\n"
        "- `?` shows this help.\n"
        "- `b` goes back to the question before. What you typed is kept.\n"
        "- `c` shows your answers, and lets you change any of them.\n"
        "- `l` leaves this question for later. You can fill it in by hand, or another day.\n"
        "- `s` saves everything and stops. You can go on another day.\n"
        "- `00` or `*` shows these same keys by number, for a keypad without letters.\n\n"
        "Choices: type the number. Or type the first letters. "
        "For several, type all the numbers, such as `1 3 5` or `1-3`. "
        "`0` means none of them, where that is offered.\n\n"
        "To answer with just the letter b, c, l or s, put = before it: `=b`.\n\n"
        "Nothing is lost if you stop, or if the line breaks: "
        "each answer is saved before the next question comes."
    )


def help_arrows() -> str:
    return _(
        "In a full window, the arrow keys move in a list, and the space bar marks one of several. "
        "Page Up and Page Down move through a long text."
    )


# The menu for keypads


def menu_heading() -> str:
    return _("What do you want to do?")


def menu_options() -> tuple[str, ...]:
    """In the order of `commands.BY_NUMBER`."""
    return (
        _("Help with this question"),
        _("Go back to the question before"),
        _("Change an answer"),
        _("Leave this question for later"),
        _("Save and stop"),
    )


def menu_return() -> str:
    return _("None of these: stay at the question")


# Reviewing and changing


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


# Leaving


def saved(command: str) -> str:
    return _("Saved. To go on another day, type: {command}").format(command=command)


# The packet


def packet_ready(papers: int, pages: int | None, folder: str) -> str:
    counted = _n("{count} paper", "{count} papers", papers).format(count=papers)
    if pages is not None:
        counted += ", " + page_count(pages)
    return _("Your packet is ready: {counted}, in {folder}/").format(
        counted=counted, folder=folder.rstrip("/")
    )


def page_count(count: int) -> str:
    return _n("{count} page", "{count} pages", count).format(count=count)


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


def open_first(filename: str) -> str:
    return _("Open “{filename}” first.").format(filename=filename)
