"""Why there are no quotations, in a sentence that says what to do.

It reads again without the filters, or a few documents of people of similar names, only now that
there is nothing else to give.
"""

from __future__ import annotations

from collections.abc import Iterator

from onix.jobs.quotes.people import Asked
from onix.jobs.quotes.reading import SPOKEN, naming, said_in
from onix.model import QuoteKind
from onix.reading.identities import speakers_of, words_of
from onix.record import KnownName, Query, Record

ALL: frozenset[QuoteKind] = frozenset({"direct", "mixed", "indirect"})
EVERYTHING = Query("")
NEAR = 70  # of 100: how alike a name is that may be meant
CANDIDATES = 12
SHOWN = 5
LOOKED_AT = 5  # documents of each candidate
TRANSCRIPTS = 50


def why_none(
    record: Record,
    query: Query,
    asked: Asked | None,
    about: str | None,
    *,
    quoted: int,
    unattributed: int,
    names: list[tuple[str, str]],
) -> str:
    """Give the reason why nothing was found.

    Args:
        quoted: Quotations there would be if they had to be about nothing.
        unattributed: Marked strings without speaker or source.
        names: What the record knows that may be who is asked for, with its kind.
    """
    if not len(record):
        return "The record is empty. Put something in with: onix add ARTICLE"
    passing = len(record.passing(query))
    if not passing:
        undated = record.undated(query.outlets) if query.since or query.until else 0
        without = f" {undated} have no date." if undated else ""
        return f"No document of the record passes these filters.{without} See what there is with: onix record"
    if quoted and about:
        whose = f"by {asked.name} " if asked else ""
        return f"None of the {quoted} quotations {whose}here is about “{about}”."
    if asked is not None:
        return _no_speaker(record, asked, names)
    if unattributed:
        return (
            f"All {unattributed} marked strings here have neither speaker nor source. "
            "See them with: --unattributed"
        )
    return f"Nothing of this kind stands in the {passing} documents looked at. Try: --kind all"


def _no_speaker(record: Record, asked: Asked, names: list[tuple[str, str]]) -> str:
    ids = naming(record, names, EVERYTHING)
    people = [each.person for each in said_in(record, ids, kinds=ALL)]
    quoted = sum(each is not None and asked.fit(each) != "no" for each in people)
    if quoted:
        return (
            f"{asked.name} is quoted in the record, but not in what --kind and the filters leave: "
            f"{quoted} in all. See them with: --kind all"
        )
    near = nearest_speakers(record, asked)
    whom = f" Quoted are: {', '.join(near)}." if near else ""
    named = len({each for name, kind in names for each in record.naming(name, kind)})
    if named:
        return f"{asked.name} is named in {named} documents, but nobody quotes them.{whom}"
    return f"Nobody called {asked.name} is quoted in the record.{whom}"


def _in_transcripts(record: Record) -> Iterator[KnownName]:
    """Give those who speak in transcripts: their names need not stand in any text."""
    for document_id in record.passing(EVERYTHING, kinds=SPOKEN)[:TRANSCRIPTS]:
        for name in speakers_of(record.document(document_id)):
            yield KnownName(name, "person", 1)


def nearest_speakers(record: Record, asked: Asked) -> list[str]:
    """Give the speakers of the record whose names are most like the one asked for."""
    from rapidfuzz import fuzz

    wanted = " ".join(asked.words)

    def alike(name: str) -> float:
        words = words_of(name)
        if not set(words).isdisjoint(asked.words):
            return 100.0
        return max(fuzz.ratio(wanted, " ".join(words)), fuzz.ratio(asked.words[-1], words[-1]))

    known = [*_in_transcripts(record), *record.all_names()]
    scored = [(alike(each.name), each) for each in known if each.kind != "place"]
    scored = [(score, each) for score, each in scored if score >= NEAR]
    scored.sort(key=lambda pair: (-pair[0], -pair[1].documents))
    found: dict[tuple[str, ...], str] = {}
    for _, each in scored[:CANDIDATES]:
        candidate = Asked(each.name)
        for said in said_in(
            record, naming(record, [(each.name, each.kind)], EVERYTHING)[:LOOKED_AT], kinds=ALL
        ):
            if said.person is not None and candidate.fit(said.person) == "yes":
                found.setdefault(said.person.key, said.person.name)
                break
    return list(found.values())[:SHOWN]
