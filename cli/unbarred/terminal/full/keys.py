"""Which key does what."""

from __future__ import annotations

from typing import Protocol

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys


class Pressed(Protocol):
    """What the keys call for."""

    @property
    def is_writing(self) -> bool:
        """A long answer is being written: Enter begins a new line, arrows move in the text."""

    @property
    def is_kept(self) -> bool:
        """What stands on the line was there before: the next sign typed replaces it."""

    @property
    def takes_ticks(self) -> bool:
        """Several can be chosen, and nothing is typed: the space bar ticks."""

    def enter(self) -> None: ...
    def go_on(self) -> None: ...
    def go_back(self) -> None: ...
    def help(self) -> None: ...
    def arrow(self, step: int) -> None: ...
    def edge(self, *, end: bool) -> None: ...
    def page(self, step: int) -> None: ...
    def tick(self) -> None: ...
    def type_over(self, text: str) -> None: ...
    def paste(self, text: str) -> None: ...
    def interrupt(self) -> None: ...
    def suspend(self) -> None: ...


def key_bindings(pressed: Pressed) -> KeyBindings:
    """Return the bindings that turn keys into calls of `pressed`."""
    keys = KeyBindings()
    is_writing = Condition(lambda: pressed.is_writing)
    is_kept = Condition(lambda: pressed.is_kept)
    takes_ticks = Condition(lambda: pressed.takes_ticks)

    _bind(keys, pressed)
    keys.add("home", filter=is_writing)(lambda event: pressed.edge(end=False))
    keys.add("end", filter=is_writing)(lambda event: pressed.edge(end=True))
    keys.add(" ", filter=takes_ticks)(lambda event: pressed.tick())

    @keys.add(Keys.Any, filter=is_kept)
    def _(event: KeyPressEvent) -> None:
        pressed.type_over(event.data)

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        pressed.paste(event.data.replace("\r\n", "\n").replace("\r", "\n"))

    return keys


def _bind(keys: KeyBindings, pressed: Pressed) -> None:
    """The keys that work everywhere."""
    keys.add("enter")(lambda event: pressed.enter())
    keys.add("tab")(lambda event: pressed.go_on())
    keys.add("s-tab")(lambda event: pressed.go_back())
    keys.add("f1")(lambda event: pressed.help())
    # Alone it would make the next letter another key, and swallow it.
    keys.add("escape", eager=True)(lambda event: None)
    keys.add("up")(lambda event: pressed.arrow(-1))
    keys.add("down")(lambda event: pressed.arrow(1))
    keys.add("pageup")(lambda event: pressed.page(-1))
    keys.add("pagedown")(lambda event: pressed.page(1))
    for key in ("c-c", "c-d", "<sigint>"):
        keys.add(key)(lambda event: pressed.interrupt())
    keys.add("c-z")(lambda event: pressed.suspend())
