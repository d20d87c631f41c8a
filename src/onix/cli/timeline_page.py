"""A timeline as one page that needs nothing else: a drawing that can be zoomed, and the list.

Comes in: a `Timeline`. Goes out: HTML. It reads in full without its script, which only zooms; it
fetches nothing and names no other place to fetch from, and its policy lets nothing else run.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby

from onix.cli.terminal import clean
from onix.jobs.sources import Sources, headline, notes
from onix.jobs.timeline.drawing import Drawing, drawing, numbers
from onix.jobs.timeline.saying import about, counts, in_sentence, period, reported, title
from onix.model import Event, Timeline


def page(found: Timeline) -> str:
    """Give the page."""
    style, script = _own("timeline.css"), _own("timeline.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    heading = _safe(title(found))
    numbered = numbers(found)
    sources = Sources()
    body = [f"<h1>{heading}</h1>"]
    if found.why is not None:
        body.append(f"<p>{_safe(found.why)}</p>")
    else:
        body.append(f'<p class="quiet">{_safe(counts(found))}</p>')
        body += _drawn(drawing(found))
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
    return files("onix.jobs.timeline").joinpath("pages", name).read_text(encoding="utf-8")


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
        words = f"{_sentence(each)} {_marks(sources, each)}"
        yield f"<li><small>{_safe(reported(each))}</small> {words}</li>"
    yield "</ul>"


def _sources(sources: Sources) -> Iterator[str]:
    yield '<h2>Sources</h2>\n<ol class="sources">'
    for number, citation in sources:
        said = [headline(citation), *([citation.address] if citation.address else [])]
        said += notes(citation)
        yield f'<li id="s{number}">{"<br>".join(map(_safe, said))}</li>'
    yield "</ol>"


# -- the drawing -------------------------------------------------------------------------------


def _drawn(found: Drawing | None) -> Iterator[str]:
    """Give the drawing: a mark an event, each a link to its place in the list."""
    if found is None:
        return
    yield (
        '<p class="tools" hidden><button type="button" value="in">Zoom in</button> '
        '<button type="button" value="out">Zoom out</button> '
        '<button type="button" value="left">Earlier</button> '
        '<button type="button" value="right">Later</button> '
        '<button type="button" value="all">All</button></p>'
    )
    yield (
        '<svg role="group" aria-label="Timeline, drawn" '
        f'data-from="{found.begin}" data-to="{found.end}" '
        f'data-opens-from="{found.opens_on[0]}" data-opens-to="{found.opens_on[1]}">'
    )
    yield '<g class="ticks" aria-hidden="true">'
    for at, label in found.ticks:
        yield f'<line x1="{at:.3f}%" x2="{at:.3f}%" y1="0" y2="165"/>'
        yield f'<text x="{at:.3f}%" dx="3" y="182">{label}</text>'
    yield "</g>"
    for mark in found.marks:
        yield (
            f'<a href="#e{mark.number}" data-from="{mark.first}" data-to="{mark.last}">'
            f"<title>{_safe(mark.label)}</title>"
            f'<rect class="{"ahead" if mark.is_ahead else "past"}" x="{mark.x:.3f}%" '
            f'y="{mark.y}" width="{mark.width:.3f}%" height="14" rx="2"/></a>'
        )
    yield "</svg>"
