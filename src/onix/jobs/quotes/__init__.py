"""`onix quotes`: who is quoted in the record and with what, the same words joined.

`quotes` is the whole job. The parts, in the order of the way: `reading.py` takes quotations out of
documents, `people.py` says whose they are, `subject.py` what they are about, `joining.py` which are
the same words, `empty.py` why there are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from onix.errors import InputError
from onix.jobs.quotes.citing import Citer
from onix.jobs.quotes.empty import only_one_called, why_none
from onix.jobs.quotes.joining import Group, join
from onix.jobs.quotes.reading import OnProgress, names_like, naming, said_in
from onix.jobs.quotes.subject import Subject
from onix.model import Quotation, Quotations, QuoteKind, Voice
from onix.record import Query, Record
from onix.verify.people import Asked, Person

__all__ = ["AskedKind", "quotes"]

AskedKind = Literal["marked", "direct", "mixed", "indirect", "all"]
KINDS: dict[AskedKind, frozenset[QuoteKind]] = {
    "marked": frozenset({"direct", "mixed"}),
    "all": frozenset(get_args(QuoteKind)),
    "direct": frozenset({"direct"}),
    "mixed": frozenset({"mixed"}),
    "indirect": frozenset({"indirect"}),
}


def quotes(
    record: Record,
    *,
    speaker: str | None = None,
    about: str | None = None,
    unattributed: bool = False,
    kind: AskedKind = "marked",
    outlets: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    documents: Sequence[str] = (),
    limit: int | None = None,
    worded: int | None = None,
    on_progress: OnProgress | None = None,
) -> Quotations:
    """Give who is quoted and with what, those with the most quotations first.

    1. Find the documents that pass the filters and may quote whom is asked for.
    2. Take their quotations out and join those of the same words.
    3. Keep those that are asked for, and put them in order: about what is asked, then the newest.

    Args:
        speaker: Only theirs; a name in any form, compared as people are.
        about: Only those that hold these words, by stem or synonym, or whose sentences do.
        unattributed: Only what no name is given for: marked strings without a source, and those
            whose source is left open.
        kind: "marked" are the direct and the mixed, a transcript's turns among them.
        documents: Ids, addresses, file names or titles to look in.
        limit: At most so many of each speaker; None for all.
        worded: Only so many speakers, the first ones, are given with words; None for all.

    Raises:
        InputError: A name, a kind, a date, an outlet, a document or the limit is not one.
    """
    asked = _asked(speaker, unattributed)
    subject = _subject(about)
    if kind not in KINDS:
        raise InputError(f"No kind of quotation {kind!r}. Give --kind one of: {', '.join(KINDS)}.")
    if limit is not None and limit < 1:
        raise InputError(f"Cannot show {limit} quotations. Give --limit a number from 1 up.")
    record.check_outlets(outlets)
    # 1
    query = Query(
        "", outlets=tuple(outlets), since=since, until=until,
        documents=record.ids_of(documents),
    )  # fmt: skip
    names = [] if asked is None else names_like(record, asked)
    ids = record.passing(query) if asked is None else naming(record, names, query)
    # 2
    said = said_in(
        record, ids, kinds=KINDS[kind], asked=asked, subject=subject, on_progress=on_progress
    )
    groups = join(said)
    # 3
    found = [each for each in groups if asked is None or _is_by(each, asked)]
    bare = [each for each in found if _is_bare(each)]
    if asked is None:
        found = [
            each for each in found if (each.person is None if unattributed else not _is_bare(each))
        ]
    chosen = [each for each in found if subject is None or _score(each) > 0]
    if not found and asked is not None and (only := only_one_called(record, asked)) is not None:
        theirs = quotes(
            record, speaker=only, about=about, kind=kind, outlets=outlets, since=since, until=until,
            documents=documents, limit=limit, worded=worded, on_progress=on_progress,
        )  # fmt: skip
        note = f"Of those who are quoted only {only} has the first name “{asked.name}”."
        return replace(theirs, notes=(note, *theirs.notes))
    if not chosen:
        why = why_none(
            record,
            query,
            asked,
            about,
            quoted=len(found),
            bare=len(bare),
            is_bare_asked=unattributed,
            names=names,
        )
        return Quotations(why=why, looked_at=len(ids))
    citer = Citer(record, chosen)
    return Quotations(
        speakers=_voices(chosen, citer, limit, worded),
        notes=_notes(chosen, asked) + _possible(groups, asked),
        unattributed=0 if unattributed or asked else len(bare),
        looked_at=len(ids),
    )


def _asked(speaker: str | None, unattributed: bool) -> Asked | None:
    if speaker is None:
        return None
    if unattributed:
        raise InputError(
            "What nobody is named for has no speaker. Give a name or --unattributed, not both."
        )
    if not any(letter.isalpha() for letter in speaker):
        raise InputError(f"{speaker!r} is no name. Give one, such as: onix quotes 'Joe Biden'")
    return Asked(speaker)


def _subject(about: str | None) -> Subject | None:
    if about is None:
        return None
    try:
        return Subject(about)
    except ValueError as problem:
        raise InputError(
            f"Nothing to look for in {about!r}. Give --about at least one word."
        ) from problem


def _is_by(group: Group, asked: Asked) -> bool:
    return group.person is not None and asked.fit(group.person) != "no"


def _is_bare(group: Group) -> bool:
    return group.person is None and not any(each.quote.source for each in group.members)


def _score(group: Group) -> float:
    return max(each.score for each in group.members)


def _voices(
    groups: Sequence[Group], citer: Citer, limit: int | None, worded: int | None
) -> tuple[Voice, ...]:
    """Give the speakers with the most quotations first, those without a name last."""
    by_person: dict[Person | None, list[Group]] = defaultdict(list)
    for group in groups:
        by_person[group.person].append(group)
    voices = []
    ordered = sorted(
        by_person.items(), key=lambda each: (each[0] is None, -len(each[1]), _name(each[0]))
    )
    for rank, (person, theirs) in enumerate(ordered):
        name = None if person is None else person.name
        shown: tuple[Quotation, ...] = ()
        if worded is None or rank < worded:
            theirs.sort(
                key=lambda group: (group.members[0].span.document_id, group.members[0].span.start)
            )
            theirs.sort(key=citer.newest, reverse=True)
            theirs.sort(key=_score, reverse=True)
            shown = tuple(citer.quotation(each, name) for each in theirs[:limit])
        published = tuple([citer.newest(each) or None for each in theirs])
        voices.append(Voice(name, len(theirs), citer.outlets(theirs), shown, published))
    return tuple(voices)


def _name(person: Person | None) -> str:
    return "" if person is None else person.name


def _possible(groups: Sequence[Group], asked: Asked | None) -> tuple[str, ...]:
    """Say how many more may be by who is asked for: their speaker is left open."""
    if asked is None:
        return ()
    many = sum(
        any(
            asked.may_be(name, "person") for each in group.members for name in each.quote.candidates
        )
        for group in groups
        if group.person is None
    )
    if not many:
        return ()
    more = "One more quotation" if many == 1 else f"{many} more quotations"
    return (f"{more} may be by “{asked.name}”; who speaks is left open: see --unattributed.",)


def _notes(groups: Sequence[Group], asked: Asked | None) -> tuple[str, ...]:
    """Say which people of one name are listed apart."""
    if asked is None:
        return ()
    people: dict[tuple[str, ...], Person] = {}
    for group in groups:
        if group.person is not None:
            people.setdefault(group.person.key, group.person)
    full = sorted(each.name for each in people.values() if not each.is_family)
    notes = []
    if len(full) > 1:
        notes.append(f"“{asked.name}” fits {len(full)} speakers, listed apart: {', '.join(full)}.")
    for each in people.values():
        if each.is_family and len(people) > 1:
            notes.append(
                f"“{each.name}” alone is listed apart, too: those documents give no first name."
            )
    return tuple(notes)
