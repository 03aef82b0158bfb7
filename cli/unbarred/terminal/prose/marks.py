"""The marks docassemble has for what Markdown cannot say, such as `[BR]` or `[FILE map.png]`, as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from unbarred.terminal.prose.icons import without_icons
from unbarred.terminal.words import labels

_NOT_SHOWN = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")
"""What Python-Markdown takes as classes and the like of the word before."""
_MARK = re.compile(r"\[([A-Z][A-Z_]+(?:\d+:\d+)?)(?: ((?:[^\[\]\n]|\[[^\[\]\n]*\])*))?\]")
_ENDING = re.compile(r"\.\w{2,5}$")


def without_marks(text: str) -> str:
    """Return Markdown in which docassemble's own marks are HTML, or gone where they say nothing to read."""
    text = _NOT_SHOWN.sub("", text) if "<" in text else text
    text = _MARK.sub(_html, text) if "[" in text else text
    text = _ATTRIBUTES.sub("", text) if "{:" in text else text
    return without_icons(text)


def _html(match: re.Match[str]) -> str:
    name, told = match[1].partition("4:3")[0].partition("16:9")[0], match[2] or ""
    if name in _PLAIN and not told:
        return _PLAIN[name]
    if name in _TOLD and told:
        return _TOLD[name](told)
    return "" if name in _SILENT else match[0]


def _file(told: str) -> str:
    """A picture of the interview: its alternative text, else its name; an upload has only a number."""
    name, _, rest = told.partition(",")
    alternative = rest.partition(",")[2].strip()
    file_name = re.split(r"[/:]", name.strip())[-1]
    words = file_name if _ENDING.search(file_name) else ""
    return html.escape(labels.picture(alternative if alternative not in ("", "None") else words))


def _scan(told: str) -> str:
    return html.escape(labels.code_to_scan(told.split(",", maxsplit=1)[0].strip()))


_BREAK = "<br>"
_PARAGRAPH = "\n\n"
_PLAIN: Mapping[str, str] = {
    "BR": _BREAK, "NEWLINE": _BREAK, "SKIPLINE": _BREAK, "NEWPAR": _BREAK * 2,
    "NBSP": " ", "TAB": " ", "ENDASH": "–", "EMDASH": "—", "HYPHEN": "-",
    "BLANK": "______", "BLANKFILL": "____________", "CHECKBOX": "____",
    "REDACTION_SPACE": labels.blacked_out(),
    "BEGIN_CAPTION": _PARAGRAPH, "VERTICAL_LINE": _PARAGRAPH, "END_CAPTION": _PARAGRAPH,
    "BEGIN_TWOCOL": _PARAGRAPH, "BREAK": _PARAGRAPH, "END_TWOCOL": _PARAGRAPH, "END": "\n",
}  # fmt: skip

_TOLD: Mapping[str, Callable[[str], str]] = {
    "FILE": _file,
    "INLINE": _file,
    "QR": _scan,
    "YOUTUBE": lambda told: html.escape(labels.on_the_web(f"https://youtu.be/{told.strip()}")),
    "VIMEO": lambda told: html.escape(labels.on_the_web(f"https://vimeo.com/{told.strip()}")),
    "REDACTION_WORD": lambda told: html.escape(labels.blacked_out()),
    "FIELD": lambda told: "…",
}

_SILENT = frozenset(
    {
        "BOLDCENTER", "BORDER", "CENTER", "DOUBLESPACING", "EMOJI", "FLUSHLEFT", "FLUSHRIGHT", "INDENTBY",
        "NOINDENT", "NOPAR", "NO_EMOJIS", "ONEANDAHALFSPACING", "PAGEBREAK", "PAGENUM", "SECTIONNUM",
        "SINGLESPACING", "START_INDENTATION", "STOP_INDENTATION", "TARGET", "TIGHTSPACING", "TOTALPAGES",
        "TRIPLESPACING",
    }
)  # fmt: skip
