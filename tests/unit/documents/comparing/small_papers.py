"""Word files of a few lines, made from text alone, and rows of them for hypothesis."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from hypothesis import strategies as st

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = ("Normal", "Heading1", "Quote")

Paragraph = tuple[str, tuple[str, ...]]
"""A style and the texts of the runs; every second run is bold."""
Row = tuple[tuple[Paragraph, ...], ...]
Block = Paragraph | list[Row]


@dataclass(frozen=True)
class Paper:
    """What a small paper holds. `running` has headers and footers: `{"header": {"default": "…"}}`."""

    blocks: Sequence[Block]
    running: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    more: Mapping[str, bytes] = field(default_factory=dict)
    """Parts besides, by name, such as `word/footnotes.xml`."""


def paragraph(*runs: str, style: str = "Normal") -> Paragraph:
    return style, runs


def paragraph_xml(written: Paragraph) -> str:
    style, runs = written
    inner = "".join(
        f"<w:r>{'<w:rPr><w:b/></w:rPr>' * (at % 2)}{leaves(text)}</w:r>" for at, text in enumerate(runs)
    )
    form = "" if style == "Normal" else f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f"<w:p>{form}{inner}</w:p>"


def leaves(text: str) -> str:
    """Return the elements of a text in which tabs, line breaks, `{PAGE}` and raw `⟨elements⟩` may stand."""
    if text.startswith("⟨"):
        return text[1:-1]
    words = escape(text, quote=False).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f"<w:t>{words}</w:t>".replace("<w:t>", '<w:t xml:space="preserve">')


def table_xml(rows: list[Row]) -> str:
    cells = [
        "".join(f"<w:tc><w:tcPr/>{''.join(map(paragraph_xml, cell))}</w:tc>" for cell in row) for row in rows
    ]
    grid = "<w:gridCol/>" * max(len(row) for row in rows)
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def style_xml(style: str) -> str:
    default = ' w:default="1"' if style == "Normal" else ""
    name = f'<w:name w:val="{style.replace("1", " 1")}"/>'
    return f'<w:style w:type="paragraph" w:styleId="{style}"{default}>{name}</w:style>'


def made(paper: Paper) -> bytes:
    """Return the DOCX of a paper."""
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    body = "".join(
        table_xml(each) if isinstance(each, list) else paragraph_xml(each) for each in paper.blocks
    )
    styles = "".join(map(style_xml, STYLES))
    parts = {"word/styles.xml": f"<w:styles {names}>{styles}</w:styles>"}
    section = ""
    for kind, pages in paper.running.items():
        for page, text in pages.items():
            name = f"{kind}-{page}"
            root = "hdr" if kind == "header" else "ftr"
            parts[f"word/{name}.xml"] = f"<w:{root} {names}>{paragraph_xml(paragraph(text))}</w:{root}>"
            section += f'<w:{kind}Reference w:type="{page}" r:id="{name}"/>'
    parts["word/document.xml"] = (
        f"<w:document {names}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    )
    return packed({**{name: text.encode() for name, text in parts.items()}, **paper.more})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the DOCX of these parts, with types and relationships for them."""
    beside = [name for name in parts if name != "word/document.xml" and "/_rels/" not in name]
    kinds = {name: name.removeprefix("word/").partition(".")[0].partition("-")[0] for name in beside}
    kinds = {name: "image" if kind.startswith("media") else kind for name, kind in kinds.items()}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD}.{kinds.get(name, "document.main")}+xml"/>'
        for name in parts
        if name.endswith(".xml")
    )
    related = "".join(
        f'<Relationship Id="{name.removeprefix("word/").partition(".")[0]}" Type="{R}/{kinds[name]}" '
        f'Target="{name.removeprefix("word/")}"/>'
        for name in beside
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
        "</Relationships>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in {**{key: text.encode() for key, text in files.items()}, **parts}.items():
            archive.writestr(name, content)
    return out.getvalue()


WORDS = [
    "I",
    "was",
    "there.",
    "Mr. Sample",
    "said so.",
    "&",
    "<b>",
    "No. 7",
    "10",
    "the",
    "My son\tTom",
    "a\nb",
    "é",
]
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: " ".join(words) + " ")
PARAGRAPHS = st.tuples(st.sampled_from(STYLES), st.lists(TEXT, max_size=3).map(tuple))
CELLS = st.lists(PARAGRAPHS, min_size=1, max_size=2).map(tuple)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3)
RUNNING = st.dictionaries(
    st.sampled_from(["header", "footer"]),
    st.dictionaries(st.sampled_from(["default", "first"]), TEXT, min_size=1, max_size=2),
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Paper, Paper]:
    """Draw two papers that have some of their paragraphs and tables in common."""
    pool = draw(st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, TABLES), min_size=1, max_size=6))
    papers = []
    for _ in range(2):
        some = draw(st.lists(st.one_of(st.sampled_from(pool), PARAGRAPHS), max_size=7))
        # Word ends every document with a paragraph.
        papers.append(
            Paper([*some, draw(st.one_of(st.just(("Normal", ("The end.",))), PARAGRAPHS))], draw(RUNNING))
        )
    return papers[0], papers[1]
