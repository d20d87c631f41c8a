"""An answer as the box shows it: values in, JSON of words, marks and links out.

The words are those of the desk and the terminal (`jobs/saying.py`, `jobs/sources.py`), and texts
are cut here, because browsers count other units. The script lays out what it gets and says nothing
of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onix.jobs.excerpts import excerpt
from onix.jobs.saying import (
    carried,
    hedged,
    how_sure,
    standouts,
    undisputed,
    who_is_meant,
    yes_or_no,
)
from onix.jobs.sources import Sources, day, notes, when
from onix.model import Answer, Citation, Hit, Statement
from onix.record import Part, Record
from onix.serve import linking
from onix.serve.drawing import Drawn, pieces

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """That a cited document was another before.

    Attributes:
        day: Of its last version; None where nobody knows.
        is_dated: It is the page's own date; else the day on which that version was seen.
    """

    day: str | None
    is_dated: bool = False

    def __str__(self) -> str:
        """Say it behind the name of a document."""
        says = "was changed after it was published"
        if self.day is None:
            return says
        how = "is of" if self.is_dated else "was first seen on"
        return f"{says}: this version {how} {day(self.day)}"


def changes(record: Record, document_ids: Iterable[str]) -> dict[str, Change]:
    """Give what is known of the last change of each of these documents, by id, if any."""
    found = {}
    for each in document_ids:
        versions = record.versions(each)
        if (at := versions.index(each)) > 0:
            before, now = record.document(versions[at - 1]), record.document(each)
            is_later = (now.published or "")[:10] > (before.published or "9")[:10]
            stated = now.published if is_later else now.modified
            found[each] = Change(stated or now.fetched, stated is not None)
    return found


def freshness(part: Part) -> str:
    """Say how many documents a box answers from, and how current they are."""
    if not part.ids:
        return "There are no documents here yet."
    many = "document" if len(part.ids) == 1 else "documents"
    says = f"Answers come from {len(part.ids)} {many}"
    if part.newest:
        says += f"{', the newest' if len(part.ids) > 1 else ''} of {day(part.newest)}"
    return f"{says}. Last updated {day(part.updated)}." if part.updated else f"{says}."


def shown(
    answer: Answer, hits: Sequence[Hit], changed: dict[str, Change], *, has_pages: bool
) -> JSON:
    """Give everything that the box shows of an answer.

    Args:
        has_pages: A document without an address of the web is linked to its page on the desk.
    """

    def link(citation: Citation) -> str | None:
        return linking.original(citation) or (linking.place(citation.span) if has_pages else None)

    sources = Sources()

    def numbered(citations: Iterable[Citation]) -> list[JSON]:
        """Give each document once, with its number and a link to the first place cited in it."""
        first: dict[int, Citation] = {}
        for each in citations:
            first.setdefault(sources.numbers([each])[0], each)
        return [
            {"number": number, "outlet": each.outlet or "unknown outlet", "link": link(each)}
            for number, each in first.items()
        ]

    def reading(statement: Statement) -> JSON:
        marks = [Drawn(each.start, each.end, each.kind) for each in standouts(statement)]
        return {
            "stance": yes_or_no(statement) or None,
            "pieces": [
                {"text": each.text, "mark": each.classes or None}
                for each in pieces(statement.text, marks)
            ],
            "says": list(_beside(statement)),
            "sources": numbered(statement.citations),
        }

    def place(citation: Citation) -> JSON:
        return {
            "outlet": citation.outlet or "Unknown outlet",
            "day": day(citation.published),
            "title": citation.title or citation.span.document_id,
            "link": link(citation),
        }

    abstained = answer.abstained
    statements = [reading(each) for each in undisputed(answer)]
    disagreements = [
        {
            "says": f"There are different readings of “{each.about}”",
            "readings": [reading(one) for one in each.readings],
        }
        for each in answer.disagreements
    ]
    nearest = abstained.nearest if abstained else None
    refusal = abstained and {
        "says": abstained.says,
        "nearest": nearest and {"text": nearest.span.text, "sources": numbered([nearest])},
    }
    cited = list(sources)
    return {
        "statements": statements,
        "disagreements": disagreements,
        "refusal": refusal,
        "carried": carried(answer.origins),
        "sources": [
            # Corrections have a line of their own, which says when.
            {
                "number": number,
                **place(each),
                "notes": notes(replace(each, corrected=False, version_of=None)),
            }
            for number, each in cited
        ],
        "corrections": [
            {
                "number": number,
                "document_id": each.span.document_id,
                "corrected": each.corrected,
                "changed": change.day if change else None,
                "says": f"“{each.title or each.span.document_id}” ({number}) "
                + " and ".join(_corrected(each, change)),
            }
            for number, each in cited
            if (change := changed.get(each.span.document_id)) or each.corrected
        ],
        "results": [
            {**place(each.citation), "text": _passage(each, answer.question)} for each in hits
        ],
    }


def _passage(hit: Hit, words: str) -> str:
    """Give a passage from where the words stand, as the box shows three lines of it."""
    found = excerpt(hit.citation.span.text, words)
    return f"… {found.text}" if found.start else found.text


def _beside(statement: Statement) -> Iterator[str]:
    """Say what stands beside a statement: who says it, when, how surely."""
    if statement.speaker:
        yield f"Said by {statement.speaker}"
    if statement.occasion:
        yield f"“{statement.occasion.text}”"
    if named := who_is_meant(statement):
        yield named
    if statement.when:
        yield f"When: {when(statement.when)}"
    if words := hedged(statement):
        yield f"Hedged: {words}"
    if sure := how_sure(statement):
        yield sure.capitalize()


def _corrected(citation: Citation, change: Change | None) -> Iterator[str]:
    if citation.corrected:
        yield "was corrected by its outlet"
    if change:
        yield str(change)
