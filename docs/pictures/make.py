"""Makes the pictures of the README from the program itself.

`screen.svg` and `law.svg` are what a terminal of 80 columns shows; `packet.png`
is the first pages of the example's papers; `sheet.png` the beginning of a batch's
workbook. Needs LibreOffice and pdftoppm.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

import pexpect
import pyte
from PIL import Image, ImageDraw, ImageOps

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
UNBARRED = Path(sys.executable).with_name("unbarred")
EXAMPLE = ROOT / "examples" / "rosa-example.yml"

COLUMNS = 80
CHARACTER, LINE = 8.4, 18
PAPER, INK, FAINT = "#ffffff", "#1a1a1a", "#8a8a8a"

PAGES = ("0-", "1-", "2-", "4-")
"""How the papers begin whose first pages are shown."""
PAGE_WIDTH, GAP = 420, 24

SHEET_PART, SHEET_WIDTH = "A1:I7", 1400


def main() -> None:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["UNBARRED_HOME"] = folder
        # A day that does not exist, so that the picture shows what then happens.
        asked = screen_of(session_at("custody-dates"), lines=16, typed="6/31/2027\r")
        (HERE / "screen.svg").write_text(as_svg(asked, "A question in a terminal"))
        told = screen_of(session_at("standing"), lines=26)
        (HERE / "law.svg").write_text(as_svg(told, "What the law says, in a terminal"))
        packet(Path(folder) / "packet").save(HERE / "packet.png", optimize=True)
        sheet(Path(folder) / "intake.xlsx").save(HERE / "sheet.png", optimize=True)


def session_at(screen: str) -> str:
    """Save a session of the example that waits at `screen`; return its name."""
    from unbarred.answers.answer_file import load
    from unbarred.sessions import Session, shelf
    from unbarred.sessions.unattended import fill

    answers = load(EXAMPLE)
    assert answers.as_of is not None
    folder = shelf.new_folder(answers.interview, answers.as_of)
    arguments = {"place": answers.jurisdiction, "as_of": answers.as_of.isoformat()}
    session = Session.begin(folder, answers.interview, arguments)
    assert not fill(session, answers.answers)
    while screen not in session.screen.id:
        assert session.back(), f"the example does not come by {screen}"
    session.close()
    return folder.name


def screen_of(session: str, *, lines: int, typed: str = "") -> pyte.Screen:
    """Go on with `session`, type something in place of what stands there, and return what is shown then."""
    screen = pyte.Screen(COLUMNS, lines)
    stream = pyte.Stream(screen)
    environment = {**os.environ, "TERM": "xterm-256color"}
    child = pexpect.spawn(
        str(UNBARRED), ["resume", session], dimensions=(lines, COLUMNS), env=environment, encoding="utf-8"
    )
    settle(child, stream)
    if typed:
        child.send("\x15" + typed)
        settle(child, stream)
    child.close(force=True)
    return screen


def settle(child: pexpect.spawn[str], stream: pyte.Stream, quiet: float = 1.0) -> None:
    """Feed what the program writes to the terminal until it has been quiet for `quiet` seconds."""
    last = time.monotonic()
    while time.monotonic() - last < quiet:
        try:
            stream.feed(child.read_nonblocking(65536, timeout=0.1))
            last = time.monotonic()
        except pexpect.TIMEOUT:
            continue


def as_svg(screen: pyte.Screen, title: str) -> str:
    """Return the screen as a picture of text, which stays sharp and can be read aloud."""
    rows = max(number for number, line in enumerate(screen.display) if line.strip()) + 1
    width, height = COLUMNS * CHARACTER + 24, rows * LINE + 56
    texts = "".join(texts_of(screen, row) for row in range(rows))
    label = escape("\n".join(line.rstrip() for line in screen.display[:rows]))
    dots = "".join(f'<circle cx="{20 + 18 * n}" cy="16" r="5" fill="{FAINT}"/>' for n in range(3))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width:g} {height}" '
        f'width="{width:g}" height="{height}"><title>{title}</title><desc>{label}</desc>'
        f'<rect x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1}" rx="8" fill="{PAPER}" '
        f'stroke="{FAINT}"/>{dots}'
        f'<g font-family="ui-monospace, Menlo, Consolas, \'Liberation Mono\', monospace" font-size="14" '
        f'fill="{INK}">{texts}</g></svg>\n'
    )


def texts_of(screen: pyte.Screen, row: int) -> str:
    """Return one line: a piece of text for each run of letters that look alike."""
    pieces = []
    for column, text, style in runs(screen, row):
        if text.strip():
            x, y = 12 + column * CHARACTER, 50 + row * LINE
            pieces.append(
                f'<text x="{x:g}" y="{y}" textLength="{len(text) * CHARACTER:g}" xml:space="preserve"{style}>'
                f"{escape(text)}</text>"
            )
    return "".join(pieces)


def runs(screen: pyte.Screen, row: int) -> Iterator[tuple[int, str, str]]:
    """Yield column, text and style of each run, without the blanks that follow it."""
    cells = [screen.buffer[row][column] for column in range(COLUMNS)]
    column = 0
    for style, group in groupby(cells, key=style_of):
        text = "".join(cell.data for cell in group)
        lead = len(text) - len(text.lstrip())
        yield column + lead, text.strip(), style
        column += len(text)


def style_of(cell: pyte.screens.Char) -> str:
    """Return the SVG attributes that a cell's look needs."""
    bold = ' font-weight="bold"' if cell.bold else ""
    return bold + (' text-decoration="underline"' if cell.underscore else "")


