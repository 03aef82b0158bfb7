"""Accepts or refuses all tracked changes of a paper, by the format's rules, whoever made them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def parts(content: bytes) -> dict[str, Any]:
    """Return the parts of a paper that are XML, parsed strictly."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == len(archive.namelist())
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def decided(content: bytes, *, accept: bool) -> dict[str, list[Any]]:
    """Return what the paper says once all its changes are accepted, or refused."""
    found = parts(content)
    for root in found.values():
        _decide(root, "del" if accept else "ins", "ins" if accept else "del", accept=accept)
    return _said(found)


def said(content: bytes) -> dict[str, list[Any]]:
    """Return what a paper says: its stories, each as paragraphs (style and text) and tables of cells."""
    return _said(parts(content))


def _decide(root: Any, drop: str, keep: str, *, accept: bool) -> None:
    _drop_rows(root, drop)
    if not accept:
        for change in list(root.iter(W + "pPrChange")):
            form = change.getparent()
            marks = [each for each in form if each.tag == W + "rPr"]
            form[:] = [*change[0], *marks]
    unended = [each for each in root.iter(W + "p") if each.find(f"{W}pPr/{W}rPr/{W}{drop}") is not None]
    for element in _around_runs(root, drop):
        element.getparent().remove(element)
    for element in _around_runs(root, keep):
        holder = element.getparent()
        at = holder.index(element)
        holder[at : at + 1] = list(element)
    for paragraph in unended:
        _join(paragraph)


def _drop_rows(root: Any, drop: str) -> None:
    for row in list(root.iter(W + "tr")):
        if row.find(f"{W}trPr/{W}{drop}") is not None:
            row.getparent().remove(row)
    for table in list(root.iter(W + "tbl")):
        if not list(table.iter(W + "tr")):
            table.getparent().remove(table)


def _around_runs(root: Any, name: str) -> list[Any]:
    return [each for each in root.iter(W + name) if each.getparent().tag not in (W + "rPr", W + "trPr")]


def _join(paragraph: Any) -> None:
    """Join a paragraph that has lost its end with the next one; before a table it goes if it is empty.

    The last paragraph of a story or cell cannot go.
    """
    content = [each for each in paragraph if each.tag != W + "pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == W + "p":
        at = 1 if following.find(W + "pPr") is not None else 0
        following[at:at] = content
        paragraph.getparent().remove(paragraph)
    elif not content and following is not None and following.tag == W + "tbl":
        paragraph.getparent().remove(paragraph)


def _said(found: dict[str, Any]) -> dict[str, list[Any]]:
    document = found["word/document.xml"]
    notes = {name: root for name, root in found.items() if name.startswith("word/footnotes")}
    footnotes = {note.get(W + "id"): note for root in notes.values() for note in root}
    stories = {"body": _blocks(document.find(W + "body"), footnotes)}
    targets = {
        each.get("Id"): f"word/{each.get('Target')}"
        for each in found.get("word/_rels/document.xml.rels", [])
        if each.get("TargetMode") != "External"
    }
    for number, section in enumerate(document.iter(W + "sectPr")):
        for reference in section.iter(W + "headerReference", W + "footerReference"):
            name = f"{reference.tag.removeprefix(W)} {reference.get(W + 'type')} {number}"
            blocks = _blocks(found[targets[reference.get(R + "id")]], footnotes)
            if any(text for _, text in blocks):
                stories[name] = blocks
    return stories


def _blocks(holder: Any, footnotes: dict[str, Any]) -> list[Any]:
    found: list[Any] = []
    for block in holder:
        if block.tag == W + "p":
            style = block.find(f"{W}pPr/{W}pStyle")
            found.append((style.get(W + "val") if style is not None else "", _text(block, footnotes)))
        elif block.tag == W + "tbl":
            cells = [
                [_blocks(cell, footnotes) for cell in row.iter(W + "tc") if _nearest(cell, "tr") is row]
                for row in block.iter(W + "tr")
                if _nearest(row, "tbl") is block
            ]
            found.append(("table", cells))
    return found


def _nearest(element: Any, name: str) -> Any:
    return next(element.iterancestors(W + name))


def _text(paragraph: Any, footnotes: dict[str, Any]) -> str:
    text = ""
    for each in paragraph.iter():
        if _nearest_paragraph(each) is not paragraph or next(each.iterancestors(FALLBACK), None) is not None:
            continue
        name = each.tag.rpartition("}")[2]
        if name in ("t", "delText") and each.getparent().tag == W + "r":
            text += each.text or ""
        elif name in ("instrText", "delInstrText"):
            text += f"<{(each.text or '').strip()}>"
        elif name == "fldSimple":
            text += f"<{each.get(W + 'instr').strip()}>"
        elif name in ("tab", "br") and each.getparent().tag == W + "r":
            text += {"tab": "\t", "br": "\n"}[name]
        elif name == "footnoteReference":
            text += f"<note: {_blocks(footnotes[each.get(W + 'id')], {})}>"
        elif name == "txbxContent":
            text += f"<box: {_blocks(each, footnotes)}>"
        elif name == "blip":
            text += "<picture>"
    return text


def _nearest_paragraph(element: Any) -> Any:
    if element.tag == W + "txbxContent":
        return next(element.iterancestors(W + "p"))
    for above in element.iterancestors(W + "p", W + "txbxContent"):
        return above
    return None
