"""The report as a page: one file, without scripts, that reads well on a screen and on paper."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import quote

from unbarred.batch.reports import words
from unbarred.batch.reports.records import Title, Totals
from unbarred.batch.reports.spool import Spool
from unbarred.batch.tasks import Status

_MOST_ROWS = 5000
"""More of them a browser does not show well."""

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 "Times New Roman", "Liberation Serif", serif; color: #1a1a1a; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin-bottom: .25rem; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 2px solid #1a1a1a; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
.about { color: #444; margin-top: 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #bbb;
  overflow-wrap: anywhere; }
th { font-weight: bold; border-bottom: 2px solid #555; }
td.number, th.number { text-align: right; white-space: nowrap; }
.client { break-inside: avoid; }
.question { color: #444; }
.value { font-family: "Courier New", monospace; background: #f1f1ea; padding: 0 .2rem;
  white-space: pre-wrap; }
td, h3, .value { unicode-bidi: isolate; }
.mend { font-weight: bold; }
@media (max-width: 40rem) { body { margin: 1rem auto; } }
@media print {
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
"""


def as_page(title: Title, totals: Totals, spool: Spool) -> Iterator[str]:
    """Yield `report.html`."""
    yield from _head(title, totals)
    yield from _to_mend(totals, spool)
    yield from _failed(totals, spool)
    yield from _law(totals)
    yield from _left_over(totals)
    yield from _not_used(totals)
    yield from _made(totals, spool)
    yield "</main>\n</body>\n</html>\n"


def _head(title: Title, totals: Totals) -> Iterator[str]:
    kind = "Check" if title.check_only else "Report"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{kind}: {escape(title.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
    place = f", {escape(title.place)}" if title.place else ""
    yield f"<h1>{kind}: {escape(title.title)}</h1>\n"
    yield f'<p class="about">{escape(title.interview)}{place}, as of {escape(title.as_of)}</p>\n'
    yield _list(words.sums(totals))
    if totals.remarks:
        yield _list(totals.remarks)


def _to_mend(totals: Totals, spool: Spool) -> Iterator[str]:
    count = totals.by_status[Status.REFUSED]
    if not count:
        return
    yield "<h2>To be mended</h2>\n"
    yield (
        "<p>These rows stand in <b>needs-attention.xlsx</b>, each with what to mend. "
        "Mend them there, or in your own sheet, and run it again.</p>\n"
    )
    for row in itertools.islice(spool.rows(Status.REFUSED), _MOST_ROWS):
        yield f'<section class="client">\n<h3>{_called(row)}</h3>\n'
        if row["note"]:
            yield f"<p>{escape(row['note'])}</p>\n"
        yield (
            '<table>\n<thead><tr><th scope="col">Where</th><th scope="col">What stands there</th>'
            '<th scope="col">What to mend</th></tr></thead>\n<tbody>\n'
        )
        for each in row["problems"]:
            question = (
                f'<br><span class="question">{escape(each["question"])}</span>' if each["question"] else ""
            )
            value = f'<span class="value">{escape(each["value"])}</span>' if each["value"] else "nothing"
            shown = value if each["column"] or each["heading"] or each["value"] else ""
            yield (
                f"<tr><td>{escape(each['where'])}{question}</td><td>{shown}</td>"
                f'<td class="mend">{escape(each["message"])}</td></tr>\n'
            )
        yield "</tbody>\n</table>\n</section>\n"
    yield _more(count)


def _failed(totals: Totals, spool: Spool) -> Iterator[str]:
    count = totals.by_status[Status.FAILED]
    if not count:
        return
    yield "<h2>Failed</h2>\n<p>Nothing is wrong with these rows that we know of. "
    yield "The same command tries them again.</p>\n"
    heads = ("Client", "Why")
    rows = ([_called(row), escape(row["why"] or "")] for row in spool.rows(Status.FAILED))
    yield from _table(heads, itertools.islice(rows, _MOST_ROWS))
    yield _more(count)


def _law(totals: Totals) -> Iterator[str]:
    if not totals.to_check:
        return
    yield f"<h2>Law to check</h2>\n<p>{escape(words.law(totals))}</p>\n"
    rows = ([escape(says), f"{clients:,}"] for says, clients in totals.to_check.most_common())
    yield from _table(("What we recall", "Clients"), rows, numbers={1})


def _left_over(totals: Totals) -> Iterator[str]:
    if not totals.left_over:
        return
    yield "<h2>Folders without a row</h2>\n"
    yield "<p>Their rows are gone from the sheet, or have another name there now. "
    yield "Nothing was done to them. Take them away if they are not wanted.</p>\n"
    yield _list(totals.left_over[:_MOST_ROWS])
    yield _more(len(totals.left_over))


def _not_used(totals: Totals) -> Iterator[str]:
    if not (totals.unused or totals.unneeded):
        return
    yield "<h2>Answers that are in no paper</h2>\n"
    rows = [
        *([escape(name), "no question asks for it", f"{n:,}"] for name, n in totals.unused.most_common()),
        *([escape(name), "not asked on their way", f"{n:,}"] for name, n in totals.unneeded.most_common()),
    ]
    yield from _table(("Column or answer", "Why", "Clients"), iter(rows), numbers={2})


def _made(totals: Totals, spool: Spool) -> Iterator[str]:
    count = totals.by_status[Status.MADE]
    if not count:
        return
    yield "<h2>Made</h2>\n"
    heads = ("Client", "Folder", "Papers", "Pages", "Left blank", "Note")
    rows = (_made_row(row) for row in spool.rows(Status.MADE))
    yield from _table(heads, itertools.islice(rows, _MOST_ROWS), numbers={2, 3, 4})
    yield _more(count)


def _made_row(row: dict[str, Any]) -> list[str]:
    folder = row["folder"] or ""
    pages = "" if row["pages"] is None else f"{row['pages']:,}"
    return [
        _called(row),
        f'<a href="{escape(quote(folder))}/">{escape(folder)}</a>',
        f"{row['papers']:,}",
        pages,
        f"{row['left_blank']:,}",
        escape(row["note"] or ""),
    ]


def _called(row: dict[str, Any]) -> str:
    return escape(row["client"]) + (f" (row {row['row']})" if row["row"] else "")


def _table(heads: tuple[str, ...], rows: Iterator[list[str]], numbers: Iterable[int] = ()) -> Iterator[str]:
    kinds = [' class="number"' if at in set(numbers) else "" for at in range(len(heads))]
    yield "<table>\n<thead><tr>"
    yield "".join(f'<th scope="col"{kind}>{head}</th>' for head, kind in zip(heads, kinds, strict=True))
    yield "</tr></thead>\n<tbody>\n"
    for row in rows:
        yield "<tr>" + "".join(f"<td{kind}>{each}</td>" for each, kind in zip(row, kinds, strict=True))
        yield "</tr>\n"
    yield "</tbody>\n</table>\n"


def _list(said: Iterable[str]) -> str:
    return "<ul>\n" + "".join(f"<li>{escape(each)}</li>\n" for each in said) + "</ul>\n"


def _more(count: int) -> str:
    return f"<p>And {count - _MOST_ROWS:,} more, in report.xlsx.</p>\n" if count > _MOST_ROWS else ""
