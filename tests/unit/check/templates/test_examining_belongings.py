"""What must not come along with a template is named, with the fix in Word's own terms."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from small_word_files import R, paragraph, run, word_file

from unbarred.documents import TemplateFault
from unbarred.documents.examining import examine

LINK = '<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'


def link(kind: str, target: str) -> str:
    return LINK.format(R=R, kind=kind, target=target)


def flaws(*blocks: str, **more: object) -> list[tuple[str, str]]:
    found = examine(word_file(*blocks, **more), "t.docx").flaws  # type: ignore[arg-type]
    return [(flaw.kind, f"{flaw.message} {flaw.mend}") for flaw in found]


def test_a_plain_file_has_none() -> None:
    page = link("hyperlink", "https://law.example/page")
    assert flaws("Words.", links=page, properties="<dc:title>Petition</dc:title>") == []


@pytest.mark.parametrize(
    ("kind", "target", "mend"),
    [
        ("image", "https://spy.example/pixel.png", "without Link to File"),
        ("attachedTemplate", "file:///C:/office/firm.dotm", "Manage: Templates"),
        ("oleObject", "https://spy.example/sheet.xlsx", "Edit Links to Files"),
        ("hyperlink", "file:///etc/passwd", "Remove Hyperlink"),
    ],
)
def test_links_to_elsewhere(kind: str, target: str, mend: str) -> None:
    [(found, message)] = flaws("Words.", links=link(kind, target))
    assert found == "external link"
    assert target in message
    assert mend in message


def field(*pieces: str) -> str:
    begin, end = (f'<w:fldChar w:fldCharType="{each}"/>' for each in ("begin", "end"))
    code = "".join(f'<w:instrText xml:space="preserve">{each}</w:instrText>' for each in pieces)
    return f"<w:r>{begin}{code}{end}</w:r>"


@pytest.mark.parametrize("code", ["INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO", "LINK"])
def test_fields_that_fetch(code: str) -> None:
    [(kind, message)] = flaws(paragraph("Page ", field(" PAGE "), field(f" {code[:3]}", f"{code[3:]} x ")))
    assert kind == "external link"
    assert f"The field {code} fetches" in message
    assert "Ctrl+Shift+F9" in message


def test_fields_that_only_count() -> None:
    assert flaws(paragraph('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')) == []


def test_objects_of_other_programs() -> None:
    found = flaws(
        "Words.", binary={"word/embeddings/oleObject1.bin": b"x", "word/activeX/activeX1.bin": b"x"}
    )
    assert [kind for kind, _ in found if kind == "embedded object"] == ["embedded object"] * 2
    assert any("word/embeddings/oleObject1.bin" in message for _, message in found)


def test_data_of_other_programs() -> None:
    found = flaws("Words.", binary={"customXml/item1.xml": b"<client>secret</client>"})
    assert ("custom XML", True) in [(kind, "Custom XML Data" in message) for kind, message in found]


def test_tracked_changes_are_one_finding() -> None:
    added = f'<w:ins w:id="1" w:author="A">{run("a")}</w:ins>'
    taken = '<w:del w:id="2" w:author="A"><w:r><w:delText>b</w:delText></w:r></w:del>'
    [(kind, message)] = flaws(paragraph("Here ", added, taken))
    assert kind == "tracked change"
    assert message.startswith("2 changes are still tracked.")
    assert "Accept All Changes" in message


def test_comments() -> None:
    note = f'<w:comment w:id="0" w:author="Ann">{paragraph("Ask her again")}</w:comment>'
    [(kind, message)] = [
        each for each in flaws("Words.", parts={"comments.xml": note}) if each[0] == "comment"
    ]
    assert kind == "comment"
    assert "Delete All Comments" in message
    assert "Ask her again" not in message


def test_hidden_text() -> None:
    [(kind, message)] = flaws(paragraph("Seen ", run("not seen", "<w:rPr><w:vanish/></w:rPr>")))
    assert (kind, "“not seen” is hidden" in message) == ("hidden text", True)
    assert flaws(paragraph(run("seen", '<w:rPr><w:vanish w:val="0"/></w:rPr>'))) == []


@pytest.mark.parametrize("style", ["Hidden", "Lower", "Round"])
def test_text_that_its_style_hides(style: str) -> None:
    hides = "<w:rPr><w:vanish/></w:rPr>"
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{about}</w:style>'
        for name, about in (
            ("Hidden", hides),
            ("Lower", '<w:basedOn w:val="Hidden"/>'),
            ("Round", '<w:basedOn w:val="Round"/>'),
        )
    )
    words = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run("not seen")}</w:p>'
    kinds = [kind for kind, _ in flaws(words, parts={"styles.xml": styles})]
    assert ("hidden text" in kinds) is (style != "Round")


def test_names_in_the_properties_are_told_without_the_name() -> None:
    [(kind, message)] = flaws("Words.", properties="<dc:creator>Ann Lawyer</dc:creator>")
    assert kind == "properties"
    assert "Ann" not in message
    assert "Inspect Document" in message


def test_what_word_itself_would_complain_of() -> None:
    twice = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>' * 2
    found = flaws(f"<w:p>{twice}</w:p>")
    assert found
    assert {kind for kind, _ in found} == {"against Word's rules"}


def test_a_macro_cannot_be_used_at_all() -> None:
    with pytest.raises(TemplateFault, match="It holds a macro"):
        examine(word_file("Words.", binary={"word/vbaProject.bin": b"x"}), "t.docm")


def test_a_document_type_is_not_followed() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'
    out = io.BytesIO(word_file("Words."))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/theme1.xml", bomb)
    found = [flaw for flaw in examine(out.getvalue(), "t.docx").flaws if flaw.kind == "damaged"]
    assert [flaw.message for flaw in found] == [
        "word/theme1.xml declares a document type, which no Word file does."
    ]


WHOLE = word_file("Dear {{ name }}", "{% if here %}", "{% endif %}", properties="<dc:title>Letter</dc:title>")


@example([(284, 0)])
@example([(1084, 0)])
@given(
    some.lists(some.tuples(some.integers(0, len(WHOLE) - 1), some.integers(0, 255)), min_size=1, max_size=20)
)
def test_any_damage_is_told_and_never_a_crash(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(WHOLE)
    for place, value in changes:
        damaged[place] = value
    with contextlib.suppress(TemplateFault):
        examine(bytes(damaged), "t.docx")
