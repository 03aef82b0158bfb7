"""A whole sitting: screen after screen until it ends, in views and replies."""

from __future__ import annotations

import datetime

from unbarred.screens import AnsweredScreen, Conversation, Refused, Screen, ScreenKind
from unbarred.terminal.asking import Attempt
from unbarred.terminal.commands import Command
from unbarred.terminal.doing import closing, do_what_is_typed, going_on, in_words, numbers_in_text, offer
from unbarred.terminal.ending import Ending
from unbarred.terminal.helping import help_page
from unbarred.terminal.prose import bare, escaped
from unbarred.terminal.reviewing import Overview, change_answer, overview, pick_answer
from unbarred.terminal.turning import Stopped, ask, choose
from unbarred.terminal.view import Option, Page, Pause, Pick, Turn, View
from unbarred.terminal.words import doing, leaving, problems, prompts, reviews

_MAKE, _LOOK = 1, 2


def sitting(conversation: Conversation, as_of: datetime.date | None = None, notice: str = "") -> Turn[Ending]:
    """Ask everything from the current screen on, with `notice` on the first view; return how it ended."""
    try:
        return (yield from _Sitting(conversation, as_of, notice).run())
    except Stopped:
        return Ending.STOPPED


def looking(conversation: Conversation, as_of: datetime.date | None = None) -> Turn[Ending]:
    """Show all answers and change those she picks, without going on with the questions."""
    try:
        return (yield from _look(conversation, as_of))
    except Stopped:
        return Ending.STOPPED


class _Sitting:
    def __init__(self, conversation: Conversation, as_of: datetime.date | None, notice: str) -> None:
        self._conversation = conversation
        self._as_of = as_of
        self._attempt: Attempt | None = None
        self._problem = ""
        self._notice = notice
        """To be said on the next view."""
        self._said_once: tuple[int, tuple[str, ...]] = (0, ())
        """The number of the screen shown last, and what the interview said on it."""

    def run(self) -> Turn[Ending]:
        while True:
            screen = self._conversation.screen
            if screen.kind is ScreenKind.END:
                ending = yield from self._end(screen)
            elif screen.kind is ScreenKind.EXIT:
                ending = yield from self._exit(screen)
            else:
                ending = None
                yield from (self._question(screen) if screen.inputs else self._note(screen))
            if ending is not None:
                return ending

    def _question(self, screen: Screen) -> Turn[None]:
        attempt = self._attempt_at(screen)
        attempt.notice = self._taken_notice()
        reply = yield from attempt.ask()
        if reply is Command.CHANGE:
            yield from self._change()
        elif reply is Command.ACT:
            if (yield from offer(self._conversation, screen, self._page(screen))):
                self._attempt = None
        elif reply is Command.BACK:
            if problem := self._go_back(screen):
                attempt.say(problem)
            else:
                self._attempt = None
        elif not isinstance(reply, Command):
            try:
                self._conversation.submit(reply)
                self._attempt = None
            except Refused as refused:
                attempt.refuse(refused)

    def _attempt_at(self, screen: Screen) -> Attempt:
        """The attempt at this screen so far, or a new one where the screen is another."""
        if self._attempt is None or self._attempt.screen != screen:
            before = self._conversation.given_before()
            self._attempt = Attempt(self._conversation, screen, self._page(screen), before, self._as_of)
        return self._attempt

    def _note(self, screen: Screen) -> Turn[None]:
        if (yield from self._read(screen, going_on(screen))):
            try:
                self._conversation.submit({})
            except Refused as refused:
                self._problem = in_words(refused)

    def _exit(self, screen: Screen) -> Turn[Ending | None]:
        is_done = yield from self._read(screen, closing(screen))
        return Ending.EXIT if is_done else None

    def _read(self, screen: Screen, entry: Pause | Pick) -> Turn[bool]:
        """Show a screen that is only to read; say whether she goes on from it, rather than elsewhere."""
        page = self._page(screen)
        lead = (*(field.label for field in screen.fields), screen.under, _papers_here(screen), _link(screen))
        while True:
            view = View(
                page,
                entry,
                lead=tuple(text for text in lead if text),
                problem=self._problem,
                notice=self._taken_notice(),
            )
            self._problem = ""
            reply = yield from ask(view, help_page(page, screen))
            if reply is Command.CHANGE:
                yield from self._change()
                return False
            if reply is Command.BACK:
                self._problem = self._go_back(screen)
                if not self._problem:
                    return False
            elif reply is Command.LATER:
                self._problem = problems.nothing_to_leave()
            elif isinstance(reply, Command) or not reply.strip():
                return True
            else:
                self._problem = do_what_is_typed(self._conversation, screen, entry, reply)
                if not self._problem:
                    return False

    def _go_back(self, screen: Screen) -> str:
        """Go to the screen before; return why not, if there is no way."""
        if not screen.can_go_back:
            return problems.no_way_back()
        return "" if self._conversation.back() else problems.first_screen()

    def _change(self) -> Turn[None]:
        """Let her change an earlier answer, then go on where she was."""
        seen = overview(self._conversation)
        page = _review_page(seen, self._section(self._conversation.screen), prompts.changing())
        picked = yield from pick_answer(page, seen, reviews.prompt_change_or_return())
        if isinstance(picked, AnsweredScreen):
            self._notice = yield from change_answer(self._conversation, picked, self._as_of)

    def _end(self, screen: Screen) -> Turn[Ending | None]:
        """Show all answers; the papers are made when she says so."""
        seen = overview(self._conversation)
        page = self._page(screen, _joined(screen.text, _papers(screen), seen.summary), _terms(seen))
        picked = yield from pick_answer(page, seen, reviews.prompt_change_or_papers(), self._taken_notice())
        if isinstance(picked, AnsweredScreen):
            self._notice = yield from change_answer(self._conversation, picked, self._as_of)
            return None
        if picked is Command.ACT:
            yield from offer(self._conversation, screen, page)
            return None
        if picked is Command.BACK:
            self._notice = self._go_back(screen)
            return None
        options = (Option(_MAKE, reviews.make_papers()), Option(_LOOK, reviews.look_again()))
        sure = Page(
            reviews.confirm_papers_heading(),
            reviews.confirm_papers_text(len(seen.later)),
            page.section,
            page.place,
        )
        chosen = yield from choose(View(sure, Pick(prompts.prompt_one(), options)), help_page(sure))
        return Ending.FINISHED if chosen == _MAKE else None

    def _page(self, screen: Screen, text: str | None = None, terms: dict[str, str] | None = None) -> Page:
        if text is None:
            text = _joined(screen.text, _papers_here(screen)) if screen.inputs else screen.text
        # What is only read shows its actions at once; elsewhere a number is an answer.
        has_key = bool(screen.actions) and (bool(screen.inputs) or screen.kind is ScreenKind.END)
        if has_key and numbers_in_text(screen):
            text = _joined(text, doing.numbers_in_brackets())
        # An exit that only leads to a page of a server has no words of its own.
        is_bare_exit = screen.kind is ScreenKind.EXIT and not screen.heading and not text
        return Page(
            leaving.ends_here() if is_bare_exit else screen.heading,
            text,
            self._section(screen),
            prompts.place(self._conversation.number, screen.progress),
            {**(terms or {}), **screen.terms},
            self._new_notices(screen),
            has_key,
        )

    def _new_notices(self, screen: Screen) -> tuple[str, ...]:
        """What the interview says on this screen and has not said on it before."""
        before, self._said_once = self._said_once, (self._conversation.number, screen.notices)
        return () if before == self._said_once else screen.notices

    def _section(self, screen: Screen) -> str:
        section = screen.section
        return prompts.section(section.title, section.number, section.count) if section else ""

    def _taken_notice(self) -> str:
        notice, self._notice = self._notice, ""
        return notice


