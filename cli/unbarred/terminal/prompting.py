"""What is written before the place where an answer is typed: what is wanted, and what it looks like."""

from __future__ import annotations

from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind
from unbarred.terminal.prose import bare
from unbarred.terminal.words import files, prompts

_LONGEST_LABEL_IN_PROMPT = 44
_WIDEST_RANGE_TOLD = 20
"""A wider range, unless it has steps, only guards against slips, and is told to whoever oversteps it."""

_NEVER_IN_LINE = frozenset(
    {
        FieldKind.YES_NO,
        FieldKind.ONE_OF,
        FieldKind.SOME_OF,
        FieldKind.AREA,
        # Their labels do not say that a path is wanted.
        FieldKind.FILES,
        FieldKind.SIGNATURE,
    }
)


def prompt_for(field: Field, start: AnswerValue | None) -> str:
    """Return the prompt of a field that is answered on one line; `start` is its answer so far."""
    if field.kind is FieldKind.SIGNATURE:
        is_given = start is not None and start is not LATER
        return files.prompt_signature_given() if is_given else files.prompt_signature()
    name = bare(field.label).rstrip(":") if label_is_prompt(field) else _NAMES[field.kind]()
    if field.kind is FieldKind.PASSWORD:
        return prompts.not_shown_while_typed(name)
    example = bare(field.hint) or _EXAMPLES.get(field.kind, "")
    prompt = _with_range(name, field)
    return prompts.with_example(prompt, example) if example else prompt


def label_is_prompt(field: Field) -> bool:
    """A short label that is no question stands where the answer is typed, not above it."""
    label = bare(field.label)
    is_short = 0 < len(label) <= _LONGEST_LABEL_IN_PROMPT and "\n" not in field.label.strip()
    return field.kind not in _NEVER_IN_LINE and is_short and not label.endswith(("?", ".", "!"))


def _with_range(prompt: str, field: Field) -> str:
    smallest, largest = field.minimum, field.maximum
    if not isinstance(smallest, Decimal) or not isinstance(largest, Decimal):
        return prompt
    if field.step is None and largest - smallest > _WIDEST_RANGE_TOLD:
        return prompt
    step = _plain(field.step) if field.step and field.step != 1 else ""
    return prompts.with_range(prompt, _plain(smallest), _plain(largest), step)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}"


_NAMES = {
    FieldKind.TEXT: prompts.prompt_text,
    FieldKind.PASSWORD: prompts.prompt_password,
    FieldKind.INTEGER: prompts.prompt_number,
    FieldKind.NUMBER: prompts.prompt_number,
    FieldKind.CURRENCY: prompts.prompt_amount,
    FieldKind.DATE: prompts.prompt_date,
    FieldKind.TIME: prompts.prompt_time,
    FieldKind.DATE_TIME: prompts.prompt_date_and_time,
    FieldKind.EMAIL: prompts.prompt_email,
    FieldKind.URL: prompts.prompt_web_address,
    FieldKind.FILES: files.prompt_file,
}

_EXAMPLES = {
    FieldKind.DATE: "3/14/2031",
    FieldKind.TIME: "2:30 pm",
    FieldKind.DATE_TIME: "3/14/2031 2:30 pm",
    FieldKind.URL: "https://www.example.org",
    FieldKind.FILES: "~/Documents/letter.pdf",
}
