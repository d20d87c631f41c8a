"""What coverage says of a quotation: whether an article prints it, and as whose words.

In: a verdict, articles, and what gives their marks. Out: the verdict with what they add to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from onix.jobs.readers import ReaderFactory
from onix.model import Claim, Document, Evidence, Marks, Verdict
from onix.reading.words import sections
from onix.record import Record
from onix.verify.making import RUN
from onix.verify.tapes import Tapes
from onix.verify.verdicts import (
    FAITHFUL,
    UNNAMED,
    WHY,
    is_another,
    is_chance,
    verify,
    with_speaker,
    without,
)
from onix.verify.wordings import read_wording

MarksOf = Callable[[str], Marks | None]
_ORGANISATION_WORDS: Final = frozenset(sections("kinds")["organisation_words"])
_TOLD: Final = "; it stands in no quotation marks there, so these may be nobody’s words"
_ELSEWHERE: Final = "in no transcript; in the coverage: "


def in_coverage(coverage: Tapes, verdict: Verdict, *, has_tapes: bool = True) -> Verdict:
    """Look in the coverage for what no transcript has; the words only, as others report them.

    Args:
        has_tapes: There are transcripts, so that it says something that they have not got it.
    """
    if verdict.label != "not_found":
        return verdict
    found = _look(coverage, verdict.claim)
    if found.label == "not_found":
        return verdict
    return replace(found, why=f"{_ELSEWHERE}{found.why}") if has_tapes else found


def _look(coverage: Tapes, claim: Claim) -> Verdict:
    words = Claim(claim.kind, claim.text, None, claim.start, None, claim.id)
    return replace(verify(coverage, words), claim=claim)


def as_theirs(coverage: Tapes, verdict: Verdict, marks: MarksOf) -> Verdict:
    """Prefer an article that has words as those of whom the draft names to another's on a tape.

    Two people may well say "I put it in writing", and the draft means the one whom it names.
    """
    if all(each.kind != "speaker" for each in verdict.differences):
        return verdict
    found = as_printed(_look(coverage, verdict.claim), marks)
    speaker = found.evidence[0].speaker if found.evidence else None
    if found.label not in FAITHFUL or speaker is None or is_another(verdict.claim, speaker):
        return verdict
    on_tape = verdict.evidence[0]
    why = f"{found.why}, in the coverage; on a tape {on_tape.speaker} says it, too"
    return replace(found, why=why, evidence=(*found.evidence, on_tape))


def as_printed(verdict: Verdict, marks: MarksOf) -> Verdict:
    """Say whose words they are, where the article that has them names a person who said them.

    They are somebody else's than the draft says only where it has a full name for a person, too: a
    first name or "the Dane" may be anybody. Where the article names several, it is the one whom the
    claim means, should that be among them.
    """
    if not verdict.evidence or verdict.label == "not_found" or verdict.evidence[0].speaker:
        return verdict
    best = verdict.evidence[0]
    article = marks(best.span.document_id)
    if article is None:
        return verdict
    verdict = _said_on(verdict, article)
    names = list(_speakers(best, article))
    if not names:
        return _as_told(verdict, article)
    name = min(names, key=lambda each: is_another(verdict.claim, each))
    where = _ELSEWHERE if verdict.why.startswith(_ELSEWHERE) else ""
    found = replace(
        verdict,
        why=verdict.why.removeprefix(where).removesuffix(UNNAMED),
        evidence=(replace(best, speaker=name), *verdict.evidence[1:]),
    )
    if _is_full_name(verdict.claim.speaker, article):
        people = (each.name for each in article.mentions if each.kind == "person")
        found = with_speaker(found, people)
        if found.label == "altered" and is_another(found.claim, name) and is_chance(found):
            nothing = Verdict(found.claim, "not_found", WHY["not_found"])
            return replace(nothing, evidence=found.evidence)
    return replace(found, why=where + found.why)


def few_as_printed(verdicts: Sequence[Verdict], marks: MarksOf) -> list[Verdict]:
    """Find a word or two in quotation marks in an article that has other words of the draft.

    Anywhere else, or as another's words, so few would be found by chance.
    """
    cited = {
        each.evidence[0].span.document_id: each.evidence[0]
        for each in verdicts
        if each.evidence and each.label != "not_found"
    }
    articles = [(each, read) for name, each in cited.items() if (read := marks(name)) is not None]
    return [_few_in(each, articles) if _is_few(each) else each for each in verdicts]


def _is_few(verdict: Verdict) -> bool:
    return (
        verdict.label in ("too_short", "verbatim") and len(read_wording(verdict.claim.text)) < RUN
    )


def _few_in(verdict: Verdict, articles: Sequence[tuple[Evidence, Marks]]) -> Verdict:
    """Give a verdict on few words by what articles have in marks; what they tell bears none out."""
    wanted = read_wording(verdict.claim.text).numbers
    for beside, article in articles:
        for quote in article.quotes:
            for span in quote.marked:
                is_same = read_wording(span.text).numbers == wanted
                if is_same and quote.speaker and not is_another(verdict.claim, quote.speaker):
                    there = replace(beside, span=span, speaker=quote.speaker, continues=None)
                    why = "word for word, in quotation marks there, too"
                    return replace(verdict, label="verbatim", why=why, evidence=(there,))
    is_told = any(
        each.span.document_id == article.document.id and article.quotes
        for each in verdict.evidence
        for _, article in articles
    )
    if not is_told:
        return verdict
    return replace(verdict, label="too_short", why=WHY["too_short"], evidence=())


def _said_on(verdict: Verdict, article: Marks) -> Verdict:
    """Leave out of what differs what an article tells between two parts of what somebody says.

    "We will pay," she said. "By June.": nobody said "she said".
    """
    place = verdict.evidence[0].span
    quotes = [each for each in article.quotes if any(one.overlaps(place) for one in each.marked)]
    if len({each.speaker for each in quotes} - {None}) > 1:
        return verdict
    marked = [one for each in quotes for one in each.marked]
    told = [
        each
        for each in verdict.differences
        if each.source is not None
        and each.start == each.end
        and any(one.end <= each.source.start for one in marked)
        and any(each.source.end <= one.start for one in marked)
        and not any(one.overlaps(each.source) for one in marked)
    ]
    return without(verdict, told) if told else verdict


def _as_told(verdict: Verdict, article: Marks) -> Verdict:
    """Say of words that an article with quotations has in no quotation marks that it tells them.

    They may be its reporter's own; where it has no marks at all, an interview's.
    """
    marked = [one for each in article.quotes for one in each.marked]
    if not marked or any(each.overlaps(verdict.evidence[0].span) for each in marked):
        return verdict
    return replace(verdict, why=f"{verdict.why.removesuffix(UNNAMED)}{_TOLD}")


def _is_full_name(speaker: str | None, article: Marks | None) -> bool:
    """Is it somebody's full name, which another's cannot stand for: no first name, no "Dane"?"""
    words = (speaker or "").split()
    organisations = {
        each.span.text.casefold()
        for each in (() if article is None else article.mentions)
        if each.kind == "organisation"
    }
    return (
        len(words) > 1
        and (speaker or "").casefold() not in organisations
        and _ORGANISATION_WORDS.isdisjoint(word.lower() for word in words)
        and not any(len(word) > 1 and word.isupper() for word in words)
    )


def marks_of(
    documents: Iterable[Document], reader: ReaderFactory, record: Record | None = None
) -> MarksOf:
    """Give what gives the marks of articles: those given, read when they are asked for, or kept."""
    given: Mapping[str, Document] = {each.id: each for each in documents}
    names = frozenset(() if record is None else record.ids())

    @cache
    def marks(document_id: str) -> Marks | None:
        if document := given.get(document_id):
            return None if document.turns else next(iter(reader().read([document])))
        if record is None or document_id not in names:
            return None
        return record.marks(document_id, only=("mentions", "quotes"))

    return marks


def _speakers(place: Evidence, marks: Marks) -> Iterator[str]:
    """Give the people to whom an article gives words in quotation marks at a place."""
    people = {each.name for each in marks.mentions if each.kind == "person"}
    for quote in marks.quotes:
        name = quote.speaker
        in_marks = any(each.overlaps(place.span) for each in quote.marked)
        if name is not None and name in people and in_marks:
            yield name
