"""What is said when the packet is made."""

from __future__ import annotations

import dataclasses
import io
import subprocess
import sys

from unbarred.terminal import Packet, Paper, announce

PACKET = Packet(
    folder="packet-2026-11-21",
    papers=(
        Paper("Application to the Governor", 3),
        Paper("Personal statement", 11),
        Paper("List of supporters, with a sheet to hand to each of them", 1),
    ),
    blanks=2,
    to_check=1,
    next_steps=("sign page 3 before a notary", "send to the office on page 1"),
    open_first="0-Next-steps.docx",
)


def said(packet: Packet, *, plain: bool = False, width: int = 80) -> str:
    out = io.StringIO()
    announce(packet, plain=plain, out=out, width=width)
    return out.getvalue()


def test_the_papers_stand_in_columns() -> None:
    assert said(PACKET) == (
        " Your packet is ready: 3 papers, 15 pages, in packet-2026-11-21/\n"
        "\n"
        "   1  Application to the Governor                                3 pages\n"
        "   2  Personal statement                                        11 pages\n"
        "   3  List of supporters, with a sheet to hand to each of them    1 page\n"
        "\n"
        " Still to complete by hand: 2 places.\n"
        " Check before filing: 1 point (marked in the next steps).\n"
        "\n"
        " Next:\n"
        " - sign page 3 before a notary\n"
        " - send to the office on page 1\n"
        " Open “0-Next-steps.docx” first.\n"
    )


def test_how_to_use_the_answers_again_comes_last() -> None:
    text = said(dataclasses.replace(PACKET, use_again="unbarred start INTERVIEW --from 7kqm"))
    last = " To use these answers again, type: unbarred start INTERVIEW --from 7kqm\n"
    assert text == f"{said(PACKET)}\n{last}"


def test_a_narrow_window_is_kept_to() -> None:
    text = said(PACKET, width=40)
    assert max(map(len, text.splitlines())) <= 40
    assert "with a sheet to hand to each of them" in " ".join(text.replace("1 page\n", "").split())


def test_plain_mode_says_it_in_words() -> None:
    text = said(PACKET, plain=True)
    assert "2. Personal statement, 11 pages\n" in text
    assert not any(line.startswith(" ") for line in text.splitlines())


def test_what_is_not_known_is_not_said() -> None:
    text = said(Packet("out/", (Paper("Letter"),)))
    assert text == " Your packet is ready: 1 paper, in out/\n\n   1  Letter\n"


def test_the_pdf_is_named_with_its_pages_and_what_is_not_filed_has_none() -> None:
    papers = (Paper("Application to the Governor", 3), Paper("Next steps"))
    text = said(Packet("packet", papers, blanks=1, pdf="packet.pdf", pdf_pages=5))
    assert text == (
        " Your packet is ready: 2 papers, in packet/\n"
        "\n"
        "   1  Application to the Governor  3 pages\n"
        "   2  Next steps\n"
        "\n"
        " All that is filed stands in order in packet.pdf: 5 pages.\n"
        "\n"
        " Still to complete by hand: 1 place.\n"
    )


def test_the_package_is_light_until_a_screen_is_shown() -> None:
    script = "import sys, unbarred.terminal; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"prompt_toolkit", "rich", "markdown_it", "wcwidth", "asyncio"} & set(loaded.stdout.split())
