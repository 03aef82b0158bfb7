"""PDF/A-2b, the kind that archives keep: who claims it, and how the claim is made.

The claim is only made of what is known to keep its rules: pages that
LibreOffice made for it, pictures in colours that screens have, and what this
package adds to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

PART, CONFORMANCE = "2", "B"
# Where in a colour profile the time of its making stands; it must not be the clock's.
_MADE = slice(24, 36)
_MIDNIGHT = bytes.fromhex("07b2 0001 0001 0000 0000 0000".replace(" ", ""))


def claims(pdf: Pdf) -> bool:
    """Whether a PDF says that it is PDF/A-2, of any level."""
    if "/Metadata" not in pdf.Root or "/OutputIntents" not in pdf.Root:
        return False
    return str(pdf.open_metadata().pdfa_status).startswith(PART)


def shows_screen_colours(pdf: Pdf) -> bool:
    """Whether a PDF of pictures has only greys and the colours of screens, not those of print."""
    from pikepdf import Name

    return all(
        picture.get("/ColorSpace") != Name.DeviceCMYK and not _is_of_four(picture.get("/ColorSpace"))
        for page in pdf.pages
        for picture in page.get_images().values()
    )


def _is_of_four(space: Object | None) -> bool:
    """Whether a colour space has a profile of four inks."""
    from pikepdf import Array, Stream

    if not isinstance(space, Array) or len(space) < 2 or not isinstance(space[1], Stream):
        return False
    return bool(space[1].get("/N") == 4)


def claim(pdf: Pdf, title: str = "", language: str = "") -> None:
    """Make a PDF say that it is PDF/A-2b, and that its colours are those of usual screens (sRGB)."""
    from pikepdf import Array, Dictionary, Name, String
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_MADE] = _MIDNIGHT
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name("/GTS_PDFA1"),
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_stream(bytes(profile), N=3),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as records:
        records["pdfaid:part"] = PART
        records["pdfaid:conformance"] = CONFORMANCE
        if title:
            records["dc:title"] = title
        if language:
            records["dc:language"] = {language}
