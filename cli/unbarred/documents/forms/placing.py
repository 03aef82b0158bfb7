"""Writes into the fields of a form, with a picture of each so that it shows in every viewer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from unbarred.documents.fonts.drawing import Drawing, number
from unbarred.documents.fonts.lettering import Lettering
from unbarred.documents.forms.fields import Field, Kind, Option, Widget, states
from unbarred.documents.forms.fitting import Fitted, Fitter
from unbarred.documents.forms.frames import Frame, frame_of
from unbarred.documents.forms.styles import Styles, TextStyle

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf, Stream

_PRINTED = 4
_SMALLEST_OWN = 4.0
"""Points, for what the form itself has in its fields."""
_SMALLEST_REFERENCE = 6.0


class Placer:
    """Writes into the fields of one form."""

    def __init__(self, pdf: Pdf, lettering: Lettering) -> None:
        """Take the form, and the letters to write with."""
        self._pdf = pdf
        self._styles, self._fitter = Styles(pdf, lettering), Fitter(lettering)

    def text(self, field: Field, words: str, smallest: float) -> bool:
        """Write `words` into a text field; return False, with nothing done, if they do not fit.

        Raises `NoLetter`.
        """
        if not field.is_seen:
            self._keep(field, words)
            return True
        fitted = self._fitted(field, words, smallest)
        if fitted is None:
            return False
        self._keep(field, words)
        self._draw(field, fitted)
        return True

    def refer(self, field: Field, item: int, chosen: Sequence[Option] = ()) -> bool:
        """Write into a field which item of the addendum it has; False if even that does not fit.

        A list keeps what was `chosen` in it.
        """
        forms = ("See addendum, item {}", "Addendum, item {}", "Add. item {}", "Add. {}", "({})")
        for words in (form.format(item) for form in forms):
            fitted = self._fitted(field, words, _SMALLEST_REFERENCE)
            if fitted is not None:
                self._keep(field, *([option.value for option in chosen] or [words]))
                self._draw(field, fitted)
                return True
        return False

    def choose(self, field: Field, options: Sequence[Option], smallest: float) -> bool:
        """Choose `options` of a box, a group of boxes or a list, and nothing else in it.

        Return False, with nothing done, if a list has no room for their words. Raises `NoLetter`.
        """
        if field.kind in (Kind.CHECK, Kind.RADIO):
            self._mark(field, options[0].value if options else None)
            return True
        fitted = self._fitted_options(field, options, smallest) if field.is_seen else ()
        if fitted is None:
            return False
        self._keep(field, *(option.value for option in options))
        if field.is_seen:
            self._draw(field, fitted)
        return True

    def show(self, field: Field, *, anew: bool) -> None:
        """Draw what the form itself has put into a field, if only its edge, where there is no picture of it.

        `anew` if the pictures that there are cannot be relied on.
        """
        if not anew and all("/AP" in widget.annotation for widget in field.widgets):
            return
        if field.kind is Kind.CHECK:
            # Some programs keep a text here.
            state = str(field.holders[0].get("/V", "/Off")).removeprefix("/")
            self._mark(field, None if state == "Off" else state)
        elif field.kind is Kind.TEXT:
            words = "".join(self._kept(field)[:1]).replace("\r\n", "\n").replace("\r", "\n")
            self._draw_own(field, self._fitted(field, words, _SMALLEST_OWN))
        elif field.kind in (Kind.CHOICE, Kind.LIST):
            kept = [field.kept_option(each) or Option(each, each) for each in self._kept(field)]
            self._draw_own(field, self._fitted_options(field, kept, _SMALLEST_OWN))

    def _draw_own(self, field: Field, fitted: Sequence[Fitted] | None) -> None:
        if fitted is None:
            # The form's own words are too long for its own box: a viewer lets them be scrolled.
            self._pdf.Root.AcroForm.NeedAppearances = True
        else:
            self._draw(field, fitted)

    def _kept(self, field: Field) -> list[str]:
        """Return the texts that a field holds."""
        from pikepdf import Array, String

        kept = field.holders[0].get("/V")
        said = list(kept) if isinstance(kept, Array) else [kept]
        return [str(each) for each in said if isinstance(each, String)]

    def _fitted(self, field: Field, words: str, smallest: float) -> list[Fitted] | None:
        """Return `words` set for each place where `field` shows, or None if one of them is too small."""
        return self._set(field, lambda frame, style: self._fitter.fit(words, field, frame, style, smallest))

    def _fitted_options(
        self, field: Field, options: Sequence[Option], smallest: float
    ) -> list[Fitted] | None:
        """Return the words of `options` set as `_fitted` does."""
        words = [option.words for option in options]
        return self._set(field, lambda frame, style: self._fitter.fit_list(words, frame, style, smallest))

    def _set(self, field: Field, fit: Callable[[Frame, TextStyle], Fitted | None]) -> list[Fitted] | None:
        found = []
        for widget in field.widgets:
            fitted = fit(frame_of(widget.annotation), self._styles.of(widget.annotation))
            if fitted is None:
                return None
            found.append(fitted)
        return found

    def _keep(self, field: Field, *values: str) -> None:
        """Keep `values` as what the field holds."""
        from pikepdf import Array, String

        for holder in field.holders:
            for key in ("/RV", "/I", "/V"):
                if key in holder:
                    del holder[key]
            if len(values) == 1:
                holder.V = String(values[0])
            elif values:
                holder.V = Array([String(value) for value in values])
            listed = [option.value for option in field.options]
            if field.kind in (Kind.CHOICE, Kind.LIST) and values and all(value in listed for value in values):
                holder.I = Array(sorted(listed.index(value) for value in values))

    def _draw(self, field: Field, fitted: Sequence[Fitted]) -> None:
        for widget, each in zip(field.widgets, fitted, strict=True):
            colour = self._styles.of(widget.annotation).colour
            self._draw_one(widget, frame_of(widget.annotation), each, colour)

    def _draw_one(self, widget: Widget, frame: Frame, fitted: Fitted, colour: str) -> None:
        drawing = Drawing(self._pdf)
        drawing.add(frame.ground)
        edge = frame.border
        room = (edge, edge, frame.width - 2 * edge, frame.height - 2 * edge)
        drawing.add(f"/Tx BMC q {' '.join(map(number, room))} re W n")
        for placed in fitted.lines:
            drawing.line(placed.line, placed.x, placed.y, fitted.size, colour=colour)
        drawing.add("Q EMC")
        shape = self._shape(drawing, frame)
        self._set_shape(widget.annotation, shape)

    def _shape(self, drawing: Drawing, frame: Frame) -> Stream:
        from pikepdf import Array, Name

        return self._pdf.make_stream(
            drawing.content(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, round(frame.width, 3), round(frame.height, 3)]),
            Matrix=Array(frame.matrix),
            Resources=drawing.resources(),
        )

    def _set_shape(self, annotation: Dictionary, shape: Stream) -> None:
        from pikepdf import Dictionary

        annotation.AP = Dictionary(N=shape)
        _print(annotation)

    def _mark(self, field: Field, state: str | None) -> None:
        """Mark the box, or the one of several boxes, whose state is `state`; unmark the others."""
        from pikepdf import Name

        for widget in field.widgets:
            if field.kind is Kind.CHECK and not states(widget):
                self._give_states(widget, state or "Yes")
            is_on = state is not None and state in states(widget)
            widget.annotation.AS = Name("/" + state) if is_on and state else Name.Off
            _print(widget.annotation)
        for holder in field.holders:
            holder.V = Name("/" + state) if state else Name.Off

    def _give_states(self, widget: Widget, state: str) -> None:
        """Give a box that has no picture of its own one that is crossed and one that is empty."""
        from pikepdf import Dictionary

        frame = frame_of(widget.annotation)
        size, left = min(frame.width, frame.height) * 0.6, frame.border
        x, y = (frame.width - size) / 2, (frame.height - size) / 2
        low, high = f"{number(x)} {number(y)}", f"{number(x + size)} {number(y + size)}"
        up, down = f"{number(x)} {number(y + size)}", f"{number(x + size)} {number(y)}"
        on, off = Drawing(self._pdf), Drawing(self._pdf)
        for drawing in (on, off):
            drawing.add(frame.ground)
        on.add(f"q 0 G {number(max(1.2, left))} w {low} m {high} l {up} m {down} l S Q")
        shapes = Dictionary({f"/{state}": self._shape(on, frame), "/Off": self._shape(off, frame)})
        widget.annotation.AP = Dictionary(N=shapes)


def _print(annotation: Dictionary) -> None:
    """Let what is filled in be printed too; some forms forget to say so."""
    annotation.F = int(annotation.get("/F", 0)) | _PRINTED