def _look(conversation: Conversation, as_of: datetime.date | None) -> Turn[Ending]:
    notice = ""
    while True:
        seen = overview(conversation)
        is_finished = conversation.screen.kind in (ScreenKind.END, ScreenKind.EXIT)
        page = _review_page(seen, "", "", "" if is_finished else reviews.not_finished())
        picked = yield from pick_answer(page, seen, reviews.prompt_change_or_close(), notice)
        if not isinstance(picked, AnsweredScreen):
            return Ending.FINISHED
        notice = yield from change_answer(conversation, picked, as_of)


def _review_page(seen: Overview, section: str, place: str, more: str = "") -> Page:
    text = _joined(reviews.review_text() if seen.screens else "", seen.summary, more)
    return Page(reviews.review_heading(), text, section, place, _terms(seen))


def _terms(seen: Overview) -> dict[str, str]:
    return {term: meaning for each in seen.screens for term, meaning in each.screen.terms.items()}


def _papers(screen: Screen) -> str:
    return reviews.papers(_titles(screen)) if screen.documents else ""


def _papers_here(screen: Screen) -> str:
    return doing.papers_made_here(_titles(screen)) if screen.documents else ""


def _titles(screen: Screen) -> str:
    return escaped(", ".join(bare(document.title) for document in screen.documents))


def _link(screen: Screen) -> str:
    if not screen.link:
        return ""
    # An address of the server itself leads nowhere from here, and nobody could type it.
    is_web = screen.link.lower().startswith(("http://", "https://"))
    return doing.not_followed(escaped(screen.link)) if is_web else doing.leads_to_server()


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)
