"""The things that answers speak of: people, lists and tables, put together from single answers.

They print and are called as in an interview, so that one template serves an
interview and a file of answers: `{{ petitioner.name.full() }}`,
`{% for child in children %}`, `{{ told['offense.day'] }}`.
"""

from __future__ import annotations

from collections.abc import Iterable

from unbarred.answers.pronouns import Pronouns, chosen


class Thing:
    """What has attributes: a person, a name, an address."""

    def __init__(self, attributes: dict[str, object]) -> None:
        vars(self).update(attributes)

    def __str__(self) -> str:
        """Return the thing's name; raises `TypeError` where it has none: all its answers are not one."""
        if "name" not in vars(self):
            raise TypeError("a thing without a name cannot be printed")
        named = vars(self)["name"]
        return "" if named is None else str(named)

    @property
    def _pronouns(self) -> Pronouns:
        return chosen(*(vars(self).get(name) for name in ("pronoun", "pronouns", "gender")))

    def pronoun_subjective(self, capitalize: bool = False) -> str:
        """Return `she`, `he` or `they`, as the person's answer to `pronoun` or `gender` says."""
        return _begun(self._pronouns.subjective, capitalize)

    def pronoun_objective(self, capitalize: bool = False) -> str:
        """Return `her`, `him` or `them`."""
        return _begun(self._pronouns.objective, capitalize)

    def pronoun_possessive(self, thing: str = "", capitalize: bool = False) -> str:
        """Return `her`, `his` or `their`, with the `thing` after it: `her sentence`."""
        return _begun(f"{self._pronouns.possessive} {thing}".strip(), capitalize)

    def pronoun_reflexive(self, capitalize: bool = False) -> str:
        """Return `herself`, `himself` or `themselves`."""
        return _begun(self._pronouns.reflexive, capitalize)


class Name(Thing):
    """A name in its parts, `first`, `middle`, `last` and `suffix`, or whole in `text`."""

    def full(self, middle: str | bool | None = "initial", use_suffix: bool = True) -> str:
        """Return the name; `middle` is `"initial"`, True for the whole middle name, or False for none."""
        parts = vars(self)
        if not parts.get("first") and parts.get("text"):
            return str(parts["text"])
        between = self.middle_initial() if middle == "initial" else parts.get("middle") if middle else ""
        after = parts.get("suffix") if use_suffix else ""
        return " ".join(
            str(part).strip() for part in _said((parts.get("first"), between, self._last(), after))
        )

    def lastfirst(self) -> str:
        """Return the name as a list has it: `Example, Rosa M.`"""
        parts = vars(self)
        given = " ".join(
            str(part) for part in _said((parts.get("first"), self.middle_initial(), parts.get("suffix")))
        )
        return ", ".join(_said((self._last(), given))) or str(parts.get("text") or "")

    def firstlast(self) -> str:
        """Return the first and the last name."""
        return self.full(middle=False, use_suffix=False)

    def familiar(self) -> str:
        """Return the first name."""
        return str(vars(self).get("first") or self.full())

    def middle_initial(self, with_period: bool = True) -> str:
        """Return the first letter of the middle name, or nothing."""
        middle = str(vars(self).get("middle") or "").strip()
        return middle[:1] + "." * with_period if middle else ""

    def _last(self) -> str:
        parts = vars(self)
        surnames = (parts.get("paternal_surname"), parts.get("maternal_surname"))
        return str(parts.get("last") or " ".join(map(str, _said(surnames))))

    def __str__(self) -> str:
        return self.full()


class Address(Thing):
    """An address in its parts: `address`, `unit`, `city`, `state`, `zip` or `postal_code`, `country`."""

    def line_one(self) -> str:
        """Return street and unit."""
        parts = vars(self)
        return ", ".join(_said((parts.get("address"), parts.get("unit"))))

    def line_two(self) -> str:
        """Return town, state and postal code."""
        parts = vars(self)
        town = ", ".join(_said((parts.get("city"), parts.get("state"))))
        return " ".join(_said((town, parts.get("zip") or parts.get("postal_code"))))

    def on_one_line(self) -> str:
        """Return the address with commas between its lines."""
        return ", ".join(_said((self.line_one(), self.line_two())))

    def block(self) -> str:
        """Return the address as it stands on an envelope."""
        return "\n".join(_said((self.line_one(), self.line_two(), vars(self).get("country"))))

    def __str__(self) -> str:
        return self.block()


class Listed(list[object]):
    """A list of things, which can have attributes of its own, such as `there_are_any`."""

    def __init__(self, items: Iterable[object], attributes: dict[str, object]) -> None:
        super().__init__(items)
        vars(self).update(attributes)

    def number(self) -> int:
        """Return how many there are."""
        return len(self)


PARTS_OF_A_NAME = frozenset(
    ("first", "middle", "last", "suffix", "text", "paternal_surname", "maternal_surname")
)
PARTS_OF_AN_ADDRESS = frozenset(
    ("address", "unit", "city", "state", "zip", "postal_code", "county", "country")
)
LIST_ONLY = frozenset(("there_are_any", "there_is_another", "gathered", "target_number"))


def _begun(words: str, capitalize: bool) -> str:
    """Return `words` with a capital letter if they begin a sentence."""
    return words[:1].upper() + words[1:] if capitalize else words


def _said(parts: Iterable[object]) -> list[str]:
    """Return what is not empty among `parts`, as text."""
    return [str(part) for part in parts if part not in (None, "")]
