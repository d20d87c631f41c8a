"""Findings in words: how a claim differs, what was not heard well, where on the tape it stands.

In: verdicts and their evidence. Out: plain sentences, the same in a terminal, a file and on a page.
"""

from __future__ import annotations

import re
from collections import Counter

from onix.jobs.check.checked import Checked
from onix.jobs.check.styles import Severity
from onix.jobs.sources import day
from onix.model import Difference, Document, Evidence, Heard, Span, Verdict
from onix.record.hiding import file_name
from onix.verify.clock import clock
from onix.verify.facts.findings import words_are

_RATE = re.compile(r"\s(?:an?|per|each|every)\s\w+")
_GRAVE: tuple[Severity, ...] = ("error", "warning", "note")
_KINDS = {
    "word": "another word",
    "function": "another form",
    "inserted": "put in",
    "name": "another name",
    "number": "another number",
    "unit": "another unit",
    "negation": "negation",
    "opposite": "the opposite",
    "modal": "how sure",
    "quantifier": "how many",
    "date": "another date",
    "condition": "condition left out",
    "cut": "left out",
    "cleaned": "cleaned",
    "bracket": "in brackets",
    "join": "joined",
    "speaker": "speaker",
    "title": "another title",
    "hedge": "left open",
    "attribution": "whom it is from",
}


def summed(checked: Checked, style: str) -> str:
    """Say how much was checked against how much, and what that came to."""
    kinds = Counter(each.verdict.claim.kind for each in checked.findings)
    quotes, facts = kinds["quote"], kinds.total() - kinds["quote"]
    counted = ((quotes, "quotation"), (facts, "fact"))
    told = [f"{many} {noun}{'' if many == 1 else 's'}" for many, noun in counted if many]
    what = " and ".join(told)
    against = f"{checked.looked_at:,} document{'' if checked.looked_at == 1 else 's'}"
    found = Counter(each.severity for each in checked.findings)
    grave = [f"{found[each]} {each}{'s' if found[each] > 1 else ''}" for each in _GRAVE]
    said = ", ".join(each for each in grave if not each.startswith("0 ")) or "nothing to mend"
    return f"{what} checked against {against} in {style} style: {said}."


def reason_of(verdict: Verdict) -> str:
    """Say why a verdict is as it is, and whether the words may mean something else now."""
    changed = " The meaning may have changed." if verdict.meaning_changed else ""
    return f"{verdict.why}.{changed}"


def as_drafted(place: Evidence, verdict: Verdict) -> str | None:
    """Say of which words that the draft has, too, the machine was not sure."""
    sources = [each.source for each in verdict.differences if each.source is not None]
    words = [each for each in place.unsure if not any(map(each.span.overlaps, sources))]
    if not words or verdict.label == "not_found":
        return None
    return f"as in the draft, but the machine was not sure of {', '.join(map(_sureness, words))}"


def described(verdict: Verdict) -> list[str]:
    """Say each difference in words: what the draft has, and what was said."""
    return [
        f"{_KINDS.get(each.kind, each.kind)}: {_described(each, verdict)}"
        for each in verdict.differences
    ]


def _described(value: Difference, verdict: Verdict) -> str:
    if value.unsure is not None:
        return f"{_plainly(value, verdict)}; hear it yourself: {_sureness(value.unsure)}"
    return _plainly(value, verdict)


def _sureness(word: Heard) -> str:
    at = "" if word.begins is None else f", {clock(word.begins)}"
    return f"“{word.span.text.strip('.,;:?!')}” ({word.confidence or 0:.0%} sure{at})"


def _plainly(value: Difference, verdict: Verdict) -> str:
    said = f"“{' '.join(value.source.text.split())}”" if value.source else None
    written = f"“{' '.join(value.text.split())}”" if value.text else None
    if verdict.claim.kind != "quote":
        if said == written and value.source is not None:
            said = f"“{_with_rate(value.source, verdict)}”"
        speaker = verdict.evidence[0].speaker if verdict.evidence else None
        if speaker is not None and verdict.why == words_are(speaker):
            return f"the draft has {written}, the source {speaker}"
        return f"the draft has {written}" + (f", the record {said}" if said else "")
    if value.kind == "speaker":
        return f"the draft names {value.text}, the source {verdict.evidence[0].speaker}"
    if value.kind == "name" and value.start == value.end and written:
        return f"the draft spells {value.text}, the source {verdict.evidence[0].speaker}"
    if value.kind == "join":
        return f"between the pieces stands {said}" if said else "the pieces stand apart"
    if written and said:
        verb = "said" if value.unsure is None else "heard"
        return f"the draft has {written}, {verb} was {said}"
    if written:
        verb = "said" if value.unsure is None else "heard"
        return f"the draft has {written}, which was not {verb}"
    if value.unsure is not None:
        return f"{said} was heard and is left out"
    return f"{said or 'words'} was said and is left out"


def _with_rate(source: Span, verdict: Verdict) -> str:
    """Give a figure that the draft has, too, with what it is told by: "£9 a week"."""
    for each in verdict.evidence:
        if each.span.covers(source):
            found = _RATE.match(each.span.text, source.end - each.span.start)
            return source.text + (found[0] if found is not None else "")
    return source.text


def place_of(value: Evidence, kind: str = "quote", document: Document | None = None) -> str:
    """Say who speaks, when on the tape, and on which; of a fact, where it stands.

    Args:
        document: In which the words stand, where that is known: its file is named if it has no
            title.
    """
    file = None if document is None else file_name(document.address)
    about = [value.speaker or "nobody named"] if kind == "quote" or value.speaker else []
    if value.begins is not None:
        about.append(clock(value.begins))
    about.append(value.title or file or value.span.document_id)
    if value.published:
        about.append(day(value.published))
    return " · ".join(about)


def source_of(verdict: Verdict, document: Document | None) -> str:
    """Say what a verdict is by: a tape, an article or a plan; of a fact, the record."""
    if verdict.claim.kind != "quote":
        return "record"
    if document is None or document.kind in ("transcript", "recording"):
        return "tape"
    return document.kind


def is_in_order(verdict: Verdict) -> bool:
    """Is it a fact that every source bears out?"""
    return verdict.label == "supported" and not verdict.differences


def is_quiet(verdict: Verdict) -> bool:
    """Is it a fact that nobody need look at: in order, or not in the record?"""
    return verdict.label == "not_in_record" or is_in_order(verdict)
