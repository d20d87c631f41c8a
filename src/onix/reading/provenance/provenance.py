"""What statements go back to: in come sentences, names and quotes, out come their provenances.

Own reporting, another outlet, a document, a named or an unnamed source: the words that say so.
It is its own file because a reader weighs a statement by this, whoever is quoted in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onix.model import Document, Mention, Provenance, Quote, Span
from onix.reading.grammar.sentence_words import Region
from onix.reading.provenance.accordings import find_accordings, find_pers
from onix.reading.provenance.asides import find_asides
from onix.reading.provenance.bylines import find_bylines, find_programmes
from onix.reading.provenance.contents import find_contents
from onix.reading.provenance.hidden import find_hidden
from onix.reading.provenance.judged import find_judged
from onix.reading.provenance.narration import Narration
from onix.reading.provenance.openings import find_introduced, find_openings
from onix.reading.provenance.outlets import find_outlets
from onix.reading.provenance.papers import find_papers
from onix.reading.provenance.relays import find_relays
from onix.reading.provenance.sources import find_sources


def find_provenance(
    document: Document,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
) -> tuple[Provenance, ...]:
    """Give what the statements of a document go back to, in the order of the text.

    The span is the words that name it; the name is None where they name nobody. A document's own
    outlet ("told The Gazette", in The Gazette) is own reporting. What stands in quote marks is the
    speaker's, and a transcript has none.

    Stages: (1) whom "according to" and the quotes name as sources, and who passes words on;
    (2) outlets, by the words that lead to them; (3) documents that stand around what is said.
    """
    if document.turns:
        return ()
    narration = Narration(document, sentences, mentions)
    found: list[Provenance] = []
    taken: list[Region] = []
    for kind, name, region in (
        *find_accordings(narration, quotes),
        *find_sources(narration, quotes),
        *find_relays(narration, quotes),
        *find_bylines(narration, quotes),
        *find_pers(narration),
        *find_outlets(narration),
        *find_programmes(narration, document.text),
        *find_openings(narration),
        *find_introduced(narration, quotes),
        *find_papers(narration, quotes),
        *find_contents(narration),
        *find_hidden(narration),
        *find_judged(narration),
        *find_asides(narration),
    ):
        place = bisect_left(taken, region)
        near = taken[max(0, place - 1) : place + 1]
        if any(start < region[1] and region[0] < end for start, end in near):
            continue
        taken.insert(place, region)
        found.append(Provenance(kind, name, document.span(*region)))
    return tuple(sorted(found, key=lambda each: each.span.start))
