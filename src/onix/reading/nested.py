"""Quotations inside quotations: in come a text's marked strings, out come the words they quote.

“He told me, ‘Sign it or go,’” Reyes said: Reyes is quoted with all of it, and what stands in the
inner marks are the words of whoever told her. It is its own file because cues and sources stand in
somebody's words here, where nothing else is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.model import Document, Span
from onix.reading.circumstances import Setting
from onix.reading.drafts import Draft, Reading, outermost_first
from onix.reading.quotemarks import find_inner, mask
from onix.reading.relatives import relative_of
from onix.reading.sentence_words import Region
from onix.reading.sourced import Sourced
from onix.reading.units import find_units
from onix.reading.within import ONESELF
from onix.reading.works import is_name

_ME = re.compile(r"\s(?:to\s|at\s)?me\b")
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
        draft.speaker = (
            sourced.named(draft.source)
            or relative_of(words, outer.speaker, sourced.cast)
            or sourced.whom(draft.source, outer.speaker)
        )
