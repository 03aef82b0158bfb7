"""Tracked changes of what is not text: notes, pictures, text boxes, fields, links."""

from __future__ import annotations

import pytest
from deciding import parts
from small_papers import Paper, R, W, made, paragraph
from test_tracking import check

from unbarred.documents import TemplateFault
from unbarred.documents.comparing.tracking.writing import tracked

NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"


def noted(*notes: str) -> dict[str, bytes]:
    """Return the part with these footnotes, numbered from 1."""
    lines = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, start=1)
    )
    return {"word/footnotes.xml": f"<w:footnotes {NAMES}>{lines}</w:footnotes>".encode()}


def sign(number: int) -> str:
    return f'⟨<w:footnoteReference w:id="{number}"/>⟩'


def test_a_note_that_changed_is_changed_in_its_place() -> None:
    papers = [
        Paper([paragraph("I ask.", sign(1), " Now.")], more=noted(f"See page {page} of the record."))
        for page in (3, 4)
    ]
    result = check(*map(made, papers))
    note = parts(result)["word/footnotes.xml"][1]
    assert [each.text for each in note.iter(f"{{{W}}}delText")] == ["3"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_note_comes_and_goes_with_its_sign(turned: bool) -> None:
    one = Paper([paragraph("I ask.", sign(1))], more=noted("The second of two."))
    two = Paper(
        [paragraph("I ask.", sign(1), " Yes.", sign(2))], more=noted("A new one.", "The second of two.")
    )
    check(*map(made, (two, one) if turned else (one, two)))


def test_the_only_note_goes_where_no_notes_are_left() -> None:
    check(
        made(Paper([paragraph("I ask.", sign(1))], more=noted("Gone."))), made(Paper([paragraph("I ask.")]))
    )


def picture(name: str) -> str:
    inner = f'<a:blip xmlns:a="{DRAWN}/main" r:embed="media/{name}"/>'
    properties = f'<wp:docPr xmlns:wp="{DRAWN}/wordprocessingDrawing" id="1" name="x"/>'
    return f"⟨<w:drawing>{properties}{inner}</w:drawing>⟩"


def test_a_picture_that_was_replaced_is_there_in_both_papers() -> None:
    papers = [
        made(Paper([paragraph("My son:", picture("a"))], more={"word/media/a.png": content}))
        for content in (b"an older picture", b"a newer picture")
    ]
    result = parts(check(*papers))
    shown = [each.get(f"{{{R}}}embed") for each in result["word/document.xml"].iter(f"{{{DRAWN}/main}}blip")]
    targets = {each.get("Id"): each.get("Target") for each in result["word/_rels/document.xml.rels"]}
    assert [targets[each] for each in shown] == ["media/a-before.png", "media/a.png"]
    numbers = [each.get("id") for each in result["word/document.xml"].iter() if each.tag.endswith("docPr")]
    assert len(set(numbers)) == 2


def test_the_same_picture_under_another_name_is_no_change() -> None:
    papers = [
        made(Paper([paragraph(picture(name))], more={f"word/media/{name}.png": b"a picture"}))
        for name in "ab"
    ]
    assert not list(parts(check(*papers))["word/document.xml"].iter(f"{{{W}}}ins"))


def test_a_header_with_a_picture_is_taken_out_with_it() -> None:
    running = {"header": {"default": picture("a")}}
    of_the_header = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="media/a" Type="{R}/image" '
        'Target="media/a.png"/></Relationships>'
    )
    more = {
        "word/_rels/header-default.xml.rels": of_the_header.encode(),
        "word/media/a.png": b"a picture",
    }
    result = check(made(Paper([paragraph("x")], running, more)), made(Paper([paragraph("x")])))
    (related,) = parts(result)["word/_rels/header-default.xml.rels"]
    # LibreOffice opens no paper in which these have a prefix.
    assert (related.get("Target"), related.prefix) == ("media/a.png", None)


def box(words: str) -> str:
    inner = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    return f"⟨<w:pict>{inner}</w:pict>⟩"


def test_words_in_a_text_box_are_tracked_in_the_box() -> None:
    papers = [made(Paper([paragraph("Above", box(f"Copy {words}"))])) for words in ("one", "two")]
    document = parts(check(*papers))["word/document.xml"]
    inner = next(document.iter(f"{{{W}}}txbxContent"))
    assert [each.text for each in inner.iter(f"{{{W}}}delText")] == ["one"]
    assert next(document.iter(f"{{{W}}}ins")).getparent().getparent() is inner


def test_a_text_box_can_be_taken_out_and_put_in() -> None:
    with_box, without = made(Paper([paragraph("Above", box("Inside"))])), made(Paper([paragraph("Above")]))
    check(with_box, without)
    check(without, with_box)


SIMPLE = '⟨</w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r>⟩'
LINK = '⟨</w:r><w:hyperlink r:id="x"><w:r><w:t>a page</w:t></w:r></w:hyperlink><w:r>⟩'
FIELD = (
    '⟨<w:fldChar w:fldCharType="begin"/><w:instrText>REF place</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/>⟩'
)


@pytest.mark.parametrize("thing", [FIELD, LINK])
def test_fields_and_links_are_put_in_and_taken_out_whole(thing: str) -> None:
    with_it, without = made(Paper([paragraph("See ", thing, ".")])), made(Paper([paragraph("See ", ".")]))
    check(with_it, without)
    check(without, with_it)


@pytest.mark.parametrize("there", [("See ", "."), ()])
def test_a_simple_field_becomes_runs_when_it_is_tracked(there: tuple[str, ...]) -> None:
    # As a field of one element it could neither be put in nor taken out.
    with_it, without = made(Paper([paragraph("See ", SIMPLE, ".")])), made(Paper([paragraph(*there)]))
    for before, after in ((with_it, without), (without, with_it)):
        document = parts(tracked(before, after, ("a", "b")))["word/document.xml"]
        assert not list(document.iter(f"{{{W}}}fldSimple"))
        assert len(list(document.iter(f"{{{W}}}fldChar"))) == 3


def test_a_tracked_paper_can_be_compared_again() -> None:
    one, two, three = (
        made(Paper([paragraph(words), paragraph("The end.")]))
        for words in ("I ask.", "I do ask.", "I still ask.")
    )
    assert check(tracked(one, two, ("a", "b")), three) == check(two, three)


def test_lists_and_styles_that_the_newer_paper_lacks_are_left_behind() -> None:
    form = '<w:pPr><w:pStyle w:val="Own"/><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    numbered = f"⟨</w:r></w:p><w:p>{form}<w:r><w:t>x</w:t>⟩"
    before = made(Paper([paragraph(numbered), paragraph("The end.")]))
    document = parts(tracked(before, made(Paper([paragraph("The end.")])), ("a", "b")))["word/document.xml"]
    assert not list(document.iter(f"{{{W}}}numPr", f"{{{W}}}pStyle"))


def test_what_is_no_word_file_is_named() -> None:
    paper = made(Paper([paragraph("The end.")]))
    with pytest.raises(TemplateFault, match="older"):
        tracked(b"%PDF-1.7", paper, ("older", "newer"))
    with pytest.raises(TemplateFault, match="newer"):
        tracked(paper, paper[:-30], ("older", "newer"))
