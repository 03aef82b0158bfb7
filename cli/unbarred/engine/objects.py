"""Makes the Python objects that an interview sees from typed answers."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, Final

from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine.datatypes import DATATYPES, OBJECTS, from_key
from unbarred.engine.files import FileStore
from unbarred.engine.own_datatypes import as_sent
from unbarred.engine.translate import Binding
from unbarred.engine.translate.choices import NONE
from unbarred.errors import UserError
from unbarred.screens import FieldKind

UNDEFINED: Final[Any] = object()
"""Stands for a variable without a value: it is not set, or was not."""


class Unfit(Exception):
    """An author's own check does not accept a value; `message` is hers to read."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ObjectMaker:
    """Makes objects for one run, the same that docassemble's server would make."""

    def __init__(self, files: FileStore) -> None:
        self._files = files

    def variable(self, binding: Binding, answer: AnswerValue, existing: Any) -> Any:
        """Return what `answer` sets; `UNDEFINED` if it sets nothing.

        `existing` is what the variable holds now, or `UNDEFINED`. Raises `Unfit`
        if an interview's own datatype does not accept the answer.
        """
        kind = binding.field.kind
        if kind is FieldKind.SOME_OF:
            return self._several(binding, answer, existing)
        if kind is FieldKind.FILES:
            return self._file_list(binding.name, answer)
        if kind is FieldKind.SIGNATURE:
            return self._signature(binding.name, answer)
        if binding.datatype not in DATATYPES:
            return _own(binding, as_sent(answer))
        if answer is LATER:
            return self._blank(binding, existing)
        if kind is FieldKind.ONE_OF:
            # None of the objects: the variable stays what it is, for fields on the same screen make it new.
            is_none = binding.datatype in OBJECTS and answer == NONE
            return UNDEFINED if is_none else _one(binding, str(answer))
        made = DATATYPES[binding.datatype].to_variable(answer)
        return not made if binding.inverted and isinstance(made, bool) else made

    def of_no_choice(self, binding: Binding, existing: Any) -> Any:
        """Return what a field with nothing to choose from sets."""
        if DATATYPES.get(binding.datatype) is DATATYPES["checkboxes"]:
            return self._several(binding, (), existing)
        return None if existing is UNDEFINED or binding.datatype not in OBJECTS else UNDEFINED

    def to_check(self, binding: Binding, answer: AnswerValue, made: Any) -> Any:
        """Return what an author's check of one field is given: days and times as a browser sends them."""
        is_sent = isinstance(answer, datetime.date | datetime.time) and binding.datatype in DATATYPES
        return as_sent(answer) if is_sent else made

    def _blank(self, binding: Binding, existing: Any) -> Any:
        if binding.datatype in OBJECTS:
            return None if existing is UNDEFINED else UNDEFINED
        return binding.inverted if binding.blank_is_no else DATATYPES[binding.datatype].blank

    def _several(self, binding: Binding, answer: AnswerValue, existing: Any) -> Any:
        chosen = answer if isinstance(answer, tuple) else ()
        from docassemble.base.util import DADict, DAList

        if binding.datatype not in OBJECTS:
            ticked = {key: value in chosen for value, key in binding.keys.items()}
            if not isinstance(existing, DADict):
                return DADict(binding.name, auto_gather=False, gathered=True, elements=ticked)
            existing.elements.update(ticked)
            return existing
        objects = [each for value, each in binding.keys.items() if value in chosen]
        if not isinstance(existing, DAList):
            return DAList(binding.name, auto_gather=False, gathered=True, elements=objects)
        offered = list(binding.keys.values())
        kept = [each for each in existing.elements if each not in offered or each in objects]
        existing.elements = kept + [each for each in objects if each not in kept]
        existing.gathered = True
        return existing

    def _file_list(self, name: str, answer: AnswerValue) -> Any:
        if not isinstance(answer, tuple) or not answer:
            return None
        from docassemble.base.util import DAFileList

        files = [self._file(f"{name}[{place}]", path) for place, path in enumerate(answer)]
        return DAFileList(name, elements=files)

    def _signature(self, name: str, answer: AnswerValue) -> Any:
        if isinstance(answer, tuple) and answer:
            return self._file(name, answer[0])
        from docassemble.base.util import DAFile

        # It has words, and they are none: docassemble shows them, and seeks no file.
        return DAFile(name, content="")

    def _file(self, name: str, path: str) -> Any:
        from docassemble.base.util import DAFile

        try:
            number = self._files.take_in(Path(path))
        except OSError as error:
            raise UserError(
                f"The file {Path(path).name} cannot be read: {(error.strerror or 'it is gone').lower()}."
            ) from error
        extension, mimetype = self._files.kind(number)
        return DAFile(
            name,
            filename=self._files.name(number),
            number=number,
            mimetype=mimetype,
            extension=extension,
            make_pngs=False,
        )


def _one(binding: Binding, value: str) -> Any:
    if value in binding.keys:
        return binding.keys[value]
    try:
        # Words of her own, where the field takes them.
        return from_key(binding.datatype, value)
    except ValueError as error:
        raise Unfit(_OWN_WORDS[DATATYPES[binding.datatype].kind]) from error


_A_NUMBER = "This must be a number, or one of the choices. Type it with digits."
_A_DAY = "This must be a date or a time, or one of the choices. Type it with digits."
_OWN_WORDS = {
    FieldKind.INTEGER: _A_NUMBER,
    FieldKind.NUMBER: _A_NUMBER,
    FieldKind.CURRENCY: _A_NUMBER,
    FieldKind.DATE: _A_DAY,
    FieldKind.TIME: _A_DAY,
    FieldKind.DATE_TIME: _A_DAY,
}


def _own(binding: Binding, text: Any) -> Any:
    """Let an interview's own datatype check and change what was given."""
    from docassemble.base.error import DAValidationError
    from docassemble.base.functions import custom_types

    datatype = custom_types[binding.datatype]["class"]
    parameters = dict(binding.parameters)
    try:
        if not datatype.call_validate(text, binding.name, parameters):
            raise Unfit("This is not what is asked for. Look at it again.")
    except DAValidationError as error:
        raise Unfit(str(error) or "This is not what is asked for. Look at it again.") from error
    return datatype.call_transform(text, binding.name, parameters)
