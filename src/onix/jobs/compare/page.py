"""Two versions of a plan side by side on one page: a comparison in, HTML out.

It needs nothing else: no script, no address outside. What is gone is struck through, what came is
underlined, and each row says in words what became of the point, so that it reads without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from onix.jobs.compare.saying import (
    heading_of,
    meaning_words,
    names_of,
    objected,
    side_runs,
    summed,
)
from onix.jobs.plain import clean
from onix.jobs.sources import headline
from onix.model import Change, Comparison, Objection

_STYLE = """
:root { color-scheme: light dark; --line: #bbb; --quiet: #555; --gone: #fbe3e0; --come: #dff0dd }
@media (prefers-color-scheme: dark) {
  :root { --line: #555; --quiet: #aaa; --gone: #55231d; --come: #1f4420 }
}
body { font: 16px/1.5 Georgia, serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
td, th { vertical-align: top; padding: .6rem; border-top: 1px solid var(--line); text-align: left }
td { overflow-wrap: anywhere; white-space: pre-line }
th[scope=row] { width: 9rem; font-weight: normal }
thead th:first-child { width: 9rem }
del { background: var(--gone); text-decoration: line-through }
ins { background: var(--come); text-decoration: underline }
small, .unchanged td, .unchanged th { color: var(--quiet) }
blockquote { margin: .3rem 0 .3rem 1rem }
"""
_TAGS = {"gone": "del", "come": "ins", "elsewhere": "small"}


def page(steps: Sequence[Comparison]) -> str:
    """Give the page: a table for each step, a row for each change."""
    title = escape(clean(" and ".join(names_of(steps[0].old, steps[-1].new))))
    tables = "\n".join(map(_table, steps))
    return (
        "<!doctype html>\n"
        '<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>Compared: {title}</h1>\n{tables}\n</body></html>\n"
    )


def _table(found: Comparison) -> str:
    rows = "\n".join(_row(each) for each in found.changes)
    frames = "\n".join(_row(each) for each in found.frames if each.kind != "unchanged")
    outside = f'<tr><th colspan="3">Outside the points</th></tr>\n{frames}' if frames else ""
    notes = "".join(f"<p>{_shown(each)}</p>" for each in found.notes)
    objections = "".join(_objection(each, found) for each in found.objections)
    if objections:
        objections = f"<h2>Who objected</h2>{objections}"
    old, new = map(_shown, names_of(found.old, found.new))
    return (
        f"<p>{_shown(summed(found))}</p>\n<table><thead><tr><th>What became of it</th>"
        f"<th>{old}</th><th>{new}</th></tr></thead>"
        f"<tbody>\n{rows}\n{outside}</tbody></table>{notes}{objections}"
    )


def _row(change: Change) -> str:
    said = [heading_of(change), *meaning_words(change)]
    words = "<br>".join(map(_shown, said))
    kind = "unchanged" if change.kind == "unchanged" else "changed"
    cells = "".join(f"<td>{''.join(_side(change, side))}</td>" for side in (0, 1))
    return f'<tr class="{kind}"><th scope="row">{words}</th>{cells}</tr>'


def _side(change: Change, side: int) -> Iterator[str]:
    """Give one version's text, what the other has not in a tag."""
    if (change.before, change.after)[side] is None:
        return
    if number := change.numbers[side]:
        yield f"<small>{_shown(number)}</small> "
    for kind, text in side_runs(change, side):
        tag = _TAGS.get(kind)
        yield f"<{tag}>{_lines(text)}</{tag}>" if tag else _lines(text)


def _objection(objection: Objection, found: Comparison) -> str:
    words = " … ".join(each.text for each in objection.quote.content)
    return (
        f"<p><b>{_shown(objection.who)}</b> {_shown(objected(objection, found))}</p>"
        f"<blockquote>“{_shown(words)}”<br><small>{_shown(headline(objection.citation))}</small>"
        "</blockquote>"
    )


def _lines(text: str) -> str:
    return "\n".join(escape(clean(line)) for line in text.split("\n"))


def _shown(text: str) -> str:
    return escape(clean(text))
