"""Fillable forms made on the spot, with what real ones of courts have."""

from __future__ import annotations

import io
import warnings
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

READ_ONLY, REQUIRED, MULTILINE, PASSWORD = 1, 1 << 1, 1 << 12, 1 << 13
RADIO, PUSH, COMBO, EDITABLE, SEVERAL, COMB = 1 << 15, 1 << 16, 1 << 17, 1 << 18, 1 << 21, 1 << 24
Rect = tuple[float, float, float, float]


class FormMaker:
    """A form in the making; pages are Letter, and each field has the words of its name printed above."""

    def __init__(self, *, pages: int = 1, is_tagged: bool = False) -> None:
        self.pdf = pikepdf.Pdf.new()
        self.pdf.docinfo["/Title"] = "Petition for a shorter sentence"
        font = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
            )
        )
        self.font = font
        for _ in range(pages):
            page = self.pdf.add_blank_page(page_size=(612, 792))
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Annots = Array()
        self.pdf.Root.AcroForm = self.pdf.make_indirect(
            Dictionary(Fields=Array(), DR=Dictionary(Font=Dictionary(Helv=font)), DA=String("/Helv 0 Tf 0 g"))
        )
        self.tree: Dictionary | None = None
        if is_tagged:
            self._begin_tags()

    @property
    def form(self) -> Dictionary:
        return self.pdf.Root.AcroForm

    def text(self, name: str, rect: Rect, *, page: int = 0, flags: int = 0, **more: Any) -> Dictionary:
        """Add a text field; `more` are keys of its dictionary."""
        self._print(name, rect, page)
        return self.add(self.widget(rect, page, FT=Name.Tx, T=String(name), Ff=flags, **more), page)

    def check(self, name: str, rect: Rect, *, on: str = "Yes", page: int = 0, **more: Any) -> Dictionary:
        """Add a check box with two pictures."""
        self._print(name, rect, page)
        return self.add(
            self.widget(
                rect, page, FT=Name.Btn, T=String(name), AS=Name.Off, AP=self.boxes(rect, on), **more
            ),
            page,
        )

    def radio(self, name: str, rects: dict[str, Rect], *, page: int = 0, **more: Any) -> Dictionary:
        """Add a group of boxes of which one is marked: their states, and where each stands."""
        group = self.pdf.make_indirect(
            Dictionary(FT=Name.Btn, Ff=RADIO, T=String(name), Kids=Array(), **more)
        )
        for on, rect in rects.items():
            self._print(on, rect, page)
            kid = self.widget(rect, page, AS=Name.Off, AP=self.boxes(rect, on), Parent=group)
            group.Kids.append(kid)
            self.pdf.pages[page].obj.Annots.append(kid)
        self.form.Fields.append(group)
        return group

    def choice(
        self, name: str, rect: Rect, options: list[Any], *, flags: int = COMBO, page: int = 0
    ) -> Dictionary:
        """Add a list to choose from; an option is a text, or what is kept and what is shown."""
        self._print(name, rect, page)
        listed = Array(
            [Array([String(a), String(b)]) if isinstance(o, tuple) else String(o) for o in options
             for a, b in [o if isinstance(o, tuple) else ("", "")]]
        )  # fmt: skip
        return self.add(self.widget(rect, page, FT=Name.Ch, T=String(name), Ff=flags, Opt=listed), page)

    def signature(self, name: str, rect: Rect, *, page: int = 0) -> Dictionary:
        """Add a field to sign."""
        self._print(name, rect, page)
        return self.add(self.widget(rect, page, FT=Name.Sig, T=String(name)), page)

    def link(self, rect: Rect, *, page: int = 0) -> Dictionary:
        """Add a link to a web page."""
        made = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(rect),
                A=Dictionary(S=Name.URI, URI=String("https://www.example.org/")),
            )
        )
        self.pdf.pages[page].obj.Annots.append(made)
        return made

    def add(self, widget: Dictionary, page: int) -> Dictionary:
        """Put a field that is its own widget on a page and into the form."""
        self.pdf.pages[page].obj.Annots.append(widget)
        self.form.Fields.append(widget)
        return widget

    def widget(self, rect: Rect, page: int, **more: Any) -> Dictionary:
        """Return a widget with a thin black edge, tagged where the form is."""
        look = more.pop("MK", Dictionary(BC=Array([0])))
        made = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                Rect=Array(rect),
                F=4,
                P=self.pdf.pages[page].obj,
                MK=look,
                **more,
            )
        )
        if self.tree is not None:
            self._tag(made, page)
        return made

    def boxes(self, rect: Rect, on: str) -> Dictionary:
        """Return the pictures of a box: one crossed, one empty."""
        width, height = rect[2] - rect[0], rect[3] - rect[1]
        edge = f"0.5 w 0.5 0.5 {width - 1} {height - 1} re S".encode()
        cross = f" 2 2 m {width - 2} {height - 2} l 2 {height - 2} m {width - 2} 2 l S".encode()
        shapes = {
            f"/{state}": self.pdf.make_stream(
                edge + marks, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, width, height])
            )
            for state, marks in ((on, cross), ("Off", b""))
        }
        return Dictionary(N=Dictionary(shapes))

    def content(self) -> bytes:
        """Return the form's bytes."""
        out = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.pdf.save(out, deterministic_id=True)
        return out.getvalue()

    def _print(self, words: str, rect: Rect, page: int) -> None:
        shown = "".join(letter if letter.isascii() and letter not in "()\\" else "?" for letter in words)
        drawn = f"BT /F1 8 Tf {rect[0]} {rect[3] + 3} Td ({shown}) Tj ET\n".encode()
        self.pdf.pages[page].contents_add(drawn)

    def _begin_tags(self) -> None:
        pdf = self.pdf
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String("en-US")
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
        self.tree = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        root.K.append(self.tree)
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array()))
        root.ParentTreeNextKey = 0
        pdf.Root.StructTreeRoot = root

    def _tag(self, widget: Dictionary, page: int) -> None:
        root = self.pdf.Root.StructTreeRoot
        key = int(root.ParentTreeNextKey)
        root.ParentTreeNextKey = key + 1
        element = self.pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Form,
                P=self.tree,
                K=Array([Dictionary(Type=Name.OBJR, Obj=widget, Pg=self.pdf.pages[page].obj)]),
            )
        )
        assert self.tree is not None
        self.tree.K.append(element)
        widget.StructParent = key
        root.ParentTree.Nums.extend([key, element])


def a_form(*, is_tagged: bool = False) -> FormMaker:
    """Return a form with one field of each kind."""
    made = FormMaker(pages=2, is_tagged=is_tagged)
    made.text("Name", (72, 700, 300, 720), TU=String("Your full name"), flags=REQUIRED)
    made.text("Number", (320, 700, 500, 720), flags=COMB, MaxLen=9)
    made.text("Born", (72, 650, 200, 670), DA=String("/Helv 10 Tf 0 0 0.5 rg"), Q=2)
    made.text("Story", (72, 520, 540, 620), flags=MULTILINE, TU=String("Tell what happened"))
    made.check("Helper", (72, 480, 84, 492))
    made.radio("Term", {"Fixed": (150, 480, 162, 492), "Open": (220, 480, 232, 492)})
    made.choice("State", (300, 475, 400, 493), [("NY", "New York"), ("CA", "California")])
    made.choice("Ways", (430, 440, 540, 493), ["Mail", "Phone", "Visit"], flags=SEVERAL)
    made.link((72, 440, 200, 452))
    made.signature("Signature", (72, 380, 300, 410))
    made.text("Reasons", (72, 600, 540, 700), page=1, flags=MULTILINE)
    return made
