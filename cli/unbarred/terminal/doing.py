"""Doing something on a screen besides answering it: changing an earlier answer, deleting from a list."""

from __future__ import annotations

import re
from collections import Counter

from unbarred.screens import Action, Conversation, Refused, Screen
from unbarred.terminal.choosing import NONE, NotChosen, read_choice
from unbarred.terminal.commands import Command
from unbarred.terminal.helping import help_page
from unbarred.terminal.prose import bare
from unbarred.terminal.turning import choose
from unbarred.terminal.view import Option, Page, Pause, Pick, Turn, View
from unbarred.terminal.words import doing, problems, prompts

_NUMBER = re.compile(r"\((\d+)\)")


def going_on(screen: Screen) -> Pause | Pick:
    """Return how a screen that is only to read is left: by Enter, or by the number of an action."""
    label = bare(screen.continue_label)
    if not screen.actions:
        prompt = prompts.prompt_go_on_to(label) if label else prompts.prompt_pause()
        return Pause(prompt, prompts.prompt_read_on())
    return _by_number(
        screen, prompts.prompt_act_or_go_on_to(label) if label else prompts.prompt_act_or_go_on()
    )


def closing(screen: Screen) -> Pause | Pick:
    """Return how a screen is left after which nothing comes; what its button is called is said too."""
    if screen.actions:
        return _by_number(screen, prompts.prompt_act_or_close())
    label = bare(screen.continue_label)
    prompt = prompts.prompt_close_by(label) if label else prompts.prompt_close()
    return Pause(prompt, prompts.prompt_read_on())


def do_what_is_typed(conversation: Conversation, screen: Screen, entry: Pause | Pick, typed: str) -> str:
    """Do the action that `typed` names; return why not, if it names none or it is refused."""
    if isinstance(entry, Pause):
        return problems.nothing_to_answer()
    try:
        chosen = read_choice(entry, typed)
    except NotChosen as refusal:
        return refusal.message
    if not chosen:
        return problems.choose_number_or_enter(1, len(screen.actions))
    return _do(conversation, screen.actions[min(chosen) - 1])


def offer(conversation: Conversation, screen: Screen, page: Page) -> Turn[bool]:
    """List what can be done on `screen` and do what she picks; say whether anything was done."""
    options = (*_options(screen), Option(NONE, doing.actions_return()))
    warning = doing.actions_text() if screen.inputs else ""
    # Where the list alone does not say enough, what it belongs to is read again.
    around = _texts(screen) if any(option.is_told for option in options) else ()
    text = "\n\n".join(text for text in (*around, warning) if text)
    listed = Page(doing.actions_heading(), text, page.section, page.place, page.terms)
    problem = ""
    while True:
        view = View(listed, Pick(prompts.prompt_one(), options), problem=problem)
        chosen = yield from choose(view, help_page(listed))
        if isinstance(chosen, Command) or chosen == NONE:
            return False
        problem = _do(conversation, screen.actions[chosen - 1])
        if not problem:
            return True


def numbers_in_text(screen: Screen) -> frozenset[int]:
    """Return the numbers of the actions that the screen's text names, such as `Delete (2)`."""
    found = {int(number) for text in _texts(screen) for number in _NUMBER.findall(bare(text))}
    return frozenset(found) & frozenset(range(1, len(screen.actions) + 1))


def in_words(refused: Refused) -> str:
    """Return all problems of a refusal as one text."""
    return " ".join(problem.message for problem in refused.problems)


def _do(conversation: Conversation, action: Action) -> str:
    """Do the action; return why not, if it is refused."""
    try:
        conversation.act(action)
    except Refused as refused:
        return in_words(refused)
    return ""


def _by_number(screen: Screen, prompt: str) -> Pick:
    return Pick(prompt, _options(screen), while_more=prompts.prompt_read_on())


def _options(screen: Screen) -> tuple[Option, ...]:
    """The actions by number; one of several “Edit” says nothing in a list, if the text has its number."""
    labels = Counter(bare(action.label) for action in screen.actions)
    told = numbers_in_text(screen)
    return tuple(
        Option(number, action.label, is_told=number in told and labels[bare(action.label)] > 1)
        for number, action in enumerate(screen.actions, 1)
    )


def _texts(screen: Screen) -> tuple[str, ...]:
    return (screen.text, *(field.label for field in screen.fields if not field.takes_answer), screen.under)
