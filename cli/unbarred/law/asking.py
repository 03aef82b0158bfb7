"""What can be asked of a court or an office, each with the rule of the place behind it, if there is one.

An interview says what any court can be asked (`Known`, as mappings); the law of the place has
its own words for some of it (`requests`), and each of those rests on a fact. In an interview:

    modules:
      - unbarred.law.asking
    ---
    code: |
      court_asks_open = can_be_asked(law, court_asks_known)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unbarred.law.facts import Fact
    from unbarred.law.remedies import Remedy
    from unbarred.law.sections import Request

__all__ = ["Asking", "can_be_asked"]


@dataclass(frozen=True)
class Asking:
    """One thing that can be asked for."""

    id: str
    choice: str
    """As she chooses it: `Bring me to court`."""
    title: str
    """In the title of a paper: `to be brought to the hearing`."""
    heading: str
    """Above what the paper says of it."""
    words: str
    """As the paper asks it, in the first person."""
    fact: Fact | None = None
    """The rule it rests on; None where the law of the place has none that we hold."""
    on_top: str = ""
    """What the law wants in the caption of the paper."""

    @property
    def cite(self) -> str:
        """Where the rule stands, as a paper cites it; empty where there is none."""
        if not self.fact:
            return ""
        cites = [each.in_a_sentence for each in (self.fact.cite, *self.fact.also) if each]
        # A citation has commas of its own, and the sentence its own full stop.
        joined = " and ".join(cites) if len(cites) < 3 else "; ".join([*cites[:-1], f"and {cites[-1]}"])
        return joined.removesuffix(".")


def can_be_asked(
    remedy: Remedy, known: Iterable[Mapping[str, str]], variants: Sequence[str] = ()
) -> list[Asking]:
    """Return what can be asked, in the order of `known`, with the words and the rule of the place.

    Each of `known` has `id`, `choice`, `title`, `heading` and `words`; where `words` is empty, it can
    be asked only where the law has it. The `variants` that are hers, such as `agency`, say which
    requests come first: `lawyer-agency` before `lawyer`, which is for every case, and in which order.
    """
    facts = {fact.id: fact for fact in remedy.facts()}
    found = []
    for each in known:
        request = _request(remedy, each["id"], variants)
        if request or each["words"]:
            choice, words = (request.choice, request.words) if request else (each["choice"], each["words"])
            fact = facts[request.rests_on] if request else None
            on_top = request.on_top if request else ""
            found.append(Asking(each["id"], choice, each["title"], each["heading"], words, fact, on_top))
    return found


def _request(remedy: Remedy, name: str, variants: Sequence[str]) -> Request | None:
    # A place's own come before those that hold from above.
    for wanted in (*(f"{name}-{each}" for each in variants), name):
        for request in remedy.requests:
            if request.id == wanted:
                return request
    return None
