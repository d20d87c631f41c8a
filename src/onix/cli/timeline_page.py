"""A timeline as one page that needs nothing else: a drawing that can be zoomed, and the list.

Comes in: a `Timeline`. Goes out: HTML. It reads in full without its script, which only zooms; it
fetches nothing and names no other place to fetch from, and its policy lets nothing else run.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby

from onix.cli.show_timeline import about, counts, in_sentence, period, title
from onix.cli.terminal import clean
from onix.jobs.sources import Sources, day, headline, notes
from onix.model import Event, Timeline

WIDTH = 100.0  # of the drawing, in percent
NARROW = 0.8  # the least width of a mark
LANES = 8
LANE = 19
EPOCH = date(1970, 1, 1).toordinal()
TICKS = 9  # at most


def page(found: Timeline) -> str:
    """Give the page."""
    style, script = _own("timeline.css"), _own("timeline.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    heading = _safe(title(found))
    numbered = {id(each): n for n, each in enumerate((*found.happened, *found.announced), start=1)}
    sources = Sources()
    body = [f"<h1>{heading}</h1>"]
    if found.why is not None:
        body.append(f"<p>{_safe(found.why)}</p>")
    else:
        body.append(f'<p class="quiet">{_safe(counts(found))}</p>')
        body += _drawing(found, numbered)
        body += _section("What happened", found.happened, numbered, sources)
        body += _section("Announced, as far as the record says", found.announced, numbered, sources)
        body += _undated(found.undated, sources)
        body += _sources(sources)
    body += [f'<p class="quiet">{_safe(each)}</p>' for each in found.notes]
    return (
        "<!doctype html>\n"
        '<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{heading}</title><style>{style}</style></head>\n<body>\n"
        + "\n".join(body)
        + f"\n<script>{script}</script>\n</body></html>\n"
    )


def _own(name: str) -> str:
    return files("onix.cli").joinpath("pages", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _safe(text: str) -> str:
    return escape(clean(text))


# -- the list ----------------------------------------------------------------------------------


def _section(
    heading: str, events: Sequence[Event], numbered: dict[int, int], sources: Sources
) -> Iterator[str]:
    if not events:
        return
    yield f"<h2>{heading}</h2>"
    for label, group in groupby(events, key=lambda each: period(each.when) if each.when else ""):
        yield f"<h3>{_safe(label)}</h3>\n<ol>"
        for each in group:
            number = numbered[id(each)]
            yield f'<li id="e{number}" value="{number}">{"".join(_told(each, sources))}</li>'
        yield "</ol>"


def _told(event: Event, sources: Sources) -> Iterator[str]:
    yield f"<p>{_sentence(event)} {_marks(sources, event)}</p>"
    said = about(event)
    if said:
        yield f"<small>{_safe(' · '.join(said))}</small>"
    for each in event.disputed:
        numbers = " ".join(f'<a href="#s{n}">[{n}]</a>' for n in sources.numbers(each.citations))
        yield f'<p class="disputed">another date: {_safe(period(each.when))} {numbers}</p>'


def _sentence(event: Event) -> str:
    before, what, after = in_sentence(event)
    return f"{_safe(before)}<mark>{_safe(what)}</mark>{_safe(after)}"


def _marks(sources: Sources, event: Event) -> str:
    return " ".join(f'<a href="#s{n}">[{n}]</a>' for n in sources.numbers(event.citations))


def _undated(events: Sequence[Event], sources: Sources) -> Iterator[str]:
    if not events:
        return
    yield "<h2>Without a date, as they were reported</h2>\n<ul>"
    for each in events:
        published = min((c.published for c in each.citations if c.published), default=None)
        words = f"{_sentence(each)} {_marks(sources, each)}"
        yield f"<li><small>{_safe(day(published))}</small> {words}</li>"
    yield "</ul>"


def _sources(sources: Sources) -> Iterator[str]:
    yield '<h2>Sources</h2>\n<ol class="sources">'
    for number, citation in sources:
        said = [headline(citation), *([citation.address] if citation.address else [])]
        said += notes(citation)
        yield f'<li id="s{number}">{"<br>".join(map(_safe, said))}</li>'
    yield "</ol>"


# -- the drawing -------------------------------------------------------------------------------


def _drawing(found: Timeline, numbered: dict[int, int]) -> Iterator[str]:
    """Give the drawing: a mark an event, each a link to its place in the list."""
    days = [(_number(e.when.earliest), _number(e.when.latest), e)
            for e in found.events if e.when and e.when.earliest and e.when.latest]  # fmt: skip
    if not days:
        return
    first, last = min(a for a, _, _ in days), max(b for _, b, _ in days) + 1
    margin = max(1.0, (last - first) * 0.02)
    begin, end = first - margin, last + margin

    def x(number: float) -> float:
        return (number - begin) / (end - begin) * WIDTH

    yield (
        '<p class="tools" hidden><button type="button" value="in">Zoom in</button> '
        '<button type="button" value="out">Zoom out</button> '
        '<button type="button" value="left">Earlier</button> '
        '<button type="button" value="right">Later</button> '
        '<button type="button" value="all">All</button></p>'
    )
    yield (f'<svg role="group" aria-label="Timeline, drawn" data-from="{begin}" data-to="{end}">')
    yield f'<g class="ticks" aria-hidden="true">{"".join(_ticks(begin, end, x))}</g>'
    ends = [float("-inf")] * LANES
    for start, stop, event in sorted(days, key=lambda each: (each[0], each[1])):
        left = x(start)
        width = max(NARROW, x(stop + 1) - left)
        lane = next((n for n, right in enumerate(ends) if right < left), None)
        if lane is None:
            lane = min(range(LANES), key=ends.__getitem__)
        ends[lane] = left + width
        kind = "ahead" if event.kind == "announced" else "past"
        label = _safe(f"{period(event.when) if event.when else ''}: {event.what.text}")
        yield (
            f'<a href="#e{numbered[id(event)]}" data-from="{start}" data-to="{stop}">'
            f"<title>{label}</title>"
            f'<rect class="{kind}" x="{left:.3f}%" y="{146 - LANE * lane}" width="{width:.3f}%" '
            'height="14" rx="2"/></a>'
        )
    yield "</svg>"


def _number(day: str) -> int:
    """Give a day as the number of days since 1970, as the script counts."""
    return date.fromisoformat(day).toordinal() - EPOCH


def _ticks(begin: float, end: float, x: Callable[[float], float]) -> Iterator[str]:
    """Give the lines of days, months or years, whichever are few enough."""
    for number, label in _labels(begin, end):
        at = x(number)
        yield f'<line x1="{at:.3f}%" x2="{at:.3f}%" y1="0" y2="165"/>'
        yield f'<text x="{at:.3f}%" dx="3" y="182">{label}</text>'


def _labels(begin: float, end: float) -> list[tuple[int, str]]:
    first = date.fromordinal(max(date.min.toordinal(), int(begin) + EPOCH))
    last = date.fromordinal(min(date.max.toordinal(), int(end) + EPOCH))
    days = (last - first).days
    if days <= TICKS * 7:
        step = 1 if days <= TICKS else 7
        found = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1, step)]
        return [(each.toordinal() - EPOCH, f"{each.day} {each:%b %Y}") for each in found]
    if days <= TICKS * 31:
        months = [(y, m) for y in range(first.year, last.year + 1) for m in range(1, 13)]
        return [
            (at, f"{date(y, m, 1):%b %Y}")
            for y, m in months
            if begin <= (at := date(y, m, 1).toordinal() - EPOCH) <= end
        ]
    step = next((n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500) if days / 365 / n <= TICKS), 2000)
    return [
        (at, str(year))
        for year in range(first.year - first.year % step, last.year + 1, step)
        if year > 0 and begin <= (at := date(year, 1, 1).toordinal() - EPOCH) <= end
    ]
