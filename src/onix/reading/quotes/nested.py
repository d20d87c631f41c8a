"""Quotations inside quotations: in come a text's marked strings, out come the words they quote.

“He told me, ‘Sign it or go,’” Reyes said: Reyes is quoted with all of it, and what stands in the
inner marks are the words of whoever told her. It is its own file because cues and sources stand in
somebody's words here, where nothing else is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onix.model import Document, Span
from onix.reading.grammar.function_words import PRONOUNS, cue_classes
from onix.reading.grammar.quotemarks import MASK, find_inner, mask
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import find_units
from onix.reading.grammar.within import ONESELF
from onix.reading.quotes.attribution import attribute
from onix.reading.quotes.circumstances import Setting
from onix.reading.quotes.draft import Draft, outermost_first
from onix.reading.quotes.drafts import Reading
from onix.reading.quotes.statements import Attribution
from onix.reading.quotes.works import is_name
from onix.reading.speakers.relatives import relative_of
from onix.reading.speakers.sourced import Sourced
from onix.reading.speakers.speakers import Speakers

_ME = re.compile(r"\s(?:to\s|at\s)?me\b")
# "asked |about the money| ‘every week’": how it was asked, and not what.
_APART = re.compile(r"\b(?:about|for|of|over)\s|\x01|[;.?!]\s")
_NEAR = 60  # characters
_SPEAKING = frozenset({"say", "tell", "quote", "name"})
_READING = frozenset({"read", "reads", "reading"})  # what one has read are another's words
_LOWER = re.compile(r"[a-z]+")
_AROUND = 2  # parts of what is told
_SURE = 0.8  # a cue, or a colon after whoever speaks: no guess


def with_nested(
    document: Document, sentences: Sequence[Span], drafts: Sequence[Draft], sourced: Sourced
) -> list[Draft]:
    """Add what is quoted inside of quotations, each behind the one in which it stands."""
    text = document.text
    found = [
        (draft, region, inner)
        for draft in drafts
        for region in draft.marked
        if (inner := find_inner(text, region))
    ]
    if not found:
        return list(drafts)
    names = {each for _, _, inner in found for each in inner if is_name(text, each)}
    masked = mask(text, [each for _, _, inner in found for each in inner], names=names)
    nested: list[Draft] = []
    for outer, region, inner in found:
        said = [each for each in inner if each not in names]
        units = find_units(text, [region], said, sentences)
        taken: set[Region] = set()
        for draft in sorted(Reading(document, masked).read(units), key=_length):
            draft.marked = [each for each in draft.marked if each not in taken]
            taken.update(draft.marked)
            if draft.marked:
                draft.kind, draft.content = "direct", list(draft.marked)
                _name(text, draft, outer, sourced)
                nested.append(draft)
    return sorted([*drafts, *nested], key=outermost_first)


def with_retold(drafts: Sequence[Draft], masked: str, speakers: Speakers) -> list[Draft]:
    """Add words in marks that somebody is only said to have said: Lee said Orr called it “a mess”.

    Where "he" may be the one who tells of it, nothing is added.
    """
    found = list(drafts)
    known = {draft.source for draft in drafts}
    for outer in drafts:
        if outer.kind != "mixed" or outer.source is None or outer.cue is None:
            continue
        for told in _told_in(masked, outer):
            cue, source = told.cue, told.source
            marked = [each for each in outer.marked if _holds(told.content, each)]
            if (
                source is None
                or source in known
                or not marked
                or not _leads_to(masked, cue[1], marked[0][0])
            ):
                continue
            name = speakers.whom(source)
            if name is not None and name == outer.speaker:
                continue
            if name is not None or masked[slice(*source)].lower() not in PRONOUNS:
                sure = told.confidence
                retold = Draft("direct", marked, [*marked], cue, source, sure, outer.unit, name)
                found.append(retold)
    return found


def _told_in(masked: str, outer: Draft) -> Iterator[Attribution]:
    """Give who says something in what somebody tells, also around them: "Orr, |he says|, said"."""
    for region in outer.content:
        yield from _retold(masked, region)
    if len(outer.content) == _AROUND and outer.cue and masked[outer.content[0][1]] == ",":
        (start, before), (after, end) = outer.content
        if before < outer.cue[0] < after and masked[outer.cue[1] : after].strip() == ",":
            joined = f"{masked[:before]}{' ' * (after - before)}{masked[after:]}"
            yield from _retold(joined, (start, end))


def _leads_to(masked: str, cue: int, marked: int) -> bool:
    """Do only a few words stand between a verb and what it governs: called |the plan| “a mess”?"""
    between = masked[cue:marked].rstrip(MASK)
    return cue <= marked and len(between) <= _NEAR and _APART.search(between) is None


def _retold(masked: str, region: Region) -> Iterator[Attribution]:
    """Give who says something in what somebody is told to have said."""
    mark = masked.rfind(MASK, *region)
    words = _LOWER.findall(masked[region[0] : max(region[0], mark)].lower())
    if _speaking().isdisjoint(words):
        return
    for each in attribute(masked, *region):
        verb = masked[slice(*each.cue)].rpartition(" ")[2].lower()
        if verb in _speaking() and each.source is not None and not each.carried:
            yield each


@cache
def _speaking() -> frozenset[str]:
    """Give the verbs by which words in marks are somebody's."""
    found = frozenset(word for word, classes in cue_classes().items() if classes & _SPEAKING)
    return found - _READING


def _holds(content: Sequence[Region], marked: Region) -> bool:
    return any(first <= marked[0] and marked[1] <= last for first, last in content)


def _length(draft: Draft) -> int:
    """Put first what is nearest to its cue: “When he asked, ‘How?’ she said, ‘Easily.’”."""
    return draft.content[-1][1] - draft.content[0][0]


def _name(text: str, draft: Draft, outer: Draft, sourced: Sourced) -> None:
    """Say who speaks as whoever tells of it has it; None where a guess or no one word is left."""
    if draft.source is None or draft.confidence < _SURE:
        draft.source = draft.cue = None
        return
    words = text[slice(*draft.source)].lower()
    if words in ONESELF:
        draft.speaker = outer.speaker
    else:
        if draft.cue is not None and _ME.match(text, draft.cue[1]):
            draft.setting = Setting(addressee=outer.speaker)
        name = sourced.named(draft.source) or relative_of(words, outer.speaker, sourced.cast)
        if name is None:
            meant = sourced.whom(draft.source, outer.speaker)
            person = sourced.cast.people.get(meant or "")
            unsure = words in PRONOUNS and (person is None or person.gender is None)
            name = None if unsure else meant
        draft.speaker = name
