"""Why there are no quotations, in a sentence that says what to do.

It reads again without the filters, or a few documents of people of similar names, only now that
there is nothing else to give.
"""

from __future__ import annotations

from onix.jobs.quotes.reading import SPOKEN, naming, said_in
from onix.model import QuoteKind
from onix.reading.names.identities import speaker_name, speakers_of, without_accents, words_of
from onix.record import KnownName, Query, Record
from onix.verify.people import Asked

ALL: frozenset[QuoteKind] = frozenset({"direct", "mixed", "indirect"})
EVERYTHING = Query("")
NEAR = 70  # of 100: how alike a name is that may be meant
CANDIDATES = 12
SHOWN = 5
LOOKED_AT = 5  # documents of each candidate
TRANSCRIPTS = 50
MOST = 50  # names that are written much alike


def why_none(
    record: Record,
    query: Query,
    asked: Asked | None,
    about: str | None,
    *,
    quoted: int,
    bare: int,
    is_bare_asked: bool,
    names: list[KnownName],
) -> str:
    """Give the reason why nothing was found.

    Args:
        quoted: Quotations there would be if they had to be about nothing.
        bare: Marked strings without speaker or source.
        is_bare_asked: Only these were asked for.
        names: What the record knows that may be who is asked for, by name.
    """
    if not len(record):
        return "The record is empty. Put something in with: onix add ARTICLE"
    passing = len(record.passing(query))
    if not passing:
        undated = record.undated(query.outlets) if query.since or query.until else 0
        without = f" {undated} have no date." if undated else ""
        return (
            f"No document of the record passes these filters.{without} "
            "See what there is with: onix record"
        )
    if quoted and about:
        whose = f" by {asked.name}" if asked else ""
        many = "The one quotation" if quoted == 1 else f"None of the {quoted} quotations"
        verb = "is not" if quoted == 1 else "is"
        return f"{many}{whose} here {verb} about “{about}”."
    if asked is not None:
        return _no_speaker(record, asked, names)
    where = "the document" if passing == 1 else f"the {passing:,} documents"
    if is_bare_asked:
        return f"Every marked string in {where} looked at has a speaker by name."
    if bare:
        return (
            f"All marked strings here have neither speaker nor source; there are {bare}. "
            "See them with: --unattributed"
        )
    return f"Nothing is quoted in {where} looked at. Try: --kind all"


def _no_speaker(record: Record, asked: Asked, names: list[KnownName]) -> str:
    ids = naming(record, names, EVERYTHING)
    people = [each.person for each in said_in(record, ids, kinds=ALL, asked=asked)]
    quoted = sum(each is not None for each in people)
    if quoted:
        return (
            f"{asked.name} is quoted in the record, but not in what --kind and the filters leave: "
            f"{quoted} in all. See them with: --kind all"
        )
    wanted = {*asked.words} - {"the"}
    labels = [each for each in sorted(_labels(record)) if wanted <= {*each.lower().split()}]
    if labels and wanted:
        posts = ", ".join(f"“{each}”" for each in labels[:SHOWN])
        return (
            f"The transcripts give no name for {posts}, and a post may be anybody's. "
            "See what is said there with: --unattributed"
        )
    near = nearest_speakers(record, asked)
    whom = f" Names like it that are quoted: {', '.join(near)}." if near else ""
    named = len({each for name in names for each in record.naming(name.name, name.kind)})
    if named:
        where = "1 document" if named == 1 else f"{named} documents"
        return f"{asked.name} is named in {where}, but nobody quotes them.{whom}"
    return f"Nobody called {asked.name} is quoted in the record.{whom}"


def only_one_called(record: Record, asked: Asked) -> str | None:
    """Give the one speaker whose first name alone is asked for; None where there are two."""
    if len(asked.words) != 1:
        return None
    found = [
        each
        for each in nearest_speakers(record, asked)
        if len(words_of(each)) > 1 and words_of(without_accents(each))[0] == asked.words[0]
    ]
    return found[0] if len(found) == 1 else None


def nearest_speakers(record: Record, asked: Asked) -> list[str]:
    """Give the speakers of the record whose names are most like the one asked for."""
    found: dict[tuple[str, ...], str] = {}
    for each in _like(record, asked)[:CANDIDATES]:
        candidate = Asked(each.name)
        ids = record.naming(each.name, each.kind)[:LOOKED_AT] or _transcripts(record)
        for said in said_in(record, ids, kinds=ALL, asked=candidate):
            if said.person is not None:
                found.setdefault(said.person.key, said.person.name)
                break
    return list(found.values())[:SHOWN]


def _like(record: Record, asked: Asked) -> list[KnownName]:
    """Give the names that share a word with the one asked for, then those written much like it."""
    from rapidfuzz import fuzz, process

    speaking = {
        name for each in _transcripts(record) for name in speakers_of(record.document(each))
    }
    known = [*(KnownName(name, "person", 1) for name in sorted(speaking)), *record.all_names()]
    known = [each for each in known if each.kind != "place"]
    last = [without_accents(each.name).lower().rpartition(" ")[2] for each in known]
    wanted = asked.words[-1]
    alike = process.extract(wanted, last, scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST)
    near = sorted(((-score, -known[at].documents, at) for _, score, at in alike))
    sharing = [
        each
        for each in speaking
        if not set(words_of(without_accents(each))).isdisjoint(asked.words)
    ]
    return [
        *(KnownName(name, "person", 1) for name in sorted(sharing)),
        *(each for each in record.names([asked.name], limit=CANDIDATES) if each.kind != "place"),
        *(known[at] for _, _, at in near),
    ]


def _labels(record: Record) -> set[str]:
    """Give how transcripts call those who speak, where that is no name: "Town Clerk"."""
    return {
        turn.speaker
        for each in _transcripts(record)
        for turn in record.document(each).turns
        if turn.speaker and speaker_name(turn.speaker) is None
    }


def _transcripts(record: Record) -> list[str]:
    """Give documents whose speakers need not be named in any text."""
    return record.passing(EVERYTHING, kinds=SPOKEN)[:TRANSCRIPTS]
