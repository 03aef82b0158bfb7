"""A whole sitting: screen after screen until it ends, in views and replies."""

from __future__ import annotations

import datetime

from unbarred.screens import AnsweredScreen, Conversation, Refused, Screen, ScreenKind
from unbarred.terminal.asking import Attempt
from unbarred.terminal.commands import Command
from unbarred.terminal.ending import Ending
from unbarred.terminal.helping import help_page
from unbarred.terminal.prose import bare
from unbarred.terminal.reviewing import Overview, change_answer, overview, pick_answer
from unbarred.terminal.turning import Stopped, ask, choose
from unbarred.terminal.view import Option, Page, Pause, Pick, Turn, View
from unbarred.terminal.words import problems, prompts, reviews

_MAKE, _LOOK = 1, 2


def sitting(conversation: Conversation, as_of: datetime.date | None = None) -> Turn[Ending]:
    """Ask everything from the current screen on; return how it ended."""
    try:
        return (yield from _Sitting(conversation, as_of).run())
    except Stopped:
        return Ending.STOPPED


def looking(conversation: Conversation, as_of: datetime.date | None = None) -> Turn[Ending]:
    """Show all answers and change those she picks, without going on with the questions."""
    try:
        return (yield from _look(conversation, as_of))
    except Stopped:
        return Ending.STOPPED


class _Sitting:
    def __init__(self, conversation: Conversation, as_of: datetime.date | None) -> None:
        self._conversation = conversation
        self._as_of = as_of
        self._attempt: Attempt | None = None
        self._problem = ""
        self._notice = ""
        """To be said on the next view."""

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
        elif reply is Command.BACK:
            if self._conversation.back():
                self._attempt = None
            else:
                attempt.say(problems.first_screen())
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
        label = screen.continue_label
        prompt = prompts.prompt_go_on_to(label) if label else prompts.prompt_pause()
        if (yield from self._read(screen, prompt)):
            try:
                self._conversation.submit({})
            except Refused as refused:
                self._problem = " ".join(problem.message for problem in refused.problems)

    def _exit(self, screen: Screen) -> Turn[Ending | None]:
        is_done = yield from self._read(screen, prompts.prompt_close())
        return Ending.EXIT if is_done else None

    def _read(self, screen: Screen, prompt: str) -> Turn[bool]:
        """Show a screen that is only to read; say whether she goes on from it."""
        page = self._page(screen)
        lead = tuple(text for text in (*(field.label for field in screen.fields), screen.under) if text)
        while True:
            view = View(
                page,
                Pause(prompt, prompts.prompt_read_on()),
                lead=lead,
                problem=self._problem,
                notice=self._taken_notice(),
            )
            self._problem = ""
            reply = yield from ask(view, help_page(page, screen))
            if reply is Command.CHANGE:
                yield from self._change()
                return False
            if reply is Command.BACK:
                if self._conversation.back():
                    return False
                self._problem = problems.first_screen()
            elif reply is Command.LATER:
                self._problem = problems.nothing_to_leave()
            elif isinstance(reply, str) and reply.strip():
                self._problem = problems.nothing_to_answer()
            else:
                return True

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
        if picked is Command.BACK:
            self._conversation.back()
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
        place = prompts.place(self._conversation.number, screen.progress)
        every_term = {**(terms or {}), **screen.terms}
        return Page(
            screen.heading, screen.text if text is None else text, self._section(screen), place, every_term
        )

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
        is_finished = conversation.screen.kind is ScreenKind.END
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
    titles = ", ".join(bare(document.title) for document in screen.documents)
    return reviews.papers(titles) if titles else ""


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)
