"""Pictures in whose files words hide, beside what they show."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def png(kind: bytes, text: bytes) -> bytes:
    """Return a PNG with a part of this kind: `tEXt`, `zTXt`."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (kind, text), (b"IDAT", zlib.compress(bytes(2))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_part, *zip(*parts, strict=True)))


def _part(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))


def jpeg(title: str = "", comment: str = "") -> bytes:
    """Return a JPEG with a title, as a camera writes it, or a comment."""
    picture, file = Image.new("RGB", (8, 8)), io.BytesIO()
    exif = picture.getexif()
    if title:
        exif[0x010E] = title
    picture.save(file, "JPEG", exif=exif, comment=comment.encode())
    return file.getvalue()


def svg(inner: str) -> bytes:
    """Return an SVG."""
    return f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode()
