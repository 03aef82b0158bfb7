"""Small real files to hand in where an interview asks for one, in a private temporary folder."""

from __future__ import annotations

import atexit
import mimetypes
import shutil
import tempfile
import wave
from collections.abc import Sequence
from functools import cache
from pathlib import Path


def signature() -> str:
    """Return the path of a picture of a signature."""
    return _made()["signature.png"]


def fitting(accepts: Sequence[str]) -> list[str]:
    """Return the paths of files that a field takes, all of them where it does not say what; never none."""
    paths = list(_made().values())
    return [path for path in paths if _is_accepted(path, accepts)] or paths


def _is_accepted(path: str, accepts: Sequence[str]) -> bool:
    kind = mimetypes.guess_type(path)[0] or ""
    return not accepts or any(
        path.endswith(each) if each.startswith(".") else kind.startswith(each.removesuffix("*"))
        for each in (each.strip().lower() for each in accepts)
    )


@cache
def _made() -> dict[str, str]:
    """Make the files; return their paths by name. The folder is removed as the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="unbarred-walk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _text(folder / "note.txt")
    _table(folder / "table.csv")
    _word(folder / "letter.docx")
    _picture(folder / "signature.png")
    _picture(folder / "photo.jpg")
    _pdf(folder / "paper.pdf")
    _sound(folder / "voice.wav")
    names = ("note.txt", "signature.png", "photo.jpg", "paper.pdf", "letter.docx", "table.csv", "voice.wav")
    return {name: str(folder / name) for name in names}


def _text(path: Path) -> None:
    path.write_text("A note.\n", encoding="utf-8")


def _table(path: Path) -> None:
    path.write_text("name,age\nRosa,41\n", encoding="utf-8")


def _word(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("A letter.")
    document.save(str(path))


def _picture(path: Path) -> None:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (120, 40), "white")
    ImageDraw.Draw(picture).line([(5, 30), (40, 8), (70, 30), (115, 12)], fill="black", width=2)
    picture.save(path)


def _pdf(path: Path) -> None:
    from PIL import Image

    pages = [Image.new("RGB", (120, 160), "white") for _ in range(6)]
    pages[0].save(path, save_all=True, append_images=pages[1:])


def _sound(path: Path) -> None:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(1600))
