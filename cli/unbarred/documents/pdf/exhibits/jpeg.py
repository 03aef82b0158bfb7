"""Takes out of a JPEG what is not the picture: where and when it was taken, with what, a small copy of it."""

from __future__ import annotations

START = b"\xff\xd8"
END = 0xD9
SCAN = 0xDA
# Start of image, end, restarts, and a stray byte: markers without a length.
BARE = {0x01, *range(0xD0, 0xDA)}
# JFIF's own header, the colour profile, and how Adobe's programs coded the colours.
KEPT_HEADERS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
COMMENT = 0xFE


def without_metadata(content: bytes) -> bytes:
    """Return a JPEG with the same picture and no EXIF, XMP, comments, or second picture after it.

    The coded picture itself is not touched, and a torn one stays torn. What is no JPEG comes back as it is.
    """
    if not content.startswith(START):
        return content
    out = bytearray(START)
    at = 2
    while 0 <= (at := content.find(b"\xff", at)) < len(content) - 1:
        marker = content[at + 1]
        if marker in {0, 0xFF}:
            at += 1
        elif marker == END:
            return bytes(out + b"\xff\xd9")
        elif marker in BARE:
            out += content[at : at + 2]
            at += 2
        else:
            end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
            if marker == SCAN:
                end = _end_of_scan(content, end)
            if _is_kept(marker, content[at + 4 : end]):
                out += content[at:end]
            at = end
    return bytes(out)


def _is_kept(marker: int, payload: bytes) -> bool:
    if marker == COMMENT:
        return False
    if 0xE0 <= marker <= 0xEF:
        wanted = KEPT_HEADERS.get(marker)
        return wanted is not None and payload.startswith(wanted)
    return True


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next marker stands after coded data: 0xFF, then neither zero nor a restart."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        following = content[at + 1]
        if following != 0 and not 0xD0 <= following <= 0xD7 and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2
    return len(content)
