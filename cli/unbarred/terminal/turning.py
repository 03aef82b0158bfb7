"""One turn: show something, take the reply, see to help and menu on the way."""

from __future__ import annotations

from dataclasses import replace

from unbarred.terminal.choosing import NONE, NotChosen, read_choice
from unbarred.terminal.commands import BY_NUMBER, Command, command_of, literal
from unbarred.terminal.view import Option, Page, Pause, Pick, Reply, Turn, View, Writing
from unbarred.terminal.words import guidance, problems, prompts


class Stopped(Exception):
    """The person chose to save and stop."""


def ask(view: View, help_page: Page) -> Turn[Reply]:
    """Show `view` until it is answered (text), or the person wants BACK, CHANGE, LATER or ACT.

    Raises `Stopped` for save and stop.
    """
    while True:
        reply = yield view
        command = _command(view, reply)
        if command is None:
            assert isinstance(reply, str)
            return reply if isinstance(view.entry, Writing) else literal(reply)
        if command is Command.MENU:
            command = yield from _menu(view.page)
        if command is Command.HELP:
            command = yield from _help(help_page)
        if command is Command.STOP:
            raise Stopped
        if command is not None:
            return command
        view = replace(view, problem="", notice="")


def choose(view: View, help_page: Page) -> Turn[int | Command]:
    """Ask a `Pick` of one until a number on it is chosen, or a command that leaves it."""
    assert isinstance(view.entry, Pick)
    while True:
        reply = yield from ask(view, help_page)
        if isinstance(reply, Command):
            return reply
        problem = _which(view.entry)
        try:
            chosen = read_choice(view.entry, reply) if reply.strip() else None
        except NotChosen as refusal:
            problem, chosen = refusal.message, None
        if chosen:
            return min(chosen)
        view = replace(view, problem=problem, notice="")


def _command(view: View, reply: Reply) -> Command | None:
    if isinstance(reply, Command):
        return reply
    # A long answer comes whole; a command inside it was told apart where it was typed.
    is_text = isinstance(view.entry, Writing)
    return None if is_text else command_of(reply, has_actions=view.page.has_actions)


def _typed_command(page: Page, reply: Reply) -> Command | None:
    return reply if isinstance(reply, Command) else command_of(reply, has_actions=page.has_actions)


def _which(pick: Pick) -> str:
    numbers = [option.number for option in pick.options]
    return problems.choose_number(min(numbers), max(numbers))


def _help(help_page: Page) -> Turn[Command | None]:
    """Show the help; any command but help itself and back is handed on."""
    reply = yield View(help_page, Pause(prompts.prompt_back_to_question(), prompts.prompt_read_on()))
    command = _typed_command(help_page, reply)
    return command if command in (Command.CHANGE, Command.LATER, Command.STOP, Command.ACT) else None


def _menu(page: Page) -> Turn[Command | None]:
    """Offer the commands by number; None goes back to the question."""
    offered = [each for each in BY_NUMBER if each is not Command.ACT or page.has_actions]
    labels = guidance.menu_options()[: len(offered)]
    options = [Option(place, label) for place, label in enumerate(labels, 1)]
    pick = Pick(prompts.prompt_one(), (*options, Option(NONE, guidance.menu_return())))
    menu = Page(guidance.menu_heading(), section=page.section, place=page.place, has_actions=page.has_actions)
    problem = ""
    while True:
        reply = yield View(menu, pick, problem=problem)
        command = _typed_command(page, reply)
        if command is not None:
            return None if command is Command.MENU else command
        assert isinstance(reply, str)
        try:
            chosen = read_choice(pick, reply)
        except NotChosen as refusal:
            problem = refusal.message
            continue
        if chosen:
            number = min(chosen)
            return None if number == NONE else offered[number - 1]
        problem = _which(pick)
