"""Where she is, the keys, and what is asked for."""

from __future__ import annotations

from unbarred.terminal.words.catalogue import _


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


def key_go_on() -> str:
    return _("Enter go on")


def command_keys(*, has_actions: bool = False) -> tuple[tuple[str, str], ...]:
    """The commands as they stand in the key line: sign and meaning."""
    return (
        ("?", _("help")),
        ("b", _("back")),
        ("c", _("change an answer")),
        ("l", _("leave for later")),
        *((("a", _("other actions")),) if has_actions else ()),
        ("s", _("save and stop")),
        ("00", _("menu")),
    )


def keys_plain(first: str, rest: str) -> str:
    return _("Keys: {first}, {rest}.").format(first=first, rest=rest)


def words_plain(terms: str) -> str:
    return _("Hard words here: {terms}. Type ? to read what they mean.").format(terms=terms)


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


def prompt_web_address() -> str:
    return _("Web address")


def prompt_password() -> str:
    return _("Password")


def prompt_time() -> str:
    return _("Time")


def prompt_date_and_time() -> str:
    return _("Date and time")


def prompt_yes_no() -> str:
    return _("Type 1 for yes or 2 for no")


def prompt_one() -> str:
    return _("Type the number, or the first letters")


def prompt_some() -> str:
    return _("Type the numbers, such as 1 3 or 1-3")


def prompt_some_or_none() -> str:
    return _("Type the numbers, such as 1 3 or 1-3, or 0 for none")


def with_count(prompt: str, least: int, most: int | None) -> str:
    """How many choices are taken; `least` and `most` as the field has them."""
    if most is None:
        return _("{prompt} (at least {least} of them)").format(prompt=prompt, least=least)
    if least == most:
        return _("{prompt} (exactly {most} of them)").format(prompt=prompt, most=most)
    if least:
        return _("{prompt} (from {least} to {most} of them)").format(prompt=prompt, least=least, most=most)
    return _("{prompt} (at most {most} of them)").format(prompt=prompt, most=most)


def with_range(prompt: str, smallest: str, largest: str, step: str) -> str:
    if step:
        return _("{prompt} (from {smallest} to {largest}, in steps of {step})").format(
            prompt=prompt, smallest=smallest, largest=largest, step=step
        )
    return _("{prompt} (from {smallest} to {largest})").format(
        prompt=prompt, smallest=smallest, largest=largest
    )


def not_shown_while_typed(prompt: str) -> str:
    return _("{prompt} (not shown while you type)").format(prompt=prompt)


def prompt_pause() -> str:
    return _("Press Enter to go on")


def prompt_go_on_to(label: str) -> str:
    return _("Press Enter for “{label}”").format(label=label)


def prompt_act_or_go_on() -> str:
    return _("Type a number, or press Enter to go on")


def prompt_act_or_go_on_to(label: str) -> str:
    return _("Type a number, or press Enter for “{label}”").format(label=label)


def prompt_act_or_close() -> str:
    return _("Type a number, or press Enter to close")


def prompt_read_on() -> str:
    return _("Press Enter to read on")


def prompt_close_by(label: str) -> str:
    return _("Press Enter to close (“{label}”)").format(label=label)


def prompt_close() -> str:
    return _("Press Enter to close")


def prompt_back_to_question() -> str:
    return _("Press Enter to go back to the question")


def with_example(prompt: str, example: str) -> str:
    return _("{prompt}, for example {example}").format(prompt=prompt, example=example)


def now_is(answer: str) -> str:
    return _("Now: {answer}. Press Enter to keep it.").format(answer=answer)


def left_for_later() -> str:
    return _("left for later")


def typed_not_shown() -> str:
    """What stands for a password."""
    return _("typed, not shown")


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