def packet(folder: Path) -> Image.Image:
    """Make the example's packet and return the first pages of some of its papers, side by side."""
    command = [UNBARRED, "start", "clemency/commutation", "--answers", EXAMPLE, "--out", folder]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    papers = [path for path in sorted(folder.glob("*.docx")) if path.name.startswith(PAGES)]
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, *papers],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return side_by_side([first_page(paper.with_suffix(".pdf")) for paper in papers])


def sheet(file: Path) -> Image.Image:
    """Make the workbook of an interview, and return its first columns with the letters above them."""
    from openpyxl import load_workbook

    command = [UNBARRED, "batch", "sheet", "clemency/commutation", "--in", "us-ny", "-o", file]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    book = load_workbook(file)
    for other in book.worksheets:
        other.sheet_state = "visible" if other.title == "Clients" else "hidden"
    book.active = book["Clients"]
    shown = book["Clients"]
    shown.print_area = SHEET_PART
    shown.print_options.headings = shown.print_options.gridLines = True
    shown.sheet_properties.pageSetUpPr.fitToPage = True
    book.save(file)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", file.parent, file],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    page = first_page(file.with_suffix(".pdf"), SHEET_WIDTH)
    edges = ImageOps.invert(page).getbbox()
    assert edges is not None
    return ImageOps.expand(page.crop(edges), 8, 255).quantize(16, dither=Image.Dither.NONE)


def first_page(pdf: Path, width: int = PAGE_WIDTH) -> Image.Image:
    """Return the first page as a picture so many pixels wide."""
    stem = pdf.with_suffix("")
    scale = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-f", "1", *scale, pdf, stem], check=True)
    return Image.open(stem.with_suffix(".png")).convert("L")


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return the pages in one row, each with a thin edge."""
    height = max(page.height for page in pages)
    picture = Image.new("L", (len(pages) * (PAGE_WIDTH + GAP) + GAP, height + 2 * GAP), 236)
    draw = ImageDraw.Draw(picture)
    for number, page in enumerate(pages):
        left = GAP + number * (PAGE_WIDTH + GAP)
        picture.paste(page, (left, GAP))
        draw.rectangle((left - 1, GAP - 1, left + page.width, GAP + page.height), outline=150)
    return picture.quantize(16)


if __name__ == "__main__":
    main()
