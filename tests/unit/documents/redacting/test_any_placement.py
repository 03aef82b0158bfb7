"""Whatever the secrets are, and wherever they stand: none is left in the public copy."""

from __future__ import annotations

import datetime
import io
import re

import docx
import leaks
import odd_word_files as odd
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from odd_word_files import paragraph, run

from unbarred.documents.redacting import Lookout, Name, Secret, public_copy
from unbarred.documents.redacting.everyday_words import EVERYDAY_WORDS

AROUND = ["My daughter ", " and I lived there; ", " so it is. "]
LETTERS = "abcdefghijklmnopqrstuvwxyzàéíñöüşłø"
WORDS = st.text(LETTERS, min_size=4, max_size=10).map(str.capitalize)
NAMES = st.builds(Name, given=WORDS, family=WORDS)
DAYS = st.dates(datetime.date(1930, 1, 1), datetime.date(2025, 12, 31))
NUMBERS = st.text("0123456789", min_size=9, max_size=9)
STREETS = st.tuples(st.integers(1, 9999), WORDS, st.sampled_from(["Street", "Avenue", "Lane"]))
DAY_FORMS = st.sampled_from(["%B %d, %Y", "%d %B %Y", "%m/%d/%Y", "%Y-%m-%d"])
CASES = st.sampled_from([str, str.upper, str.lower])


def placed(where: str, text: str, cuts: list[int]) -> bytes:
    """Return a Word file with the text at the place, cut into runs there."""
    ends = sorted({cut % (len(text) + 1) for cut in cuts})
    pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    inner = paragraph(*(run(piece) for piece in pieces if piece))
    match where:
        case "header":
            parts = {"word/header1.xml": odd.story("hdr", inner)}
            return odd.package(paragraph(), parts, [("header", "header1.xml", False)])
        case "footer":
            parts = {"word/footer1.xml": odd.story("ftr", inner)}
            return odd.package(paragraph(), parts, [("footer", "footer1.xml", False)])
        case "table":
            return odd.package(odd.table(inner))
        case "box":
            return odd.package(odd.box(inner))
        case "description":
            return odd.package(odd.picture(text))
        case "bookmark":
            return odd.package(paragraph(f'<w:bookmarkStart w:id="0" w:name="{text}"/>'))
        case _:
            return odd.package(inner)


PLACES = ["body", "header", "footer", "table", "box", "description", "bookmark"]
EMPTY = [placed(where, "", []) for where in PLACES]
EMPTY += [public_copy(each, "paper.docx", Lookout([])).content for each in EMPTY]
OF_THE_FORMAT = set(
    re.findall(r"[^\W\d_]+", " ".join(text for each in EMPTY for text in leaks.everything(each)))
)
"""Words of Word's own XML, such as `body` and `name`."""
WHERE = st.sampled_from(PLACES)


@st.composite
def papers(draw: st.DrawFn) -> tuple[bytes, list[Secret], list[str]]:
    """Draw a paper, the secrets it tells, and how it writes them."""
    name, day, number = draw(NAMES), draw(DAYS), draw(NUMBERS)
    known = {word for words in AROUND for word in words.casefold().split()}
    assume(not {name.given.casefold(), name.family.casefold()} & (EVERYDAY_WORDS | known))
    assume(leaks.plain(name.given) not in OF_THE_FORMAT)
    address = " ".join(map(str, draw(STREETS)))
    dashed = f"{number[:3]}-{number[3:5]}-{number[5:]}"
    told = [f"{name.given} {name.family}", day.strftime(draw(DAY_FORMS)), dashed, address]
    text = "; ".join(f"{words}{secret}" for words, secret in zip([*AROUND, ""], told, strict=True))
    cuts = draw(st.lists(st.integers(0, 400), max_size=12))
    secrets = [
        Secret("name of a child", "name", name, "initials"),
        Secret("date of birth", "day", day, "year"),
        Secret("social security number", "number", number, "last four"),
        Secret("home address", "address", address, "city and state"),
    ]
    return placed(draw(WHERE), draw(CASES)(text), cuts), secrets, [*told, name.given, number]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers())
def test_no_secret_is_left(drawn: tuple[bytes, list[Secret], list[str]]) -> None:
    paper, secrets, told = drawn
    made = public_copy(paper, "paper.docx", Lookout(secrets)).content
    assert [secret for secret in told if leaks.stands_in(secret, made)] == []
    docx.Document(io.BytesIO(made))
