"""HTML, tables and docassemble's own marks in the texts of other authors, as words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.terminal.printable import printable
from unbarred.terminal.prose import bare, blocks, set_lines
from unbarred.terminal.wrapping import width_of

FAMILY = """
<table class="table">
  <thead><tr><th>Name</th><th>Age</th><th></th></tr></thead>
  <tr><td>Ana <b>Lee</b></td><td>5</td>

      <td><a href="unbarred:interview?action=e30"><i class="fas fa-edit"></i> Edit</a> (1)</td></tr>
  <tr><td>Bo<td>7<td>
</table>
"""


def seen(text: str, width: int = 60) -> list[str]:
    return [line.plain for line in set_lines(blocks(text), width)]


def told(text: str, width: int = 60) -> list[str]:
    return [line.plain for line in set_lines(blocks(text), width, in_columns=False)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('<div class="alert">One<br/>two</div>', ["One", "two"]),
        ("<p>One</p>\n\n    <p>two **three**</p>", ["One", "", "two three"]),
        ("<br>\n**Bold** &amp; a&nbsp;&nbsp;b", ["Bold & a b"]),
        ("<ul><li>one<li>two<ol start=3><li>x</ol></ul>", ["- one", "- two", "  3. x"]),
        ("<ul>\n\n<li><p>one</p><p>more</p></li>\n\n<li>two</li></ul>", ["- one", "", "  more", "- two"]),
        ("<dl><dt>Bail</dt><dd>Money</dd></dl>", ["Bail", "  Money"]),
        ("<details><summary>More</summary>Told</details>", ["More", "Told"]),
        ("> said\n\nafter", ["  said", "", "after"]),
        ("a <script>if (1 < 2) {\n\n}</script><style>p > a {}</style>b<!-- c\n\nd -->", ["a b"]),
        ('a <span style="display: none">b</span><p hidden>c</p>d', ["a d"]),
        ("```\na   b\n  c\n```", ["a   b", "  c"]),
        ("As it is:\n\n    {\n      1\n    }", ["As it is:", "", "{", "  1", "}"]),
        ("`<b>` is a tag", ["<b> is a tag"]),
        ('<b class="x"y">broken</b>', ["broken"]),
        ("Smith <LLC> and </co>", ["Smith <LLC> and </co>"]),
        ("Press <kbd>Tab</kbd>", ["Press Tab"]),
    ],
)
def test_html_reads_as_text(text: str, lines: list[str]) -> None:
    assert seen(text) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('<a href="https://x.org/f" class="btn">the form</a>', "the form (https://x.org/f)"),
        ('<a href="https://x.org/">x.org</a>', "x.org"),
        ("[call](tel:555)", "call (555)"),
        ("[Edit](unbarred:interview?action=e30) (2)", "Edit (2)"),
        ("[x](javascript:alert%281%29) [y](#top) [z](/interview)", "x y z"),
        ('[form](https://x.org){:target="_blank"}', "form (https://x.org)"),
        ("![a map](map.png)", "(picture: a map)"),
        ('<img src="a.png"> <img src="b.png" alt="">', "(a picture)"),
        (
            "[FILE cow.jpg, 2in, A cow] [FILE cow.jpg] [FILE 3]",
            "(picture: A cow) (picture: cow.jpg) (a picture)",
        ),
        ('<i class="fas fa-home"></i> :fa-home: Home at 3:30:15', "Home at 3:30:15"),
        ('<i class="fas fa-trash" aria-label="Delete"></i>', "Delete"),
        (":pencil-alt: (1)&nbsp;:trash: (2) <i class='fa fa-cog'></i> (3)", "Edit (1) Delete (2) cog (3)"),
        ("<i class='fa fa-trash'></i> Delete (2)", "Delete (2)"),
        (":trash:", "Delete"),
        ("Female :female:", "Female"),
        ("The rock :star:s of a :baby: or :fa-star: two", "The rock stars of a baby or two"),
        ("I met [FIELD people[0].name.first].", "I met …."),
        ("[FILE docassemble.base:data/static/cow.jpg, None, None]", "(picture: cow.jpg)"),
        ("one[BR]two [TARGET status][CENTER] three", "one / two three"),
        ("[YOUTUBE abc]", "(to be seen on the web: https://youtu.be/abc)"),
        ("[QR https://x.org, 2in]", "(a code to scan: https://x.org)"),
        ("[NAME] is not a mark of its own, nor [X]", "[NAME] is not a mark of its own, nor [X]"),
    ],
)
def test_links_pictures_and_marks_are_words(text: str, line: str) -> None:
    assert seen(text) == line.split(" / ")


def test_a_table_stands_in_columns_where_they_fit() -> None:
    assert seen(FAMILY) == ["Name     Age", "Ana Lee  5    Edit (1)", "Bo       7"]
    markdown = "Name | What for\n-----|----\nAna Lee | rent and food for a month"
    assert seen(markdown, 28) == [
        "Name     What for",
        "",
        "Ana Lee  rent and food for a",
        "         month",
    ]


def test_a_table_is_told_row_by_row_where_it_does_not_fit_or_is_read_aloud() -> None:
    rows = ["Name: Ana Lee", "Age: 5", "Edit (1)", "", "Name: Bo", "Age: 7"]
    assert told(FAMILY) == rows
    assert seen(FAMILY, 14) == rows
    assert told("<table><tr><th>Born</th><td>1980</td></tr></table>") == ["Born: 1980"]
    assert told("<table><tr><td>a<td>b<td>c</table>") == ["a", "b", "c"]


def test_an_empty_table_is_said_to_be_so() -> None:
    assert seen("|Name|Age|\n|--|--|\n") == ["Name  Age", "(nothing here)"]
    assert told("|Name|Age|\n|--|--|\n") == ["Name, Age: (nothing here)"]
    assert seen("<table></table>") == []


def test_a_table_in_a_table_is_told_in_its_cell() -> None:
    inner = "<table><tr><td>in</td><td>side</td></tr></table>"
    assert seen(f"<table><tr><td>A</td><td>B{inner}</td></tr></table>") == ["A  B", "   in: side"]


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m",
        "\x1b[2J",
        "\x1b]0;title\x07",
        "\x1b]52;c;aGk=\x1b\\",
        "\x9b31m",
        "\x1bPq#0\x1b\\",
        "\x1bc",
        "\x07",
        "\b",
    ],
)
def test_control_sequences_are_taken_out_whole(sequence: str) -> None:
    assert seen(f"a{sequence}b") == ["ab"]
    assert bare(f"a{sequence}b") == "ab"


def test_a_control_character_hidden_in_a_tag_is_taken_out() -> None:
    assert seen('<img alt="a&#27;[31m&#155;b">') == ["(picture: a[31m›b)"]
    assert seen('<a href="https://x.org/&#27;]0;x&#7;">here</a>') == ["here (https://x.org/]0;x)"]


@given(st.text())
def test_what_is_printed_has_no_control_characters(text: str) -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", printable(text))


PIECES = st.sampled_from(
    "<table> </table> <tr> <td> </td> <th> <ul> <li> </ul> <p> </p> <div> </div> <b> </b> <a> </a> <pre> "
    "</pre> <br> <dd> <!-- <![CDATA[ <!x <?php - > word &amp; &#27; [FILE_x]".split(" ")
) | st.sampled_from(["<ol start=x>", "<div class='a b'>", "| a | b |\n|--|--|\n", "\n\n", "\n- ", "    "])


@given(st.lists(PIECES, max_size=25).map("".join), st.integers(24, 60))
def test_whatever_is_written_is_read_without_tags_and_fits(text: str, width: int) -> None:
    for lines in (seen(text, width), told(text, width)):
        for line in lines:
            assert width_of(line) <= width
            assert "\x1b" not in line
            assert not re.search(r"</?(table|t[drh]|ul|ol|li|p|div|b|a|pre|br|dd)\b[^<>]*>", line)


def test_a_label_is_one_line_without_marks() -> None:
    assert bare("<b>Yes</b>,\n*really* {now}") == "Yes, really now"
    assert bare("1. One") == "1. One"
    assert bare("5 * 3 * 2") == "5 * 3 * 2"
