"""What a JPEG tells besides its picture."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from unbarred.documents.pdf.exhibits.jpeg import without_metadata

GPS = 0x8825
MAKER, TAKEN, PLACE = 0x10F, 0x132, "Bedford Hills"


def photograph(**options: object) -> bytes:
    """A photograph that tells where it was taken, of something that is not all one colour."""
    exif = Image.Exif()
    exif[MAKER], exif[TAKEN] = "Secret Camera", "2026:01:02 03:04:05"
    exif.get_ifd(GPS)[29] = "2026:01:02"
    picture = Image.effect_noise((64, 48), 80).convert("RGB")
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=PLACE.encode(), **options)
    return out.getvalue()


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"subsampling": 0}, {"restart_marker_rows": 1}]
)
def test_a_photograph_keeps_its_picture_and_loses_what_it_tells(options: dict[str, object]) -> None:
    before = photograph(**options)
    after = without_metadata(before)
    for secret in (b"Secret Camera", b"2026:01:02", PLACE.encode(), b"Exif"):
        assert secret in before
        assert secret not in after
    assert Image.open(io.BytesIO(after)).tobytes() == Image.open(io.BytesIO(before)).tobytes()


def test_colours_stay_what_they_were() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    after = Image.open(io.BytesIO(without_metadata(photograph(icc_profile=profile))))
    assert after.info["icc_profile"] == profile


def test_a_second_picture_after_the_first_is_left_out() -> None:
    first, second = photograph(), photograph()
    after = without_metadata(first + second)
    assert after == without_metadata(first)


def test_inks_of_four_colours_stay_marked_as_they_were_coded() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (8, 8), (10, 200, 30, 0)).save(out, "JPEG")
    assert Image.open(io.BytesIO(without_metadata(out.getvalue()))).info["adobe"] == 100


@given(st.binary(max_size=300))
def test_what_is_no_jpeg_comes_back_as_it_is(content: bytes) -> None:
    assert without_metadata(b"\x89" + content) == b"\x89" + content


@given(st.binary(max_size=300))
def test_no_content_becomes_longer(content: bytes) -> None:
    assert len(without_metadata(b"\xff\xd8" + content)) <= len(content) + 2


@pytest.mark.parametrize("lost", [2, 100, 1000])
def test_a_torn_photograph_tells_nothing_either(lost: int) -> None:
    torn = photograph(quality=95)[:-lost]
    assert b"Secret Camera" not in without_metadata(torn)
    assert torn.endswith(without_metadata(torn)[-500:])
